"""Reads PDFs that were damaged, altered or are no forms, and compares what is said with the expected problems.

usage: altered.py ZHINAN

RECORD=1 writes Tests/Fixtures/BrokenForms/expected-reading.txt anew and fails. Besides, many mutated files are read: the
command must end with 0 or 1, never otherwise, and never print half a record.
"""
import json
import pathlib
import random
import re
import stat
import subprocess
import sys
import tempfile

import pikepdf
import pymupdf

import recorded

zhinan = pathlib.Path(sys.argv[1]).resolve()
project = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(project / "Tests/Browser"))
from edition import VERSION  # noqa: E402
examples = project / f"content/{VERSION}/examples"
fixture = project / "Tests/Fixtures/BrokenForms/expected-reading.txt"
work = pathlib.Path(tempfile.mkdtemp(prefix="zhinan-altered-"))
failures = []


def form(*arguments):
    command = [zhinan, "form", *arguments, "--root", project, "--today", "2026-12-01", "--lang", "en"]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=work, timeout=60)


def check(passed, sentence):
    if not passed:
        failures.append(sentence)
        print(f"altered: {sentence}", file=sys.stderr)


def edited(edit):
    """A maker of PDFs that pikepdf changes."""

    def make(source, output):
        with pikepdf.open(source) as pdf:
            fields = {str(field.get("/T", "")): field for field in pdf.Root.AcroForm.Fields}
            save = edit(pdf, fields) or {}
            pdf.save(output, **save)

    return make


def written(change):
    def make(source, output):
        output.write_bytes(change(source.read_bytes()))

    return make


def value(name, text):
    def edit(pdf, fields):
        fields[name].V = pikepdf.String(text)

    return edited(edit)


def damaged(name, utf16):
    def edit(pdf, fields):
        fields[name].V = pikepdf.String(b"\xfe\xff" + b"".join(unit.to_bytes(2, "big") for unit in utf16))

    return edited(edit)


def metadata(old, new):
    def edit(pdf, fields):
        packet = pdf.Root.Metadata.read_bytes().replace(old, new)
        pdf.Root.Metadata = pdf.make_stream(packet)
        pdf.Root.Metadata.Type, pdf.Root.Metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML

    return edited(edit)


def flattened(source, output):
    with pymupdf.open(source) as pdf:
        pdf.bake()
        pdf.save(output)


def without_page(pdf, fields):
    del pdf.pages[1]


def without_page_and_fields(pdf, fields):
    page = pdf.pages[1]
    gone = [widget.objgen for widget in page.Annots]
    gone += [widget.Parent.objgen for widget in page.Annots if "/Parent" in widget]
    pdf.Root.AcroForm.Fields = pikepdf.Array(
        [field for field in pdf.Root.AcroForm.Fields if field.objgen not in gone])
    del pdf.pages[1]


def twice(pdf, fields):
    other = pikepdf.Dictionary(T=pikepdf.String("agentName"), FT=pikepdf.Name.Tx, V=pikepdf.String("赵钱"))
    pdf.Root.AcroForm.Fields.append(pdf.make_indirect(pikepdf.Dictionary(
        T=pikepdf.String("copy"), Kids=pikepdf.Array([pdf.make_indirect(other)]))))


def nothing(pdf, fields):
    for name, field in fields.items():
        field.T = pikepdf.String("their-" + name)
    del pdf.Root.Metadata


def drawn(before, after):
    def edit(pdf, fields):
        page = pdf.pages[0]
        page.contents_coalesce()
        page.Contents = pdf.make_stream(before + page.Contents.read_bytes() + after)

    return edited(edit)


def repainted(pdf, fields):
    page = pdf.pages[0]
    page.contents_coalesce()
    page.Contents = pdf.make_stream(re.sub(rb"<[0-9A-Fa-f]{4}", b"<0001", page.Contents.read_bytes(), count=1))


def tampered(pdf, fields):
    """The blank shrunk to a speck before it is drawn, and a picture over the page."""
    page = pdf.pages[0]
    streams = list(page.Contents)
    before = pdf.make_stream(b"/Artifact BMC 0.0001 0 0 0.0001 0 0 cm EMC\n")
    after = pdf.make_stream(
        b"/Artifact BMC 3000000 0 0 3000000 1000000 3000000 cm 0 g\nBI/W 64/H 64/IM true/D[1 0] ID "
        + bytes([0xAA] * 512) + b"\nEI EMC\n")
    page.Contents = pikepdf.Array([before, *streams, after])


