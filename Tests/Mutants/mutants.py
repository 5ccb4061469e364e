"""Changes one small thing at a time and asks the tests that should notice: `make mutants`.

usage: python Tests/Mutants/mutants.py [--list] [--jobs N] [--keep] [WORD …]      only the changes whose file or text holds a WORD

mutants.txt lists the changes. All of those in Swift are built together into a copy of the project, each behind a
switch that the environment variable ZHINAN_MUTANT turns; those in other files are made in the copy when their turn
comes. Every test is first run without a change and must pass. What no test notices is printed with its place.

Exit code: 0 every change was noticed, or is argued to be as good as the original; 1 one survived, or an argued one was
noticed; 2 the list is wrong: a snippet that is not found or not unique, a copy that does not build, a test that fails
by itself.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

project = pathlib.Path(__file__).resolve().parent.parent.parent
copy = project / ".build/mutants"
listing = pathlib.Path(__file__).with_name("mutants.txt")
SWITCH = """#if !arch(wasm32)
  internal import Glibc

  private let active = getenv("ZHINAN_MUTANT").map { Int(atol($0)) } ?? 0

  /// Whether a change is the one that is tried.
  func mutant(_ number: Int) -> Bool { active == number }
#endif
"""
NEVER = """#if arch(wasm32)
  func mutant(_ number: Int) -> Bool { false }
#endif
"""


class Mutant:
    """One change: `old` becomes `new` in `file`; `tests` are commands one of which must fail."""

    def __init__(self, file, tests, line):
        self.file, self.tests, self.line = file, list(tests), line
        self.old, self.new, self.reason, self.number, self.place = "", "", "", 0, 0
        self.own_tests = False

    @property
    def is_swift(self):
        return self.file.endswith(".swift")

    @property
    def replacement(self):
        """What stands in the copy: the new text behind the change's switch."""
        switch = f"mutant({self.number})"
        if "MUTANT" in self.new:
            # A pattern with a condition stands on a line of its own, or Swift warns of those beside it.
            return re.sub(r"(\S+ where !MUTANT)", r"\n\1", self.new).replace("MUTANT", switch)
        return f"({switch} ? ({self.new}) : ({self.old}))"

    def __str__(self):
        change = f"{self.old!r} → {self.new!r}"
        return f"{self.file}:{self.place}: {change}"


def read_list(text):
    """The changes of mutants.txt, whose head says how it is written."""
    mutants, file, tests, current, in_head = [], None, [], None, True
    for number, line in enumerate(text.splitlines(), 1):
        mark, rest = line[:2], line[2:]
        if not line.strip() or line.startswith("#"):
            current = None
        elif mark == "= ":
            file, tests, current, in_head = rest.strip(), [], None, True
        elif mark in ("? ", "! "):
            if current and current.new:
                if not current.own_tests:
                    current.tests, current.own_tests = [], True
                current.tests.append(line)
            else:
                tests = tests + [line] if in_head else [line]
        elif mark == "- ":
            if current is None or current.new:
                current = Mutant(file, tests, number)
                mutants.append(current)
            current.old += ("\n" if current.old else "") + rest
            in_head = False
        elif mark == "+ " and current:
            current.new += ("\n" if current.new else "") + rest
        elif mark == "~ " and current:
            current.reason += (" " if current.reason else "") + rest
        else:
            sys.exit(f"{listing.name}:{number}: not understood: {line}")
    for number, mutant in enumerate(mutants, 1):
        mutant.number = number
    return mutants


def locate(mutants):
    """Finds each snippet; the problems with those that are not there once."""
    problems = []
    for mutant in mutants:
        path = project / mutant.file
        text = path.read_text(encoding="utf-8") if path.is_file() else None
        count = 0 if text is None else text.count(mutant.old)
        if count == 1:
            mutant.place = text[:text.index(mutant.old)].count("\n") + 1
        else:
            what = "there is no such file" if text is None else f"found {count} times"
            problems.append(f"{listing.name}:{mutant.line}: {mutant.file}: {what}: {mutant.old!r}")
        if not mutant.tests or not mutant.new:
            problems.append(f"{listing.name}:{mutant.line}: no test, or nothing new")
    return problems


def mutated(text, mutants):
    """A file with all its changes behind their switches."""
    for mutant in sorted(mutants, key=lambda one: text.index(one.old), reverse=True):
        start = text.index(mutant.old)
        text = text[:start] + mutant.replacement + text[start + len(mutant.old):]
    return text


