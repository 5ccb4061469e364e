// Writes drafts and fills forms through the packed WebAssembly module as a page does, through the same session compiled
// natively, and through the command. What the module and the native session answer is the same, byte for byte; what is
// wrong with a record is what the command says; every right record gives the command's PDF, byte for byte.
//
// Records are those of Tests/Fixtures and of the guide, every vector in every field that has its rule, and 1,000 edits
// from a fixed seed.
//
// usage: session.mjs SITE VERSION ZHINAN SESSION_RUNNER
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { pageModule, part } from "./module.mjs";

const [site, version, zhinan, runner] = process.argv.slice(2);
const forms = ["ca-application", "pickup", "seal-sample"];
const today = "2026-11-22";
const work = mkdtempSync(join(tmpdir(), "session-"));
const published = (name) => readFileSync(join(site, version, name));
// Pages' module, the one of pages with a table, and the one for developers, which answers what pages do not ask.
const instance = await pageModule(site);
const tables = await pageModule(site, "module-tables");
const tools = await pageModule(site, "module-tools");
const { instance: whole } = await WebAssembly.instantiate(readFileSync(join(site, "assets/zhinan.wasm")), {});
const { memory } = instance.exports;

let passed = 0;
let failed = 0;
function expect(condition, ...what) {
  if (condition) passed += 1;
  else {
    failed += 1;
    if (failed < 20) console.log(...what.map((part) => (typeof part === "string" ? part : JSON.stringify(part))));
  }
}

// Every call with what the module answered, for the native session to answer again.
const calls = [];
function call(name, message) {
  const bytes = typeof message === "string" ? Buffer.from(message) : message;
  const answers = ["rule", "check", "tool", "state", "fill", "table"].includes(name);
  const run = ({ exports }) => {
    const place = exports.reserve(bytes.length) >>> 0;
    new Uint8Array(exports.memory.buffer).set(bytes, place);
    const result = exports[name]();
    return { result, reply: answers ? Buffer.from(new Uint8Array(exports.memory.buffer, exports.reply() >>> 0, result)) : Buffer.alloc(0) };
  };
  const isTool = ["facts", "tell", "tool", "file"].includes(name);
  const { result, reply } = run(["rule", "check"].includes(name) ? whole : name === "table" ? tables : isTool ? tools : instance);
  if (["messages", "form", "blank", "pack"].includes(name)) expect(run(tables).result === result, "the module of tables differs", name);
  if (["facts", "messages", "form"].includes(name)) expect(run(whole).result === result, "pages' module differs", name);
  if (name === "messages") expect(run(tools).result === result, "the tools' module differs", name);
  calls.push({ name, bytes, result, reply });
  return answers ? reply : result;
}
const state = (record) => JSON.parse(call("state", `${today}\n${typeof record === "string" ? record : JSON.stringify(record)}`));
const fill = (options, record) => call("fill", `${today}\n${options}\n${typeof record === "string" ? record : JSON.stringify(record)}`);

