"""A second guide under the same theme: parking spaces in a city that does not exist (Tests/Fixtures/ParkingGuide).

usage: second.py ZHINAN [PICTURES]

The guide is built twice, with the same bytes. Records that are right, at the border and wrong are told what stands beside
them (RECORD=1 writes that instead of comparing it); examples are filled in by the command, and by typing on the form's page
in Chromium, and the PDFs are the same. Pages are opened on a phone and on a desktop, tools answer as the rules do, and no
file says a word of the guide in content/. PICTURES is a folder for pictures of the pages.
"""
import base64
import datetime
import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal

import yaml
from applicant import Applicant, serve
from axe_playwright_python.sync_playwright import Axe
from checks import check, end
from playwright.sync_api import sync_playwright

PROJECT = pathlib.Path(__file__).resolve().parents[2]
GUIDE = PROJECT / "Tests/Fixtures/ParkingGuide"
RECORDS = GUIDE / "records"
VERSION = "2026-09"
PATH = "guide"  # of the address in guide.yml; 404.html names its parts from there
TODAY = "2026-11-30"  # a Monday
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
FOREIGN = ["鞍山", "辽宁", "CA数字证书", "数字证书", "签章", "USB-KEY", "网联", "Anshan", "anshan"]
MODULE = "assets/zhinan.wasm"
zhinan = str(pathlib.Path(sys.argv[1]).resolve())
pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
work = pathlib.Path(tempfile.mkdtemp(prefix="second-"))
root = work / "guide"


def run(*arguments, here=None):
    place = [] if arguments[0] == "build" and "--root" in arguments else ["--root", root]
    return subprocess.run([zhinan, *map(str, arguments), *map(str, place)], capture_output=True, text=True, cwd=here)


def read(path):
    """A record as texts."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def examples(form):
    return sorted((GUIDE / "content" / VERSION / "examples" / form).iterdir())


def form_file(form):
    return yaml.safe_load((GUIDE / "content" / VERSION / "forms" / f"{form}.yml").read_text(encoding="utf-8"))


def built():
    """The site, built from two copies in two folders: without a warning, and with the same bytes."""
    sites = []
    for folder in (root, work / "深一层" / "copy of guide"):
        for name, source in (("templates", PROJECT / "templates"), ("content", GUIDE / "content")):
            shutil.copytree(source, folder / name)
        site = folder.parent / f"{folder.name} host" / PATH
        told = run("build", "--strict", "--today", TODAY, "--root", folder, "--output", site)
        check(told.returncode == 0 and not told.stderr, f"{folder.name} is built without a word: {told.stderr}")
        if told.returncode:
            sys.exit("second: the guide does not build")
        sites.append(site)
    first, second = ({str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()} for site in sites)
    check(first.keys() == second.keys() and len(first) > 60, f"other files: {first.keys() ^ second.keys()}")
    differing = [name for name in first if first[name] != second.get(name)]
    check(not differing, f"other bytes in {differing}")
    told = run("check", "--today", TODAY)
    lines = [line for line in told.stderr.splitlines() if ": error:" in line or ": warning:" in line]
    check(told.returncode == 0 and len(lines) == 1 and "[guide.address-placeholder]" in lines[0],
          f"nothing is to be said of the guide but of its address: {told.stderr}")
    return sites[0]


def texts(site):
    """All that can be read in a site's files, by name: also what is packed, and the words of PDFs."""
    for file in sorted(site.rglob("*")):
        if not file.is_file():
            continue
        data = file.read_bytes()
        if file.suffix == ".pdf":
            data += subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout
        if file.suffix == ".xlsx":
            shutil.unpack_archive(file, work / "sheet", "zip")
            data = b"".join(part.read_bytes() for part in (work / "sheet").rglob("*") if part.is_file())
            shutil.rmtree(work / "sheet")
        for part in re.findall(rb'zhinanPart\([^)]*"([A-Za-z0-9+/=]{40,})"\)', data):
            data += gzip.decompress(base64.b64decode(part))
        yield str(file.relative_to(site)), data


def words(site):
    """No file says a word of the first guide; the same search finds this guide's, in what is packed as well."""
    own = {"index.html": "停车", f"{VERSION}/facts.js": "W_SECOND_SPACE", f"{VERSION}/forms/household.form.js": "车牌",
           f"{VERSION}/forms/household.pdf": "车牌", f"{VERSION}/forms/household.xlsx": "车牌", MODULE: "云南"}
    for name, data in texts(site):
        # The rules know all provinces.
        said = [word for word in FOREIGN if word.encode() in data and (name, word) != (MODULE, "辽宁")]
        check(not said, f"{name} says {said}")
        if name in own:
            check(own.pop(name).encode() in data, f"{name} does not say what it should")
    check(not own, f"not built: {own}")


