"""The application form beside other programs: the same pages, the same 30 texts, the same font, on one core, in memory.

Rates are documents a second of processor time, the best of three rounds. The flat programs draw words, lines and values
but no fields. Before a rate counts, the first document must have its pages and all its values.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pikepdf

HERE = Path(__file__).parent
FONT = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
ZHINAN = ".build/release/zhinan"
COMPILED = "site/2026-12/forms/ca-application.form"
EXAMPLE = "content/2026-12/examples/ca-application/new-company.yml"


def run(*command):
    """The standard output of a command and its peak memory in MB."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as problems:
        process = subprocess.Popen([str(word) for word in command], stdout=output, stderr=problems)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            problems.seek(0)
            sys.exit(f"{command[0]} ended with {status}: {problems.read().decode()}")
        output.seek(0)
        return output.read().decode(), usage.ru_maxrss / 1024


def check(task, name):
    """The file has the blank's pages, and every value of the first document in its text and, if it has fields, there."""
    words = (task / "pairs.txt").read_text().split("\n")[0]
    texts = json.loads((task / "values.json").read_text())["texts"]
    command = ["pdftotext", "-raw", task / f"{name}.pdf", "-"]
    shown = re.sub(r"\s", "", subprocess.run(command, capture_output=True, check=True).stdout.decode())
    with pikepdf.open(task / f"{name}.pdf") as pdf, pikepdf.open(task / "blank.pdf") as blank:
        assert len(pdf.pages) == len(blank.pages), f"{name}: {len(pdf.pages)} pages"
        fields = pdf.Root.get("/AcroForm", {"/Fields": []})["/Fields"]
        values = {str(field.T): str(field.get("/V", "")) for field in fields}
    for field, value in ((text["name"], text["value"].replace("示例", words)) for text in texts):
        assert re.sub(r"\s", "", value) in shown, f"{name}: {field} cannot be read"
        assert not values or values[field] == value, f"{name}: {field} has another value"


def first_forms():
    """A form from process start to the file on disk, 40 times in turn: drawn anew from the guide, and filled into the
    published blank. Milliseconds and the peak memory of each; the files must be the same."""
    with tempfile.TemporaryDirectory() as folder:
        answers = {"from the guide": ("ca-application", []), "from the published compiled form": (COMPILED, [])}
        for number in range(40):
            for form, runs in answers.values():
                start = time.perf_counter()
                _, memory = run(ZHINAN, "form", "fill", form, EXAMPLE, "-o", f"{folder}/{len(form)}.pdf")
                runs.append(((time.perf_counter() - start) * 1000, memory))
        drawn, filled = (Path(folder, f"{len(form)}.pdf").read_bytes() for form, _ in answers.values())
        assert drawn == filled, "the published form gives another file; run `make site`"
        return {way: tuple(zip(*runs)) for way, (_, runs) in answers.items()}


def main():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    first = first_forms()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        task = Path(folder)
        run(".build/release/FormBench", "--task", task)
        check(task, "ours")
        ours, memory = run(".build/release/FormBench", "--json")
        ours = json.loads(ours)
        rows.append(("zhinan, filled", 1e9 / ours["fill"], ours["bytes"], memory))
        rows.append(("zhinan, checked, placed and filled", 1e9 / ours["whole"], ours["bytes"], memory))
        subprocess.run(["gcc", "-O2", "-o", task / "flat_libharu", HERE / "peers/flat_libharu.c", "-lhpdf"], check=True)
        scripts = ("fill_pikepdf.py", "flat_reportlab.py", "flat_typst.py")
        peers = [[sys.executable, HERE / "peers" / script, task] for script in scripts]
        for command in [*peers, [task / "flat_libharu", task, FONT]]:
            output, memory = run(*command)
            for line in output.splitlines():
                answer = json.loads(line)
                check(task, answer["name"])
                kind = "filled" if "pikepdf" in answer["name"] else "flat"
                # A process starts with its parent's peak, so a small one tells its own.
                rows.append(
                    (f"{answer['version']}, {kind}", answer["rate"], answer["bytes"], answer.get("memory", memory)))
    filled, whole = rows[0][1], rows[1][1]
    print("application form, 30 texts, LXGW WenKai, one core, in memory")
    print("the others get every text placed, so that “filled” is the like of what they do")
    print(f"{'':44}{'documents/s':>12}{'filled':>10}{'whole':>9}{'bytes':>10}{'peak MB':>9}")
    for name, rate, size, memory in rows:
        is_ours = name.startswith("zhinan")
        ratios = [("" if is_ours else f"{ours / rate:.1f} ×") for ours in (filled, whole)]
        print(f"{name:44}{rate:12,.0f}{ratios[0]:>10}{ratios[1]:>9}{size:10,.0f}{memory:9.0f}")
    peers = [row for row in rows if not row[0].startswith("zhinan")]
    for words, group in [
        ("fastest of them", peers),
        ("fastest of them whose file has at most 110,000 bytes", [row for row in peers if row[2] <= 110_000]),
    ]:
        name, rate, _, _ = max(group, key=lambda row: row[1])
        print(f"{words}: {name}; zhinan fills {filled / rate:.0f} times as many (aim: 40)")
    print(f"bytes a file: {rows[0][2]:,.0f} (aim: at most 110,000)")
    for way, (times, memories) in first.items():
        aim = " (aim: 50 ms)" if "compiled" in way else ""
        print(f"first form from process start, {way}: best {min(times):.0f} ms, "
              f"median {statistics.median(times):.0f} ms, peak {max(memories):.0f} MB{aim}")


main()
