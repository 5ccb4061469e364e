"""Redirects in Chromium keep what stands behind the address, over http and from a disk; without script they lead on too.

usage: redirects.py SITE_FOLDER
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


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        http, disk = serve(site), file_address(carried(site))
        for host, page, asked in [(http, "", "2026-11/fees/"), (disk, "index.html", "2026-11/fees/index.html")]:
            for more in ("", "#fees", "?a=b#fees"):
                tab = browser.new_page()
                problems = []
                tab.on("console", lambda message: problems.append(message.text))
                tab.goto(f"{host}latest/fees/{page}{more}")
                tab.wait_for_url(f"{host}{asked}{more}")
                check(not problems, f"{host} {more}: {problems}")
                tab.close()
        context = browser.new_context(java_script_enabled=False)
        tab = context.new_page()
        tab.goto(f"{http}latest/fees/")
        tab.wait_for_url(f"{http}2026-11/fees/")
        check(tab.locator("h1").count() == 1, "without script the page is there")
        check(b"noindex" not in (site / "latest/fees/index.html").read_bytes(), "a redirect is not hidden from search engines")
        browser.close()
    print(f"redirects: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
