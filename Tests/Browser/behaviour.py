"""What a built site does in Chromium besides loading: keyboard, large type, menus, paper, the words of its banners,
redirects, folded answers, the front page, wrong addresses.

usage: behaviour.py SITE_FOLDER
"""
import functools
import http.server
import json
import pathlib
import re
import sys
import threading

from applicant import carried, file_address, serve
from checks import check, end
from edition import VERSION
from playwright.sync_api import sync_playwright

site = pathlib.Path(sys.argv[1])


def style(page, selector, name):
    return page.eval_on_selector(selector, "(element, name) => getComputedStyle(element)[name]", name)


def described(page, host):
    """Pages say to other sites what they are; no link for reports stands where the guide names no address."""
    for path, kind in [("", "website"), (f"{VERSION}/", "article"), (f"{VERSION}/fees/", "article"), (f"{VERSION}/forms/pickup/", "article")]:
        page.goto(host + path)
        found = page.evaluate("Object.fromEntries([...document.querySelectorAll('meta[property]')].map(m => [m.getAttribute('property'), m.content]))")
        canonical = page.get_attribute("link[rel=canonical]", "href")
        check(found.get("og:type") == kind and found.get("og:url") == canonical and found.get("og:locale") == "zh_CN"
              and found.get("og:title") and found.get("og:description") and found.get("og:site_name"), f"{path}: {found}")
        check("og:image" not in found and page.locator(".report").count() == 0, f"{path}: nothing that the guide does not name")


class Below(http.server.SimpleHTTPRequestHandler):
    """A site below a path, as hosts of static pages serve it: wrong addresses get its 404.html."""

    def __init__(self, *arguments, prefix, page, **more):
        self.prefix, self.page = prefix, page
        super().__init__(*arguments, **more)

    def log_message(self, *arguments):
        pass

    def translate_path(self, path):
        return super().translate_path(path.removeprefix(self.prefix) if path.startswith(self.prefix) else "/nowhere")

    def send_error(self, code, message=None, explain=None):
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page)


def serve_below(folder, prefix):
    """The address of a copy of the site below `prefix`; its own address has none, so the page for wrong ones gets it."""
    page = (folder / "404.html").read_text(encoding="utf-8")
    page = re.sub(r'((?:href|src|data-root)=")/', rf"\g<1>{prefix}", page)
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Below, directory=str(folder), prefix=prefix, page=page.encode()))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}{prefix}"


def keyboard(page, address):
    """Whoever goes by Tab sees where they are."""
    page.goto(address)
    for step in range(12):
        page.keyboard.press("Tab")
        name, width, line = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.outerHTML.slice(0, 60), parseFloat(s.outlineWidth), s.outlineStyle]; }")
        check(width >= 2 and line != "none", f"focus is seen on {name}: {width} {line}")


def type_size(page, address):
    """大字 is switched on and off, is told to readers, and is remembered."""
    def state():
        return (page.get_attribute("html", "data-type"), page.get_attribute(".type-size", "aria-pressed"),
                float(style(page, "main p", "fontSize").removesuffix("px")))
    page.goto(address)
    plain = state()
    check(plain[:2] == (None, "false") and page.is_visible(".type-size"), f"large type is off at first: {plain}")
    page.click(".type-size")
    large = state()
    check(large[:2] == ("large", "true") and large[2] > plain[2], f"large type is on: {large}")
    page.reload()
    check(state() == large, f"large type is remembered: {state()}")
    page.click(".type-size")
    check(state() == plain, f"large type is off again: {state()}")
    page.reload()
    check(state() == plain, f"that is remembered too: {state()}")


def menus(page, address):
    """One menu is open at a time; Escape and a click elsewhere close it."""
    page.goto(address)
    opened = "details.menu[open]"
    page.click("details.switcher > summary")
    check(page.locator(opened).count() == 1, "a menu opens")
    page.keyboard.press("Escape")
    check(page.locator(opened).count() == 0, "Escape closes it")
    check(page.evaluate("document.activeElement.matches('details.switcher > summary')"), "the focus is back on it")
    page.click("details.switcher > summary")
    page.click("h1")
    check(page.locator(opened).count() == 0, "a click elsewhere closes it")


