"""`zhinan form batch` where it hurts: killed, stopped, disk full, several processes, a terminal, a million rows.

usage: python Tests/Batch/batch.py ZHINAN [CASE …]      a case is killed, stopped, twice, ignored, waiting, report_full, disk_full, parallel, terminal, million
With CI=1 a case that this machine cannot run fails.
"""
import collections
import csv
import hashlib
import json
import os
import pathlib
import pty
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

zhinan = str(pathlib.Path(sys.argv[1]).resolve())
project = pathlib.Path(__file__).resolve().parent.parent.parent
tiny = project / "Tests/Fixtures/TinyGuide"
header = ["name", "born", "kind", "branches", "number"]
passed = 0
# Seconds after which something that should end at once counts as stuck, on however busy a machine.
PATIENCE = 300


def check(truth, what):
    global passed
    if not truth:
        sys.exit(f"batch: failed: {what}")
    passed += 1


def command(records, output, *more):
    return [zhinan, "form", "batch", "library-card", str(records), "-o", str(output), "--root", str(tiny),
            "--today", "2026-12-01", "--lang", "en", *map(str, more)]


def write(path, rows, start=0):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in range(start, start + rows):
            writer.writerow([f"Zoë {chr(65 + row % 26)} Lee", f"{1950 + row % 50}-01-{1 + row % 28:02}", "new", "town;hill", ""])


def pdfs(folder):
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).glob("*.pdf")}


def hidden(folder):
    return sorted(path.name for path in pathlib.Path(folder).iterdir() if path.name.startswith("."))


def wait_for(folder, count, process):
    while process.poll() is None:
        if folder.exists() and sum(name.endswith(".pdf") for name in os.listdir(folder)) >= count:
            return
        time.sleep(0.002)
    sys.exit("batch: failed: it ended before it could be stopped; use more rows")


def wait_until_heeded(process, *numbers):
    """Until the command has taken signals over: they are ignored or caught, which the kernel shows."""
    while process.poll() is None:
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        masks = [int(line.split()[1], 16) for line in status.splitlines() if line.startswith(("SigIgn:", "SigCgt:"))]
        is_command = os.path.realpath(f"/proc/{process.pid}/exe") == zhinan
        if is_command and all((masks[0] | masks[1]) >> (number - 1) & 1 for number in numbers):
            time.sleep(0.5)  # the source that listens is activated right after
            return
        time.sleep(0.01)
    sys.exit("batch: failed: it ended before it could be stopped")


def wait_until_stuck(process):
    """Until the command gets no further: it has used no time for a second."""
    def used():
        fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return int(fields[11]) + int(fields[12])
    before, since = used(), time.monotonic()
    while process.poll() is None and time.monotonic() - since < 1:
        time.sleep(0.1)
        if used() != before:
            before, since = used(), time.monotonic()


def whole(found, reference, what):
    check(found and all(reference.get(name) == pdf for name, pdf in found.items()), f"{what}: every PDF is whole")


