// Opens files in the WebAssembly module that were made to mislead it, to stop it or to fill its memory: none gives
// answers that the file does not hold any more, none takes longer than two seconds or more than 400 MB.
//
// usage: attacks.mjs SITE VERSION
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, gunzipSync, inflateSync } from "node:zlib";

const [site, version] = process.argv.slice(2);
const published = (name) => readFileSync(join(site, version, name));
const compiled = await WebAssembly.compile(readFileSync(join(site, "assets/zhinan.wasm")));
const glyphs = [0, 1, 2].map((number) => gunzipSync(Buffer.from(
  /"([^"]*)"\);\n?$/.exec(readFileSync(join(site, "assets", `glyphs-${number}.js`), "utf8"))[1], "base64")));
const record = {
  form: "pickup", orgName: "鞍山示例建筑工程有限公司", uscc: "91210302WWG7LCMK6D", certType: "org", certCount: "1", agentName: "钱𬭎",
  agentIdType: "residentId", agentIdNumber: "210302197001019978", agentMobile: "13800000001",
};

let passed = 0;
let failed = 0;
function expect(condition, ...what) {
  if (condition) passed += 1;
  else {
    failed += 1;
    console.log("not as it should be:", ...what);
  }
}

let exports;
function call(name, message) {
  const bytes = Buffer.from(message);
  const place = exports.reserve(bytes.length) >>> 0;
  new Uint8Array(exports.memory.buffer).set(bytes, place);
  return exports[name]();
}
async function begin() {
  ({ exports } = await WebAssembly.instantiate(compiled, {}));
  call("facts", published("facts.json"));
  call("messages", published("forms/zh-CN.messages"));
  call("form", published("forms/pickup.form"));
}
const reply = (length) => Buffer.from(new Uint8Array(exports.memory.buffer, exports.reply() >>> 0, length));

/** What a new instance answers to a file; it has to answer soon and in little memory. */
async function open(title, bytes) {
  await begin();
  const start = performance.now();
  let answer;
  try {
    answer = JSON.parse(reply(call("open", Buffer.concat([Buffer.from("pickup\n"), bytes]))).toString());
  } catch (problem) {
    expect(false, title, String(problem));
    return { notes: [] };
  }
  const time = performance.now() - start;
  const memory = exports.memory.buffer.byteLength / 1e6;
  expect(time < 2000, title, `takes ${time.toFixed(0)} ms`);
  expect(memory < 400, title, `takes ${memory.toFixed(0)} MB`);
  expect(answer.record !== undefined || answer.notes.length > 0, title, "gives nothing and says nothing");
  expect(answer.notes.length <= 200, title, `has ${answer.notes.length} notes`);
  return answer;
}

/** Texts of the objects in object streams, the last one of each number. */
function objects(pdf) {
  const found = new Map();
  const text = pdf.toString("latin1");
  for (const match of text.matchAll(/\/Type\/ObjStm\/N (\d+)\/First (\d+)\/Filter\/FlateDecode\/Length (\d+)>>\s*stream\r?\n/g)) {
    const [, count, first, length] = match.map(Number);
    const start = match.index + match[0].length;
    const content = inflateSync(pdf.subarray(start, start + length)).toString("latin1");
    const index = content.slice(0, first).trim().split(/\s+/).map(Number);
    for (let each = 0; each < count; each += 1) {
      found.set(index[2 * each], content.slice(first + index[2 * each + 1], each + 1 < count ? first + index[2 * each + 3] : undefined));
    }
  }
  return found;
}

/** The PDF with an update that has these objects. */
function updated(pdf, changes) {
  const text = pdf.toString("latin1");
  const before = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)[1]);
  const root = /\/Root (\d+) 0 R/.exec(text)[1];
  const parts = [pdf];
  let place = pdf.length;
  const add = (part) => { parts.push(Buffer.from(part, "latin1")); place += part.length; };
  const rows = changes.map(([number, content]) => {
    const row = `${number} 1\n${String(place).padStart(10, "0")} 00000 n \n`;
    add(`${number} 0 obj\n${content}\nendobj\n`);
    return row;
  });
  const start = place;
  add(`xref\n${rows.join("")}trailer\n<< /Size 400 /Root ${root} 0 R /Prev ${before} >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}
const stream = (content, entries = "") => `<< ${entries} /Length ${content.length} >>\nstream\n${content.toString("latin1")}\nendstream`;
const deflated = (content) => stream(deflateSync(content, { level: 9 }), "/Filter /FlateDecode");

await begin();
glyphs.forEach((pack) => call("pack", pack));
expect(call("blank", published("forms/pickup.pdf")) === 1, "the blank is not taken");
const filled = Buffer.from(reply(call("fill", `2026-11-22\n\n${JSON.stringify(record)}`)));
const parts = objects(filled);
const numbered = (mark) => [...parts].find(([, text]) => text.includes(mark)) ?? [0, ""];
const [field, fieldText] = numbered("/T(orgName)");
const [catalog, catalogText] = numbered("/Catalog");
expect(field > 0 && catalog > 0, "the field and the catalog are found", field, catalog);
const answer = (value) => fieldText.replace(/\/V\s*(<[^>]*>|\([^)]*\))/, `/V ${value}`);

// What is cut off gives nothing, and never what stood there before.
const changed = updated(filled, [[field, answer("(Second)")]]);
expect((await open("an update", changed)).record?.orgName === "Second", "an update is read");
for (let length = filled.length + 1; length < changed.length - 8; length += 37) {
  const { record: found } = await open("a cut update", changed.subarray(0, length));
  expect(found === undefined, `cut ${changed.length - length} bytes before its end, the file gives`, found?.orgName);
}
const blank = published("forms/pickup.pdf");
for (let length = blank.length + 20; length < filled.length - 8; length += 211) {
  const { record: found } = await open("a cut form", filled.subarray(0, length));
  expect(found === undefined, `cut ${filled.length - length} bytes before its end, a filled form is empty`);
}

// Long and deep things.
for (const [title, value] of [
  ["a long string", `(${"a".repeat(50e6)})`], ["a long name", `/${"a".repeat(50e6)}`], ["parentheses", `${"(".repeat(1e7)}${")".repeat(1e7)}`],
  ["a long number", "1".repeat(5e7)], ["a long list", `[${"0 ".repeat(2e7)}]`], ["deep lists", `${"[".repeat(1e5)}${"]".repeat(1e5)}`],
]) await open(title, updated(filled, [[field, answer("390 0 R")], [390, value]]));
await open("an answer of 16 MB", updated(filled, [[field, answer("390 0 R")], [390, deflated(Buffer.alloc(15e6, 65))]]));
await open("10,000 spellings of our name", updated(filled, [[catalog, catalogText.replace(/\/Metadata \d+ 0 R/, "/Metadata 390 0 R")],
  [390, deflated(Buffer.from('xmlns:a="urn:zhinan:form" '.repeat(10000)))]]));

// Records.
const json = JSON.stringify(record);
expect((await open("a record that Windows saved", Buffer.from(`\ufeff${json}`))).record?.orgName === record.orgName, "a byte order mark keeps a record from being read");
const latin = await open("a record in another encoding", Buffer.from(json.replace("鞍山", "\xb0\xb0\xc9\xbd"), "latin1"));
expect(latin.record === undefined, "a record in another encoding is taken");
await open("60,000 unknown keys", Buffer.from(`{"form":"pickup",${Array.from({ length: 60000 }, (_, number) => `"k${number}":"x"`).join()}}`));
await open("deep JSON", Buffer.from("[".repeat(1e6)));
await open("a record that begins as a PDF does", Buffer.from(`%PDF-1.7\n${json}`));
expect((await open("a PDF that begins as a record does", Buffer.concat([Buffer.from(`${json}\n`), filled]))).record === undefined, "two kinds of file in one");
console.log(`attacks on the module: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
