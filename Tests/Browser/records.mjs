// Checks records against the published compiled forms through the WebAssembly module and through the command, and
// compares what each finds: the same problems at the same places, in the same sentences of each language. Records are those below, those of Tests/Fixtures and of
// the guide, and mutations of them by a fixed seed.
//
// usage: records.mjs MODULE.wasm SITE_VERSION_FOLDER ZHINAN
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [modulePath, folder, zhinan] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(modulePath), {});
const { memory, reserve, reply, form, messages, check } = instance.exports;
const today = "2026-11-22";

function send(bytes) {
  const place = reserve(bytes.length) >>> 0;
  new Uint8Array(memory.buffer).set(bytes, place);
}

const application = JSON.parse(readFileSync("content/2026-12/examples/ca-application/reissue-pickup.json", "utf8"));
const seals = {
  orgName: "鞍山示例建筑工程有限公司", uscc: "91210302WWG7LCMK6D", agentName: "钱𬭎", agentMobile: "13800000001",
  seals: [{ type: "orgSeal", name: "公章", shape: "round", widthMM: 40 }],
};
const records = [
  ["ca-application", application],
  ["ca-application", {}],
  ["ca-application", { ...application, uscc: "91210302WWG7LCMK6E", orgCode: "000000000" }],
  ["ca-application", { ...application, agentIdType: "residentId", agentMobile: "12800000001", certCount: 100 }],
  ["ca-application", { ...application, businessType: "new", years: "two", platforms: ["anshan", "nowhere"] }],
  ["ca-application", { ...application, deliveryMethod: "mail", invoiceType: "special", taxId: "210302XX3337B12" }],
  ["seal-sample", seals],
  ["seal-sample", { ...seals, seals: [] }],
  ["seal-sample", { ...seals, seals: [{ ...seals.seals[0], widthMM: 420 }, { name: "王䶮印" }] }],
  ["seal-sample", { ...seals, seals: Array(5).fill(seals.seals[0]) }],
  ["pickup", { agentIdNumber: "210302197001019978", proxyName: "李四", proxyIdNumber: "210302197001019978" }],
];

// Every text is a record in JSON for a form.
const texts = records.map(([id, record]) => [id, JSON.stringify(record)]);
for (const folder of ["Tests/Fixtures/records", "content/2026-12/examples"]) {
  for (const id of ["ca-application", "pickup", "seal-sample"]) {
    for (const file of readdirSync(join(folder, id)).filter((name) => name.endsWith(".json")).sort()) {
      texts.push([id, readFileSync(join(folder, id, file), "utf8")]);
    }
  }
}
for (const file of readdirSync("Tests/Fixtures/browser").sort()) {
  texts.push(["ca-application", readFileSync(join("Tests/Fixtures/browser", file), "utf8")]);
}
for (const text of ["", "[]", "null", '"x"', "{", '{"a":1,"a":2}', '{"uscc":1,"uscc":2}', '{"\\ud842":1}', '{"a":[1,}', "[".repeat(200),
  '{"form":"pickup"}', '{"form":null}', '{"uscc":true,"orgName":false,"certCount":1e3}', '{"单位名称":"甲","orgName":"乙"}',
  '{\n "uscc":\t"x",\n  "没有":\n [1]}', '{"Michael Smith":1,"欧阳测试的手机":1,"密码 Abc123":1,"张三 李四":1,"胜利南路":1,"H12345":1,"agentName王五":1}',
  '{"单位名你":1,"单位名稱":1,"Agent Name":1,"zzz":1,"agent-name":1,"us\u202Ecc":1,"seals[0].name":1}']) texts.push(["ca-application", text]);
for (const text of ['{"seals":null}', '{"seals":{}}', '{"seals":"x"}', '{"seals":["x",null,[],{}]}', '{"seals":[{"name":1,"印章名称":2,"x":3}]}',
  `{"seals":[${Array(70).fill('{"name":"x"}').join(",")}]}`, '{"seals":[],"seals":[]}']) texts.push(["seal-sample", text]);

// Mutations: a wrong shape or kind at every key of two records, then random ones.
const shapes = [null, 1, -0.5, true, "", " ", "没有", [], ["x"], [["x"]], [{}], {}, { a: 1 }, [null, 1, "x"], "x".repeat(300)];
for (const [id, record] of [["ca-application", application], ["seal-sample", seals]]) {
  for (const key of Object.keys(record)) {
    for (const shape of shapes) texts.push([id, JSON.stringify({ ...record, [key]: shape })]);
  }
  for (const key of Object.keys(record)) texts.push([id, JSON.stringify({ ...record, [`${key}x`]: 1 })]);
}
let seed = 20261122;
function random(count) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * count);
}
for (let round = 0; round < 300; round += 1) {
  const [id, text] = texts[random(records.length)];
  const characters = [...text];
  for (let count = 1 + random(3); count > 0; count -= 1) {
    const sign = ["{", "}", "[", "]", ",", ":", '"', "\\", "\n", "1", "null", '"x"', "鞍", "𬭎", ""][random(15)];
    characters.splice(random(characters.length), random(2), sign);
  }
  texts.push([id, characters.join("")]);
}

