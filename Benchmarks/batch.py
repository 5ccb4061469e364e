"""Batches from a workbook beside the same records in CSV, with reading, checking, filling and writing.

usage: batch.py [ZHINAN] [ROWS]

The records are Benchmarks/record.yml with other names in each. PDFs go into memory where that can be. Then a workbook of
five times as many rows is read whole and every hundredth row filled: what reading takes, and how much memory.
"""
import csv
import multiprocessing
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from xml.sax.saxutils import escape

import yaml

HERE = pathlib.Path(__file__).resolve().parent
MEMORY = "/dev/shm" if pathlib.Path("/dev/shm").is_dir() and shutil.disk_usage("/dev/shm").free > 4e9 else None
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃列张"


def records(count):
    """Titles, then rows."""
    record = {}
    for key, value in yaml.safe_load((HERE / "record.yml").read_text()).items():
        if key != "form":
            record[key] = "；".join(value) if isinstance(value, list) else str(value)
    yield list(record)
    for number in range(count):
        name = "".join(SIGNS[number // len(SIGNS) ** place % len(SIGNS)] for place in range(4))
        yield [value.replace("示例", name) for value in record.values()]


def letters(column):
    return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)


def workbook(count, path):
    """A workbook as spreadsheets write it: each text once, in the table of shared ones."""
    shared = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("_rels/.rels", f'<Relationships><Relationship Id="a" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", f'<workbook xmlns:r="{LINKS}"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships><Relationship Id="b" Type="{LINKS}/worksheet" Target="sheet.xml"/>'
                      f'<Relationship Id="c" Type="{LINKS}/sharedStrings" Target="texts.xml"/></Relationships>')
        with book.open("xl/sheet.xml", "w") as sheet:
            sheet.write(b"<worksheet><sheetData>")
            for number, row in enumerate(records(count), 1):
                cells = "".join(f'<c r="{letters(column)}{number}" t="s"><v>{shared.setdefault(text, len(shared))}</v></c>'
                                for column, text in enumerate(row))
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        with book.open("xl/texts.xml", "w") as texts:
            texts.write(b"<sst>")
            for text in shared:
                texts.write(f"<si><t>{escape(text)}</t></si>".encode())
            texts.write(b"</sst>")


def alone(function, *arguments):
    """Calls in a process of its own: a program's memory counts from that of the process which starts it."""
    child = multiprocessing.Process(target=function, args=arguments)
    child.start()
    child.join()
    if child.exitcode:
        sys.exit("batch: the records could not be made")


def table(count, path):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(records(count))


def run(zhinan, records, out, count, *more):
    """Wall seconds, and the memory of the program."""
    start = time.monotonic()
    child = subprocess.Popen([zhinan, "form", "batch", "ca-application", records, "-o", out, "--today", "2026-12-01", *more],
                             cwd=HERE.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - start
    made = len(list(out.glob("*.pdf")))
    if status or made != count:
        sys.exit(f"batch: {records.name}: {made} of {count} PDFs, status {status}")
    shutil.rmtree(out)
    return seconds, usage.ru_maxrss // 1024


def main():
    zhinan = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parent / ".build/release/zhinan").resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        folder = pathlib.Path(name)
        alone(table, count, folder / "records.csv")
        alone(workbook, count, folder / "records.xlsx")
        print(f"{count:,} applications, PDFs {'in memory' if MEMORY else 'on disk'}")
        rates = {}
        for source in ["records.csv", "records.xlsx"]:
            seconds, memory = min(run(zhinan, folder / source, folder / "out", count) for _ in range(3))
            rates[source] = count / seconds
            print(f"  {source:13} {seconds:6.2f} s, {rates[source]:8,.0f} a second, {memory:4} MB of memory")
        print(f"  from a workbook at {rates['records.xlsx'] / rates['records.csv']:.2f} of the CSV's speed (wanted: 0.5 or more)")
        alone(workbook, 5 * count, folder / "large.xlsx")
        size = (folder / "large.xlsx").stat().st_size / 1e6
        texts = zipfile.ZipFile(folder / "large.xlsx").getinfo("xl/texts.xml").file_size / 1e6
        seconds, memory = run(zhinan, folder / "large.xlsx", folder / "out", 5 * count // 100, "--shard", "1/100")
        print(f"  {5 * count:,} rows of a workbook of {size:.0f} MB, {texts:.0f} MB of texts, read in {seconds:.2f} s: {memory} MB of memory")


main()
