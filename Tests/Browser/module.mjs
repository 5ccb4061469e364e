// The WebAssembly module that a site's pages load, unpacked as they do.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const source = readFileSync(new URL("../../templates/assets/form.js/02-parts.js", import.meta.url), "utf8");
const unpack = new Function("document", "window", `${source}; return unpackedModule;`)({}, {});

/** The bytes of a part script below a site's assets. */
export function part(site, name) {
  const script = readFileSync(join(site, "assets", `${name}.js`), "utf8");
  return gunzipSync(Buffer.from(/^zhinanPart\("[^"]*", *"[^"]*", *"([^"]*)"\);\n?$/.exec(script)[1], "base64"));
}

/** The exports of a new instance: of pages' module, or another. */
export async function pageModule(site, name = "module") {
  return (await WebAssembly.instantiate(await unpack(part(site, name)), {})).instance;
}