def records():
    """What the command tells of each record, and that every check of the forms is told of."""
    told = ""
    for path in sorted(RECORDS.glob("*/*.yml")):
        result = run("form", "check", path.parent.name, path.relative_to(RECORDS), "--today", TODAY, here=RECORDS)
        text, golden = result.stderr + result.stdout, path.with_suffix(".txt")
        if os.environ.get("RECORD") == "1":
            golden.write_text(text, encoding="utf-8")
        wanted = golden.read_text(encoding="utf-8")
        check(text == wanted, f"{path.relative_to(RECORDS)}: {text} instead of {wanted}")
        check(result.returncode == (1 if ": error:" in wanted else 0), f"{path.name} ends with {result.returncode}")
        told += wanted
    for form in ("household", "move-out"):
        for rule in form_file(form)["checks"]:
            check(rule.get("say", "这几项至少要填一项") in told, f"no record breaks {rule}")
    for code in ("E_REQUIRED", "E_OPTION", "E_ITEMS", "E_RANGE", "E_DECIMALS", "E_EARLY", "E_LATE", "E_COMPUTED", "E_CONDITION",
                 "W_CONDITION", "W_BOUNDS", "W_SAME", "E_REPEATED", "E_ONE_OF", "W_NOT_APPLICABLE", "E_CHECK", "E_AGE"):
        check(f"[record.{code}]" in told, f"no record is told {code}")


def filled(form, path):
    """An example's PDF as the command makes it; what it prints is the record, with all that is worked out."""
    target = work / f"{path.stem}.pdf"
    told = run("form", "fill", form, path, "-o", target, "--today", TODAY)
    check(told.returncode == 0 and ": " not in told.stderr, f"{path.stem} is filled in: {told.stderr}")
    back = json.loads(run("form", "read", target, "--form", form, "--as", "json").stdout)
    for key, value in worked_out(form, read(path)).items():
        check(str(back.get(key)) == value, f"{path.stem}: {key} is {back.get(key)}, not {value}")
    pdf = target.read_bytes()
    if form == "household":
        # The table of cars goes on under its header, and no car is lost.
        for page, cars in ((1, range(1, 11)), (2, (11, 12))):
            text = subprocess.run(["pdftotext", "-f", f"{page}", "-l", f"{page}", "-layout", target, "-"], capture_output=True, text=True).stdout
            rows = [int(number) for number in re.findall(r"^[\s车辆]*(\d{1,2})(?=\s|$)", text, re.MULTILINE)]
            check("序号" in text and "使用比例" not in text and "比例" in text, f"{path.stem}: no header on page {page}: {text}")
            check([row for row in rows if row in range(1, 13)] == list(cars), f"{path.stem}: page {page} has the rows {rows}")
    if pictures:
        subprocess.run(["pdftoppm", "-r", "80", "-png", target, pictures / path.stem], check=True)
    return pdf


def worked_out(form, record):
    """What the computed questions come to, reckoned once more."""
    def day(text):
        return datetime.date.fromisoformat(text)

    prices = {price["id"]: Decimal(price["price"]) for price in read(GUIDE / "content" / VERSION / "data/fees.yml")["prices"] if "price" in price}
    if form == "move-out":
        days = (day(record["paidDay"]) - day(record["leave"])).days
        return {"refundDays": f"{days}", "refund": f"{days * prices['refund']:.2f}"}
    count, start = len(record["cars"]), day(record["start"])
    number = record["idNumber"]
    birth = datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    monthly = count * prices["monthly"]
    return {
        "age": f"{start.year - birth.year - ((start.month, start.day) < (birth.month, birth.day))}",
        "span": f"{(day(record['end']) - start).days}", "carCount": f"{count}",
        "shareSum": f"{sum(Decimal(car['share']) for car in record['cars']):.2f}",
        "monthly": f"{monthly:.2f}", "total": f"{monthly * int(record['prepaid']):.2f}",
    }


def context_of(browser, device, now=f"{TODAY}T10:00:00"):
    """A browser for which it is always now; Playwright's own clock would stop the marks by which pages say how far they are."""
    context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", accept_downloads=True, **device)
    context.add_init_script(f"""{{
      const now = {int(datetime.datetime.fromisoformat(now + "+08:00").timestamp() * 1000)}, Real = Date;
      Date = class extends Real {{
        constructor(...parts) {{ parts.length ? super(...parts) : super(now); }}
        static now() {{ return now; }}
      }};
    }}""")
    return context