def struck(pdf, fields):
    """Lines through the page in the marks that the filler puts around what it paints."""
    page = pdf.pages[0]
    after = pdf.make_stream(b"/Artifact BMC 30 w 60 700 m 500 700 l S 60 600 m 500 600 l S EMC\n")
    page.Contents = pikepdf.Array([*page.Contents, after])


def outlined(pdf, fields):
    """The outlines of samples larger than the answers say: the square seal is the second, on a page of its own."""
    page = pdf.pages[1]
    blank, painted = page.Contents
    content = re.sub(rb"(\S+ \S+) (\S+) (\S+) re S", rb"\1 200 200 re S", painted.read_bytes())
    assert content != painted.read_bytes()
    page.Contents = pikepdf.Array([blank, pdf.make_stream(content)])


def many_notes(pdf, fields):
    """One list of notes for very many pages."""
    page = pdf.pages[0]
    notes = pdf.make_indirect(pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Text)] * 3000))
    page.Annots = notes
    kids = pikepdf.Array([page.obj] * 1000)
    for number in range(30):
        pdf.Root.Pages.Kids.append(pdf.make_indirect(pikepdf.Dictionary(
            Type=pikepdf.Name.Pages, Kids=kids, Count=1000, Parent=pdf.Root.Pages)))


def ring(source, output):
    """A list of kids without numbers, each of which has the list as its kids."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[<</T(q)/Kids 4 0 R>>]>>>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", b"[<</T(a)/Kids 4 0 R>><</T(b)/Kids 4 0 R>>]"]
    out, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    output.write_bytes(out + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                       % (table, len(out)))


def swollen(pdf, fields):
    pdf.pages[0].Contents = pdf.make_stream(b" " * (128 << 20))


def moved(pdf, fields):
    fields["agentMobile"].Rect = pikepdf.Array([1, 1, 50, 20])
    fields["agentName"].MaxLen = 2


def renamed(pdf, fields):
    fields["agentMobile"].T = pikepdf.String("mobile")


def unticked(pdf, fields):
    for kid in fields["certType"].Kids:
        kid.AS = pikepdf.Name.Off


def code(change):
    """A maker of PDFs whose printed code is another: `change` gets the stream that paints it."""

    def edit(pdf, fields):
        blank, painted = pdf.pages[0].Contents
        pdf.pages[0].Contents = pikepdf.Array([blank, pdf.make_stream(change(painted.read_bytes()))])

    return edited(edit)


def inverted(content):
    start = content.index(b" ID ") + 4
    end = content.index(b"\nEI Q")
    return content[:start] + bytes(255 - byte for byte in content[start:end]) + content[end:]


def rewritten(source, output):
    """A changed answer in a file whose drawings MuPDF has written anew."""
    with pymupdf.open(source) as pdf:
        for widget in pdf[0].widgets():
            if widget.field_name == "agentMobile":
                widget.field_value = "13900000006"
                widget.update()
        pdf.save(output, garbage=4, clean=True, deflate=True)


def without_form(pdf, fields):
    del pdf.Root.Metadata
    del pdf.Root.AcroForm
    for page in pdf.pages:
        del page.Annots


def no_metadata(pdf, fields):
    del pdf.Root.Metadata


# What a foreign PDF may say of itself; nothing of it may be told but first characters.
foreign_words = "210302197001019978 欧阳测试 13800000001"


def foreign_fields(pdf, fields):
    for name in (foreign_words, "张三 李四 王五", "密码 Abc123", "胜利南路", "ABC12345", "Text1"):
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(pikepdf.Dictionary(T=pikepdf.String(name), FT=pikepdf.Name.Tx)))


def numbered_copy(pdf, fields):
    for number in ("13800000001", "7"):
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(pikepdf.Dictionary(
            T=pikepdf.String(f"agentName {number}"), FT=pikepdf.Name.Tx)))


def foreign_note(pdf, fields):
    pdf.pages[0].Annots.append(pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name("/" + foreign_words), Rect=pikepdf.Array([0, 0, 9, 9])))


def foreign_flattened(source, output):
    metadata(b"id>pickup<", f"id>{foreign_words}<".encode())(source, output.with_suffix(".marked.pdf"))
    flattened(output.with_suffix(".marked.pdf"), output)


pickup = examples / "pickup/by-agent.yml"
company = examples / "ca-application/new-company.yml"
plain = examples / "ca-application/reissue-pickup.json"
seals = examples / "seal-sample/two-seals.yml"
edits = {
    # name: (record, maker, options)
    "empty": (pickup, written(lambda bytes: b""), []),
    "text": (pickup, written(lambda bytes: b"hello"), []),
    "cut": (pickup, written(lambda bytes: bytes[: len(bytes) // 2]), []),
    "large": (pickup, written(lambda bytes: bytes + b"\n" * (64 << 20)), []),
    "password": (pickup, edited(lambda *_: {"encryption": pikepdf.Encryption(owner="o", user="u")}), []),
    "owner": (pickup, edited(lambda *_: {"encryption": pikepdf.Encryption(owner="o", user="")}), []),
    "flattened": (pickup, flattened, []),
    "no-form": (pickup, edited(without_form), []),
    "foreign": (pickup, edited(nothing), []),
    "other-form": (pickup, edited(lambda *_: None), ["--form", "ca-application"]),
    "other-guide": (pickup, metadata(f">{VERSION}<".encode(), b">2025-01<"), ["--guide", VERSION]),
    "other-guide-unknown": (pickup, metadata(f">{VERSION}<".encode(), b">2025-01<"), []),
    "other-version": (pickup, metadata(b"version>1.1.0<", b"version>0.9.0<"), []),
    "twice": (pickup, edited(twice), []),
    "table": (pickup, written(lambda bytes: bytes.replace(b"startxref", b"startxxxx")), []),
    "no-metadata": (pickup, edited(no_metadata), []),
    "no-metadata-named": (pickup, edited(no_metadata), ["--form", "pickup"]),
    "renamed": (pickup, edited(renamed), []),
    "unticked": (pickup, edited(unticked), []),
    "repainted": (pickup, edited(repainted), []),
    "swollen": (pickup, edited(swollen), []),
    "wrapped": (pickup, drawn(b"q\n", b"\nQ"), []),
    "drawn": (pickup, drawn(b"", b"\nBT ET"), []),
    "tampered": (company, edited(tampered), []),
    "struck": (company, edited(struck), []),
    "outlined": (seals, edited(outlined), []),
    "many-notes": (pickup, edited(many_notes), []),
    "ring": (pickup, ring, []),
    "untouched": (plain, edited(lambda *_: None), []),
    "page-lost": (company, edited(without_page), []),
    "page-dropped": (company, edited(without_page_and_fields), []),
    "page-added": (pickup, edited(lambda pdf, _: pdf.add_blank_page() and None), []),
    "note": (pickup, edited(lambda pdf, _: pdf.pages[0].Annots.append(pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=pikepdf.Array([0, 0, 9, 9])))), []),
    "moved": (pickup, edited(moved), []),
    "edited": (company, value("agentMobile", "13900000006"), []),
    "rewritten": (company, rewritten, []),
    "code-other": (company, code(inverted), []),
    "code-lost": (company, code(lambda content: b""), []),
    "code-moved": (company, code(lambda content: content.replace(b" g ", b" g 1 0 0 1 9 0 cm ")), []),
    "code-covered": (company, code(lambda content: content + b"1 g 0 0 999 999 re f"), []),
    "half": (pickup, damaged("agentName", [0x94B1, 0xD872]), []),
    "hangul": (pickup, damaged("orgName", [0x978D, 0x5C71, 0xCB4E, 0x6709, 0x9650, 0x516C, 0x53F8]), []),
    "healed": (pickup, damaged("agentName", [0x94B1, 0xCB4E]), ["--against", pickup]),
    "changed": (pickup, value("agentMobile", "13900000006"), ["--against", pickup]),
    "removed": (pickup, value("orgName", ""), ["--against", pickup]),
    "added": (pickup, value("pickupPoint", "示例大厅3号窗口"), ["--against", pickup]),
    "foreign-fields": (pickup, edited(foreign_fields), []),
    "foreign-copy": (pickup, edited(numbered_copy), []),
    "foreign-note": (pickup, edited(foreign_note), []),
    "foreign-guide": (pickup, metadata(f">{VERSION}<".encode(), f">{foreign_words}<".encode()), ["--guide", VERSION]),
    "foreign-guide-unknown": (pickup, metadata(f">{VERSION}<".encode(), f">{foreign_words}<".encode()), []),
    "foreign-version": (pickup, metadata(b"version>1.1.0<", f"version>{foreign_words}<".encode()), []),
    "foreign-form": (pickup, metadata(b"id>pickup<", f"id>{foreign_words}<".encode()), ["--form", "pickup"]),
    "foreign-form-unknown": (pickup, metadata(b"id>pickup<", f"id>{foreign_words}<".encode()), []),
    "foreign-flattened": (pickup, foreign_flattened, []),
}

# Those that end with 1, and those that end with 0 even with --strict: nothing is odd about them or their record. All
# others are only warned of.
wrong = set("""
    empty text cut large password flattened no-form foreign other-form other-guide-unknown twice renamed many-notes ring
    page-dropped half hangul removed foreign-copy foreign-guide-unknown foreign-form foreign-form-unknown
    foreign-flattened
