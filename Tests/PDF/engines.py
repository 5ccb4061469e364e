"""Every form, blank and filled from the records of Tests/Fixtures/records: the same pixels in poppler, pdfium and MuPDF,
the same values in pypdf, pikepdf, PyMuPDF and pdfium, nothing that qpdf complains of.

    engines.py ZHINAN SITE

The drawings of a blank, and what a fill adds, which is the ink of the filled page without that of the blank page in the
same engine, must be alike within a tolerance (drawing.py says how). That a lost glyph is farther off is proved each time:
in one record a form, every answer loses one glyph in turn, and so do some words of the blank.
"""

import io
import json
import subprocess
import sys
import tempfile
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

import pikepdf
from PIL import ImageChops

from drawing import ENGINES, Blurred, draw
sys.path.append(str(Path(__file__).resolve().parents[1] / "Browser"))
from edition import VERSION  # noqa: E402
from losses import answers_without_glyph, words_without_glyph
from values import READERS, lasting

# Of 255. Poppler puts the lines of a blank on whole pixels, the others do not; measured are 23, 9 and 13, and 18 for the
# weakest lost glyph of an answer, a comma.
LIMITS = {"blank": {"poppler": 26, "others": 12}, "filled": {"poppler": 16, "others": 16}}
RECORDS = Path(__file__).parents[1] / "Fixtures/records"
# The record in which glyphs are lost, and the pages of a filled form that bear a code.
FORMS = {"ca-application": (8, "each"), "seal-sample": (3, "each"), "pickup": (2, "none")}
failures = []
worst = {"blank": 0, "filled": 0}
counts = {"pages": 0, "values": 0, "losses": 0}


def expect(holds, message):
    if not holds:
        failures.append(message)
        print(f"FAILED {message}")


def fill(zhinan, form, record, folder):
    path = Path(folder, f"{form}-{record.stem}.pdf")
    run = subprocess.run([zhinan, "form", "fill", form, record, "-o", path], capture_output=True)
    expect(run.returncode == 0, f"{record}: {run.stderr.decode()}")
    return path


def check_structure(path):
    run = subprocess.run(["qpdf", "--check", path], capture_output=True)
    expect(run.returncode == 0 and b"WARNING" not in run.stderr, f"{path.name}: {run.stdout}{run.stderr}")


def drawings(name, pdf, blank=None, count=None, printed=0):
    """The pages in each engine; with the blank's, only what stands beyond it."""
    made, codes = {}, set()
    for engine in ENGINES:
        ink, texts = draw(pdf, engine)
        codes.add(str(texts))
        expect(len(texts) == printed, f"{name}: the codes in {engine} are {texts}")
        if blank:
            expect(len(ink) == count, f"{name} has {len(ink)} pages, not {count}")
            ink = [ImageChops.subtract(page, below) for page, below in zip(ink, blank[engine])]
        made[engine] = ink
    expect(len(codes) == 1, f"{name}: the codes differ: {codes}")
    return made


def limit(kind, *engines):
    return LIMITS[kind]["poppler" if "poppler" in engines else "others"]


def check_pictures(name, kind, pages):
    blurred = {engine: [Blurred(page) for page in ink] for engine, ink in pages.items()}
    for one, two in combinations(ENGINES, 2):
        for number, (a, b) in enumerate(zip(blurred[one], blurred[two]), 1):
            distance, place = a.distance(b)
            worst[kind] = max(worst[kind], distance)
            expect(distance <= limit(kind, one, two), f"{name} page {number}: {one} and {two} are {distance} apart at {place}")
    counts["pages"] += len(pages["poppler"])


def folded(value):
    """Letters and digits of a value: identifiers are folded and dates written out when a record is read."""
    text = unicodedata.normalize("NFKC", str(value)).upper()
    return "".join(character for character in text if character.isalnum() and character not in "年月日")


def given(record, prefix=""):
    """The record's answers by field names; a list of options as one box each."""
    for key, value in record.items():
        if isinstance(value, list) and isinstance(value[0], dict):
            for index, item in enumerate(value):
                yield from given(item, f"{prefix}{key}-{index}-")
        elif isinstance(value, list):
            yield from ((f"{prefix}{key}-{option}", option) for option in value)
        elif key != "form":
            yield prefix + key, value


def check_values(name, pdf, record):
    read = {reader: values(pdf) for reader, values in READERS.items()}
    for reader, values in read.items():
        expect(values == read["pikepdf"], f"{name}: {reader} reads {values}, pikepdf {read['pikepdf']}")
    for key, value in given(record):
        counts["values"] += 1
        expect(folded(read["pikepdf"].get(key, "")) == folded(value), f"{name}: {key} is {read['pikepdf'].get(key)}")


def check_losses(name, kind, faulty, good, blank=None):
    """Each file that lost a glyph must be farther from a good drawing of another engine than the tolerance."""
    for what, pdf, number, box in faulty:
        page = draw(pdf, "MuPDF")[0][number]
        if blank:
            page = ImageChops.subtract(page, blank["MuPDF"][number])
        lossy = Blurred(page.crop(box))
        others = [engine for engine in ENGINES if engine != "MuPDF"]
        distances = {engine: Blurred(good[engine][number].crop(box)).distance(lossy)[0] for engine in others}
        counts["losses"] += 1
        noticed = any(distances[engine] > limit(kind, engine, "MuPDF") for engine in others)
        expect(noticed, f"{name}: {what} lost a glyph, and nothing was noticed {distances}")


def main(zhinan, site):
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        for form, (lossy, printed) in FORMS.items():
            path = Path(site, f"{VERSION}/forms/{form}.pdf")
            check_structure(path)
            blank = path.read_bytes()
            below, before = drawings(path.name, blank), lasting(blank)
            check_pictures(path.name, "blank", below)
            check_losses(path.name, "blank", words_without_glyph(blank), below)
            records = sorted((RECORDS / form).iterdir())
            for record, path in zip(records, pool.map(lambda record: fill(zhinan, form, record, folder), records)):
                check_structure(path)
                pdf = path.read_bytes()
                answers = json.loads(record.read_text())
                check_values(path.name, pdf, answers)
                expect(lasting(pdf) == before, f"{path.name}: a field has changed")
                # A seal stands on a page, and a page without one is left out.
                count = len(answers["seals"]) if "seals" in answers else len(below["poppler"])
                codes = {"none": 0, "first": 1, "each": count}[printed]
                above = drawings(path.name, pdf, below, count, codes)
                check_pictures(path.name, "filled", above)
                if record.stem == str(lossy):
                    check_losses(path.name, "filled", answers_without_glyph(pdf), above, below)
    print(f"engines: {counts['pages']} pages in three engines, blank up to {worst['blank']} apart, filled up to "
          f"{worst['filled']}; {counts['values']} values; {counts['losses']} lost glyphs")
    print(f"engines: {'passed' if not failures else f'{len(failures)} failed'}")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