def pages(browser, host, site, device):
    """Every page: no error, nothing wider than the window, and nothing that axe finds."""
    context = context_of(browser, device)
    width = device["viewport"]["width"]
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        if "latest/" in name or 'http-equiv="refresh"' in file.read_text(encoding="utf-8"):
            continue
        page = context.new_page()
        errors, foreign = [], []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith((host, "data:")) else foreign.append(request.url))
        page.goto(host + name.removesuffix("index.html"), wait_until="load")
        if "/forms/" in name:
            page.wait_for_selector("html.live", timeout=60_000)
        elif page.locator("[data-tool]").count() and "/all/" not in name:
            page.wait_for_selector("[data-tool]:not([hidden])", timeout=60_000)
        check(not errors and not foreign, f"{name} at {width} px: {errors} {foreign}")
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        check(wide <= 0, f"{name} is {wide} px wider than {width} px")
        found = [f"{one['id']} at {one['nodes'][0]['target']}" for one in Axe().run(page, options=RULES).response["violations"]]
        check(not found, f"{name} at {width} px: {found}")
        if pictures:
            page.screenshot(path=pictures / f"{name.removesuffix('.html').replace('/', '-')}-{width}.png", full_page=True)
        page.close()
    context.close()


def renamed(browser, host):
    """Old names of pages lead on, and a page of the older version knows its successor."""
    context = context_of(browser, PHONE)
    page = context.new_page()
    for old, new in (("2021/parking.html", ""), (f"{VERSION}/quit/", "move-out/"), ("latest/quit/", "move-out/")):
        page.goto(host + old)
        page.wait_for_url(f"**/{PATH}/**/{new}", wait_until="load", timeout=10_000)
        page.wait_for_selector("h1")
        check(page.url.split("#")[0] in (f"{host}{VERSION}/{new}", f"{host}latest/{new}"), f"{old} leads to {page.url}")
    page.goto(f"{host}2023-03/quit/")
    page.click("text=查看现行版的本页")
    page.wait_for_load_state()
    check(page.url == f"{host}{VERSION}/move-out/", f"the older page's successor is {page.url}")
    context.close()


def money(sum):
    """A sum as pages show it: whole, or with two digits at least."""
    text = str(sum)
    return text + "0" if "." in text and len(text.split(".")[1]) == 1 else text


def tools(browser, host):
    """The estimate and the hours on pages are what the rules say."""
    context = context_of(browser, PHONE)
    page = context.new_page()
    page.goto(f"{host}{VERSION}/fees/")
    page.wait_for_selector("[data-tool]:not([hidden]) output p", timeout=60_000)
    names = page.eval_on_selector_all("[data-tool] input", "inputs => inputs.map(input => input.name)")
    for request in ({"hours": 0.5}, {"hours": 1}, {"hours": 1.01}, {"hours": 8}, {"hours": 8.01}, {"hours": 72, "energy": 0.1},
                    {"spaces": 1, "months": 24}, {"spaces": 2, "months": 6}, {"cards": 9, "hours": 2.5}):
        answer = json.loads(run("rule", "fee", json.dumps(request)).stdout)
        estimate, upper = answer["value"]["estimate"], answer["value"]["upper"]
        for name in names:
            page.fill(f"[data-tool] input[name={name}]", str(request.get(name, "")))
        wanted = f"估算：{money(estimate)}{f'～{money(upper)}' if upper != estimate else ''} 元"
        page.wait_for_timeout(60)
        said = page.inner_text("[data-tool] output")
        check(said.strip() == wanted, f"fee {request}: {said} instead of {wanted}")
        check(page.locator("[data-code]").is_visible() == (answer["warnings"] == ["W_SECOND_SPACE"]), f"fee {request}: {answer}")
    page.fill("[data-tool] input[name=hours]", "72.01")
    page.wait_for_timeout(60)
    check("估算" not in page.inner_text("[data-tool] output"), "more hours than there may be have no price")
    context.close()
    for moment, said in (("2026-11-28T11:59:59", "现在开着，到11月28日星期六12:00"), ("2026-11-28T12:00:00", "下次从11月30日星期一9:00"),
                         ("2026-11-30T13:29:00", "下次从11月30日星期一13:30"), ("2026-09-30T18:00:00", "下次从10月6日星期二9:00")):
        context = context_of(browser, PHONE, moment)
        page = context.new_page()
        page.goto(f"{host}{VERSION}/hours/")
        page.wait_for_selector("[data-tool]:not([hidden]) output p", timeout=60_000)
        shown = page.inner_text("[data-tool] output p").replace(" ", "")
        check(said in shown, f"hours at {moment}: {shown}")
        context.close()


