"""What a form's page asks for in Chromium, what it takes of memory, and how large it is.

usage: privacy.py ZHINAN SITE_FOLDER

Every visitor asks for the same files in the same order, over http and from a USB stick, all before anything is typed.
"""
import gzip
import json
import pathlib
import sys
import urllib.parse

from applicant import Applicant, Server, carried, file_address, flat
from checks import check, end
from command import FORMS, VERSION, Command, examples
from playwright.sync_api import sync_playwright

command, site = Command(sys.argv[1]), pathlib.Path(sys.argv[2])
# Another applicant: other answers to whatever may be answered otherwise.
OTHER = {"orgName": "鞍山饕餮蔼然（集团）有限公司", "agentName": "欧阳𬭎", "agentMobile": "13900000006", "certCount": "7",
         "address": "辽宁省鞍山市铁西区示例街100号", "legalRepName": "鞠萍"}


def visit(browser, host, server, form, record):
    """Everything that one visitor's browser asks for, until the PDF is there and all is forgotten again."""
    context = browser.new_context(accept_downloads=True, locale="zh-CN", viewport={"width": 1280, "height": 900})
    context.add_init_script("""{
      const begin = WebAssembly.instantiate.bind(WebAssembly);
      WebAssembly.instantiate = async (...given) => { const made = await begin(...given); (window.memories ??= []).push((made.instance ?? made).exports.memory); return made; };
    }""")
    applicant = Applicant(context.new_page(), host, VERSION, form)
    applicant.open()
    applicant.wait_until_complete()
    before, served = list(applicant.requests), list(server.asked)
    applicant.start("own")
    applicant.fill(record)
    name, pdf = applicant.make()
    check(pdf == command.fill(form, record), f"{form} from {host}: the PDF is the command's")
    memory = applicant.page.evaluate("[performance.memory.usedJSHeapSize, memories.reduce((all, {buffer}) => all + buffer.byteLength, 0)]")
    applicant.page.go_back()
    applicant.page.click("#clear")
    applicant.page.click("#clear-yes")
    applicant.page.wait_for_selector("#start:not([hidden])")
    check(applicant.storage() == "[{},{}]", f"{form}: something is remembered")
    applicant.page.goto("about:blank")
    # Chromium looks for the icon again with each entry of its history, and finds it in its cache.
    after = [url for url in applicant.requests[len(before):]
             if not url.startswith(("blob:", "about:")) and url != f"{host}assets/icon.svg"]
    check(not after and server.asked == served, f"{form} from {host}: asks for {after}, {server.asked[len(served):]} while it is filled in")
    typed = [str(value) for answer in flat(record).values() for value in (answer if isinstance(answer, list) else [answer])]
    words = [word for value in typed if len(value) > 3 for word in (value, urllib.parse.quote(value))]
    check(not any(word in url.removeprefix(host) for url in [*applicant.requests, name] for word in words), f"{form}: something typed is asked for")
    context.close()
    return [url.removeprefix(host) for url in before], memory


def requests(browser):
    """Two applicants over http and from a stick ask for the same, in the same order."""
    stick = file_address(carried(site))
    for form in FORMS:
        first = examples(form)[0]
        second = examples(form)[-1] | {key: value for key, value in OTHER.items() if key in first}
        check(first != second, f"{form}: two applicants")
        lists = []
        for host in ("", stick):
            for record in (first, second):
                server = Server(site)
                asked, (heap, memory) = visit(browser, host or server.address, server, form, record)
                lists.append([url.replace("/index.html", "/") for url in asked])
                served = [path.removeprefix("/") for path in server.asked if path != "/favicon.ico"]
                check(set(served) == set([] if host else asked), f"{form}: the server is asked for {served}, the page for {asked}")
        check(all(each == lists[0] for each in lists), f"{form}: not every visitor asks for the same: {lists}")
        check(len(lists[0]) > 10, f"{form} asks for {lists[0]}")
        print(f"{form}: {len(lists[0])} requests, heap {heap / 1e6:.1f} MB, modules {memory >> 16} pages ({memory / 1e6:.1f} MB)")


def sizes():
    """Bytes of each part as a server sends it with gzip -9, beside what they may be."""
    def packed(path):
        return len(gzip.compress((site / path).read_bytes(), 9, mtime=0))

    limits = []
    for form in FORMS:
        page = site / VERSION / "forms" / form / "index.html"
        text = page.read_text(encoding="utf-8")
        listed = json.loads(text.split('id="parts">', 1)[1].split("</script>", 1)[0])
        parts = {name: packed((page.parent / url.split("?")[0]).resolve().relative_to(site.resolve())) for name, url, _ in listed}
        rest = {"form.js": packed("assets/form.js"), "site.js": packed("assets/site.js"), "form.css": packed("assets/form.css"),
                "site.css": packed("assets/site.css"), "page": packed(page.relative_to(site))}
        tables = parts.pop("module-tables") + packed("assets/tables.js")
        everything = sum(parts.values()) + sum(rest.values())
        print(f"{form}: " + ", ".join(f"{name} {size:,}" for name, size in {**parts, **rest}.items()) + f"; everything {everything:,}; for tables {tables:,} more")
        glue = parts["module"] + rest["form.js"]
        limits += [("module and glue", glue, 150_000), ("what tables need more", tables, 165_000),
                   ("base and first tier", parts["glyphs-0"] + parts["glyphs-1"], 760_000), (f"everything of {form}", everything, 2_200_000)]
    for what, size, limit in dict.fromkeys(limits):
        check(size <= limit, f"{what}: {size:,} bytes of gzip instead of {limit:,}")


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        requests(browser)
        browser.close()
    sizes()
    sys.exit(end("privacy"))


main()
