"""Files put onto a form's page in Chromium through 打开已有的表: records and PDFs, as this program and others saved them.

usage: opening.py ZHINAN SITE_FOLDER

What the page says of a record is what `zhinan form check` says; what it takes from a PDF is what `zhinan form read`
reads, or nothing and a sentence.
"""
import base64
import collections
import json
import pathlib
import re
import sys

import pikepdf
import pymupdf
import pypdf
from applicant import Applicant, carried, file_address, serve
from checks import check, end
from command import FORMS, VERSION, Command, examples, read
from playwright.sync_api import sync_playwright

command, site = Command(sys.argv[1]), pathlib.Path(sys.argv[2])
FIXTURES = pathlib.Path("Tests/Fixtures")
DROP = """([name, type, text]) => {
  const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt(0)), carried = new DataTransfer();
  carried.items.add(new File([bytes], name, { type }));
  const over = new DragEvent('dragover', { dataTransfer: carried, bubbles: true, cancelable: true });
  document.querySelector('h1').dispatchEvent(over);
  document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
  return over.defaultPrevented;
}"""
# What stands in the controls, as a record has it.
ANSWERS = """() => {
  const record = {};
  for (const question of document.querySelectorAll('.question[data-key]')) {
    const controls = [...question.querySelectorAll('input')], chosen = controls.filter(e => e.checked).map(e => e.value);
    const isChoice = ['radio', 'checkbox'].includes(controls[0].type);
    const answer = !isChoice ? controls[0].value : question.dataset.kind === 'choices' ? chosen : chosen[0] ?? '';
    const [, group, index, key] = /^(\\w+)\\[(\\d+)\\]\\.(\\w+)$/.exec(question.dataset.key) ?? [null, '', 0, question.dataset.key];
    const holder = group ? ((record[group] ??= [])[index] ??= {}) : record;
    if (answer.length) holder[key] = answer;
  }
  return record;
}"""
# The sentences beside questions and groups, in the list of answers, and of the file.
TOLD = """() => {
  const texts = selector => [...document.querySelectorAll(selector)].map(e => e.textContent);
  return {
    beside: texts('.question[data-key] .told-errors > p, .question[data-key] .told-warnings > p, [data-group] > [id^=errors-] > p'),
    listed: texts('#review-list .told'),
    notes: texts('#messages [data-subject=opened] li'),
    first: texts('#messages [data-subject=opened] > p:first-child').join(),
  };
}"""
counts = collections.Counter()


class Opener(Applicant):
    """Somebody who has files already."""

    def put(self, path, drop=False):
        """Puts a file onto the page, in place of what is there; what the page says. Waits until it is taken or refused."""
        self.page.evaluate("""() => {
          document.querySelector('#messages').replaceChildren();
          document.querySelector('#review-list').replaceChildren();
        }""")
        if drop:
            kind = "application/pdf" if path.suffix == ".pdf" else "application/json"
            text = base64.b64encode(path.read_bytes()).decode()
            check(self.page.evaluate(DROP, [path.name, kind, text]), "files may be dropped here")
        else:
            self.page.set_input_files("#open", path)
        self.page.wait_for_selector("#messages .notice, #replace-confirm:not([hidden])")
        if self.page.is_visible("#replace-confirm"):
            self.page.click("#replace-yes")
        self.page.wait_for_selector("#messages [data-subject=opened]")
        if self.told()["first"] != self.refusal:
            self.page.wait_for_selector("#review-list > section", state="attached")
        return self.told()

    @property
    def refusal(self):
        return self.page.evaluate("JSON.parse(document.querySelector('#words').textContent).notOpened")

    def told(self):
        return self.page.evaluate(TOLD)

    def answers(self):
        return self.page.evaluate(ANSWERS)

    def empty(self):
        """Forgets everything."""
        self.page.evaluate("document.querySelector('#tools').hidden = false")
        self.page.click("#clear")
        self.page.click("#clear-yes")
        self.page.wait_for_selector("#start:not([hidden])")


def texts(value):
    """A record's values as people type them; nothing where nothing is answered."""
    if isinstance(value, dict):
        return {key: texts(inner) for key, inner in value.items() if inner not in ("", [], None)}
    return [texts(inner) for inner in value] if isinstance(value, list) else str(value)


