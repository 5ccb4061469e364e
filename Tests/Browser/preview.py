"""The preview in Chromium: what is wrong is shown in the page that is open and goes away once it is mended, a reload keeps
the scroll and what is open, and nothing of it is in a built site.

usage: preview.py ZHINAN [PICTURES]

PICTURES is a folder for screenshots.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from axe_playwright_python.sync_playwright import Axe
from checks import check, end
from edition import VERSION
from playwright.sync_api import Error, sync_playwright

ZHINAN = str(pathlib.Path(sys.argv[1]).resolve())
PICTURES = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
PROJECT = pathlib.Path(__file__).resolve().parents[2]
PAGE = f"content/{VERSION}/faq.md"
# Shown by a page of the last good build, and by the preview's own page.
PANEL, OWN = "zhinan-problems .problems", "main.problems"
# While axe looks, which puts styles of its own into what it looks at.
looking = False


def until(page, expression, timeout=60):
    """Waits until it is true. Playwright's own waiting for expressions needs eval, which the pages forbid."""
    end = time.time() + timeout
    while time.time() < end:
        try:
            if page.evaluate(expression):
                return
        except Error:
            pass  # The page was reloaded meanwhile.
        time.sleep(0.01)
    sys.exit(f"{page.url}: not within {timeout} s: {expression}")


