// Answers every test vector through the WebAssembly module, as a browser would, and compares with the vectors; then asks
// the command the same, and compares its lines with the module's, byte by byte.
//
// usage: rules.mjs MODULE.wasm FACTS.json ZHINAN
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

const [modulePath, factsPath, zhinan] = process.argv.slice(2);
const folder = new URL("../Fixtures/vectors/", import.meta.url);
const { instance } = await WebAssembly.instantiate(readFileSync(modulePath), {});
const { memory, reserve, reply, facts, rule } = instance.exports;

function send(text) {
  const bytes = new TextEncoder().encode(text);
  const place = reserve(bytes.length) >>> 0;
  new Uint8Array(memory.buffer).set(bytes, place);
}

// What was asked, by rule and day, with the module's answers.
const asked = new Map();

function ask(name, value, today) {
  // A number that the vector writes with a fraction keeps its spelling: 2.0 is not 2 here.
  const json = JSON.stringify(value).replace(/"spelled (-?[0-9.]+)"/g, "$1");
  send(`${name}\n${today}\n${json}`);
  const length = rule();
  if (length === 0) throw new Error(`${name}: no answer`);
  const line = new TextDecoder().decode(new Uint8Array(memory.buffer, reply() >>> 0, length));
  const key = `${name} ${today}`;
  asked.set(key, [...(asked.get(key) ?? []), [json, line]]);
  return JSON.parse(line);
}

// Names of regions are the command's alone: they would make the module half as large again.
for (const name of ["崇文区", "玛沁县"]) {
  if (readFileSync(modulePath).includes(name)) throw new Error(`the module has names of regions: ${name}`);
}

send(readFileSync(factsPath, "utf8"));
if (facts() !== 1) throw new Error("the facts were not taken");

let passed = 0;
let failed = 0;
function expect(condition, ...what) {
  if (condition) passed += 1;
  else {
    failed += 1;
    console.log("not as the vector says:", ...what.map((part) => JSON.stringify(part)));
  }
}
// Members by name: the vectors do not fix their order.
const ordered = (value) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, ordered(value[key])]))
    : value;
const same = (left, right) => JSON.stringify(ordered(left)) === JSON.stringify(ordered(right));

for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
  const text = readFileSync(new URL(file, folder), "utf8");
  const vectors = JSON.parse(text.replace(/: (-?[0-9]+\.[0-9]+)(?=[,\s}])/g, ': "spelled $1"'));
  const name = vectors.rule;
  const today = vectors.fixed_today ?? "2026-11-22";
  const value = (vector) => (name === "mask" ? { kind: vector.kind, input: vector.input } : vector.input);
  for (const vector of vectors.valid) {
    const answer = ask(name, value(vector), today);
    const wanted = vector.result ?? vector.value;
    expect(answer.ok && same(answer.value, wanted), name, vector, answer);
    if (vector.warnings) expect(same(answer.warnings, vector.warnings), name, vector, answer);
  }
  for (const vector of vectors.invalid) {
    const answer = ask(name, value(vector), today);
    if (vector.result) expect(answer.ok && same(answer.value, vector.result), name, vector, answer);
    else if (vector.error) expect(!answer.ok && answer.errors.includes(vector.error), name, vector, answer);
    else if (name === "mask")
      expect(answer.value !== vector.must_not_equal && !answer.value.includes(vector.must_not_contain), name, vector, answer);
    else expect(answer.ok && /^[0-9A-Za-z]$/.test(answer.value) === vector.digit_or_letter_after_fold, name, vector, answer);
  }
  for (const vector of vectors.edge ?? []) {
    const answer = ask(name, value(vector), today);
    const wanted = vector.result;
    expect(
      answer.ok === wanted.ok && same(answer.warnings, wanted.warnings) && (!wanted.ok || same(answer.value, wanted.value)),
      name, vector, answer);
  }
  for (const vector of vectors.expand_list ?? []) {
    expect(same(ask("phone_list", vector.input, today).value, vector.value), "phone_list", vector, ask("phone_list", vector.input, today));
  }
}
for (const [key, pairs] of asked) {
  const [name, today] = key.split(" ");
  const run = spawnSync(zhinan, ["rule", name, "--jsonl", "--today", today], {
    input: pairs.map(([json]) => json + "\n").join(""), encoding: "utf8",
  });
  const lines = run.stdout.split("\n");
  pairs.forEach(([json, line], place) => expect(lines[place] === line, "the command", json, lines[place], line));
  expect(lines.length === pairs.length + 1 && [0, 1].includes(run.status), "the command", name, run.status, run.stderr);
}
// Messages of any shape get an answer or none, and never end the module.
for (const broken of ["", "uscc", "uscc\n2026-11-22\n", "uscc\n2026-11-22\n{", "x\ny\nz", "fee\n2026-11-22\n[[[[", "mask\n2026-11-22\n{}"]) {
  send(broken);
  rule();
  passed += 1;
}
console.log(`rules through WebAssembly and the command: ${passed} passed, ${failed} failed`);
process.exit(failed || passed < 1500 ? 1 : 0);
