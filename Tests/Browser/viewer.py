"""Opens a form's PDF in Chromium's own viewer, types into fields and wants the warnings that their scripts give.

usage: viewer.py FILE.pdf FIELD GOOD BAD SENTENCE

GOOD is typed into FIELD and must bring no warning, BAD one that has SENTENCE in it.
"""
import functools
import http.server
import pathlib
import sys
import threading

import pikepdf
from playwright.sync_api import sync_playwright

path, field, good, bad, sentence = sys.argv[1:]
path = pathlib.Path(path).resolve()
WIDTH, HEIGHT = 1000, 1300
TOOLBAR, SCALE = 59, 96 / 72


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def middle():
    """The middle of the field in the window, at 100 %."""
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0]
        _, _, width, height = (float(side) for side in page.MediaBox)
        for widget in page.Annots:
            if widget.get("/T") == field:
                left, bottom, right, top = (float(side) for side in widget.Rect)
                x = (WIDTH - width * SCALE) / 2 + (left + right) / 2 * SCALE
                return x, TOOLBAR + (height - (bottom + top) / 2) * SCALE
    sys.exit(f"{path.name} has no field {field}")


def typed(browser, url, text):
    """What is warned of when `text` is typed and the field is left."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    told = []
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.accept()))
    page.goto(f"{url}#zoom=100&navpanes=0")
    page.wait_for_timeout(3000)  # the viewer says to nobody when it is ready
    page.mouse.click(*middle())
    page.wait_for_timeout(500)
    page.keyboard.type(text, delay=20)
    page.keyboard.press("Tab")
    page.wait_for_timeout(1500)
    page.close()
    return told


def main():
    handler = functools.partial(Quiet, directory=path.parent)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/{path.name}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", headless=False, args=["--headless=new", "--no-sandbox"])
        quiet, warned = typed(browser, url, good), typed(browser, url, bad)
        browser.close()
    server.shutdown()
    fine = [quiet == [], len(warned) == 1 and sentence in warned[0]]
    if not all(fine):
        print(f"{field}: {good} brought {quiet}, {bad} brought {warned}")
    print(f"{sum(fine)} passed, {2 - sum(fine)} failed")
    sys.exit(0 if all(fine) else 1)


main()
