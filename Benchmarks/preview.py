"""How long `zhinan serve` takes from a page's change to the new site: the median of fifteen changes.

usage: preview.py [ZHINAN]
"""
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

PROJECT = pathlib.Path(__file__).resolve().parents[1]
zhinan = sys.argv[1] if len(sys.argv) > 1 else str(PROJECT / ".build/release/zhinan")


def processor(process):
    """Milliseconds of processor time that it used so far."""
    times = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return 10 * (int(times[11]) + int(times[12]))


with tempfile.TemporaryDirectory() as work:
    guide = pathlib.Path(work)
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, guide / name)
    process = subprocess.Popen(
        [zhinan, "serve", "--root", work, "--port", "0", "--lang", "en"], stdout=subprocess.PIPE, text=True)
    first, address = process.stdout.readline(), process.stdout.readline().split()[0]
    page = guide / "content/2026-12/fees.md"
    good, told, whole = page.read_text(), [], []
    time.sleep(1)
    before = processor(process)
    for number in range(15):
        began = time.time()
        page.write_text(f"{good}\n第{number}句。\n")
        told.append(int(re.search(r"built in (\d+) ms", process.stdout.readline())[1]))
        whole.append(1000 * (time.time() - began))
        if f"第{number}句" not in urllib.request.urlopen(address + "2026-12/fees/").read().decode():
            sys.exit("the new page is not served")
        time.sleep(0.3)
    used = (processor(process) - before) / 15
    process.terminate()
    process.wait()
print(f"preview, first build: {first.strip()}")
print(
    f"preview, a page changed: {statistics.median(told):.0f} ms (least {min(told)}), from the write "
    f"{statistics.median(whole):.0f} ms, processor {used:.0f} ms")
