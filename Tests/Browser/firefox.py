"""Each form filled in by hand in Firefox, over http and from a USB stick: the PDFs are the command's, byte for byte, and
make the same PDF again when they are opened.

usage: firefox.py ZHINAN SITE_FOLDER
"""
import logging
import pathlib
import sys
import tempfile
import time

from applicant import carried, file_address, flat, serve
from checks import check, end
from command import FORMS, VERSION, Command, examples
from marionette_driver import By, Wait
from marionette_driver.keys import Keys
from marionette_driver.marionette import Marionette

command, site = Command(sys.argv[1]), pathlib.Path(sys.argv[2])
downloads = pathlib.Path(tempfile.mkdtemp(prefix="firefox-"))
log = downloads / "log"
PREFERENCES = {
    "browser.download.dir": str(downloads), "browser.download.folderList": 2, "browser.download.useDownloadDir": True,
    "browser.download.alwaysOpenPanel": False, "browser.helperApps.neverAsk.saveToDisk": "application/pdf",
    "browser.download.always_ask_before_handling_new_types": False, "pdfjs.disabled": True,
    "services.settings.server": "data:,", "intl.accept_languages": "zh-CN", "devtools.console.stdout.content": True,
}
HERE = "return [...document.querySelectorAll('[data-screen], [data-step]')].filter(e => !e.hidden).map(e => e.id).join()"
VISIBLE = """return [...document.querySelectorAll('[data-step]:not([hidden]) .question:not([hidden])')]
  .filter(e => e.dataset.key).map(e => e.dataset.key)"""
# What pages threw and what the policy refused; not what Firefox itself complains of.
ERRORS = """const [host] = arguments;
  return Services.console.getMessageArray().filter(e => e instanceof Ci.nsIScriptError && !(e.flags & 1)
    && (e.sourceName.startsWith(host) || e.category.startsWith("CSP"))).map(e => e.errorMessage)"""


class Person:
    """Somebody before a form's page in Firefox."""

    def __init__(self, firefox, host, form):
        self.firefox, self.host = firefox, host
        self.address = f"{host}{VERSION}/forms/{form}/" + ("index.html" if host.startswith("file:") else "")

    def script(self, text, *arguments):
        return self.firefox.execute_script(text, script_args=arguments)

    def find(self, selector):
        return self.firefox.find_element(By.CSS_SELECTOR, selector)

    def click(self, selector):
        self.find(selector).click()

    def wait(self, condition):
        return Wait(self.firefox, timeout=60, interval=0.02).until(condition)

    @property
    def screen(self):
        return self.script(HERE)

    def open(self):
        self.firefox.navigate(self.address)
        self.wait(lambda _: self.script("return document.documentElement.matches('.live')") and self.screen)

    def answer(self, key, answer):
        question = f'.question[data-key="{key}"]'
        if self.script("return !!document.querySelector(arguments[0])", f"{question} .choice"):
            for value in answer if isinstance(answer, list) else [answer]:
                self.click(f'{question} input[value="{value}"]')
        else:
            self.find(f"{question} input").send_keys(str(answer), Keys.TAB)

    def fill(self, record):
        """Answers a record from the first section to the list of answers, each question when it is there."""
        answers = flat(record)
        while (here := self.screen) != "review":
            self.add_elements(record)
            done = set()
            while left := [key for key in self.script(VISIBLE) if key in answers and key not in done]:
                self.answer(left[0], answers[left[0]])
                done.add(left[0])
            self.click("#next")
            self.wait(lambda _: self.screen != here or self.script("return !document.querySelector('#summary').hidden"))
            if self.screen == here:
                raise AssertionError(f"{here} has errors: {self.find('#summary').text}")

    def add_elements(self, record):
        """As many elements of a repeated section as the record has."""
        for section in self.firefox.find_elements(By.CSS_SELECTOR, "[data-step]:not([hidden])[data-group]"):
            wanted = len(record.get(section.get_attribute("data-group"), []))
            while len(section.find_elements(By.CSS_SELECTOR, ".element")) < wanted:
                self.firefox.find_elements(By.CSS_SELECTOR, f"#{section.get_attribute('id')} > .actions button")[0].click()

    def make(self):
        """The PDF that comes from the link: its name and bytes."""
        self.wait(lambda _: self.script("return performance.getEntriesByName('zhinan-complete').length > 0"))
        self.click("#make")
        self.wait(lambda _: self.screen == "result")
        size = self.script("return document.querySelector('#result-facts').textContent")
        self.click("#download")
        file = self.wait(lambda _: next((file for file in downloads.iterdir() if file.suffix == ".pdf" and file.stat().st_size
                                         and not file.with_name(f"{file.name}.part").exists()), None))
        name, pdf = file.name, file.read_bytes()
        file.unlink()
        check(name in size, f"the file's name is the one told: {name}, {size}")
        return name, pdf

    def put(self, path):
        """Chooses a file under 打开已有的表."""
        self.wait(lambda _: self.script("return performance.getEntriesByName('zhinan-complete').length > 0"))
        self.find("#open").send_keys(str(path))
        self.wait(lambda _: self.screen == "review" and self.script("return !!document.querySelector('#review-list > section')"))

    def clear(self):
        self.click("#result [data-go=back]")
        self.click("#clear")
        self.click("#clear-yes")
        self.wait(lambda _: self.screen == "start")
        return self.script("return JSON.stringify([{...sessionStorage}, {...localStorage}])")

    def errors(self):
        with self.firefox.using_context("chrome"):
            thrown = self.script(ERRORS, self.host)
        # Firefox's own complaints: it finds no network.
        return thrown + [line for line in log.read_text().splitlines()
                         if line.startswith("console.error: ") and "RSLoader" not in line and "resource://" not in line]


