"""Types into a filled form in Chromium's own PDF viewer, saves it there and reads it back.

usage: viewer.py ZHINAN [PICTURE.png]

Headless Chromium runs its viewer with --headless=new. The saved bytes come from the viewer's own controller, which its
save button calls too; only the dialog for a file's name is left out.
"""
import base64
import functools
import http.server
import json
import pathlib
import subprocess
import sys
import tempfile
import threading

import pikepdf
from playwright.sync_api import sync_playwright

zhinan = pathlib.Path(sys.argv[1]).resolve()
project = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(project / "Tests/Browser"))
from edition import VERSION  # noqa: E402
example = project / f"content/{VERSION}/examples/ca-application/new-company.yml"
work = pathlib.Path(tempfile.mkdtemp(prefix="zhinan-viewer-"))

TYPED = {"orgName": "鞍山饕餮蔼然（集团）有限公司", "agentName": "赵𬭎蔼", "agentMobile": "13900000006"}
CLICKED = ["orgType/institution", "sealTypes-contractSeal", "sealTypes-legalRepSeal"]
EXPECTED = TYPED | {"orgType": "institution", "sealTypes": ["orgSeal", "contractSeal"]}

SAVE = """async () => {
  const saved = await document.querySelector('pdf-viewer').currentController.save('EDITED');
  const bytes = new Uint8Array(saved.dataToSave);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}"""
PAGE = """() => {
  const page = document.querySelector('pdf-viewer').viewport_.getPageScreenRect(0);
  return {x: page.x, y: page.y, width: page.width};
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def form(*arguments):
    command = [zhinan, "form", *arguments, "--root", project, "--today", "2026-12-01", "--lang", "en"]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True)


def ids(run):
    return [json.loads(line)["id"] for line in run.stderr.splitlines()]


def boxes(path):
    """The middle of every box on the first page in points from its top left, and the page's width."""
    found = {}
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0]
        width, height = float(page.mediabox[2]), float(page.mediabox[3])
        for widget in page.Annots:
            left, bottom, right, top = map(float, widget.Rect)
            name = str(widget.get("/T", ""))
            if not name and widget.Parent.get("/FT") == "/Tx":
                # One of several places of an answer.
                name = str(widget.Parent.T)
            elif not name:
                name = f"{widget.Parent.T}/" + next(str(state)[1:] for state in widget.AP.N.keys() if state != "/Off")
            found[name] = ((left + right) / 2, height - (bottom + top) / 2)
    return found, width


def type_into(source, saved, picture):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(work)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    places, width = boxes(source)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", headless=False, args=["--headless=new", "--no-sandbox"])
        page = browser.new_context(viewport={"width": 1000, "height": 1300}).new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/{source.name}#toolbar=0&zoom=100")
        page.wait_for_timeout(3000)
        viewer = next(frame for frame in page.frames if frame.url.startswith("chrome-extension:"))
        paper = viewer.evaluate(PAGE)
        scale = paper["width"] / width

        def click(name):
            x, y = places[name]
            page.mouse.click(paper["x"] + x * scale, paper["y"] + y * scale)
            page.wait_for_timeout(200)

        for name, text in TYPED.items():
            click(name)
            page.keyboard.press("Control+A")
            page.keyboard.insert_text(text)
            page.wait_for_timeout(200)
        for name in CLICKED:
            click(name)
        page.mouse.click(paper["x"] + 5, paper["y"] + 5)
        page.wait_for_timeout(300)
        page.screenshot(path=picture)
        saved.write_bytes(base64.b64decode(viewer.evaluate(SAVE)))
        version = browser.version
        browser.close()
    return version


def main():
    source, saved, original, fresh = (work / name for name in ("form.pdf", "saved.pdf", "typed.json", "fresh.pdf"))
    picture = sys.argv[2] if len(sys.argv) > 2 else str(work / "viewer.png")
    filled = form("fill", "ca-application", example, "-o", source)
    if filled.returncode:
        sys.exit(filled.stderr)
    source.chmod(0o644)
    version = type_into(source, saved, picture)
    failures = []

    def check(passed, sentence):
        if not passed:
            failures.append(sentence)
            print(f"viewer: {sentence}", file=sys.stderr)

    clean = subprocess.run(["qpdf", "--check", saved], capture_output=True, text=True)
    check(clean.returncode == 0, f"qpdf finds fault: {clean.stderr}")
    alone = form("read", saved, "--as", "json", "--format", "json")
    check(alone.returncode == 1 and "record.lost-character" in ids(alone), f"a cut character passed: {ids(alone)}")
    record = json.loads(form("read", source, "--as", "json", "--format", "json").stdout) | EXPECTED
    original.write_text(json.dumps(record, ensure_ascii=False))
    read = form("read", saved, "--as", "json", "--format", "json", "--against", original, "--rebake", fresh)
    found = json.loads(read.stdout)
    check(read.returncode == 0, f"not read: {read.stderr}")
    check(found == record, f"otherwise: { {key: (found.get(key), record[key]) for key in record if found.get(key) != record[key]} }")
    check(sorted(id for id in ids(read) if id != "record.W_NON_BMP") == ["pdf.stale-code", "record.healed-character"], f"{ids(read)}")
    again = work / "again.pdf"
    check(form("fill", "ca-application", original, "-o", again).returncode == 0, "not filled again")
    check(fresh.exists() and fresh.read_bytes() == again.read_bytes(), "the rebaked form is not the record's form")
    print(f"viewer: Chromium {version}: {'failed' if failures else 'read back as typed'}; picture {picture}")
    sys.exit(1 if failures else 0)


main()