def rollover(browser):
    """A coming version, begun by the command, is announced; on its day, and not before, pages say so without being built again."""
    folder = work / "rollover"
    for name, source in (("templates", PROJECT / "templates"), ("content", GUIDE / "content")):
        shutil.copytree(source, folder / name)
    begun = subprocess.run([zhinan, "new", "version", "2027-01", "--effective", "2027-01-01", "--root", folder], capture_output=True, text=True)
    check(begun.returncode == 0, f"a version is begun: {begun.stderr}")
    fees = folder / "content/2027-01/data/fees.yml"
    text = fees.read_text(encoding="utf-8")
    check("price: 180.50" in text, "the monthly price is there")
    fees.write_text(text.replace("price: 180.50", "price: 190.50"), encoding="utf-8")
    site = folder / "host" / PATH
    built = subprocess.run([zhinan, "build", "--today", TODAY, "--root", folder, "--output", site], capture_output=True, text=True)
    check(built.returncode == 0, f"with a version to come the guide is built: {built.stderr}")
    host = serve(site.parent) + f"{PATH}/"
    for now, current, new in (
            ("2026-12-31T23:59:59", ([], "现行版", True), (["这一版还没有施行。"], "即将施行", False)),
            ("2027-01-01T00:00:00", (["这一版已被取代。"], "旧版", False), ([], "现行版", False))):
        context = context_of(browser, PHONE, now)
        page = context.new_page()
        for version, (banners, tag, isAnnounced) in (("2026-09", current), ("2027-01", new)):
            page.goto(f"{host}{version}/fees/")
            shown = page.locator(".banner strong:visible").all_inner_texts()
            tags = page.locator(".switcher summary .tag:visible").all_inner_texts()
            check(shown == banners and tags == [tag], f"{version} at {now}: {shown}, {tags}")
            coming = page.locator(".coming:visible")
            check(coming.count() == (1 if isAnnounced else 0), f"{version} at {now}: announced {coming.count()} times")
            wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            found = [one["id"] for one in Axe().run(page, options=RULES).response["violations"]]
            check(wide <= 0 and not found, f"{version} at {now}: {wide} px too wide, {found}")
        if current[2]:
            page.goto(f"{host}2026-09/fees/")
            page.click(".coming a")
            page.wait_for_load_state()
            check(page.url == f"{host}2027-01/changes/fees/", f"the announcement leads to {page.url}")
            said = page.inner_text("main")
            check("180.50" in said and "190.50" in said, f"the redline says both prices: {said[:400]}")
        context.close()


def typed(browser, host, path, device, pdf):
    """An example is typed in on the form's page: the PDF is the command's, and what is worked out is shown on the way."""
    context = context_of(browser, device)
    applicant = Applicant(context.new_page(), host, VERSION, "household")
    record = read(path)
    applicant.open()
    applicant.start("own")
    applicant.fill(record)
    applicant.wait_until_complete()
    wanted = worked_out("household", record)
    said = {key: applicant.page.locator(f"#q-{key}").text_content().strip() for key in wanted}
    check(said == wanted, f"{path.stem} works out {said}, not {wanted}")
    if pictures:
        applicant.page.screenshot(path=pictures / f"review-{path.stem}.png", full_page=True)
    _, made = applicant.make()
    check(made == pdf, f"{path.stem}: the PDF is the command's")
    check(not applicant.problems, f"{path.stem}: {applicant.problems}")
    context.close()


def told(applicant, key):
    """What is said of the answer to a question, once the module has said it."""
    applicant.page.wait_for_timeout(250)
    return " ".join(applicant.question(key).locator(".told-errors, .told-warnings").all_inner_texts())