def paper(page, address):
    """Paper has the text and what is open, and none of what one clicks."""
    page.goto(address)
    page.emulate_media(media="print")
    for width, selector in [(1280, ".sidebar"), (794, ".sidebar"), (794, ".outline"), (1280, ".site-header .menu"),
                            (1280, ".type-size"), (1280, ".pager"), (1280, ".skip")]:
        page.set_viewport_size({"width": width, "height": 1100})
        found = page.locator(selector)
        check(all(not found.nth(index).is_visible() for index in range(found.count())), f"{selector} is not printed")
    check(page.locator("h1").is_visible() and page.locator(".print-only").first.is_visible(), "the text is printed")
    page.evaluate("document.querySelector('#uscc').closest('details').open = true")
    check(page.locator("#uscc ~ *, details:has(#uscc) .fold-body").first.is_visible(), "an answer that is open is printed")
    check(page.locator("#scope").is_visible(), "the question above a folded answer is printed")
    check(not page.locator("details:has(#scope) .fold-body").is_visible(), "the folded answer is not")
    check(not page.locator(".fold-all").is_visible(), "no button is printed")
    page.goto(address.replace("/faq/", "/apply/"))
    check(page.locator("main details").count() > 1, "there are folded lists")
    check(not any(fold.is_visible() for fold in page.locator("main details:not([open])").all()), "folded lists are not printed")
    page.goto(address.replace("/faq/", "/contacts/"))
    check("http://www.lnwlzb.com" in page.evaluate(
        "getComputedStyle(document.querySelector('.prose a[rel~=external]'), '::after').content"), "addresses are printed")
    page.goto(address)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})
    check(page.locator(".sidebar").is_visible(), "the sidebar is on the screen")


def banners(page, host):
    """A version that is not in force says so, and leads to the one that is."""
    page.goto(host + "2019-09/")
    words = page.inner_text(".banner")
    check("这是原文的转写" in words and "草案" not in words, f"the old version says that it is the original: {words}")
    check(page.inner_text(".banner-go").strip() == "查看整理版的本页", "its home page has a counterpart")
    page.click(".banner-go a")
    check(page.url == host + f"{VERSION}/", f"the banner leads to the version in force: {page.url}")
    check(page.locator(".banner").count() == 0, "which has no banner")


def redirects(browser, http, disk):
    """They keep what stands behind the address, over http and from a disk; without script they lead on too."""
    for host, file in [(http, ""), (disk, "index.html")]:
        for more in ("", "#fees", "?a=b#fees"):
            page = browser.new_page()
            problems = []
            page.on("console", lambda message: problems.append(message.text))
            page.goto(f"{host}latest/fees/{file}{more}")
            page.wait_for_url(f"{host}{VERSION}/fees/{file}{more}")
            check(page.locator("h1").count() == 1 and not problems, f"{page.url}: {problems}")
            page.close()
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{http}latest/fees/")
    page.wait_for_url(f"{http}{VERSION}/fees/")
    check(page.locator("h1").count() == 1, "without script the page is there")
    check(b"noindex" not in (site / "latest/fees/index.html").read_bytes(), "a redirect is not hidden from search engines")


def is_open(page, anchor):
    return page.evaluate("id => document.getElementById(id).closest('details').open", anchor)


