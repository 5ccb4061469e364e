// A few conveniences; every page works without them.
(() => {
  const root = document.documentElement;

  // 大字: a larger type size, remembered on this device only.
  const key = "zhinan.type";
  const remembered = () => { try { return localStorage.getItem(key); } catch (_) { return null; } };
  /** @param {string} size */
  const remember = (size) => {
    try { size ? localStorage.setItem(key, size) : localStorage.removeItem(key); } catch (_) { /* private window */ }
  };
  /** @param {string} size */
  const show = (size) => { size ? root.setAttribute("data-type", size) : root.removeAttribute("data-type"); };
  show(remembered() === "large" ? "large" : "");

  // The boxes for a search are there from the start where scripts run; else links are.
  root.setAttribute("data-script", "");

  document.addEventListener("DOMContentLoaded", () => {
    // What is true from a day on, or up to it: the site may not have been built again since.
    // The day begins in China (UTC+8), where the readers are, wherever this device is.
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-from], [data-until]"))) {
      const { from = "", until = "~" } = element.dataset;
      element.hidden = from > day || until <= day;
    }

    const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".type-size"));
    if (button) {
      const tell = () => button.setAttribute("aria-pressed", String(root.getAttribute("data-type") === "large"));
      button.hidden = false;
      tell();
      button.addEventListener("click", () => {
        const size = root.getAttribute("data-type") === "large" ? "" : "large";
        show(size);
        remember(size);
        tell();
      });
    }

    // Where there is room, what the menu of pages holds stands beside the text.
    const sidebar = document.querySelector(".sidebar");
    const drawer = document.querySelector(".drawer nav");
    const wide = matchMedia("(min-width: 64rem)");
    const fill = () => {
      if (!wide.matches || !sidebar || !drawer || sidebar.firstChild) return;
      const copy = /** @type {HTMLElement} */ (drawer.cloneNode(true));
      copy.className = "";
      sidebar.append(copy);
    };
    fill();
    wide.addEventListener("change", fill);

    // Menus close on Escape, on a click elsewhere, and when another one opens.
    const menus = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.menu"))];
    /** @param {Element | null} except */
    const close = (except) => menus.forEach((menu) => { if (menu !== except) menu.open = false; });
    document.addEventListener("click", (event) => {
      close(event.target instanceof Element ? event.target.closest("details.menu") : null);
    });
    document.addEventListener("keydown", (event) => {
      const open = event.key === "Escape" && menus.find((menu) => menu.open);
      if (!open) return;
      open.open = false;
      const summary = open.querySelector("summary");
      if (summary) summary.focus();
    });

    // The term of a search stands in the address's fragment, which no server sees.
    for (const box of document.querySelectorAll(".search-box")) {
      const link = /** @type {HTMLAnchorElement} */ (box.querySelector("a"));
      const form = /** @type {HTMLFormElement} */ (box.querySelector("form"));
      const field = /** @type {HTMLInputElement} */ (box.querySelector("input"));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const page = location.protocol === "file:" ? `${link.href}index.html` : link.href;
        location.href = field.value.trim() ? `${page}#q=${encodeURIComponent(field.value)}` : page;
      });
      // On a phone the header has room for a link, which makes room for the box.
      link.addEventListener("click", (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        box.classList.add("is-open");
        field.focus();
      });
    }
  });

  // In a folder or on a USB stick no server finds the page of an address that ends in a slash.
  if (location.protocol === "file:") {
    for (const kind of ["click", "auxclick"]) {
      document.addEventListener(kind, (event) => {
        const link = event.target instanceof Element && event.target.closest("a");
        if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
      }, true);
    }
  }

  // A link to what is folded opens it, and so does one to a folded heading.
  const reveal = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (_) { /* an address that somebody cut */ }
    const target = id ? document.getElementById(id) : null;
    /** @type {HTMLDetailsElement | null | undefined} */
    let fold = target?.closest("details:not([open])");
    if (!target || !fold) return;
    for (; fold; fold = fold.parentElement?.closest("details:not([open])")) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (link && link.hash && link.href === location.href) reveal();
  });
  document.addEventListener("DOMContentLoaded", () => {
    reveal();
    const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".fold-all"));
    if (!button) return;
    const folds = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.heading-fold"))];
    const [open, close] = [button.textContent, button.dataset.close ?? ""];
    const isOpen = () => folds.every((fold) => fold.open);
    const tell = () => { button.textContent = isOpen() ? close : open; };
    button.hidden = false;
    button.addEventListener("click", () => {
      const opens = !isOpen();
      folds.forEach((fold) => { fold.open = opens; });
    });
    folds.forEach((fold) => fold.addEventListener("toggle", tell));
    tell();
  });
})();
