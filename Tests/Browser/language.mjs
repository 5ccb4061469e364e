// Checks the cases of Tests/Fixtures/FormLanguage: what each record is told, and what is worked out of it, is what stands
// there – through the page's packed module, the module for developers, the command, and a batch of all records.
//
//     node Tests/Browser/language.mjs ZHINAN
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { pageModule } from "./module.mjs";

const zhinan = resolve(process.argv[2]);
const project = fileURLToPath(new URL("../..", import.meta.url));
const fixture = join(project, "Tests/Fixtures/FormLanguage");
const cases = JSON.parse(readFileSync(join(fixture, "cases.json"), "utf8"));
const today = "2026-11-30";
const root = mkdtempSync(join(tmpdir(), "language-"));
process.on("exit", () => rmSync(root, { recursive: true }));
cpSync(join(fixture, "content"), join(root, "content"), { recursive: true });
cpSync(join(project, "templates"), join(root, "templates"), { recursive: true });
const site = join(root, "site");
const build = spawnSync(zhinan, ["build", "--root", root, "--output", site], { encoding: "utf8" });
if (build.status !== 0) throw new Error(build.stdout + build.stderr);

const page = await pageModule(site);
const { instance: whole } = await WebAssembly.instantiate(readFileSync(join(site, "assets/zhinan.wasm")), {});
const call = ({ exports }, name, message) => {
  const bytes = Buffer.from(message);
  new Uint8Array(exports.memory.buffer).set(bytes, exports.reserve(bytes.length) >>> 0);
  const length = exports[name]();
  return Buffer.from(new Uint8Array(exports.memory.buffer, exports.reply() >>> 0, length)).toString();
};
for (const instance of [page, whole]) {
  const form = readFileSync(join(site, "v1/forms/household.form"));
  new Uint8Array(instance.exports.memory.buffer).set(form, instance.exports.reserve(form.length) >>> 0);
  if (instance.exports.form() !== 1) throw new Error("the module does not take the form");
}

let [passed, failed] = [0, 0];
const expect = (found, wanted, ...what) => {
  if (JSON.stringify(found) === JSON.stringify(wanted)) passed += 1;
  else {
    failed += 1;
    console.log(...what, "found", found, "instead of", wanted);
  }
};
for (const { what, record, told, answers } of cases) {
  const state = JSON.parse(call(page, "state", `${today}\n${JSON.stringify(record)}`));
  // No glyph pack is loaded, so nothing is said of glyphs.
  expect(state.problems.map(({ code, key }) => `${code} ${key}`), told, what, "in the page");
  for (const [key, value] of Object.entries(answers)) {
    expect(state.fields.find((field) => field.key === key)?.value, value, what, key);
  }
  const found = JSON.parse(call(whole, "check", `${today}\n${JSON.stringify(record)}`));
  expect(found.problems.map(({ code, key }) => `${code} ${key}`), told, what, "in the module");
  const file = join(root, "record.json");
  writeFileSync(file, JSON.stringify(record));
  const run = spawnSync(zhinan, ["form", "check", "household", file, "--root", root, "--today", today], { encoding: "utf8" });
  const codes = [...(run.stdout + run.stderr).matchAll(/\[record\.([EW]_[A-Z_]+)\]/g)].map(([, code]) => code);
  expect(codes.sort(), told.map((text) => text.split(" ")[0]).sort(), what, "by the command");
  expect(run.status === 0, told.every((text) => text.startsWith("W_")), what, "the command's status");
}
const [records, report] = [join(root, "records.jsonl"), join(root, "report.json")];
writeFileSync(records, cases.map(({ record }) => `${JSON.stringify(record)}\n`).join(""));
const batch = spawnSync(
  zhinan, ["form", "batch", "household", records, "-o", join(root, "out"), "--report", report, "--root", root, "--today", today]);
const { rows } = JSON.parse(readFileSync(report, "utf8"));
expect([batch.status, rows.length], [1, cases.length], "a batch of all records");
for (const [row, { what, told }] of cases.entries()) {
  const found = rows[row].diagnostics.filter(({ id }) => id !== "record.repeated-row");
  expect(found.map(({ id, field }) => `${id.replace("record.", "")} ${field}`), told, what, "in a batch");
  expect(rows[row].state, told.every((text) => text.startsWith("W_")) ? "filled" : "failed", what, "its state in a batch");
}
console.log(`the language of forms, natively and through WebAssembly: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
