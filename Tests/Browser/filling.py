"""Forms filled in by hand in Chromium, over http and from a folder: the PDFs are the command's, byte for byte.

usage: filling.py ZHINAN SITE_FOLDER
"""
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import pikepdf
from applicant import Applicant, file_address, flat, serve
from checks import check, end
from playwright.sync_api import sync_playwright
from edition import VERSION

zhinan, site = sys.argv[1], pathlib.Path(sys.argv[2])
EXAMPLES = pathlib.Path("content") / VERSION / "examples"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
# How each form is filled in five times: where from, on what, all sections on one page, what the PDF may be changed in.
WAYS = [("http", PHONE, False, ""), ("file", PHONE, False, "lock"), ("http", DESKTOP, True, "flatten"),
        ("file", DESKTOP, False, ""), ("http", {**PHONE, "color_scheme": "dark"}, True, "")]
OPTIONS = {"": [], "lock": ["--lock", "all"], "flatten": ["--flatten"]}
work = pathlib.Path(tempfile.mkdtemp(prefix="filling-"))


def command(*arguments, right=0):
    result = subprocess.run([zhinan, *map(str, arguments)], capture_output=True, text=True)
    check(result.returncode == right, f"{arguments} ends with {result.returncode}: {result.stderr[:300]}")
    return result


def filled_by_command(form, record, options):
    source, target = work / "record.json", work / "command.pdf"
    source.write_text(json.dumps(record, ensure_ascii=False))
    target.unlink(missing_ok=True)
    today = datetime.date.today().isoformat()
    command("form", "fill", form, source, "-o", target, "--today", today, "--guide", VERSION, *OPTIONS[options])
    return target.read_bytes()


def record_of(form, path):
    """An example as the command spells it, with the keys and words of records."""
    target = work / "example.pdf"
    target.unlink(missing_ok=True)
    command("form", "fill", form, path, "-o", target)
    return typed(json.loads(command("form", "read", target, "--form", form, "--as", "json").stdout))


def typed(value):
    """Numbers as people type them."""
    if isinstance(value, dict):
        return {key: typed(inner) for key, inner in value.items()}
    return [typed(inner) for inner in value] if isinstance(value, list) else str(value)


def answers_of(pdf, form):
    """The record that the command reads in a PDF."""
    path = work / "page.pdf"
    path.write_bytes(pdf)
    return json.loads(command("form", "read", path, "--form", form, "--as", "json").stdout)


def private_values(record):
    """What must stand nowhere but in the PDF: answers that are longer than a word."""
    return [str(value) for value in flat(record).values() if isinstance(value, str) and len(value) > 5]


def metadata(pdf):
    path = work / "page.pdf"
    path.write_bytes(pdf)
    with pikepdf.open(path) as file:
        packet = bytes(file.Root.Metadata.read_bytes()).decode() if "/Metadata" in file.Root else ""
        return packet + " ".join(str(value) for value in dict(file.docinfo).values())


def fill_once(browser, hosts, form, record, way):
    kind, device, is_whole, options = way
    context = browser.new_context(accept_downloads=True, locale="zh-CN", **device)
    applicant = Applicant(context.new_page(), hosts[kind], VERSION, form)
    what = f"{form} {kind} {device['viewport']['width']} px {options}"
    applicant.open()
    applicant.start("own")
    if is_whole:
        applicant.page.click("#mode")
    applicant.fill(record)
    applicant.wait_until_complete()
    titles = [applicant.page.title()]
    name, pdf = applicant.make(options)
    titles.append(applicant.page.title())
    check(pdf == filled_by_command(form, record, options), f"{what}: the PDF is the command's")
    for value in private_values(record):
        seen = [applicant.page.url, name, *titles, metadata(pdf), *applicant.requests]
        check(not any(value in text for text in seen), f"{what}: an answer stands where it must not")
    check(not applicant.problems, f"{what}: {applicant.problems}")
    if options != "flatten":
        reopen(applicant, form, pdf, options, what)
    # Chromium asks for the icon again whenever a screen gets a place in the history.
    requests = [request.removeprefix(hosts[kind]) for request in applicant.requests
                if not request.startswith("blob:") and not request.endswith("icon.svg")]
    clear(applicant, what)
    context.close()
    return requests


def reopen(applicant, form, pdf, options, what):
    """The PDF is put onto the page again, in another tab: the same answers, hence the same PDF."""
    before = answers_of(pdf, form)
    path = work / f"{form}.pdf"
    path.write_bytes(pdf)
    again = Applicant(applicant.page.context.new_page(), applicant.address.split(f"{VERSION}/")[0], VERSION, form)
    again.open()
    again.wait_until_complete()
    again.page.set_input_files("#open", path)
    again.page.wait_for_selector("#review:not([hidden])")
    _, second = again.make(options)
    check(second == pdf, f"{what}: the same answers come back")
    check(answers_of(second, form) == before, f"{what}: and the command reads the same")
    again.page.close()


def clear(applicant, what):
    applicant.page.go_back()
    applicant.page.click("#clear")
    applicant.page.click("#clear-yes")
    applicant.page.wait_for_selector("#start:not([hidden])")
    check(applicant.storage() == "[{},{}]", f"{what}: something is remembered: {applicant.storage()}")


def measure(browser, host, form, record, slowdown):
    """Milliseconds until the page can be filled in, until all parts are there, and from the click to the PDF."""
    context = browser.new_context(accept_downloads=True, **PHONE)
    applicant = Applicant(context.new_page(), host, VERSION, form)
    if slowdown > 1:
        applicant.cdp.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    applicant.open()
    applicant.wait_until_complete()
    source = work / "open.json"
    source.write_text(json.dumps({"form": form, **record}, ensure_ascii=False))
    applicant.page.set_input_files("#open", source)
    applicant.page.wait_for_selector("#review:not([hidden])")
    for _ in range(2):
        applicant.page.click("#make")
        applicant.page.wait_for_selector("#result:not([hidden])")
        applicant.page.go_back()
        applicant.page.wait_for_selector("#review:not([hidden])")
    times = applicant.page.evaluate(
        "[...performance.getEntriesByType('mark').filter(e => e.name != 'zhinan-make').map(e => e.startTime),"
        " ...performance.getEntriesByType('measure').map(e => e.duration)].map(Math.round)")
    context.close()
    return times


def main():
    hosts = {"http": serve(site), "file": file_address(site)}
    records = {folder.name: [record_of(folder.name, path) for path in sorted(folder.iterdir())] for folder in sorted(EXAMPLES.iterdir())}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for form, own in records.items():
            requests = [fill_once(browser, hosts, form, own[number % len(own)], way) for number, way in enumerate(WAYS)]
            over_http = [list for list, way in zip(requests, WAYS) if way[0] == "http"]
            check(all(list == over_http[0] for list in over_http), f"{form}: every visitor asks for the same files: {over_http}")
        for slowdown in (1, 6):
            for form, own in records.items():
                ready, complete, first, second = measure(browser, hosts["http"], form, own[0], slowdown)
                print(f"{form}, processor {slowdown} times slower: ready {ready} ms, all parts {complete} ms, "
                      f"click to PDF {first} ms the first time, {second} ms then")
        browser.close()
    sys.exit(end("filling"))


main()