const yaml = (path) => {
  const run = spawnSync(existsSync(".venv/bin/python") ? ".venv/bin/python" : "python3",
    ["-c", "import json, sys, yaml\nprint(json.dumps(yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.BaseLoader)))", path], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
};
function open(form, sentences = "zh-CN") {
  expect(call("form", published(`forms/${form}.form`)) === 1, `${form}.form was not taken`);
  expect(call("messages", published(`forms/${sentences}.messages`)) === 1, `${sentences}.messages was not taken`);
}
function openWithBlank(form) {
  open(form);
  expect(call("blank", published(`forms/${form}.pdf`)) === 1, `${form}.pdf was not taken`);
}

// ## Parts come one after another; what is lacking is told, and nothing is filled.
const examples = Object.fromEntries(forms.map((form) => [form, readdirSync(`content/${version}/examples/${form}`).sort()
  .map((name) => [`content/${version}/examples/${form}/${name}`, name])
  .map(([path, name]) => (name.endsWith(".json") ? JSON.parse(readFileSync(path, "utf8")) : yaml(path)))]));
const application = examples["ca-application"].at(-1);
expect(call("facts", published("facts.json")) === 1, "the facts were not taken");
open("ca-application");
expect([...(state(application).missing ?? "")].length > 30, "without packs every character is missing");
expect(fill("", application).length === 0, "nothing is filled without packs and blank");
const packs = [0, 1, 2].map((number) => part(site, `glyphs-${number}`));
expect(call("pack", packs[1]) === 0, "a pack is taken out of order");
packs.forEach((pack, number) => {
  expect(call("pack", pack.subarray(0, pack.length - 1)) === 0, "a pack that is cut is taken", number);
  const damaged = Buffer.from(pack);
  damaged[pack.length >> 1] ^= 0x20;
  expect(call("pack", damaged) === 0, "a damaged pack is taken", number);
  expect(call("pack", pack) === 1, "a pack is not taken", number);
  const draft = state({ ...application, agentName: "钱𬭎", legalRepName: "王\u{2A6D6}" });
  // The last character is in no pack: a problem when no pack may still have it.
  expect(draft.missing === undefined === (number === 2), "missing", number, draft.missing);
  expect(draft.problems.some(({ code, key }) => code === "E_NO_GLYPH" && key === "legalRepName") === (number === 2), "E_NO_GLYPH", number, draft.problems);
});
expect(state(application).ready && fill("", application).length === 0, "nothing is filled without the blank");
expect(call("blank", published("forms/pickup.pdf")) === 0, "another form's blank is taken");
const cut = published("forms/ca-application.pdf");
expect(call("blank", cut.subarray(0, cut.length - 1)) === 0, "a blank that is cut is taken");
cut[cut.length >> 1] ^= 1;
expect(call("blank", cut) === 0, "a damaged blank is taken");
expect(fill("", application).length === 0, "a refused blank fills nothing");
openWithBlank("ca-application");
expect(fill("", application).length > 0, "the application is not filled");
for (const options of ["flat", "lock:nobody", "lock flatten", "lock lock:申请人"]) {
  expect(fill(options, application).length === 0, "options that say nothing are taken", options);
}

// ## Records: fixtures, vectors, edits.
const texts = [];
for (const form of forms) {
  for (const record of examples[form]) texts.push([form, JSON.stringify(record)]);
  for (const name of readdirSync(`Tests/Fixtures/records/${form}`).sort()) texts.push([form, readFileSync(`Tests/Fixtures/records/${form}/${name}`, "utf8")]);
}
for (const name of readdirSync("Tests/Fixtures/browser").sort()) texts.push(["ca-application", readFileSync(`Tests/Fixtures/browser/${name}`, "utf8")]);
const fixtureCount = texts.length;

const vectorsOf = (rule) => JSON.parse(readFileSync(`Tests/Fixtures/vectors/${rule}.json`, "utf8"));

// Fields by rule, with what a record must answer beside them, as form.yml says it.
const vectors = Object.fromEntries(readdirSync("Tests/Fixtures/vectors").filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(`Tests/Fixtures/vectors/${name}`, "utf8")))
  .map(({ rule, valid, invalid, edge = [] }) => [rule, [...valid, ...invalid, ...edge]
    .map(({ input }) => (Array.isArray(input) && rule === "passport" ? input[0] : input)).filter((input) => typeof input === "string")]));