def wrong(browser, host, path):
    """Wrong answers are told at their questions and stop the way on; what is worked out changes with its answers."""
    context = context_of(browser, PHONE)
    applicant = Applicant(context.new_page(), host, VERSION, "household")
    page, record = applicant.page, read(path)
    checks = [rule.get("say") for rule in form_file("household")["checks"]]
    [plate, hundred, drivers, spaces] = [
        next(say for say in checks if say and word in say) for word in ("车牌", "100%", "同住", "几个车位")]

    def say(key, answer, sentence):
        """The answer is told the sentence, or nothing where there is none."""
        applicant.type(key, answer)
        found = told(applicant, key)
        check(sentence in found if sentence else not found, f"{key} = {answer} is told “{found}”, not “{sentence}”")

    def next_screen(summary=""):
        """Goes on; with a summary, the way is closed and says so."""
        here = applicant.screen
        page.click("#next")
        page.wait_for_function("here => !document.querySelector('#summary').hidden || document.getElementById(here).hidden", arg=here)
        listed = page.inner_text("#summary") if page.locator("#summary:not([hidden])").count() else ""
        check((applicant.screen == here and summary in listed) if summary else applicant.screen != here and not listed,
              f"after {here} comes {applicant.screen}: {listed}")

    def shows(key, value):
        page.wait_for_timeout(250)
        found = page.locator(f"#q-{key}").text_content().strip()
        check(found == value, f"{key} shows {found}, not {value}")

    applicant.open()
    applicant.start("own")
    applicant.fill_screen({key: value for key, value in record.items() if key not in ("mobile", "email")}, record)
    next_screen("至少")
    applicant.type("mobile", record["mobile"])
    say("area", "89.655", "小数位数太多")
    say("area", "19.99", "不到20")
    say("area", "20", "")
    next_screen()
    applicant.fill_screen({**record, "spaces": "2"}, record)
    say("drivers", "4", drivers)
    next_screen(drivers)
    if pictures:
        page.screenshot(path=pictures / "wrong-drivers.png", full_page=True)
    say("drivers", "3", "")
    say("start", "2026-11-29", "2026-11-30")
    say("start", "2026-12-01", "")
    say("end", "2026-12-31", "2027-01-01")
    shows("span", "—")
    say("end", "2027-01-01", "")
    shows("span", "31")
    next_screen()
    # The number of spaces was told before the cars are: what does not fit is told when both are there, and leads back.
    car = record["cars"][0]
    applicant.fill_screen({f"cars[0].{key}": answer for key, answer in car.items()}, {"cars": [car]})
    check(not told(applicant, "spaces"), "no car is missing before all cars are told")
    next_screen(spaces)
    page.click("#summary a")
    page.wait_for_selector('.question[data-key="spaces"]', state="visible")
    check(spaces in told(applicant, "spaces"), "the number of spaces is told at its question")
    next_screen()
    cars = [{**record["cars"][0], "share": "60"}, {**record["cars"][0], "share": "39.99"}]
    applicant.fill_screen({f"cars[{n}].{key}": answer for n, car in enumerate(cars) for key, answer in car.items()}, {"cars": cars})
    check(plate in told(applicant, "cars[1].plate"), f"the second plate is told {told(applicant, 'cars[1].plate')}")
    check(not told(applicant, "cars[0].plate"), "the first plate is right")
    next_screen(plate)
    if pictures:
        page.screenshot(path=pictures / "wrong-plate.png", full_page=True)
    say("cars[1].plate", "云A54321", "")
    next_screen()
    shows("shareSum", "99.99")
    shows("carCount", "2")
    sums = worked_out("household", {**record, "cars": cars})
    shows("monthly", sums["monthly"])
    shows("total", sums["total"])
    next_screen(hundred)
    check(hundred in told(applicant, "shareSum"), f"the sum is told {told(applicant, 'shareSum')}")
    if pictures:
        page.screenshot(path=pictures / "wrong-sum.png", full_page=True)
    page.go_back()
    page.wait_for_selector('.question[data-key="cars[1].share"]', state="visible")
    applicant.type("cars[1].share", "40")
    next_screen()
    shows("shareSum", "100.00")
    next_screen()
    check(applicant.screen == "review" and not applicant.problems, f"the form ends at {applicant.screen}: {applicant.problems}")
    context.close()


def main():
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    site = built()
    words(site)
    records()
    pdfs = {path: filled(form, path) for form in ("household", "move-out") for path in examples(form)}
    host = serve(site.parent) + f"{PATH}/"
    [one, twelve] = examples("household")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for device in (PHONE, DESKTOP):
            pages(browser, host, site, device)
        renamed(browser, host)
        rollover(browser)
        tools(browser, host)
        typed(browser, host, one, PHONE, pdfs[one])
        typed(browser, host, twelve, DESKTOP, pdfs[twelve])
        wrong(browser, host, one)
        browser.close()
    shutil.rmtree(work)
    sys.exit(end("second"))


main()
