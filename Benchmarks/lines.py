"""Values through a pipe, a line each: `zhinan rule` beside python-stdnum.

Rates are lines a second of the program's own processor time on one core, the best of three runs. Before a rate counts,
there must be as many answers as lines, and both programs must say the same of every code.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ZHINAN = ".build/release/zhinan"
CODES = ["91210302WWG7LCMK6D", "91210303XX1LCR051Q", "11210300QQAD4NEK1J", "91210302WWG7LCMK6E"]
VALUES = {
    "org_code": "QQ11YD315", "citizen_id_adult": "210302197001019978", "residence_permit_hmt": "810000197001019989",
    "foreign_pr_id": "921840197001019971", "hk_macao_permit": "H12345678", "taiwan_permit": "12345678",
    "passport": "E12345678", "mobile": "13800000001", "landline": "024-67871188", "phone": "024-67871188",
    "phone_list": "024-67871177/1188", "email": "zhangsan@mail.example.com.cn", "postal_code": "114000",
    "bank_card": "6299990000000554331", "bank_account_corporate": "0412000000000001", "tax_id": "91210302XX1LCR051A",
    "person_name": "阿卜杜拉·买买提", "foreign_name": "Mary Ann O'Neil", "company_name": "岫岩满族自治县示例村股份经济合作社",
    "address": "辽宁省鞍山市铁东区示例路1号示例大厦A座1001", "region": "辽宁省/鞍山市/铁东区",
    "text": "关于变更单位名称的说明", "cert_serial": "3F00A91B2C4D5E6F", "code": "ORDER-20261122-0001",
    "date": "2026年11月22日", "number": "42", "fullwidth_fold": "９１２１０３０２",
}  # fmt: skip


def seconds(command, lines, answers):
    """Processor time of a command that gets the lines from a pipe and answers into a file."""
    with open(answers, "wb") as output:
        feed = subprocess.Popen(["cat", lines], stdout=subprocess.PIPE)
        process = subprocess.Popen(command, stdin=feed.stdout, stdout=output, stderr=subprocess.PIPE)
        feed.stdout.close()
        problems = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        feed.wait()
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command} ended with {status}: {problems.decode()}")
    return usage.ru_utime + usage.ru_stime


def rate(command, values, count, folder, written=str):
    """Lines a second, and the answers."""
    lines, answers = folder / "lines", folder / "answers"
    lines.write_text("".join(written(value) + "\n" for value in values) * (count // len(values)))
    best = min(seconds(command, lines, answers) for _ in range(3))
    said = answers.read_text().splitlines()
    assert len(said) == count, f"{command}: {len(said)} answers to {count} lines"
    return count / best, said


def quoted(value):
    return json.dumps(value, ensure_ascii=False)


def main():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        plain, ours = rate([ZHINAN, "rule", "uscc"], CODES, 2_000_000, folder)
        as_json, _ = rate([ZHINAN, "rule", "uscc", "--jsonl"], CODES, 2_000_000, folder, quoted)
        peer, theirs = rate([sys.executable, HERE / "peers/uscc_lines.py"], CODES, 100_000, folder)
        for code, our, their in zip(CODES, ours, theirs):
            assert json.loads(our)["ok"] == (their == "true"), f"{code}: zhinan {our}, python-stdnum {their}"
        print("credit codes through a pipe, a line each, one core, lines a second")
        print(f"zhinan rule uscc: {plain:,.0f} (aim: 2,000,000)")
        print(f"zhinan rule uscc --jsonl: {as_json:,.0f} (aim: 2,000,000)")
        print(f"python-stdnum: {peer:,.0f}; zhinan answers {plain / peer:.0f} times as many")
        rates = {}
        for rule, value in VALUES.items():
            for form, written in [((), str), (("--jsonl",), quoted)]:
                rates[(rule, *form)], _ = rate([ZHINAN, "rule", rule, *form], [value], 400_000, folder, written)
        print("other rules, the slowest first: "
              + ", ".join(f"{' '.join(name)} {rates[name] / 1e6:.1f} million" for name in sorted(rates, key=rates.get)[:6]))


main()
