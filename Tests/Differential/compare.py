"""Compares zhinan's rules with other libraries on generated values.

usage: compare.py ZHINAN [COUNT]

Peers: python-stdnum (uscc, citizen_id, bank_card), id-validator (citizen_id, residence_permit_hmt), phonenumbers (mobile,
landline). Where both say the same, nothing is printed. Every difference must be one that known.py explains; any other
fails. The values are made up (seeded), valid ones with changed, swapped, missing and foreign characters among them.
"""
import collections
import json
import multiprocessing
import random
import subprocess
import sys

import generate
import known

zhinan = sys.argv[1]
count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
share = count // len(generate.RULES) + 1


def compare(rule):
    """One rule's values: how many comparisons, the differences by peer and reason, the unexplained ones in words."""
    source = random.Random(f"zhinan {rule}")
    values = [generate.mutated(generate.RULES[rule](source), source) for _ in range(share)]
    lines = "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)
    run = subprocess.run(
        [zhinan, "rule", rule, "--jsonl", "--today", known.TODAY.isoformat()], input=lines, capture_output=True, text=True,
        check=False)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if run.returncode not in (0, 1) or len(answers) != len(values):
        sys.exit(f"{rule}: {len(answers)} answers to {len(values)} values, exit code {run.returncode}: {run.stderr[:500]}")
    compared, seen, unexplained = 0, collections.Counter(), []
    for peer, says in known.peers()[rule].items():
        for value, answer in zip(values, answers):
            compared += 1
            if bool(says(value)) == answer["ok"]:
                continue
            reason = known.explain(rule, peer, value, answer)
            seen[(rule, peer, reason)] += 1
            if reason is None:
                unexplained.append(f"unexplained: {rule} {value!r}: zhinan {answer}, not so {peer}")
    return compared, seen, unexplained


with multiprocessing.Pool() as pool:
    results = pool.map(compare, generate.RULES, chunksize=1)
compared = sum(result[0] for result in results)
unexplained = [line for result in results for line in result[2]]
print("\n".join(unexplained[:20]))
for _, seen, _ in results:
    for (rule, peer, reason), number in sorted(seen.items(), key=str):
        print(f"  {rule} / {peer}: {number} × {reason}")
print(f"differential: {compared - len(unexplained)} passed, {len(unexplained)} failed")
sys.exit(1 if unexplained or compared < count else 0)
