"""Opens filled PDFs in the browser's module, as this program and others saved them, and compares what it takes with
what `zhinan form read` reads: the same answers, or none and a note, never others.

usage: reopen.py ZHINAN SITE

Every record of Tests/Fixtures/records and of the examples is filled plainly and locked, then written anew by pypdf,
PyMuPDF, pikepdf (libqpdf: object streams, none, linearised, an owner's password) and PDFium.
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import pikepdf
import pymupdf
import pypdf

project = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(project / "Tests/PDF"))
import libraries  # noqa: E402
from edition import VERSION  # noqa: E402

zhinan, site = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
version = site / VERSION
work = pathlib.Path(tempfile.mkdtemp(prefix="zhinan-reopen-"))
failures = []
counts = {"same": 0, "none": 0, "checks": 0}


def check(passed, sentence):
    counts["checks"] += 1
    if not passed:
        failures.append(sentence)
        print(f"reopen: {sentence}", file=sys.stderr)


def run(*arguments):
    command = [zhinan, "form", *map(str, arguments), "--today", "2026-12-01", "--lang", "zh-CN"]
    return subprocess.run(command, capture_output=True, text=True, cwd=project)


def opened(files):
    """What the module answers for each of [(form, path)]."""
    paths = work / "paths.json"
    paths.write_text(json.dumps([[form, str(path)] for form, path in files]))
    command = ["node", project / "Tests/Browser/reopen.mjs", site, version.name, "zh-CN", paths]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def read(form, path):
    """What the command reads, and the ids of what it tells."""
    done = run("read", path, "--form", version / f"forms/{form}.form", "--as", "json", "--format", "json")
    told = [json.loads(line) for line in done.stderr.splitlines()]
    return (json.loads(done.stdout) if done.stdout.strip() else None), told


def save(how, source, target):
    if how == "pypdf":
        pypdf.PdfWriter(clone_from=source).write(target)
    elif how == "pypdf update":
        writer = pypdf.PdfWriter(str(source), incremental=True)
        writer.add_metadata({"/Note": "x"})
        writer.write(target)
    elif how == "PyMuPDF":
        with pymupdf.open(source) as pdf:
            pdf.save(target, garbage=4, deflate=True)
    elif how == "PyMuPDF streams":
        with pymupdf.open(source) as pdf:
            pdf.save(target, garbage=1, use_objstms=1, deflate=True)
    elif how == "pdfium":
        libraries.ALL["pdfium"].fill(source, target, {})
    else:
        modes = pikepdf.ObjectStreamMode
        options = {
            "qpdf streams": {"object_stream_mode": modes.generate}, "qpdf tables": {"object_stream_mode": modes.disable},
            "qpdf linear": {"linearize": True, "object_stream_mode": modes.generate},
            "qpdf unpacked": {"compress_streams": False, "object_stream_mode": modes.disable},
            "qpdf password": {"encryption": pikepdf.Encryption(owner="x", user="")},
        }[how]
        with pikepdf.open(source) as pdf:
            pdf.save(target, **options)


WRITERS = ["pypdf", "pypdf update", "PyMuPDF", "PyMuPDF streams", "pdfium", "qpdf streams", "qpdf tables", "qpdf linear",
           "qpdf unpacked", "qpdf password"]
files = []
for folder in ("Tests/Fixtures/records", f"content/{VERSION}/examples"):
    for path in sorted((project / folder).glob("*/*.*")):
        form = path.parent.name
        for lock in ([], ["--lock", "all"], ["--flatten"]):
            if lock and folder.startswith("Tests") and int(path.stem) > 2:
                continue
            pdf = work / f"{len(files)}.pdf"
            if run("fill", version / f"forms/{form}.form", path, "-o", pdf, *lock).returncode:
                continue
            files.append((form, pdf, f"{path.name} {' '.join(lock)}"))
            for how in WRITERS if not lock and (len(files) % 3 == 0 or "examples" in folder) else []:
                again = work / f"{len(files)}.pdf"
                try:
                    save(how, pdf, again)
                except Exception as error:  # a writer's own trouble is not ours
                    print(f"reopen: {how} cannot write {path.name}: {error}")
                    continue
                files.append((form, again, f"{path.name} {how}"))
check(len(files) > 150, f"only {len(files)} files")


def plain(value):
    """The value; a date as it stands on paper, which the command leaves where a record has an error, in digits."""
    day = re.fullmatch(r"(\d{4})年(\d+)月(\d+)日", value) if isinstance(value, str) else None
    return "{}-{:02}-{:02}".format(*map(int, day.groups())) if day else value


def compare(form, title, answer, record, told, whole=True):
    errors = [one["id"] for one in told if one["severity"] == "error" and one["id"].startswith("pdf.")]
    if "record" in answer:
        # The command fills in defaults where an answer is lacking; a page does that when it checks.
        same = record is not None and (answer["record"] == record if whole else all(plain(record.get(key)) == plain(value) for key, value in answer["record"].items()))
        check(same and not errors,
              f"{form} {title}: {answer['record']} instead of {record} {errors}")
        counts["same"] += 1
    else:
        check(any(not note["warns"] for note in answer["notes"]), f"{form} {title}: nothing is told: {answer}")
        counts["none"] += 1


answers = opened([(form, path) for form, path, _ in files])
for (form, path, title), answer in zip(files, answers):
    record, told = read(form, path)
    compare(form, title, answer, record, told)
    refused = "--flatten" in title or "password" in title
    check(("record" in answer) != refused, f"{form} {title}: {answer}")
    for note in answer["notes"]:
        check("--" not in note["say"] + note.get("hint", ""), f"{title}: {note}")
        check(note["say"] != note["code"], f"{title}: {note}")
    ids = {note["code"] for note in answer["notes"]}
    known = {one["id"] for one in told} | {"pdf.encryption"}
    check(ids <= known, f"{form} {title}: {ids - known}")

# Another form, a record, what is neither, cut and changed files.
form, pdf, _ = files[0]
other = next(name for name in ("pickup", "seal-sample") if name != form)
whole = pdf.read_bytes()
record = opened([(form, pdf)])[0]["record"]


def written(name, content):
    (work / name).write_bytes(content)
    return work / name


cases = [
    (other, pdf, "pdf", form, "pdf.other-form"), (form, written("empty", b""), "other", None, "pdf.empty"),
    (form, written("a.txt", "你好".encode()), "other", None, "pdf.not-a-pdf"),
    (form, written("cut.pdf", whole[:-200]), "pdf", None, "pdf.damaged"),
    (form, written("a.json", json.dumps(record).encode()), "record", form, None),
    (other, written("b.json", json.dumps(record).encode()), "record", form, "form"),
    (form, written("c.json", b'{"orgName": "x"'), "record", None, "record.damaged"),
    (form, written("d.json", b'{"strange": "x", "agentName": ["x"]}'), "record", form, "unknown-field"),
    (form, written("e.json", b"[]"), "record", form, "type"),
    (form, written("f.json", b" " * 2 + b'{"a":"' + b"x" * (1 << 20) + b'"}'), "record", None, "pdf.too-large"),
]
for (asked, path, kind, named, code), answer in zip(cases, opened([(case[0], case[1]) for case in cases])):
    check((answer["kind"], answer.get("form")) == (kind, named), f"{path.name}: {answer}")
    check((code in [note["code"] for note in answer["notes"]]) if code else answer["record"] == record,
          f"{path.name}: {answer}")
check(opened([(form, work / "a.json")])[0]["record"] == record, "a record is not what was saved")

# Changed bytes: the module ends, and takes what the command takes, or nothing.
generator = random.Random(20261122)
changed = []
base = [files[0], next(file for file in files if file[2].endswith("qpdf tables")),
        next(file for file in files if file[2].endswith("PyMuPDF streams"))]
for number in range(1500):
    form, path, _ = base[number % 3]
    content = bytearray(path.read_bytes())
    # What follows the blank's pages changes most.
    start = generator.choice([0, len(content) // 2, max(0, len(content) - 4000)])
    for _ in range(generator.randrange(1, 4)):
        place = generator.randrange(start, len(content))
        content[place] = generator.choice([generator.randrange(256), content[place] ^ 1, 0x20, 0x30])
    if number % 10 == 0:
        del content[generator.randrange(start, len(content)):]
    changed.append((form, written(f"changed-{number}.pdf", bytes(content))))
taken = 0
for number, ((form, path), answer) in enumerate(zip(changed, opened(changed))):
    if "record" not in answer:
        check(answer["notes"], f"{path.name}: nothing is told")
        continue
    taken += 1
    if number % 15 == 0 or answer["record"] != answers[files.index(base[number % 3])]["record"]:
        record, told = read(form, path)
        compare(form, path.name, answer, record, told, whole=False)
check(taken > 50, f"only {taken} changed files were taken")

print(f"reopen: {counts['checks'] - len(failures)} passed, {len(failures)} failed: {len(files)} files saved by "
      f"{len(WRITERS) + 1} writers, {len(changed)} changed ones of which {taken} were taken; {counts['same']} compared "
      f"with the command are the same, {counts['none']} give nothing and say why")
sys.exit(1 if failures else 0)
