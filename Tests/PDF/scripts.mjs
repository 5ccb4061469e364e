// Runs the JavaScript of a form's PDF as a viewer would: each field's own actions, on the shared vectors of their rules.
// What the rule takes, the script takes without a word, as the same value; what the rule refuses with a code that the
// script gives is warned of with that code's sentence. Nothing is ever refused (event.rc). Every code that a script gives
// must come up at least once.
//
// usage: scripts.mjs FILE.pdf MESSAGES.yml FIELD=RULE ...
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import vm from "node:vm";

const [file, messagesPath, ...fields] = process.argv.slice(2);
const qpdf = (...options) => {
  const { status, stdout, stderr } = spawnSync("qpdf", [...options, file], { maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`qpdf: ${stderr}`);
  return stdout;
};
const objects = JSON.parse(qpdf("--json=2", "--json-key=qpdf", "--json-stream-data=none")).qpdf[1];
const at = (value) => (typeof value === "string" && objects[`obj:${value}`]?.value) || objects[value]?.value || value;
const catalog = at(at(objects.trailer.value["/Root"]));
const [name, action] = at(at(at(catalog["/Names"])["/JavaScript"])["/Names"]);
const number = at(action)["/JS"].split(" ")[0];
const script = qpdf(`--show-object=${number}`, "--filtered-stream-data").toString("latin1");

let passed = 0;
let failed = 0;
function expect(condition, ...what) {
  if (condition) passed += 1;
  else {
    failed += 1;
    console.log("not as expected:", ...what.map((part) => JSON.stringify(part)));
  }
}

const text = (value) => at(value).replace(/^u:/, "");
const widgets = Object.values(objects).map((object) => object.value).filter((value) => value?.["/AA"]);
const messages = readFileSync(messagesPath, "utf8");
const sentence = (code, label) =>
  new RegExp(`^  ${code}: \\{say: "(.*?)"`, "m").exec(messages)[1].replace("{label}", label);

const viewer = { alerts: [], app: { alert: (words) => viewer.alerts.push(words) }, event: undefined };
vm.createContext(viewer);
vm.runInContext(script, viewer);
expect(name === "u:fieldRules" && viewer.alerts.length === 0, name);
expect(script.length < 4096 && /^[\x0a\x20-\x7e]*$/.test(script), script.length);

/// What a field's action makes of an event.
function run(widget, key, event) {
  viewer.alerts = [];
  viewer.event = { rc: true, ...event };
  vm.runInContext(text(at(at(widget["/AA"])[key])["/JS"]), viewer);
  expect(viewer.event.rc === true, "an answer is refused", event);
  return viewer.event;
}

for (const field of fields) {
  const [key, rule] = field.split("=");
  const widget = widgets.find((value) => text(value["/T"]) === key);
  expect(widget !== undefined, `${key} has no actions`);
  if (!widget) continue;
  const label = text(widget["/TU"]).split("（")[0];
  if (at(widget["/AA"])["/K"]) {
    expect(run(widget, "/K", { change: "9a" }).change === "9A", key);
    expect(run(widget, "/K", { change: "" }).change === "", key);
  }
  expect(run(widget, "/V", { value: "" }).value === "" && viewer.alerts.length === 0, key, "empty");
  const vectors = JSON.parse(readFileSync(new URL(`../Fixtures/vectors/${rule}.json`, import.meta.url)));
  const texts = ({ input }) => typeof input === "string";
  // What a spreadsheet or a sentence put around a value is for the command to take off: a script asks for the value alone.
  const mended = ({ warnings }) => (warnings ?? []).some((code) => /^W_(SPREADSHEET|LABEL|SIGN|ROUNDED)$/.test(code));
  for (const { input, value } of vectors.valid.filter((vector) => texts(vector) && !mended(vector))) {
    const event = run(widget, "/V", { value: input });
    expect(event.value === value && viewer.alerts.length === 0, key, input, value, viewer.alerts);
  }
  // An adult's number is wrong in all the ways that any number is.
  const base = rule.replace("_adult", "");
  const general = base === rule ? [] : JSON.parse(
    readFileSync(new URL(`../Fixtures/vectors/${base}.json`, import.meta.url))).invalid;
  const check = /fieldRules\.check\("(\w+)"/.exec(text(at(at(widget["/AA"])["/V"])["/JS"]))[1];
  const codes = new Set(String(viewer.fieldRules[check]).match(/\bE_[A-Z]+\b/g));
  const seen = new Set();
  const wrapped = ({ input }) => /^['‘"“=]/.test(input);
  for (const { input, error, reason } of [...vectors.invalid, ...general].filter((vector) => texts(vector) && !wrapped(vector))) {
    run(widget, "/V", { value: input });
    if (!(error in viewer.fieldRules.words)) continue;
    seen.add(error);
    expect(viewer.alerts.length === 1 && viewer.alerts[0].startsWith(sentence(error, label)), key, input, error, reason, viewer.alerts);
  }
  for (const code of codes) expect(seen.has(code), key, code, "no vector provokes it");
}
expect(widgets.length > 0 && fields.length > 0, "nothing was run");
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
