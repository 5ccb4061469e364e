// Leads on to the address of this script's data-to, with what stands behind the address that was asked for. A folder that
// was opened from a disk has no page of its own.
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const address = new URL(script.dataset.to ?? "", location.href).href;
const page = location.protocol === "file:" && address.endsWith("/") ? `${address}index.html` : address;
location.replace(page + location.search + location.hash);