""".split())
silent = {"untouched"}


def problems():
    lines = []
    for record in (pickup, company, plain, seals):
        run = form("fill", record.parent.name, record, "-o", work / f"{record.stem}.pdf")
        check(run.returncode == 0, run.stderr)
    for name, (record, make, options) in edits.items():
        make(work / f"{record.stem}.pdf", work / f"{name}.pdf")
        rebaked = work / "rebaked.pdf"
        rebaked.unlink(missing_ok=True)
        run = form("read", f"{name}.pdf", "--rebake", rebaked, *options)
        told = [line for line in run.stderr.splitlines() if "record.W_NON_BMP" not in line and "Nothing to do" not in line]
        lines += [line for line in told if not line.endswith(("warning", "warnings"))]
        has_errors = any(": error: " in line for line in told)
        check(run.returncode == (name in wrong) == has_errors, f"{name}: ended with {run.returncode}")
        check("libqpdf" not in run.stderr and "application did not" not in run.stderr, f"{name}: libqpdf printed something")
        check(rebaked.exists() == (not has_errors), f"{name}: a form was written from a record with errors, or none from a right one")
        if rebaked.exists():
            check(stat.S_IMODE(rebaked.stat().st_mode) == 0o600, f"{name}: the fresh form is not private")
            fresh = form("read", rebaked)
            check(fresh.returncode == 0 and fresh.stdout == run.stdout, f"{name}: the fresh form holds another record")
            odd = [line for line in fresh.stderr.splitlines() if "[pdf." in line]
            check(not odd, f"{name}: the fresh form is odd: {odd}")
        if name.startswith("foreign-"):
            leaks = [word for word in ("2103", "欧阳", "1380", "李四", "Abc", "胜利", "BC12") if word in run.stderr]
            check(not leaks, f"{name}: {leaks} of the PDF is told")
        strict = form("read", f"{name}.pdf", "--strict", *options)
        check(strict.returncode == (name not in silent), f"{name}: --strict ended with {strict.returncode}")
    return lines + locked()


def locked():
    """A record that changes a locked answer of a filled form, and one that it has already."""
    run = form("fill", "ca-application", company, "--lock", "经办人", "-o", work / "locked.pdf")
    check(run.returncode == 0, run.stderr)
    (work / "over.yml").write_text('orgName: 鞍山饕餮有限公司\nagentName: 吴小明\nagentMobile: "13800000001"\n')
    run = form("fill", "ca-application", "over.yml", "--onto", "locked.pdf", "-o", "onto.pdf")
    check(run.returncode == 0, f"locked: ended with {run.returncode}")
    told = run.stderr.splitlines()
    return [line for at, line in enumerate(told) if any("[pdf." in part for part in told[max(at - 1, 0):at + 1])
            and "W_" not in line and not line.endswith(("warning", "warnings"))]


def mutate(count):
    """Changes a filled form at random places; a fixed seed, so that a failure comes again."""
    source = (work / "by-agent.pdf").read_bytes()
    chance = random.Random(20261122)
    endings = {}
    for number in range(count):
        bytes = bytearray(source)
        for _ in range(chance.choice((1, 3, 30, 300))):
            place = chance.randrange(len(bytes))
            match chance.randrange(4):
                case 0: bytes[place] = chance.randrange(256)
                case 1: del bytes[place : place + chance.randrange(1, 40)]
                case 2: bytes[place:place] = bytes[chance.randrange(len(bytes)) :][: chance.randrange(1, 40)]
                case 3: bytes[place : place + 1] = chance.choice((b"<<", b">>", b"[", b"]", b"(", b" 0 R", b"null", b"/Kids"))
        path = work / "mutated.pdf"
        path.write_bytes(bytes)
        run = form("read", path, "--format", "json")
        check(run.returncode in (0, 1), f"mutated file {number} ended with {run.returncode}: {run.stderr[-300:]}")
        if run.stdout:
            json.loads(run.stdout)
        endings[run.returncode] = endings.get(run.returncode, 0) + 1
    return endings


found = problems()
recorded.compare(found, fixture, check)
endings = mutate(int(sys.argv[2]) if len(sys.argv) > 2 else 60)
print(f"altered: {len(edits)} altered files, {sum(endings.values())} mutated files (by exit code: {endings}), {len(failures)} failures")
sys.exit(1 if failures else 0)