// Rules that stand in for others: what they take beside their own.
const wider = {
  phone: ["landline", "mobile"], foreign_name: ["person_name"], tax_id: ["uscc"], bank_account_corporate: ["bank_card"], text: ["fullwidth_fold"],
  identity_number_adult: ["citizen_id_adult", "passport", "hk_macao_permit", "taiwan_permit", "foreign_pr_id", "residence_permit_hmt"],
};
const inputs = (rule) => [rule, rule.replace(/_adult$/, ""), ...(wider[rule] ?? [])].flatMap((name) => vectors[name] ?? []);
const fields = [];
for (const form of forms) {
  const everything = { ...examples[form].at(-1), deliveryMethod: "mail", invoiceType: "special", proxyName: "王小明" };
  for (const { repeat, group, key: list, fields: asked = [] } of yaml(`content/${version}/forms/${form}.yml`).sections) {
    if (repeat ?? group) continue;
    for (const { key, rule, type } of asked) {
      const base = form === "ca-application" ? everything : { ...examples[form].at(-1), ...(form === "pickup" ? { proxyName: "王小明" } : {}) };
      if (typeof rule === "string") fields.push({ form, key, rule, base });
      else if (rule) for (const [option, each] of Object.entries(rule.cases)) fields.push({ form, key, rule: each, base: { ...base, [rule.by]: option } });
      else if (type === undefined) fields.push({ form, key, rule: "text", base });
      else if (type === "date") fields.push({ form, key, rule: "date", base });
    }
  }
}
let opened = "ca-application";
const tried = new Set();
for (const { form, key, rule, base } of fields) {
  if (form !== opened) openWithBlank((opened = form));
  if (!state(base).fields.find((field) => field.key === key).applies) continue;
  for (const input of inputs(rule)) {
    for (const name of [rule, ...(wider[rule] ?? [])]) tried.add(name);
    const record = { ...base, [key]: input };
    texts.push([form, JSON.stringify(record)]);
    const draft = state(record);
    const field = draft.fields.find((each) => each.key === key);
    const codes = draft.problems.filter((problem) => problem.key === key && !problem.warns).map(({ code }) => code);
    const verdict = JSON.parse(call("rule", `${rule}\n${today}\n${JSON.stringify(input)}`));
    if (verdict.ok) {
      if (codes.length === 0) expect(field.value === verdict.value, "not the rule's value", key, rule, input, field, verdict);
      else expect(codes.every((code) => ["E_LENGTH", "E_NO_ROOM", "E_NO_GLYPH", "E_SAME", "E_DIFFERS"].includes(code)), "refused", key, rule, input, codes);
      expect((field.changed === undefined) === (field.from !== "typed" || codes.includes("E_LENGTH") || input === field.value), "changed", key, input, field);
    } else if (!verdict.errors.includes("E_EMPTY") && !(rule === "org_code" && codes.length === 0)) {
      expect(verdict.errors.every((code) => codes.includes(code)) && field.value === input, "another error", key, rule, input, codes, verdict, field);
    }
  }
}
for (const rule of ["fee", "review_hours"]) for (const { input } of [...vectorsOf(rule).valid, ...vectorsOf(rule).invalid]) {
  const message = `${rule}\n${today}\n${JSON.stringify(input)}`;
  expect(call("tool", message).equals(call("rule", message)), "a tool's other answer", message);
}
expect(JSON.parse(call("tool", `email\n${today}\n"a@example.com"`)).errors[0] === "E_TYPE", "a tool that is none");
for (const rule of Object.keys(vectors)) {
  // Rules that no form's text has, and those whose adult or combined form stands in its place.
  if (!tried.has(rule) && !tried.has(`${rule}_adult`)) console.log(`no field has the rule ${rule}`);
}
expect(tried.size >= 15, "rules in fields", [...tried]);

let seed = 20261129;
function random(count) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * count);
}
const pick = (list) => list[random(list.length)];
const pool = Object.values(vectors).flat();
const odd = ["", " ", "　", "没有", "鞍山　示例（集团）有限公司", "２０２６年１月１日", "13800000001", "1", "１２", "99", "100", "x".repeat(120), "鞍".repeat(101), "𬭎", "\u{2B81C}", null, true, 7, ["a"], {}, "other", "none"];
const drafts = Object.fromEntries(forms.map((form) => [form, structuredClone(examples[form].at(-1))]));
for (let round = 0; round < 1000; round += 1) {
  const form = forms[Math.floor(round / 334)];
  // A draft that went astray begins anew.
  if (random(6) === 0) drafts[form] = structuredClone(pick(examples[form]));
  const draft = drafts[form];
  const target = Array.isArray(draft.seals) && random(2) ? pick(draft.seals.filter((seal) => seal && typeof seal === "object")) ?? draft : draft;
  const keys = fields.filter((field) => field.form === form).map(({ key }) => key);
  const key = pick(random(2) ? Object.keys(target) : keys);
  switch (random(6)) {
    case 0: delete target[key]; break;
    case 1: target[key] = pick(odd); break;
    case 2: target[key] = pick(pool); break;
    case 3: {
      const own = fields.filter((field) => field.form === form && field.key === key);
      target[key] = own.length > 0 ? pick(inputs(pick(own).rule)) ?? "" : pick(["1", "2", "other", "mail", "pickup", "none", "new", "reissue"]);
      break;
    }
    case 4: if (typeof target[key] === "string") target[key] = [...target[key]].map((sign) => (/[!-~]/.test(sign) ? String.fromCodePoint(sign.codePointAt(0) + 0xfee0) : sign)).join(""); break;
    default:
      if (form !== "seal-sample") break;
      if (!Array.isArray(draft.seals)) draft.seals = structuredClone(examples[form][0].seals);
      if (random(2)) draft.seals.push({ ...pick(draft.seals), color: pick(["red", "blue", "", "红"]) });
      else draft.seals.splice(random(draft.seals.length), 1);
  }
  texts.push([form, JSON.stringify(draft)]);
}