def opener(browser, host, form):
    context = browser.new_context(accept_downloads=True, locale="zh-CN", viewport={"width": 390, "height": 844})
    person = Opener(context.new_page(), host, VERSION, form)
    person.open()
    person.wait_until_complete()
    return person


def records(form):
    """Files of records in JSON; those that are written in YAML are written anew."""
    for number, record in enumerate(examples(form)):
        path = command.work / f"{form}-example-{number}.json"
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
        yield path
    yield from sorted((FIXTURES / "records" / form).iterdir())
    if form == "ca-application":
        yield from sorted((FIXTURES / "browser").iterdir())


def lacks_glyph(text, path):
    """Whether it tells of a character that no pack has, which the command finds in further fonts when it draws it."""
    sign = re.search(r"“(.)”（U\+([0-9A-F]{4,6})），现有字体没有这个字", text)
    is_there = sign and chr(int(sign[2], 16)) == sign[1] and sign[1] in json.dumps(read(path), ensure_ascii=False)
    counts["lacking glyphs"] += bool(is_there)
    return is_there


def open_records(person, form):
    """What is wrong with each record is what the command says, whether the file is chosen or dropped."""
    for number, path in enumerate(records(form)):
        told = person.put(path, drop=number % 3 == 2)
        expected = {text for code, text in command.problems(form, path) if code != "W_NOT_APPLICABLE"}
        found = {text for text in [*told["beside"], *told["notes"]] if not lacks_glyph(text, path)}
        lacking, foreign = sorted(expected - found), sorted(found - expected)
        check(not lacking and not foreign, f"{form} {path}: the page lacks {lacking}, and has {foreign}")
        check(set(told["listed"]) <= set(told["beside"]), f"{form} {path}: the list says {told['listed']}")
        counts["records"] += 1
        counts["sentences"] += len(expected)


WRITERS = {
    "pypdf": lambda source, target: pypdf.PdfWriter(clone_from=source).write(target),
    "pikepdf": lambda source, target: pikepdf.open(source).save(target),
    "pikepdf, object streams": lambda source, target: pikepdf.open(source).save(
        target, object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True),
    "pikepdf, a password": lambda source, target: pikepdf.open(source).save(
        target, encryption=pikepdf.Encryption(owner="x", user="")),
    "PyMuPDF": lambda source, target: pymupdf.open(source).save(target, garbage=4, deflate=True),
    "PyMuPDF, a password": lambda source, target: pymupdf.open(source).save(
        target, encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="x", user_pw="y"),
}


def pdfs(form):
    """Filled PDFs by their makers: `(what, path)`; those of the examples as other programs save them too."""
    for number, record in enumerate([*examples(form), *map(read, sorted((FIXTURES / "records" / form).iterdir()))]):
        for options in ([], ["--lock", "all"], ["--flatten"]) if number < 2 else ([],):
            try:
                pdf = command.fill(form, record, *options)
            except AssertionError:
                continue  # a record that has an error
            path = command.work / f"{form}-{number}{''.join(options)}.pdf"
            path.write_bytes(pdf)
            yield path.name, path
            for name, write in WRITERS.items() if number < len(examples(form)) else ():
                again = command.work / f"{path.stem} {name}.pdf"
                write(str(path), str(again))
                yield again.name, again


def open_pdfs(person, form):
    """The page has the answers that the command reads, or has what it had and a sentence."""
    for number, (what, path) in enumerate(pdfs(form)):
        before = person.answers()
        told = person.put(path, drop=number % 3 == 2)
        after, expected = person.answers(), command.answers(path, form)
        if told["first"] == person.refusal:
            counts["refused"] += 1
            check(after == before, f"{what}: refused, but {after} is taken")
            check(told["notes"], f"{what}: nothing says why it is refused")
            check(expected is None or "password" in what, f"{what}: refused, and the command reads it: {told}")
            continue
        counts["read"] += 1
        expected = expected and texts({key: value for key, value in expected.items() if key != "form"})
        check(after == expected, f"{what}: {after} instead of {expected}")
        check("flatten" not in what, f"{what} has no fields")