def make_copy(mutants):
    """Brings the copy up to date; only what differs is written, so that little is built again."""
    names = subprocess.run(["git", "ls-files", "-coz", "--exclude-standard"], cwd=project, check=True,
                           capture_output=True).stdout.decode().split("\0")
    wanted = {}
    for name in filter(None, names):
        path = project / name
        if path.is_file():
            wanted[name] = (path.read_bytes(), path.stat().st_mode)
    by_file, rooms = {}, set()
    for mutant in mutants:
        if mutant.is_swift:
            by_file.setdefault(mutant.file, []).append(mutant)
            rooms.add("/".join(mutant.file.split("/")[:3]))
    for file, changes in by_file.items():
        wanted[file] = (mutated(wanted[file][0].decode(), changes).encode(), 0o644)
    for room in rooms:
        wanted[f"{room}/Mutant+{room.split('/')[2]}.swift"] = (SWITCH.encode(), 0o644)
    wanted["Sources/Browser/Embedded/Mutant.swift"] = (NEVER.encode(), 0o644)
    for folder, folders, files in os.walk(copy):
        folders[:] = [name for name in folders if name != ".build"]
        for name in files:
            path = pathlib.Path(folder) / name
            if not path.is_symlink() and str(path.relative_to(copy)) not in wanted | {"Package.resolved": 0}:
                path.unlink()
    for name, (content, mode) in wanted.items():
        path = copy / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        path.chmod(mode & 0o777)
    resolved = project / "Package.resolved"
    if resolved.exists() and not (copy / "Package.resolved").exists():
        shutil.copy(resolved, copy / "Package.resolved")
    environment = copy / ".venv"
    if not environment.is_symlink():
        environment.symlink_to(project / ".venv")


def command(test):
    """A line of the list as a shell command in the copy."""
    if test.startswith("! "):
        return test[2:]
    filters = " ".join(f"--filter '{word}'" for word in test[2:].split())
    return f".build/debug/zhinanPackageTests.xctest --testing-library swift-testing {filters}"


def run(test, number, limit):
    """Whether a test passes with a change; one that does not end in time has noticed it. Its last words and seconds."""
    with tempfile.TemporaryDirectory(prefix="zhinan-mutant-") as work, open(f"{work}/said", "w+b") as said:
        environment = os.environ | {"ZHINAN_MUTANT": str(number), "WORK": work,
                                    "ZHINAN": str(copy / ".build/debug/zhinan"),
                                    "PYTHON": str(copy / ".venv/bin/python")}
        environment.pop("RECORD", None)
        start = time.monotonic()
        process = subprocess.Popen(["bash", "-c", "set -e; " + command(test)], cwd=copy, env=environment, stdout=said,
                                   stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True)
        try:
            code = process.wait(limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            code = process.wait()
        said.seek(0)
        words = said.read().decode(errors="replace")
        has_run = test.startswith("! ") or " 0 tests" not in words
        return code == 0 and has_run, words[-3000:], time.monotonic() - start


def survives(mutant, seconds):
    """Tries one change; `None` when a test notices it."""
    target = copy / mutant.file
    original = None if mutant.is_swift else target.read_bytes()
    try:
        if original is not None:
            target.write_text(original.decode().replace(mutant.old, mutant.new), encoding="utf-8")
        for test in mutant.tests:
            passes, _, _ = run(test, mutant.number if mutant.is_swift else 0, 60 + 10 * seconds[test])
            if not passes:
                return None
        return mutant
    finally:
        if original is not None:
            target.write_bytes(original)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--list", action="store_true")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("words", nargs="*")
    given = options.parse_args()
    everything = read_list(listing.read_text(encoding="utf-8"))
    problems = locate(everything)
    if problems:
        print("\n".join(problems))
        return 2
    chosen = [mutant for mutant in everything
              if not given.words or any(word in f"{mutant}" or word == str(mutant.number) for word in given.words)]
    if given.list:
        for mutant in chosen:
            print(f"{mutant.number:4} {mutant}{'  ~ ' + mutant.reason if mutant.reason else ''}")
        return 0
    make_copy(everything)
    print(f"building {sum(mutant.is_swift for mutant in everything)} changes together")
    build = subprocess.run(["swift", "build", "--build-tests"], cwd=copy, capture_output=True, text=True)
    if build.returncode:
        errors = [line for line in dict.fromkeys(build.stdout.splitlines()) if re.search(r"\.swift:\d+:\d+: error", line)]
        print("\n".join(errors[:40]) or build.stdout[-4000:] + build.stderr[-2000:])
        return 2
    seconds = {}
    for test in dict.fromkeys(test for mutant in chosen for test in mutant.tests):
        passes, words, seconds[test] = run(test, 0, 1800)
        if not passes:
            print(f"fails without a change: {test}\n{words}")
            return 2
    left, argued_and_noticed, done = [], [], 0
    swift = [mutant for mutant in chosen if mutant.is_swift]
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        def all_results():
            yield from zip(swift, pool.map(lambda mutant: survives(mutant, seconds), swift))
            for mutant in chosen:
                if not mutant.is_swift:
                    yield mutant, survives(mutant, seconds)
        for mutant, survivor in all_results():
            done += 1
            if survivor:
                print(f"{'argued' if mutant.reason else 'SURVIVES'} {mutant.number} {mutant}", flush=True)
                left += [mutant] if not mutant.reason else []
            elif mutant.reason:
                print(f"noticed, though it is argued: {mutant.number} {mutant}", flush=True)
                argued_and_noticed.append(mutant)
    argued = sum(bool(mutant.reason) for mutant in chosen)
    print(f"{done} changes: {done - len(left) - argued} noticed, {argued} argued, {len(left)} survive")
    return 1 if left or argued_and_noticed else 0


sys.exit(main())
