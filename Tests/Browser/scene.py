"""A browser before a built site: forms opened with answers that are there already, and checks that are counted."""
import pathlib
import re

import yaml
from applicant import Applicant, serve
from edition import VERSION

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
STORED = "[sessionStorage, localStorage].map(place => JSON.parse(Object.entries(place).find(([key]) => key.startsWith('zhinan.http'))?.[1] ?? 'null'))"


class Scene:
    def __init__(self, browser, site):
        self.browser, self.site, self.host = browser, pathlib.Path(site), serve(site)
        self.passed = self.failed = 0
        text = self.html("pickup")
        self.key = "zhinan." + re.search(r'data-guide="([^"]*)"', text)[1]

    def html(self, form):
        return (self.site / VERSION / "forms" / form / "index.html").read_text(encoding="utf-8")

    def check(self, truth, what):
        if truth:
            self.passed += 1
        else:
            self.failed += 1
            print(f"not as it should be: {what}")

    def record(self, form, number=0):
        """An example of the guide, as texts."""
        folder = pathlib.Path("content") / VERSION / "examples" / form
        return yaml.load(sorted(folder.iterdir())[number].read_text(), Loader=yaml.BaseLoader)

    def context(self, device=PHONE, **more):
        return self.browser.new_context(**{"locale": "zh-CN", "accept_downloads": True, **device, **more})

    def visit(self, form, answers=None, at="", context=None, device="own", before=None, live=True):
        """A form's page, opened at a screen, in a tab that remembers these answers; `before` gets the page first."""
        page = (context or self.context()).new_page()
        if before:
            before(page)
        applicant = Applicant(page, self.host, VERSION, form)
        page.set_default_timeout(15_000)
        if answers is not None:
            self.remember(page, answers, device)
        page.goto(applicant.address + at)
        if live:
            page.wait_for_selector("html.live[data-at]")
        return applicant

    def remember(self, page, answers, device="own", age=0):
        """Puts answers into a tab's storage before the page is there."""
        page.goto(self.host + "assets/icon.svg")
        page.evaluate(
            "([key, answers, device, age]) => sessionStorage.setItem(key, JSON.stringify({answers, device, seen: Date.now() - age}))",
            [self.key, answers, device, age])


def messages(applicant):
    return applicant.page.inner_text("#messages")


def shown(applicant, selector):
    return applicant.page.locator(selector).first.is_visible()


def storage(applicant):
    """What the browser remembers of the form: this tab's, and this device's."""
    return applicant.page.evaluate(STORED)