let passed = 0;
let failed = 0;
const work = mkdtempSync(join(tmpdir(), "records-"));
const said = ({ summary, message, say, hint }) => `${summary ?? message ?? say} | ${hint ?? "-"}`;
// What is no JSON at all is told in English by the module, for programmers only: beside a command in Chinese, its code and
// place are compared.
const text = (problem, language) => `${problem.code} ${problem.line ?? "-"}:${problem.column ?? "-"} ${problem.code.startsWith("json.") && language !== "en" ? "" : said(problem)}`;
// The command prints each problem once.
const sorted = (problems, language) => [...new Set(problems.map((problem) => text(problem, language)))].sort();
// Every third record is told in English.
const languages = ["zh-CN", "en"];
const language = (number) => languages[number % 3 === 0 ? 1 : 0];
// A record a line, without line breaks, goes through the batch's reader: many at once, and each problem with its key.
const forms = new Map();
texts.forEach(([id, json], number) => {
  send(readFileSync(join(folder, "forms", `${id}.form`)));
  if (form() !== 1) throw new Error(`${id}.form was not taken`);
  send(readFileSync(join(folder, "forms", `${language(number)}.messages`)));
  if (messages() !== 1) throw new Error(`${language(number)}.messages was not taken`);
  send(new TextEncoder().encode(`${today}\n${json}`));
  const length = check();
  const answer = JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, reply() >>> 0, length)));
  forms.set(id, [...(forms.get(id) ?? []), { number, json, answer }]);
});
function compare(what, json, told, found) {
  if (JSON.stringify(told) === JSON.stringify(found)) passed += 1;
  else {
    failed += 1;
    console.log(`${what} ${json.slice(0, 300)}:\n  the module finds ${found}\n  the command ${told}`);
  }
}
const code = (id) => id.replace("record.", "");
for (const [id, asked] of forms) for (const lang of languages) {
  const lines = asked.filter(({ json, number }) => language(number) === lang && !/[\n\r\0]/.test(json) && json.trim() !== "");
  const path = join(work, `${id}.jsonl`);
  writeFileSync(path, lines.map(({ json }) => json + "\n").join(""));
  const report = join(work, `${id}.json`);
  const run = spawnSync(
    zhinan, ["form", "batch", join(folder, "forms", `${id}.form`), path, "-o", join(work, `${id}-${lang}`), "--report", report, "--today", today, "--lang", lang],
    { encoding: "utf8" });
  if (![0, 1].includes(run.status)) throw new Error(run.stderr);
  const { rows } = JSON.parse(readFileSync(report, "utf8"));
  lines.forEach(({ json, answer }, index) => {
    const row = rows[index];
    const place = (problem) => ({ ...problem, line: 1 });
    // What is drawn, and what other rows have, the module does not look at.
    const told = row.diagnostics.filter((problem) => !/E_NO_ROOM|E_NO_GLYPH|repeated-row/.test(problem.id)).map((problem) => place({ ...problem, code: code(problem.id) }));
    // A row's own place stands for what has none.
    const found = answer.problems.map((problem) => place({ column: 1, ...problem }));
    compare(`${id}, a line`, json, sorted(told, lang), sorted(found, lang));
    const keys = (problems, key) => problems.filter((problem) => /^[EW]_/.test(problem.code)).map((problem) => `${problem[key]} ${problem.code}`).sort();
    compare(`${id}, keys`, json, keys(told, "field"), keys(found, "key"));
  });
}
// Whole files, as `form check` reads them.
const files = [...forms].flatMap(([id, asked]) => asked.map((each) => ({ id, ...each })))
  .filter(({ json, number }) => /\n/.test(json) || number % 9 === 0 || number < records.length);
for (const { id, number, json, answer } of files) {
  const path = join(work, `${number}.json`);
  writeFileSync(path, json);
  const run = spawnSync(
    zhinan, ["form", "check", join(folder, "forms", `${id}.form`), path, "--today", today, "--lang", language(number), "--format", "json"], { encoding: "utf8" });
  const told = run.stderr.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const kept = told.filter((problem) => !/E_NO_ROOM|E_NO_GLYPH/.test(problem.id));
  if (kept.length === told.length) compare(`${id}, right`, json, run.status === 0, answer.ok);
  compare(`${id}, a file`, json, sorted(kept.map((problem) => ({ ...problem, code: code(problem.id) })), language(number)), sorted(answer.problems, language(number)));
}
for (const take of [form, messages]) {
  send(new Uint8Array([1, 2, 3]));
  if (take() === 0) passed += 1;
  else failed += 1;
}
rmSync(work, { recursive: true });
console.log(`records through WebAssembly and the command: ${passed} passed, ${failed} failed`);
process.exit(failed || passed < 1000 ? 1 : 0);
