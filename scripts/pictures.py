"""Takes the README's pictures from site/ and output/: home page, a step page on a phone, the filled application, a blank
with its boxes, a form's page on a phone."""
import functools
import http.server
import pathlib
import subprocess
import sys
import tempfile
import threading

from playwright.sync_api import sync_playwright

sys.path.insert(0, "Tests/Browser")
from scene import PHONE, VERSION, Scene  # noqa: E402

folder = pathlib.Path("docs/pictures")
folder.mkdir(parents=True, exist_ok=True)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory="site"))
threading.Thread(target=server.serve_forever, daemon=True).start()
host = f"http://127.0.0.1:{server.server_port}"

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for name, path, width, height, shown in [
        ("home", "/", 1000, 1100, None),
        ("step-phone", f"/{VERSION}/apply/", 390, 844, None),
        ("changes-phone", f"/{VERSION}/changes/", 390, 844, None),
        ("redline-phone", f"/{VERSION}/changes/about/", 390, 844, "main table"),
    ]:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(host + path)
        if shown:
            page.evaluate("part => document.querySelector(part).scrollIntoView({block: 'center', behavior: 'instant'})", shown)
        page.screenshot(path=folder / f"{name}.png")
        print(folder / f"{name}.png")
    scene = Scene(browser, "site")

    def picture(name, answers, at, *clicks):
        """A screen of the application as a phone's window shows it."""
        page = scene.visit("pickup", answers, at, scene.context(PHONE)).page
        for selector in clicks:
            page.click(selector)
            page.wait_for_timeout(500)
        page.screenshot(path=folder / f"form-{name}.png")
        print(folder / f"form-{name}.png")
        page.context.close()

    record = scene.record("pickup")
    picture("start", None, "", "#device .choice >> nth=0")
    picture("error", {**record, "uscc": record["uscc"][:-1] + "0"}, "#s1", "#next")
    picture("review", record, "#review")
    picture("result", record, "#review", "#make")
    browser.close()

subprocess.run(
    ["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile", "output/ca-application.pdf",
     str(folder / "application")], check=True)
print(folder / "application.png")

# The second page with the fields' boxes, as maintainers see it; what is below is empty.
with tempfile.TemporaryDirectory() as work:
    blank = f"{work}/boxes.pdf"
    subprocess.run([".build/release/zhinan", "form", "blank", "ca-application", "--boxes", "-o", blank], check=True)
    subprocess.run(
        ["pdftoppm", "-png", "-r", "80", "-f", "2", "-l", "2", "-H", "850", "-singlefile", blank, str(folder / "boxes")],
        check=True)
print(folder / "boxes.png")
