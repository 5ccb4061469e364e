"""Clean builds give the same bytes, wherever, whenever and under whatever settings they are made.

usage: same.py ZHINAN

This guide and TinyGuide are built from copies of their folders: under other names, at another depth, by a link, with the
files made in another order and with other dates, in other languages and time zones, with another umask, on one processor,
and years later with the same `--today`. Each site, the list of its files and its zip must be those of the first. Needs
locales and faketime (Debian).
"""
import contextlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
zhinan = str(pathlib.Path(sys.argv[1]).resolve())
GUIDES = {"guide": PROJECT, "TinyGuide": PROJECT / "Tests/Fixtures/TinyGuide"}
# A copy's folder, the site's, and what differs besides.
WAYS = [
    ("a", "site", {"LC_ALL": "C", "TZ": "UTC"}, {}),
    ("b/深的/folder with spaces & signs", "x/y/z/站点 #1", {"LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"}, {"order": "backwards", "umask": 0o077}),
    ("c/d", "s", {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "Pacific/Kiritimati"}, {"order": "by size", "umask": 0o002, "processors": {0}, "clock": "2031-03-05 23:59:58"}),
    ("e", "t/u", {"LC_ALL": "ar_EG.UTF-8", "TZ": "America/St_Johns", "HOME": "/nonexistent", "TMPDIR": None}, {"order": "forwards", "here": True}),
]
passed = failed = 0


def check(truth, what):
    global passed, failed
    if truth:
        passed += 1
    else:
        failed += 1
        print(f"FAILED: {what}")


def copied(guide, root, order):
    """A copy of a guide, its files made one by one in an order of their own; a folder lists them as they came."""
    files = [file.relative_to(guide) for name in ("content", "templates") for file in sorted((guide / name).rglob("*")) if file.is_file()]
    if order == "backwards":
        files.reverse()
    elif order == "by size":
        files.sort(key=lambda file: ((guide / file).stat().st_size, str(file)[::-1]))
    for number, file in enumerate(files):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(guide / file, root / file)
        if order:
            os.utime(root / file, (1e9 + 1e6 * number, 1e9 + 1e6 * number))


def languages(work):
    """Makes the languages of the builds; a machine has few."""
    for language in ("zh_CN", "tr_TR", "ar_EG"):
        subprocess.run(["localedef", "--no-archive", "-i", language, "-f", "UTF-8", work / f"{language}.UTF-8"], check=True)
    os.environ["LOCPATH"] = str(work)


def built(root, output, settings, umask=0o022, processors=None, here=False, clock=None, **_):
    """Builds a site and its zip."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    environment.update(settings)
    if "TMPDIR" in settings:
        environment["TMPDIR"] = str(output.parent / "tmp")
        (output.parent / "tmp").mkdir(parents=True)
    output.parent.mkdir(parents=True, exist_ok=True)
    where = ["--root", root] if not here else []

    def before():
        os.umask(umask)
        if processors:
            os.sched_setaffinity(0, processors & os.sched_getaffinity(0) or os.sched_getaffinity(0))

    clocks = ["faketime", clock] if clock else []
    told = subprocess.run([*clocks, zhinan, "build", *where, "--output", output, "--zip", output.parent / "guide.zip", "--today", "2026-12-01"],
                          capture_output=True, text=True, env=environment, cwd=root if here else None, preexec_fn=before)
    if told.returncode:
        sys.exit(f"same: {root} does not build: {told.stdout}{told.stderr}")


def content(site):
    """The bytes of all files, the hidden ones and the zip too."""
    files = {str(file.relative_to(site)): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}
    files["guide.zip"] = (site.parent / "guide.zip").read_bytes()
    return files


def main():
    # Memory lists the newest file first; a disk lists files by the hash of their names, in whatever order they came.
    with contextlib.ExitStack() as stack:
        disk, memory = (pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(dir=place))).resolve() for place in (None, "/dev/shm"))
        languages(disk)
        for name, guide in GUIDES.items():
            first, listings = None, set()
            for number, (folder, output, settings, ways) in enumerate(WAYS):
                base = (memory if "order" in ways else disk) / name / str(number)
                root = base / folder
                copied(guide, root, ways.get("order"))
                listings.add(tuple(str(pathlib.Path(where).relative_to(root) / name)
                                   for where, folders, names in os.walk(root) for name in folders + names))
                if ways.get("here"):
                    (base / "link").symlink_to(root)
                    root = base / "link"
                built(root, base / output, settings, **ways)
                site = content(base / output)
                if first is None:
                    first = site
                    check(len(first) > 20, f"{name}: {len(first)} files")
                    continue
                check(first.keys() == site.keys(), f"{name}, {folder}: other files: {sorted(first.keys() ^ site.keys())[:10]}")
                for file in first.keys() & site.keys():
                    check(first[file] == site[file], f"{name}, {folder}: {file} differs at byte {difference(first[file], site[file])}")
                for place in (disk, memory, guide, pathlib.Path.home()):
                    holding = [file for file, bytes in site.items() if str(place).encode() in bytes and len(str(place)) > 6]
                    check(not holding, f"{name}: {place} stands in {holding[:5]}")
            check(len(listings) > 2, f"{name}: the copies list their files in {len(listings)} orders")
            print(f"same: {name}: {len(first)} files, {sum(map(len, first.values())):,} bytes, {len(WAYS)} builds, files listed in {len(listings)} orders")
    print(f"same: {passed} passed, {failed} failed")
    return 1 if failed else 0


def difference(one, other):
    return next((place for place, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))


sys.exit(main())
