"""How fast one program makes the bench's pages: every peer calls `race`, which answers with one line of JSON."""

import json
import sys
import time
from pathlib import Path

TASK = Path(sys.argv[1])
FONT = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
PAIRS = (TASK / "pairs.txt").read_text().split("\n")


def pair(document):
    """What stands for 示例 in a document."""
    return PAIRS[document % len(PAIRS)]


def operations():
    """The flat page as lists of words: page.txt, see TaskFiles.swift."""
    for line in (TASK / "page.txt").read_text().splitlines():
        kind, *words = line.split(" ", 5 if line.startswith(("text", "value")) else -1)
        texts = 1 if kind in ("text", "value") else 0
        numbers = [float(word) for word in words[: len(words) - texts]]
        yield kind, numbers, words[-1] if texts else ""


def race(name, version, make):
    """Times `make(document) -> bytes`: the best of three rounds, each of 3 s, or of 1 s and 200 documents."""
    first = make(0)
    (TASK / f"{name}.pdf").write_bytes(first)
    best, document = 0.0, 0
    for _ in range(3):
        made, start, passed = 0, time.process_time(), 0.0
        while passed < 1 or (made < 200 and passed < 3):
            made, document = made + 1, document + 1
            make(document)
            passed = time.process_time() - start
        best = max(best, made / passed)
    print(json.dumps({"name": name, "version": version, "rate": best, "bytes": len(first)}))
