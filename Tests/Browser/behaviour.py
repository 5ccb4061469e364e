"""What a built site does in Chromium besides loading: keyboard, large type, menus, paper, the words of its banners,
redirects.

usage: behaviour.py SITE_FOLDER
"""
import pathlib
import sys

from applicant import carried, file_address, serve
from playwright.sync_api import sync_playwright

site = pathlib.Path(sys.argv[1])
passed = failed = 0


def check(truth, what):
    global passed, failed
    if truth:
        passed += 1
    else:
        failed += 1
        print(f"not as it should be: {what}")


def style(page, selector, name):
    return page.eval_on_selector(selector, "(element, name) => getComputedStyle(element)[name]", name)


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
    """Paper has the text and what is folded, and none of what one clicks."""
    page.goto(address)
    page.emulate_media(media="print")
    for width, selector in [(1280, ".sidebar"), (794, ".sidebar"), (794, ".outline"), (1280, ".site-header .menu"),
                            (1280, ".type-size"), (1280, ".pager"), (1280, ".skip")]:
        page.set_viewport_size({"width": width, "height": 1100})
        found = page.locator(selector)
        check(all(not found.nth(index).is_visible() for index in range(found.count())), f"{selector} is not printed")
    check(page.locator("h1").is_visible() and page.locator(".print-only").first.is_visible(), "the text is printed")
    folded = "main details:not([open])"
    before = page.locator(folded).count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    check(before > 0 and page.locator(folded).count() == 0, f"what is folded is printed: {before}")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    check(page.locator(folded).count() == before, "and is folded again")
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
    check(page.url == host + "2026-11/", f"the banner leads to the version in force: {page.url}")
    check(page.locator(".banner").count() == 0, "which has no banner")


def redirects(browser, http, disk):
    """They keep what stands behind the address, over http and from a disk; without script they lead on too."""
    for host, file in [(http, ""), (disk, "index.html")]:
        for more in ("", "#fees", "?a=b#fees"):
            page = browser.new_page()
            problems = []
            page.on("console", lambda message: problems.append(message.text))
            page.goto(f"{host}latest/fees/{file}{more}")
            page.wait_for_url(f"{host}2026-11/fees/{file}{more}")
            check(page.locator("h1").count() == 1 and not problems, f"{page.url}: {problems}")
            page.close()
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{http}latest/fees/")
    page.wait_for_url(f"{http}2026-11/fees/")
    check(page.locator("h1").count() == 1, "without script the page is there")
    check(b"noindex" not in (site / "latest/fees/index.html").read_bytes(), "a redirect is not hidden from search engines")


def main():
    host = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(300_000)
        keyboard(page, host + "2026-11/fees/")
        type_size(page, host + "2026-11/fees/")
        menus(page, host + "2026-11/fees/")
        paper(page, host + "2026-11/faq/")
        banners(page, host)
        redirects(browser, host, file_address(carried(site)))
        browser.close()
    print(f"behaviour: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