def folds(browser, address):
    """Answers fold below headings; a link, a search in the page and a button open them; without script they open too."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address)
    folded = page.locator("details.heading-fold")
    count = folded.count()
    check(count > 20 and page.locator("details.heading-fold[open]").count() == 0, f"answers are folded at first: {count}")
    check(page.locator("details.heading-fold > summary h3[id]").count() == count, "each question is a heading with an anchor")
    page.locator("details:has(#uscc) > summary").click()
    check(is_open(page, "uscc") and page.locator("details[open]").count() == 1, "a press opens one")
    page.locator(".outline-fold > summary").click()
    page.locator('.outline-fold a[href="#bmp"]').click()
    page.wait_for_function("() => document.getElementById('bmp').closest('details').open")
    page.wait_for_function("() => document.getElementById('bmp').getBoundingClientRect().bottom < innerHeight")
    page.evaluate("document.getElementById('bmp').closest('details').open = false")
    page.locator('.outline-fold a[href="#bmp"]').click()
    check(is_open(page, "bmp"), "the same link opens it again")
    button = page.locator(".fold-all")
    words = button.inner_text()
    button.click()
    page.wait_for_function("words => document.querySelector('.fold-all').textContent !== words", arg=words)
    check(page.locator("details.heading-fold[open]").count() == count, f"{words} opens all")
    button.click()
    page.wait_for_function("words => document.querySelector('.fold-all').textContent === words", arg=words)
    check(page.locator("details.heading-fold[open]").count() == 0, "and folds all")
    page.goto(address + "#lost-key")
    page.reload()
    check(is_open(page, "lost-key") and not is_open(page, "uscc"), "an address with an anchor opens its answer")
    page.goto(address + "#%E4%B8")
    check(page.locator("h1").is_visible(), "an address that was cut does no harm")
    page.goto(address + "#:~:text=" + "%E7%95%99%E6%84%8F%E9%A1%B5%E9%9D%A2%E6%8F%90%E7%A4%BA")
    page.wait_for_timeout(300)
    check(is_open(page, "postage-invoice"), "what is sought in the page opens its answer")
    page.close()
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(address)
    check(not plain.locator(".fold-all").is_visible(), "without script there is no button that does nothing")
    plain.locator("details:has(#uscc) > summary").click()
    check(plain.locator("details:has(#uscc) .fold-body").is_visible(), "without script an answer opens")
    plain.close()


def front(browser, http, disk):
    """The front page says at once what people come for, leads to step 1, and has the header of other pages."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    for host, file in [(http, ""), (disk, "index.html")]:
        problems = []
        page.on("console", lambda message: problems.append(message.text))
        page.goto(host + file)
        number = json.loads((site / f"{VERSION}/facts.json").read_text(encoding="utf-8"))["contacts"]["rows"][0]["phones"][0]
        check(page.locator(f'main a[href="tel:{number}"]').inner_text() == number, f"the telephone is a link: {number}")
        output = page.locator('[data-tool="hours"] output')
        output.wait_for(state="visible")
        page.wait_for_function("() => document.querySelector('[data-tool=hours] output').textContent.startsWith('现在')")
        shown = page.inner_text("main")
        check("元/个/年" in shown and "现在有没有人审核" in shown, "the price, and whether somebody reviews now, are there")
        check(page.locator('main a[href*="/forms/"]').count() == 3, "the forms to fill are there")
        check(page.locator(".site-header .switcher").is_visible() and page.locator(".site-header .drawer").is_visible()
              and page.locator(".site-header .type-size").is_visible(), "the header is the one of other pages")
        page.locator("main .hero-go a").click()
        page.wait_for_url(f"{host}{VERSION}/register/{file}")
        page.locator("a.brand").click()
        page.wait_for_url(lambda url: url.startswith(host) and url[len(host):] in ("", "index.html"))
        check(not problems, f"the console has nothing to say: {problems}")
    page.close()


def lost(browser, prefixed):
    """A wrong address offers the pages with near names, under a path prefix too."""
    page = browser.new_page()
    cases = {
        f"{VERSION}/fee/": f"{VERSION}/fees/", f"{VERSION}/hors/": f"{VERSION}/hours/", f"{VERSION}/regsiter/index.html": f"{VERSION}/register/",
        "2025-01/materials/": f"{VERSION}/materials/", "fees.html": f"{VERSION}/fees/", f"{VERSION}/forms/pick-up/": f"{VERSION}/forms/pickup/",
        f"{VERSION}/%E8%B4%B9%E7%94%A8/": f"{VERSION}/fees/", f"{VERSION}/FAQ": f"{VERSION}/faq/", "2019-9/": "2019-09/",
        "a/b/c/glosary/": f"{VERSION}/glossary/",
    }
    for asked, meant in cases.items():
        page.goto(prefixed + asked)
        first = page.locator("#near a").first
        found = first.evaluate("link => link.href") if first.count() else None
        check(found == prefixed + meant, f"{asked} leads to {meant}: {found}")
    page.locator("#near a").first.click()
    check(page.url.endswith("/glossary/") and page.locator("h1").count() == 1, f"the link leads there: {page.url}")
    for asked in ["zzzzzzzz/", "%", f"{VERSION}/%ff%fe/", "x" * 3000, "<script>alert(1)</script>/"]:
        page.goto(prefixed + asked)
        check(page.locator("h1").is_visible() and not page.locator("#near").is_visible(), f"{asked[:20]} offers nothing")
    page.close()


def main():
    host = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(300_000)
        keyboard(page, host + f"{VERSION}/fees/")
        type_size(page, host + f"{VERSION}/fees/")
        menus(page, host + f"{VERSION}/fees/")
        paper(page, host + f"{VERSION}/faq/")
        banners(page, host)
        described(page, host)
        disk = file_address(carried(site))
        redirects(browser, host, disk)
        folds(browser, host + f"{VERSION}/faq/")
        front(browser, host, disk)
        lost(browser, serve_below(site, "/guide/"))
        browser.close()
    sys.exit(end("behaviour"))


main()
