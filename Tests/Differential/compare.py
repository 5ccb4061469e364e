"""Compares zhinan's rules with other libraries on generated values.

usage: compare.py ZHINAN [COUNT]

Peers: python-stdnum (uscc, citizen_id, bank_card), id-validator (citizen_id, residence_permit_hmt), phonenumbers (mobile,
landline). Where both say the same, nothing is printed. Every difference must be one that known.py explains; any other
fails. The values are made up (seeded), valid ones with changed, swapped, missing and foreign characters among them.
"""
import collections
import json
import random
import subprocess
import sys

import generate
import known

zhinan = sys.argv[1]
count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
peers = known.peers()
share = count // len(generate.RULES) + 1
seen = collections.Counter()
unexplained = 0
compared = 0

for rule, make in generate.RULES.items():
    source = random.Random(f"zhinan {rule}")
    values = [generate.mutated(make(source), source) for _ in range(share)]
    lines = "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)
    run = subprocess.run(
        [zhinan, "rule", rule, "--jsonl", "--today", known.TODAY.isoformat()], input=lines, capture_output=True, text=True,
        check=False)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if run.returncode not in (0, 1) or len(answers) != len(values):
        sys.exit(f"{rule}: {len(answers)} answers to {len(values)} values, exit code {run.returncode}: {run.stderr[:500]}")
    for value, answer in zip(values, answers):
        for peer, says in peers[rule].items():
            compared += 1
            verdict = says(value)
            if bool(verdict) == answer["ok"]:
                continue
            reason = known.explain(rule, peer, value, answer, verdict)
            seen[(rule, peer, reason)] += 1
            if reason is None:
                unexplained += 1
                if unexplained <= 20:
                    print(f"unexplained: {rule} {value!r}: zhinan {answer}, {peer} {verdict}")

for (rule, peer, reason), number in sorted(seen.items(), key=str):
    print(f"  {rule} / {peer}: {number} × {reason}")
print(f"differential: {compared - unexplained} passed, {unexplained} failed")
sys.exit(1 if unexplained or compared < count else 0)
