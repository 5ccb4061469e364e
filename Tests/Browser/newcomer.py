"""A newcomer with a phone: from the site's first page to a finished application, tapping only what the window shows.

usage: newcomer.py SITE_FOLDER

Prints taps, swipes of two thirds of a window, and signs typed, and what they take at 1.5 s a tap or swipe and 0.3 s a sign.
"""
import pathlib
import sys

from playwright.sync_api import sync_playwright
from scene import Scene

IN_WINDOW = """([selector, text]) => [...document.querySelectorAll(selector)].find(element => {
  const { top, bottom, width } = element.getBoundingClientRect();
  return element.checkVisibility() && width > 0 && top >= 0 && bottom <= innerHeight && element.textContent.trim().includes(text);
})"""
QUESTIONS = """() => [...document.querySelectorAll('[data-step]:not([hidden]) .question:not([hidden])')].map(element => ({
  key: element.dataset.key, isRequired: element.querySelector('.tag-required') !== null,
  isChoice: element.querySelector('fieldset') !== null }))"""


class Newcomer:
    def __init__(self, page):
        self.page = page
        self.taps = self.swipes = self.signs = self.stumbles = 0

    def swipe(self, distance=560):
        before = self.page.evaluate("scrollY")
        self.page.mouse.wheel(0, distance)
        self.page.wait_for_timeout(60)
        self.swipes += 1
        return self.page.evaluate("scrollY") != before

    def tap(self, selector, text=""):
        """Looks for it downwards, then from the top again."""
        for _ in range(60):
            found = self.page.evaluate_handle(IN_WINDOW, [selector, text]).as_element()
            if found:
                found.tap()
                self.taps += 1
                self.page.wait_for_timeout(60)
                return
            if not self.swipe():
                self.stumbles += 1
                if self.stumbles > 3:
                    break
                self.page.evaluate("scrollTo(0, 0)")
        raise AssertionError(f"nobody finds {text or selector} on {self.page.url}: {self.page.inner_text('main')[:600]}")

    def answer(self, question, answer):
        block = f'.question[data-key="{question["key"]}"]'
        if question["isChoice"]:
            for value in [answer] if isinstance(answer, str) else answer:
                is_value = self.page.locator(f'{block} input[value="{value}"]').count()
                self.tap(f'{block} .choice' + (f':has(input[value="{value}"])' if is_value else ""), "" if is_value else value)
        else:
            self.tap(f"{block} input")
            self.page.keyboard.insert_text(answer)
            self.signs += len(answer)

    def fill(self, record, forgets):
        """Fills in step by step; answers that are forgotten at first are asked for by the page."""
        done = set()
        for _ in range(30):
            if self.page.locator("#review").is_visible():
                return
            while True:
                left = [q for q in self.page.evaluate(QUESTIONS) if q["key"] in record and q["key"] not in done | forgets]
                if not left:
                    break
                self.answer(left[0], record[left[0]["key"]])
                done.add(left[0]["key"])
            self.tap("#next")
            self.page.wait_for_timeout(150)
            while self.page.locator("#summary").is_visible():
                self.stumbles += 1
                for question in [q for q in self.page.evaluate(QUESTIONS) if q["key"] in forgets]:
                    self.answer(question, record[question["key"]])
                    forgets.discard(question["key"])
                    done.add(question["key"])
                self.tap("#next")
                self.page.wait_for_timeout(150)
        raise AssertionError(f"the form does not end: {self.page.inner_text('#answers')[:400]}")

    @property
    def seconds(self):
        return round(1.5 * (self.taps + self.swipes) + 0.3 * self.signs)


def run(scene, name, ways, record, forgets):
    context = scene.context(reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(15_000)
    somebody = Newcomer(page)
    page.goto(scene.host)
    for text in ways:
        with page.expect_navigation():
            somebody.tap("main a", text)
        page.wait_for_timeout(100)
    page.wait_for_selector("html.live[data-at]")
    found = somebody.taps, somebody.swipes
    somebody.tap("#begin")
    somebody.fill(record, forgets)
    somebody.tap("#make")
    page.wait_for_selector("#result:not([hidden])")
    with page.expect_download() as download:
        somebody.tap("#download")
    scene.check(pathlib.Path(download.value.path()).read_bytes().startswith(b"%PDF"), f"{name}: the PDF is there")
    print(f"{name}: the form found with {found[0]} taps and {found[1]} swipes; finished after {somebody.taps} taps, "
          f"{somebody.swipes} swipes, {somebody.signs} signs, some {somebody.seconds} s; stumbles {somebody.stumbles}")
    context.close()


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        scene = Scene(browser, sys.argv[1])
        first, second = scene.record("ca-application"), scene.record("ca-application", 1)
        required = {"businessType", "caVendor", "orgName", "uscc", "address", "legalRepName", "legalRepIdNumber", "agentName", "agentIdNumber",
                    "agentMobile", "certType", "platforms", "sealTypes", "deliveryMethod", "recipientName", "recipientMobile",
                    "recipientRegion", "recipientAddress", "email", "invoiceType"}
        run(scene, "all answers", ["CA互联互通（辽宁版）申请表"], first, set())
        run(scene, "a reissue, by the third step", ["申请新锁", "在线填写"], second, set())
        run(scene, "only what is required, some forgotten", ["开始办理", "下一页", "下一页", "在线填写"],
            {key: value for key, value in first.items() if key in required}, {"uscc", "recipientRegion"})
        browser.close()
    print(f"newcomer: {scene.passed} passed, {scene.failed} failed")
    sys.exit(1 if scene.failed else 0)


main()
