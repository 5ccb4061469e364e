"""Opens every page of a built site in Chromium, at a phone's, a tablet's and a desktop's width, light and
dark, in large type.

usage: pages.py SITE_FOLDER

Pages of forms are opened at 320 px, at the width that 200 % of 1280 px leave, and on a tablet besides; what one can
press there is 44 px high. Each page must load without an error on the console or a request to another host, have no
element wider than the window, one h1 and the landmarks, and no violation that axe finds (WCAG 2.2 A and AA).
"""
import functools
import http.server
import pathlib
import sys
import threading

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
VIEWS = [("phone", 360, 740, "light", ""), ("phone dark", 390, 844, "dark", ""), ("desktop", 1280, 900, "light", ""),
         ("phone large", 360, 740, "light", "large"), ("tablet large dark", 768, 1024, "dark", "large")]
FORM_VIEWS = [("narrow", 320, 640, "light", ""), ("zoomed", 640, 450, "dark", ""), ("tablet", 768, 1024, "light", "")]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


SMALL = """() => [...document.querySelectorAll('main button, main a.button, main .crumbs a, main summary, main .choice')]
  .filter(e => e.checkVisibility() && (e.matches('.choice') ? document.documentElement.matches('.live') : true))
  .filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 60))"""


def problems_of(page, url, host, type_size=""):
    """What is wrong with one page, as a list of sentences."""
    found, foreign, errors = [], [], []
    page.on("request", lambda request: None if request.url.startswith((host, "data:")) else foreign.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    response = page.goto(url, wait_until="load")
    if type_size:
        page.evaluate("size => document.documentElement.setAttribute('data-type', size)", type_size)
    if "/forms/" in url:
        found += [f"less than 44 px high: {element}" for element in page.evaluate(SMALL)]
    if response.status != 200:
        found.append(f"status {response.status}")
    found += [f"asks another host: {url}" for url in foreign] + [f"console: {text}" for text in errors]
    shape = page.evaluate(
        """() => ({
          h1: document.querySelectorAll('h1').length,
          landmarks: ['header', 'main', 'footer'].filter(name => !document.querySelector(name)),
          lang: document.documentElement.lang,
          wide: document.documentElement.scrollWidth - window.innerWidth,
        })"""
    )
    if shape["h1"] != 1:
        found.append(f"{shape['h1']} h1 elements")
    if shape["landmarks"]:
        found.append(f"no {', '.join(shape['landmarks'])}")
    if not shape["lang"]:
        found.append("no language")
    if shape["wide"] > 0:
        found.append(f"{shape['wide']} px wider than the window")
    for violation in Axe().run(page, options=RULES).response["violations"]:
        for node in violation["nodes"][:3]:
            found.append(f"axe {violation['id']}: {violation['help']} at {' '.join(map(str, node['target']))}")
    return found


def main():
    site = pathlib.Path(sys.argv[1])
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"http://127.0.0.1:{server.server_port}/"
    files = sorted(p for p in site.rglob("*.html") if "latest" not in p.relative_to(site).parts)
    passed = failed = 0
    with sync_playwright() as playwright:
        # The page's own policy stays in force; only axe's script, which the test brings along, is let in through CDP.
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for view in VIEWS + FORM_VIEWS:
            name, width, height, scheme, type_size = view
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            for file in files:
                if 'http-equiv="refresh"' in file.read_text(encoding="utf-8"):
                    continue
                path = file.relative_to(site).as_posix()
                if view in FORM_VIEWS and "/forms/" not in path:
                    continue
                page = context.new_page()
                found = problems_of(page, host + path.removesuffix("index.html"), host, type_size)
                page.close()
                for problem in found:
                    print(f"{path} ({name}): {problem}")
                passed, failed = (passed, failed + 1) if found else (passed + 1, failed)
            context.close()
        browser.close()
    if passed + failed == 0:
        sys.exit("no page was found")
    print(f"pages: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
