// Opens files in the WebAssembly module of a site's pages: PATHS is a JSON list of [FORM, FILE]; prints one line of JSON for each, what
// the module answers.
//
// usage: reopen.mjs SITE VERSION LANGUAGE PATHS
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pageModule } from "./module.mjs";

const [site, version, language, paths] = process.argv.slice(2);
const folder = join(site, version);
const { memory, reserve, reply, form, messages, open } = (await pageModule(site)).exports;

function send(bytes) {
  const place = reserve(bytes.length) >>> 0;
  new Uint8Array(memory.buffer).set(bytes, place);
}

send(readFileSync(join(folder, "forms", `${language}.messages`)));
if (messages() !== 1) throw new Error(`${language}.messages was not taken`);
let current;
for (const [id, path] of JSON.parse(readFileSync(paths, "utf8"))) {
  if (id !== current) {
    send(readFileSync(join(folder, "forms", `${id}.form`)));
    if (form() !== 1) throw new Error(`${id}.form was not taken`);
    current = id;
  }
  send(Buffer.concat([Buffer.from(`${id}\n`), readFileSync(path)]));
  const length = open();
  const text = new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(memory.buffer, reply() >>> 0, length));
  console.log(JSON.stringify(JSON.parse(text)));
}