def open_others(person, form, others):
    """What is no form of this page is refused in words, and what stood on the page stays."""
    before = person.answers()
    check(before, "the page has answers")
    for name, content in {"empty.pdf": b"", "words.pdf": "不是表".encode(), "cut.json": b'{"orgName": "', "list.json": b"[]",
                          "cut.pdf": command.fill(form, examples(form)[0])[:-2000], "picture.png": b"\x89PNG\r\n\x1a\n" * 9}.items():
        path = command.work / name
        path.write_bytes(content)
        told = person.put(path)
        check(told["first"] == person.refusal and told["notes"], f"{name}: {told}")
        check(person.answers() == before, f"{name}: the answers changed")
        counts["refused"] += 1
    for other in others:
        path = command.work / f"other-{other}.pdf"
        path.write_bytes(command.fill(other, examples(other)[0]))
        told = person.put(path)
        check(told["notes"] and person.answers() == before, f"{form} takes a PDF of {other}: {told}")
        links = person.page.locator("#messages [data-subject=opened] a")
        check(links.count() == 1 and f"/{other}/" in links.first.evaluate("e => e.href"), f"{form}: no link to the page of {other}")


def keep_or_replace(person, form):
    """Whoever has answers is asked; 留着现在的 keeps them."""
    person.empty()
    first, second = list(records(form))[:2]
    person.put(first)
    before = person.answers()
    person.page.evaluate("document.querySelector('#messages').replaceChildren()")
    person.page.set_input_files("#open", second)
    person.page.wait_for_selector("#replace-confirm:not([hidden])")
    check(person.page.evaluate("document.activeElement.id") == "replace-yes", "the question has the focus")
    person.page.click("#replace-no")
    check(person.answers() == before and person.screen == "start", "the answers are kept")


def save_and_open(browser, host, form):
    """保存答案 writes what is there, half-done and wrong answers too; another browser opens it."""
    whole = examples(form)[0]
    half = {key: value for index, (key, value) in enumerate(whole.items()) if index % 2}
    half[next(key for key, value in half.items() if isinstance(value, str))] = "　１２x"
    for record in (whole, half):
        path = command.work / "own.json"
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
        person, other = opener(browser, host, form), opener(browser, host, form)
        person.put(path)
        with person.page.expect_download() as download:
            person.page.click("#save")
        saved = command.work / download.value.suggested_filename
        download.value.save_as(saved)
        other.put(saved)
        applies = set(person.visible_anywhere())
        before = {key: value for key, value in person.answers().items() if key in applies or isinstance(value, list)}
        check(other.answers() == before, f"{form}: {other.answers()} instead of {before}")
        check(other.told()["beside"] == person.told()["beside"], f"{form}: other sentences after saving")
        person.page.context.close()
        other.page.context.close()


def walk(browser, stick):
    """On a stick each link leads to a page, from the first one to a form that can be filled in."""
    page = browser.new_page()
    page.goto(f"{stick}index.html")
    for way in (f"{VERSION}/receive/", "forms/pickup/"):
        page.locator(f"main a[href$='{way}']").first.click()
        page.wait_for_url(f"**/{way}index.html")
    page.wait_for_selector("html.live #start:not([hidden])")
    page.locator("a.brand").click()
    page.wait_for_url(f"{stick}index.html")
    page.locator(f"main a[href$='{VERSION}/']").first.click()
    page.wait_for_url(f"**/{VERSION}/index.html")
    check(page.locator("h1").count() == 1, "the version's home page")
    page.close()


def main():
    stick = file_address(carried(site))
    hosts = {"ca-application": serve(site), "pickup": stick, "seal-sample": stick}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        walk(browser, stick)
        for form in FORMS:
            person = opener(browser, hosts[form], form)
            open_records(person, form)
            open_pdfs(person, form)
            open_others(person, form, [other for other in FORMS if other != form])
            keep_or_replace(person, form)
            check(not person.problems, f"{form}: {person.problems}")
            person.page.context.close()
            save_and_open(browser, hosts[form], form)
        browser.close()
    check(min(counts["records"], counts["read"], counts["refused"]) > 20, f"too little was opened: {counts}")
    print(", ".join(f"{count} {what}" for what, count in counts.items()))
    sys.exit(end("opening"))


main()
