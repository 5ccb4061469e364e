// Checks records against the published compiled forms through the WebAssembly module and through the command, and
// compares what each finds: the same bytes of rules, the same problems.
//
// usage: records.mjs MODULE.wasm SITE_VERSION_FOLDER ZHINAN
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [modulePath, folder, zhinan] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(modulePath), {});
const { memory, reserve, reply, form, check } = instance.exports;
const today = "2026-11-22";

function send(bytes) {
  const place = reserve(bytes.length) >>> 0;
  new Uint8Array(memory.buffer).set(bytes, place);
}

const application = JSON.parse(readFileSync("content/2026-11/examples/ca-application/reissue-pickup.json", "utf8"));
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

let passed = 0;
let failed = 0;
const work = mkdtempSync(join(tmpdir(), "records-"));
records.forEach(([id, record], number) => {
  send(readFileSync(join(folder, "forms", `${id}.form`)));
  if (form() !== 1) throw new Error(`${id}.form was not taken`);
  send(new TextEncoder().encode(`${today}\n${JSON.stringify(record)}`));
  const length = check();
  const answer = JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, reply() >>> 0, length)));
  const path = join(work, `${number}.json`);
  writeFileSync(path, JSON.stringify(record));
  const run = spawnSync(zhinan, ["form", "check", id, path, "--today", today, "--format", "json"], { encoding: "utf8" });
  const told = run.stderr.split("\n").filter(Boolean).map((line) => JSON.parse(line).id.replace("record.", "")).sort();

  const found = answer.problems.map((problem) => problem.code).sort();
  const same = answer.ok === (run.status === 0) && JSON.stringify(told) === JSON.stringify(found);
  if (same) passed += 1;
  else {
    failed += 1;
    console.log(`${id} ${number}: the module finds ${answer.ok} ${found}, the command ${run.status} ${told}`);
  }
});
send(new Uint8Array([1, 2, 3]));
if (form() === 0) passed += 1;
else failed += 1;
rmSync(work, { recursive: true });
console.log(`records through WebAssembly and the command: ${passed} passed, ${failed} failed`);
process.exit(failed || passed < 12 ? 1 : 0);
