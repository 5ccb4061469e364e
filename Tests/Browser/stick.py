"""A site that `zhinan build --zip` packed, unpacked and opened from a folder in Chromium: pages, links, styles, a form.

usage: stick.py ZHINAN
"""
import filecmp
import pathlib
import subprocess
import sys
import tempfile
import zipfile

from checks import check, end
from edition import VERSION
from playwright.sync_api import sync_playwright


def files(folder):
    return sorted(file.relative_to(folder) for file in folder.rglob("*") if file.is_file() and file.name != ".zhinan-files")


def packed(zhinan, work):
    """The unpacked site."""
    site, zips = work / "site", [work / "one" / "guide.zip", work / "two" / "guide.zip"]
    for zip in zips:
        zip.parent.mkdir()
        told = subprocess.run(
            [zhinan, "build", "--output", site, "--zip", zip], check=True, stdout=subprocess.PIPE, text=True).stdout
        check("guide/index.html" in told.splitlines()[-1], f"how to open it: {told.splitlines()[-1]}")
    check(filecmp.cmp(*zips, shallow=False), "two builds give the same zip")
    stick = work / "U 盘 #1"
    with zipfile.ZipFile(zips[0]) as archive:
        check(archive.testzip() is None and len(archive.namelist()) > 50, "the zip is whole")
        archive.extractall(stick)
    check(files(site) == files(stick / "guide"), "the zip holds the site")
    differing = [file for file in files(site) if not filecmp.cmp(site / file, stick / "guide" / file, shallow=False)]
    check(not differing, f"other bytes: {differing}")
    return stick / "guide"


def walked(page, folder):
    page.goto((folder / "index.html").as_uri())
    check(page.evaluate("getComputedStyle(document.body).marginTop") == "0px", "the style is there")
    # Every page of the current version, by the links of the page that is open first.
    links = page.evaluate(
        "[...document.querySelectorAll('a')].map(link => link.href).filter(address => address.startsWith('file:'))")
    check(len(links) > 10, f"links: {links}")
    for link in sorted({link.split("#")[0] for link in links}):
        path = pathlib.Path(page.evaluate("address => decodeURIComponent(new URL(address).pathname)", link))
        check((path / "index.html" if link.endswith("/") else path).is_file(), f"{link} leads to a file")
    page.locator("main a[href*='fees']").first.click()
    page.wait_for_url("**/fees/index.html*")
    check(page.locator("main h1").count() == 1, "a click leads to a page")
    page.goto(next((folder / VERSION / "forms").glob("pickup/index.html")).as_uri())
    page.wait_for_selector("html.live", timeout=120_000)
    check(page.locator("main input:visible").count() + page.locator("main button:visible").count() > 0,
          "the form's page comes to life")


def main():
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        folder = packed(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(work))
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: check(False, f"{page.url}: {error}"))
        page.on("console", lambda message: check(message.type != "error", f"{page.url}: {message.text}"))
        walked(page, folder)
        browser.close()
    return end("stick")


sys.exit(main())