class Preview:
    """A guide that is served while it is changed."""

    def __init__(self, guide):
        self.guide = guide
        self.process = subprocess.Popen(
            [ZHINAN, "serve", "--root", str(guide), "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True)
        self.lines = []
        self.address = None
        ready = threading.Event()

        def read():
            for line in self.process.stdout:
                self.lines.append(line)
                if line.startswith("http://"):
                    self.address = line.split()[0]
                    ready.set()

        threading.Thread(target=read, daemon=True).start()
        if not ready.wait(120):
            sys.exit("the preview does not come up")

    def text(self, path):
        return (self.guide / path).read_text()

    def write(self, path, text):
        (self.guide / path).write_text(text)

    def end(self):
        self.process.terminate()
        check(self.process.wait(30) == 0, "the preview ends in peace")


def looks(page, part, name):
    """The same at every width, in light and dark, in small and large letters."""
    global looking
    looking = True
    for width in (360, 768, 1280):
        for scheme in ("light", "dark"):
            for size in ("", "large"):
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme)
                page.evaluate("size => document.documentElement.setAttribute('data-type', size)", size)
                what = f"{name}-{width}-{scheme}{'-large' if size else ''}"
                for violation in Axe().run(page).response["violations"]:
                    places = [node["target"] for node in violation["nodes"] if "problems" in str(node["target"]) or part == OWN]
                    check(not places, f"{what}: axe {violation['id']} at {places}")
                box = page.locator(part).bounding_box()
                check(box and box["x"] >= 0 and box["x"] + box["width"] <= width, f"{what}: {box}")
                check(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{what}: too wide")
                if PICTURES:
                    page.screenshot(path=PICTURES / f"{what}.png")
    page.evaluate("document.documentElement.removeAttribute('data-type')")
    looking = False


def watched(browser):
    """A page that tells what its policy or its scripts refuse."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=False).new_page()
    page.set_default_timeout(60_000)
    page.on("pageerror", lambda error: check(False, f"{page.url}: {error}"))
    page.on("console", lambda message: check(
        looking or message.type != "error" or "503" in message.text or "404" in message.text, f"{page.url}: {message.text}"))
    return page


def shown_and_mended(browser, preview):
    page, good = watched(browser), preview.text(PAGE)
    page.goto(preview.address + f"{VERSION}/faq/")
    check(page.locator(PANEL).count() == 0, "a good page shows no problem")
    preview.write(PAGE, good + "\n[a](nope.md)\n\n```{note} <b>&\"\n")
    page.wait_for_selector(PANEL)
    text = page.inner_text(PANEL)
    line = good.count("\n") + 2
    check("指南有错误" in text and f"{PAGE}:{line}:1" in text and "“nope.md”" in text, f"the panel: {text}")
    check(page.locator(f"{PANEL} li").count() == 2, "every error is listed")
    # Another page, one that is opened only now, and one that is not there.
    for path, status in ((f"{VERSION}/fees/", 200), ("nowhere/", 404)):
        other = watched(browser)
        check(other.goto(preview.address + path).status == status, path)
        other.wait_for_selector(PANEL)
        check("nope.md" in other.inner_text(PANEL), f"{path} shows it too")
        other.context.close()
    page.click(f"{PANEL} summary")
    check(not page.is_visible(f"{PANEL} li >> nth=0"), "the panel can be folded")
    preview.write(PAGE, good + "\n[a](elsewhere.md)\n")
    page.wait_for_selector(f"{PANEL} >> text=elsewhere.md")
    check(page.locator(f"{PANEL} li").count() == 1, "the newest state is shown")
    looks(page, PANEL, "panel")
    preview.write(PAGE, good + "\n```{check}\n- {says: 这页没有说的话}\n```\n")
    page.wait_for_selector(f"{PANEL} >> text=这页没有说的话")
    preview.write(PAGE, good + "\n改好了。\n")
    until(page, "!document.querySelector('zhinan-problems') && document.body.textContent.includes('改好了。')")
    preview.write(PAGE, good)
    until(page, "!document.body.textContent.includes('改好了。')")
    page.context.close()


def settle(page):
    """Waits until fonts are there and neither the scroll nor the page's height changes any more."""
    page.evaluate("document.fonts.ready.then(() => undefined)")
    state, seen = None, 0
    while seen < 5:
        now = page.evaluate("[scrollY, document.documentElement.scrollHeight]")
        state, seen = (now, 0) if now != state else (state, seen + 1)
        page.wait_for_timeout(50)


def kept(browser, preview):
    page, good = watched(browser), preview.text(PAGE)
    page.goto(preview.address + f"{VERSION}/faq/?a=b#c")
    page.evaluate("document.querySelectorAll('main details').forEach((details, i) => { details.open = i % 2 === 0; })")
    page.mouse.wheel(0, 700)
    until(page, "scrollY > 500")
    settle(page)
    before = page.evaluate("[scrollY, [...document.querySelectorAll('main details')].map(part => part.open)]")
    for word in ("一", "二"):
        preview.write(PAGE, good + f"\n新的第{word}句。\n")
        until(page, f"document.body.textContent.includes('新的第{word}句。') && document.readyState === 'complete'")
        settle(page)
        after = page.evaluate("[scrollY, [...document.querySelectorAll('main details')].map(part => part.open)]")
        check(after == before, f"scrolled and open: {before}, then {after}")
        check(page.url.endswith("?a=b#c"), f"the address stays: {page.url}")
        check(page.evaluate("sessionStorage.getItem('zhinan.preview')") is None, "nothing stays stored")
    preview.write(PAGE, good)
    page.context.close()
    times = [int(n) for line in preview.lines for n in re.findall(r"用时(\d+)毫秒", line)]
    check(len(times) >= 4, f"every build tells its time: {preview.lines}")
    print(f"preview: rebuilt in {', '.join(map(str, times[1:]))} ms")


def never_built(browser, guide):
    good = (guide / PAGE).read_text()
    (guide / PAGE).write_text(good + "\n[a](nope.md)\n")
    preview = Preview(guide)
    page = watched(browser)
    for path in ("", f"{VERSION}/faq/", "nowhere"):
        answer = page.goto(preview.address + path)
        check(answer.status == 503 and "nope.md" in page.inner_text(OWN), f"{path}: the errors are there from the start")
    looks(page, OWN, "own")
    quiet = browser.new_context(java_script_enabled=False).new_page()
    quiet.goto(preview.address)
    check("nope.md" in quiet.inner_text(OWN), "and without script")
    quiet.context.close()
    page.goto(preview.address + f"{VERSION}/faq/")
    preview.write(PAGE, good + "\n[a](elsewhere.md)\n")
    until(page, "document.body.textContent.includes('elsewhere.md')")
    preview.write(PAGE, good)
    page.wait_for_selector("main h1 >> text=常见问题")
    check(page.locator(PANEL).count() == 0, "then the site is there")
    page.context.close()
    preview.end()


def nothing_is_built(guide):
    site = guide.parent / "site"
    subprocess.run([ZHINAN, "build", "--root", guide, "--output", site], check=True, stdout=subprocess.DEVNULL)
    files = [file for file in site.rglob("*") if file.is_file()]
    check(len(files) > 50, "a site is built")
    for file in files:
        check(b"-preview" not in file.read_bytes(), f"{file.name} holds something of the preview")


def main():
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        guide = pathlib.Path(work) / "guide"
        for name in ("content", "templates"):
            shutil.copytree(PROJECT / name, guide / name)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        preview = Preview(guide)
        shown_and_mended(browser, preview)
        kept(browser, preview)
        preview.end()
        never_built(browser, guide)
        nothing_is_built(guide)
        browser.close()
    return end("preview")


sys.exit(main())