// ## What is wrong, and the PDF, beside the command's.
const code = (id) => id.replace("record.", "");
const told = (problems) => [...new Set(problems.filter(({ code }) => code !== "E_NO_GLYPH").map(({ code, key, say, hint }) => `${(/^[EW]_/.test(code) && key) || "-"} ${code} ${say} | ${hint ?? "-"}`))].sort();
const rank = (draft) => {
  const keys = [...draft.fields.map(({ key }) => key)];
  return draft.problems.map(({ key }) => (key === undefined ? -1 : Math.max(keys.findIndex((each) => each === key || each.startsWith(`${key}[`)), 0)));
};
let pdfs = 0;
const options = ["", "flatten", "lock", "lock:申请人"];
const flags = { "": [], flatten: ["--flatten"], lock: ["--lock", "all"], "lock:申请人": ["--lock", "申请人"] };
for (const form of forms) {
  openWithBlank(form);
  const path = join(site, version, "forms", `${form}.form`);
  const lines = texts.filter(([id]) => id === form).map(([, text], number) => ({ text: text.replace(/\n */g, ""), number }))
    .filter(({ text }) => text.startsWith("{"));
  const records = join(work, `${form}.jsonl`);
  writeFileSync(records, lines.map(({ text }) => `${text}\n`).join(""));
  for (const option of options) {
    const report = join(work, `${form}.json`);
    const output = join(work, `${form} ${option}`);
    const run = spawnSync(zhinan, ["form", "batch", path, records, "-o", output, "--report", report, "--today", today, ...flags[option]], { encoding: "utf8" });
    if (![0, 1].includes(run.status)) throw new Error(run.stderr);
    const { rows } = JSON.parse(readFileSync(report, "utf8"));
    lines.forEach(({ text }, index) => {
      const row = rows[index];
      if (option === "") {
        const draft = state(text);
        // That another row is the same, a session does not know.
        const own = row.diagnostics.filter(({ id }) => id !== "record.repeated-row");
        const found = own.map(({ id, field, message, hint }) => ({ code: code(id), key: field || undefined, say: message, hint }));
        const isPlaced = found.some(({ code }) => code === "E_NO_ROOM") || !row.diagnostics.some(({ severity }) => severity === "error");
        // A draft is placed while other answers are still wrong; the command places right records only.
        const problems = draft.problems.filter(({ code }) => isPlaced || code !== "E_NO_ROOM");
        expect(JSON.stringify(told(problems)) === JSON.stringify(told(found)), form, text.slice(0, 300), "the module finds", told(problems), "the command", told(found));
        expect(rank(draft).every((place, at, all) => at === 0 || all[at - 1] <= place), "not in the form's order", draft.problems.map(({ key }) => key));
        expect(draft.ready === !draft.problems.some(({ warns }) => !warns), "ready", text);
        // Where others draw a character, the command has further fonts.
        if (!draft.problems.some(({ code }) => code === "E_NO_GLYPH")) expect(draft.ready === (row.file !== undefined && row.file !== null && row.file !== ""), "filled", form, text.slice(0, 300), row);
      }
      if (!row.file || (option !== "" && index % 5 !== 0 && index > fixtureCount)) return;
      const pdf = fill(option, text);
      if (pdf.length === 0 && state(text).problems.some(({ code }) => code === "E_NO_GLYPH")) return;
      pdfs += 1;
      expect(pdf.equals(readFileSync(join(output, row.file))), "another PDF", form, option, text.slice(0, 300));
    });
  }
  // `form fill` itself, once for each example and option.
  for (const [number, record] of examples[form].entries()) for (const option of options) {
    const json = join(work, `${number}.json`);
    const pdf = join(work, `${number}.pdf`);
    writeFileSync(json, JSON.stringify(record));
    const run = spawnSync(zhinan, ["form", "fill", path, json, "-o", pdf, "--today", today, ...flags[option]], { encoding: "utf8" });
    if (run.status !== 0) throw new Error(run.stderr);
    pdfs += 1;
    expect(fill(option, record).equals(readFileSync(pdf)), "another PDF than form fill's", form, number, option);
  }
}
expect(pdfs > 100, "PDFs compared", pdfs);