def killed(work, records, reference):
    """kill -9 leaves whole PDFs only, no other file, and the next run makes the rest."""
    for count in (1, 40, 150):
        folder = work / f"killed-{count}"
        process = subprocess.Popen(command(records, folder, "--report", work / "killed.json"),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(folder, count, process)
        process.kill()
        process.wait()
        found = pdfs(folder)
        whole(found, reference, "killed")
        check(len(found) < len(reference), "killed: in the middle")
        check(hidden(folder) == [".zhinan-batch"], "killed: nothing half-written lies about")
        check(not (work / "killed.json").exists(), "killed: no half report")
        again = subprocess.run(command(records, folder), capture_output=True, text=True)
        check(again.returncode == 0 and pdfs(folder) == reference, "killed: the next run makes the rest")
        check(again.stdout.startswith(f"Done: {len(reference) - len(found)} filled, {len(found)} unchanged, 0 failed"),
              f"killed: what was done is not done again: {len(found)} were there: {again.stdout}")


def stopped(work, records, reference):
    """Ctrl-C and SIGTERM end it in order: 130, a valid report, whole PDFs."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        folder, report = work / f"stopped-{number}", work / "stopped.json"
        process = subprocess.Popen(command(records, folder, "--report", report), stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, text=True)
        wait_for(folder, 60, process)
        process.send_signal(number)
        check(process.wait(PATIENCE) == 130, "stopped: exit code 130")
        check("Stopped: " in process.stdout.read(), "stopped: says so")
        found = pdfs(folder)
        whole(found, reference, "stopped")
        told = json.loads(report.read_text())
        check(told["state"] == "stopped" and 0 < told["filled"] < len(reference), "stopped: the report says so")
        sums = {row["file"]: row["sha256"] for row in told["rows"]}
        check(sums == {name: hashlib.sha256(pdf).hexdigest() for name, pdf in found.items()},
              "stopped: the report has every PDF")
        check(hidden(folder) == [".zhinan-batch"], "stopped: nothing half-written lies about")
        check(subprocess.run(command(records, folder), capture_output=True).returncode == 0, "stopped: goes on")
        check(pdfs(folder) == reference, "stopped: the next run makes the rest")


def stopped_twice(work):
    """A second signal, of whatever kind, ends at once a batch that cannot come to its end; ignored ones stay ignored."""
    records = work / "wrong.csv"
    records.write_text(",".join(header) + "\n" + "Ann Lee,no,new,town,\n" * 5000)
    pairs = [(signal.SIGINT, signal.SIGTERM), (signal.SIGTERM, signal.SIGINT), (signal.SIGHUP, signal.SIGHUP),
             (signal.SIGHUP, signal.SIGTERM)]
    for first, second in pairs:
        # Nobody reads what it says, so it waits.
        process = subprocess.Popen(command(records, work / "twice"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   pipesize=4096)
        wait_until_heeded(process, signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        wait_until_stuck(process)
        process.send_signal(first)
        time.sleep(1)
        check(process.poll() is None, f"twice: {first.name} does not end what waits")
        process.send_signal(second)
        check(process.wait(PATIENCE) == -second, f"twice: {second.name} after {first.name} ends it at once")
        process.stderr.close()


def ignored(work):
    """What is ignored from the start, as by nohup, stops nothing."""
    script = 'trap "" HUP INT; exec "$@"'
    process = subprocess.Popen(["sh", "-c", script, "sh", *command("-", work / "ignored", "--input-format", "csv")],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    process.stdin.write((",".join(header) + "\nAnn Lee,1990-01-01,new,town,\n").encode())
    process.stdin.flush()
    wait_until_heeded(process, signal.SIGTERM)
    process.send_signal(signal.SIGHUP)
    process.send_signal(signal.SIGINT)
    time.sleep(1)
    check(process.poll() is None, "ignored: it goes on")
    output, _ = process.communicate(b"Bob Lee,1990-01-01,new,town,\n", timeout=PATIENCE)
    check(process.returncode == 0 and output.startswith(b"Done: 2 filled"), f"ignored: it is done: {output}")


def stopped_while_waiting(work):
    """A batch whose input says nothing ends at once all the same."""
    process = subprocess.Popen(command("-", work / "waiting", "--input-format", "csv"), stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    process.stdin.write(b"name,born,kind,branches,number\nAnn Lee,1990-01-01,new,town,\n")
    process.stdin.flush()
    wait_until_heeded(process, signal.SIGINT)
    process.send_signal(signal.SIGINT)
    check(process.wait(PATIENCE) == 130, "waiting: exit code 130")


def report_full(work):
    """A report that lacks bytes never gets its name; the batch stops, and the other report has what was done."""
    records, short, long = work / "wrong-rows.csv", work / "short.json", work / "long.csv"
    with open(records, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in range(3000):
            writer.writerow([f"Zoë {row} Lee", "1950-13-01", "neither", "nowhere", ""])

    def limit():  # a file of more than 100 kB fails as on a full disk
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    run = subprocess.run(command(records, work / "report-full", "--report", short, "--report", long),
                         capture_output=True, text=True, preexec_fn=limit)
    check(run.returncode == 74, f"report_full: 74: {run.returncode} {run.stderr[-300:]}")
    check("file too large" in run.stderr, "report_full: told")
    check(not short.exists(), "report_full: no name for a report that lacks rows")
    with open(long, encoding="utf-8-sig", newline="") as file:
        told = [int(row["row"]) for row in csv.DictReader(file)]
    check(told == list(range(1, len(told) + 1)) and f"{len(told)} failed" in run.stdout + run.stderr,
          "report_full: the other has every row that was done")
    check(not [name for name in os.listdir(work) if name.startswith(".zhinan")], "report_full: no rest")


def disk_full(work, records, reference):
    """A full disk: 74, a clear sentence, whole PDFs only; with room it goes on."""
    disk = work / "disk"
    disk.mkdir()
    script = f"""
        mount -t tmpfs -o size=3m none {disk} || exit 99
        "$@"; echo "code $?"
        cp -a {disk}/out {work}/full
        mount -o remount,size=400m {disk}
        "$@"; echo "code $?"
        cp -a {disk}/out {work}/roomy
        """
    arguments = ["sh", "-c", script, "sh", *command(records, disk / "out", "--report", work / "full.json")]
    # Root needs no user namespace, which a container may forbid even where it allows mounts.
    ways = [["unshare", "--map-root-user", "--mount"]] + ([["unshare", "--mount"]] if os.geteuid() == 0 else [])
    for way in ways:
        run = subprocess.run([*way, *arguments], capture_output=True, text=True)
        if "code" in run.stdout:
            break
    else:
        said = f"a small disk could not be mounted: {run.stderr.strip()}"
        if os.environ.get("CI") == "1":
            sys.exit(f"batch: failed: disk_full: {said}")
        print(f"batch: NOT TESTED: disk_full: {said}")
        return
    check("code 74" in run.stdout and run.stdout.count("code 0") == 1, f"full: 74, then 0: {run.stdout} {run.stderr}")
    check("cannot be written: no space left. [output.unwritable]" in run.stderr, f"full: told: {run.stderr}")
    found = pdfs(work / "full")
    whole(found, reference, "full")
    check(len(found) < len(reference) and hidden(work / "full") == [".zhinan-batch"], "full: nothing half-written")
    check(pdfs(work / "roomy") == reference, "full: with room it goes on")


def parallel(work, records, reference):
    """GNU parallel with two workers, by shards of one file and by pieces of a pipe."""
    run = subprocess.run(["parallel", "-j2", *command(records, work / "shards", "--jobs", 1, "--shard", "{}/2",
                                                      "--report", work / "shard-{}.json"), ":::", "1", "2"],
                         capture_output=True, text=True)
    check(run.returncode == 0 and pdfs(work / "shards") == reference, f"parallel: shards make all PDFs: {run.stderr}")
    rows = [row["row"] for number in (1, 2) for row in json.loads((work / f"shard-{number}.json").read_text())["rows"]]
    check(sorted(rows) == list(range(1, len(reference) + 1)), "parallel: every row in one report")
    with open(records) as file:
        run = subprocess.run(["parallel", "-j2", "--pipe", "--header", ":", "-N", "400",
                              *command("-", f"{work}/pieces/{{#}}", "--input-format", "csv")],
                             stdin=file, capture_output=True, text=True)
    found = [pdf for folder in (work / "pieces").iterdir() for pdf in pdfs(folder).values()]
    check(run.returncode == 0 and sorted(found) == sorted(reference.values()), "parallel: pieces make all PDFs")


def on_terminal(records, folder, stops):
    """Exit code and what a terminal shows of a batch, which is stopped once its bar was seen or comes to its end."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(command(records, folder), stdout=subprocess.DEVNULL, stderr=follower)
    os.close(follower)
    seen, stopped = b"", not stops
    while True:
        try:
            part = os.read(leader, 4096)
        except OSError:
            break
        if not part:
            break
        seen += part
        if not stopped and b" %, about " in seen and b"rows a second" in seen:
            process.send_signal(signal.SIGINT)
            stopped = True
    os.close(leader)
    return process.wait(), seen.decode()


def terminal(work, records):
    """On a terminal one line shows how far it is, and is gone at the end."""
    long = work / "long.csv"
    write(long, 100_000)  # longer than the bar waits for on any machine
    code, text = on_terminal(long, work / "terminal-stopped", True)
    check(code == 130 and "[" in text and " %, about " in text and "rows a second" in text,
          f"terminal: a bar: {code} {text[:200]!r}")
    check("\n" not in text and text.endswith("\r\x1b[K"), f"terminal: the bar is gone at the end: {text[-40:]!r}")
    # One that comes to its end may do so before the bar is first shown.
    code, text = on_terminal(records, work / "terminal", False)
    check(code == 0 and "\n" not in text and (not text or text.endswith("\r\x1b[K")),
          f"terminal: nothing is left: {code} {text[-40:]!r}")


def million(work):
    """A million rows, most of them wrong in one of five ways, one of 10 MB: all told, in constant memory."""
    records, report = work / "million.csv", work / "million.json"
    good, kinds = 0, [
        "Ann Lee,1990-02-30,new,town,\n", "Ann Lee,1990-01-01,new\n", "Ann \"Lee,1990-01-01,new,town,\n",
        "Ann Lee,1990-01-01,none,town,\n", None]
    with open(records, "wb") as file:
        file.write((",".join(header) + "\n").encode())
        for row in range(1, 1_000_001):
            if row == 500_000:
                file.write(b"\"" + b"x" * 10_000_000 + b"\",1990-01-01,new,town,\n")
            elif row % 5_000 == 0:
                good += 1
                file.write(f"Zoë Lee,{1900 + row // 10_000}-01-01,new,town,\n".encode())
            else:
                file.write((kinds[row % 5] or "").encode() or b"Ann \xff,1990-01-01,new,town,\n")
    start = time.monotonic()
    with open(work / "million.txt", "wb") as told:
        process = subprocess.Popen(command(records, work / "million", "--report", report, "--report",
                                           work / "million-report.csv"), stdout=subprocess.PIPE, stderr=told)
        output = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    check(os.waitstatus_to_exitcode(status) == 1, "million: exit code 1")
    check(output.startswith(f"Done: {good} filled, 0 unchanged, {1_000_000 - good} failed"), f"million: {output}")
    check(len(pdfs(work / "million")) == good, "million: the good ones are filled")
    check(usage.ru_maxrss < 150_000, f"million: memory under 150 MB, but {usage.ru_maxrss} KB")
    states, number, ids = {"filled": 0, "failed": 0}, 0, collections.Counter()
    with open(report, encoding="utf-8") as file:
        for line in file:
            if line.startswith('{"row":'):
                row = json.loads(line.rstrip(",\n"))
                number += 1
                if row["row"] != number or row["line"] != number + 1:
                    sys.exit(f"batch: failed: million: row {number} has the wrong place: {line}")
                states[row["state"]] += 1
                ids.update(problem["id"] for problem in row["diagnostics"])
    check(states == {"filled": good, "failed": 1_000_000 - good}, "million: every row is in the report")
    check(set(ids) == {"record.E_DATE", "record.E_REQUIRED", "record.cells", "record.quote", "record.E_OPTION", "record.encoding",
                  "record.too-large", "record.repeated-row"}, f"million: all kinds are told: {ids}")
    # Of rows that were filled the report alone tells warnings.
    check(ids.pop("record.repeated-row") < good, "million: the first of the records that are the same is not told of")
    with open(work / "million-report.csv", encoding="utf-8-sig", newline="") as file:
        check(sum(1 for _ in csv.DictReader(file)) == 1_000_000, "million: every row is in the CSV report")
    # Of each kind a hundred are printed with their places, and the rest are counted.
    printed, counted = collections.Counter(), collections.Counter()
    with open(work / "million.txt", encoding="utf-8") as file:
        for line in file:
            if rest := re.search(r": … and ([0-9,]+) more of this kind \[(.*)\]$", line):
                counted[rest[2]] += int(rest[1].replace(",", ""))
            elif place := re.match(re.escape(str(records)) + r":[0-9]+:.*\[(.*)\]$", line):
                printed[place[1]] += 1
    check(printed + counted == ids, f"million: every failure is told or counted: {printed} {counted} {ids}")
    check(max(printed.values()) == 100, f"million: a hundred of a kind are printed: {printed}")
    print(f"batch: a million rows in {seconds:.0f} s, {usage.ru_maxrss // 1024} MB")


# A shell that runs this in the background lets SIGINT be ignored, which the programs started here would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
work = pathlib.Path(tempfile.mkdtemp(prefix="zhinan-batch-"))
try:
    records = work / "records.csv"
    write(records, 1600)  # so many that a busy tester still stops it in the middle
    run = subprocess.run(command(records, work / "reference", "--jobs", 1), capture_output=True, text=True)
    check(run.returncode == 0 and run.stdout.startswith("Done: 1600 filled"), f"a batch: {run.stdout} {run.stderr}")
    reference = pdfs(work / "reference")
    check(len(reference) == 1600, "1600 PDFs")
    cases = {
        "killed": lambda: killed(work, records, reference), "stopped": lambda: stopped(work, records, reference),
        "twice": lambda: stopped_twice(work),
        "ignored": lambda: ignored(work), "waiting": lambda: stopped_while_waiting(work),
        "report_full": lambda: report_full(work), "disk_full": lambda: disk_full(work, records, reference),
        "parallel": lambda: parallel(work, records, reference), "terminal": lambda: terminal(work, records),
        "million": lambda: million(work)}
    for name in sys.argv[2:] or cases:
        cases[name]()
finally:
    shutil.rmtree(work, ignore_errors=True)
print(f"batch: {passed} passed, 0 failed")