def private_values(record):
    return [value for value in flat(record).values() if isinstance(value, str) and len(value) > 5]


def fill_once(firefox, host, form, record):
    person, what = Person(firefox, host, form), f"{form} from {host.split(':')[0]}"
    start = time.monotonic()
    person.open()
    person.click("#device input[value=own]")
    person.click("#start [data-go=next]")
    person.fill(record)
    name, pdf = person.make()
    check(pdf == command.fill(form, record), f"{what}: the PDF is the command's")
    seen = [firefox.get_url(), firefox.title, name]
    check(not any(value in text for value in private_values(record) for text in seen), f"{what}: an answer in {seen}")
    remembered = person.clear()
    check(remembered == "[{},{}]", f"{what}: something is remembered: {remembered}")
    saved = downloads / "saved" / name
    saved.parent.mkdir(exist_ok=True)
    saved.write_bytes(pdf)
    person.open()
    person.put(saved)
    check(person.make()[1] == pdf, f"{what}: the PDF's answers come back, and make the same PDF")
    check(person.clear() == "[{},{}]", f"{what}: something is remembered of the PDF")
    check(not (errors := person.errors()), f"{what}: {errors}")
    print(f"{what}: {time.monotonic() - start:.1f} s")


def errors_are_seen(firefox):
    """A page whose script throws and which breaks its own policy is not taken for a quiet one."""
    folder = downloads / "broken"
    folder.mkdir()
    folder.joinpath("throws.js").write_text("console.error('said'); throw new Error('thrown')")
    folder.joinpath("index.html").write_text(
        """<meta http-equiv="Content-Security-Policy" content="script-src 'self'"><script src="throws.js"></script><script>1</script>""")
    for host in (serve(folder), file_address(folder)):
        firefox.navigate(f"{host}index.html")
        seen = "\n".join(Person(firefox, host, "").errors())
        check("thrown" in seen and "said" in seen and "Content-Security-Policy" in seen, f"errors are seen: {seen}")


def main():
    logging.getLogger("mozversion").setLevel(logging.WARNING)
    firefox = Marionette(bin="/usr/bin/firefox-esr", headless=True, prefs=PREFERENCES, gecko_log=str(log), port=0)
    firefox.start_session()
    try:
        print(f"Firefox {firefox.session_capabilities['browserVersion']}")
        for host in (serve(site), file_address(carried(site))):
            for form in FORMS:
                fill_once(firefox, host, form, examples(form)[0])
        errors_are_seen(firefox)
    finally:
        firefox.quit()
    sys.exit(end("firefox"))


main()