// ## Tables: columns, rows put right, files.
const table = (message) => call("table", Buffer.from(message));
for (const form of forms) {
  openWithBlank(form);
  const sheet = join(work, `${form}-sheet.csv`);
  spawnSync(zhinan, ["form", "sheet", form, "-o", sheet]);
  const lines = readFileSync(sheet, "utf8").trim().split("\r\n");
  // The example is a row where no `#` begins it; others are cut, shifted and doubled.
  const [head, row] = [lines[0], lines[1].replace(/^#[^,]*/, "")];
  const cells = row.split(",");
  const others = Array.from({ length: 30 }, () => cells.map((cell) => (random(12) === 0 ? pick(cells) : cell)).slice(0, random(9) === 0 ? random(cells.length) : cells.length).join(","));
  expect(table(`open\n99\n${[head, row, ...others, row].join("\r\n")}`).length > 0, "no overview", form);
  expect(JSON.parse(table(`rows\n${today}\n0\n99`)).rows[0].ok, "the example of a sheet is not right", form);
  for (let at = 0; at < 32; at += 1) if (random(3) === 0) table(`keep\n${today}\n${at}`);
  table(`cell\n${today}\n3\norgName\n鞍山示例有限公司`);
  for (let at = 31; at > 0; at -= 1) if (JSON.parse(table(`rows\n${today}\n${at}\n1`)).rows[0]?.flaw) table(`drop\n${at}`);
  table(`run\n${today}\n${pick(options)}\n\norgName\nzhinan`);
  let made = 0;
  for (let at = 0; at < 33; at += 1) if (table("next").length > 0) made += 1;
  expect(made >= 2, "rows made", made);
  table("report");
  table("csv");
}

// ## Any bytes in any order of calls.
open("pickup");
const names = ["facts", "messages", "form", "blank", "pack", "rule", "check", "tool", "state", "fill", "table"];
const messages = calls.map(({ bytes }) => bytes).filter((bytes) => bytes.length < 200000);
for (let round = 0; round < 1500; round += 1) {
  let bytes = Buffer.from(pick(messages));
  for (let count = random(4); count > 0 && bytes.length > 0; count -= 1) {
    const at = random(bytes.length);
    if (random(3) === 0) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + random(40)))]);
    else bytes[at] = random(256);
  }
  call(pick(names), bytes);
}

// ## The native session answers the same.
const answers = spawnSync(runner, [], {
  input: calls.map(({ name, bytes }) => `${name} ${bytes.toString("base64")}\n`).join(""), maxBuffer: 2 ** 31,
});
if (answers.status !== 0) throw new Error(answers.stderr.toString() || `the native session ended: ${answers.signal}`);
const lines = answers.stdout.toString().split("\n");
calls.forEach(({ name, bytes, result, reply }, number) => {
  const same = lines[number] === `${result} ${reply.toString("base64")}`;
  expect(same, `natively another answer to ${name}:`, bytes.subarray(0, 300).toString(), "the module:", reply.subarray(0, 300).toString(), "natively:", Buffer.from(lines[number].split(" ")[1] ?? "", "base64").subarray(0, 300).toString());
});

// ## Time and memory, warm.
openWithBlank("ca-application");
function median(times, work) {
  const taken = [];
  for (let round = 0; round < times; round += 1) {
    const start = performance.now();
    work();
    taken.push(performance.now() - start);
  }
  return taken.sort((left, right) => left - right)[times >> 1];
}
const message = Buffer.from(`${today}\n${JSON.stringify(application)}`);
const order = Buffer.from(`${today}\n\n${JSON.stringify(application)}`);
calls.length = 0;
const times = { state: median(500, () => call("state", message)), check: median(500, () => call("check", message)), fill: median(100, () => call("fill", order)) };
expect(times.state < 1, "state takes longer than 1 ms", times.state);
console.log(`milliseconds: ${Object.entries(times).map(([name, time]) => `${name} ${time.toFixed(3)}`).join(", ")}; memory ${memory.buffer.byteLength >> 16} pages; ${pdfs} PDFs compared`);

// ## Bytes: what a page loads before a form can be checked, beside the form.
const packed = (name) => gzipSync(readFileSync(join(site, "assets", name)), { level: 9 }).length;
const sizes = { "module.js": packed("module.js"), "form.js": packed("form.js") };
expect(sizes["module.js"] <= 138000, "module.js", sizes);
console.log(`bytes with gzip -9: ${JSON.stringify(sizes)}`);

rmSync(work, { recursive: true });
console.log(`sessions through WebAssembly, natively and the command: ${passed} passed, ${failed} failed`);
process.exit(failed || passed < 5000 ? 1 : 0);
