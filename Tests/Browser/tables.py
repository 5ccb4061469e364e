"""Fifty records at once on a form's page in Chromium: pasted, put right, made; every file as the command's.

usage: tables.py ZHINAN SITE_FOLDER [PICTURES]

Rows are pasted as spreadsheets put them on the clipboard, five of them wrong. What the page says of them is what
`zhinan form batch` says; the archive holds the same PDFs and the same report as the command makes of the same table.
"""
import base64
import csv
import io
import json
import pathlib
import shutil
import sys
import tempfile
import zipfile

from applicant import carried, file_address
from axe_playwright_python.sync_playwright import Axe
from command import Command, joined
from edition import VERSION
from playwright.sync_api import sync_playwright
from scene import DESKTOP, PHONE, Scene

command, site = Command(sys.argv[1]), pathlib.Path(sys.argv[2])
pictures = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
work = pathlib.Path(tempfile.mkdtemp(prefix="tables-"))
PASTE = """text => {
  const carried = new DataTransfer();
  carried.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true });
  document.querySelector('#table-paste').dispatchEvent(event);
  return event.defaultPrevented;
}"""
DROP = """([name, bytes]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([Uint8Array.from(bytes)], name));
  document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


def citizen(number):
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    body = f"21030219800101{number + 11:03}"
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights)) % 11]


def company(number):
    """Answers of the pickup form by their labels."""
    signs = "甲乙丙丁戊己庚辛壬癸"
    return {"序号": str(number + 1), "单位名称": f"鞍山示例{signs[number % 10]}{signs[number // 10 % 10]}有限公司", "统一社会信用代码": "91210302WWG7LCMK6D",
            "证书类型": "机构（单位）证书", "证书数量（个）": "1", "经办人": f"钱{signs[number % 10]}", "经办人证件号码": citizen(number % 900),
            "经办人手机号码": f"138{number:08}"}


def clipboard(rows, with_header=True):
    """As Excel copies cells."""
    def cell(text):
        return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in "\t\n\"") else text

    lines = ([list(rows[0])] if with_header else []) + [list(row.values()) for row in rows]
    return "".join("\t".join(map(cell, line)) + "\r\n" for line in lines)


def opened(scene, device=DESKTOP, form="pickup", at="#tables"):
    applicant = scene.visit(form, at=at, context=scene.context(device))
    page = applicant.page
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.locator("#table-source").wait_for(state="visible", timeout=60_000)
    return page


def settled(page, text):
    """Waits until the facts say so."""
    page.locator("#table-facts", has_text=text).wait_for(timeout=60_000)
    return page.inner_text("#table-facts")


def paste(scene, page, text, facts):
    scene.check(page.evaluate(PASTE, text), "what is pasted is taken")
    return settled(page, facts)


def archive(page):
    """What 生成 gives: the files of the archive by their names."""
    page.click("#table-make")
    page.locator("#table-result").wait_for(state="visible", timeout=180_000)
    with page.expect_download() as waiting:
        page.click("#table-download")
    path = work / waiting.value.suggested_filename
    waiting.value.save_as(path)
    with zipfile.ZipFile(path) as file:
        check = [info.filename for info in file.infolist() if info.create_system != 3 or info.external_attr >> 16 != 0o100600]
        assert not check and file.testzip() is None, f"an archive as Unix makes it: {check}"
        return path, {name: file.read(name) for name in file.namelist()}


def beside_the_command(scene, files, form, *options, name):
    """The archive's PDFs and report are those that the command makes of the archive's table."""
    records, folder, report = work / f"{name}.csv", work / name, work / f"{name}-report.csv"
    records.write_bytes(files["表格.csv"])
    run = command.run("form", "batch", form, records, "-o", folder, "--report", report, *options)
    scene.check(run.returncode in (0, 1), f"{name}: the command ends with {run.returncode}: {run.stderr[:500]}")
    own = {path.name: path.read_bytes() for path in folder.glob("*.pdf")}
    pdfs = {name: bytes for name, bytes in files.items() if name.endswith(".pdf")}
    scene.check(own.keys() == pdfs.keys(), f"{name}: PDFs are called {sorted(pdfs)[:3]}…, the command's {sorted(own)[:3]}…")
    scene.check(all(pdfs.get(name) == own[name] for name in own), f"{name}: every PDF is the command's, byte for byte")
    scene.check(files["报告.csv"] == report.read_bytes(), f"{name}: the report is the command's:\n{files['报告.csv'].decode()[:600]}\n{report.read_text()[:600]}")
    return len(pdfs)


def looked_at(scene, page, what):
    if pictures:
        page.screenshot(path=pictures / f"tables-{what}.png", full_page=True)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    scene.check(wide <= 0, f"{what}: the page is {wide} pixels too wide")
    problems = Axe().run(page).response["violations"]
    scene.check(not problems, f"{what}: axe tells {[(each['id'], each['nodes'][0]['html'][:120]) for each in problems]}")


def the_walk(scene, device):
    """Fifty rows with five that are wrong: told by row and column, put right in place, made."""
    name = "phone" if device is PHONE else "desktop"
    rows = [company(number) for number in range(50)]
    rows[2]["经办人证件号码"] = "2.10302E+17"
    rows[6]["统一社会信用代码"] = "91210302WWG7LCMK6E"
    rows[11]["经办人"] = ""
    rows[30]["证书类型"] = "机构证"
    rows[44]["经办人手机号码"] = "1380000004"
    page = opened(scene, device)
    looked_at(scene, page, f"{name}-empty")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    # A column that the form does not know has to be said, never passed over in silence.
    scene.check(page.evaluate(PASTE, clipboard(rows)), "what is pasted is taken")
    settled(page, "共50行")
    scene.check("有1列" in page.inner_text("#table-columns-told") and page.locator("#table-make").is_disabled(), "a column of another name is asked about")
    looked_at(scene, page, f"{name}-columns")
    page.locator("#table-columns-list li", has_text="序号").locator("select").select_option("")
    facts = settled(page, "45行可以生成，5行要改")
    cards = page.locator(".table-row")
    scene.check(cards.count() == 5, f"five rows are listed, not {cards.count()}")
    titles = cards.locator("h4").all_inner_texts()
    scene.check(titles[0].startswith("第4行") and "鞍山示例" in titles[0], f"rows are called by their numbers in the sheet: {titles}")
    looked_at(scene, page, f"{name}-wrong")
    # The same as the command says of the same table.
    records = work / f"{name}-wrong.csv"
    with records.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow([key for key in rows[0] if key != "序号"])
        table.writerows([[text for key, text in row.items() if key != "序号"] for row in rows])
    run = command.run("form", "batch", "pickup", records, "-o", work / f"{name}-wrong", "--report", work / f"{name}-wrong.json")
    told = [joined(each["message"], each.get("hint", "")) for row in json.loads((work / f"{name}-wrong.json").read_text())["rows"]
            if row["state"] == "failed" for each in row["diagnostics"]]
    said = page.locator(".table-row .told-errors > p, .table-row .told-warnings > p").all_inner_texts()
    scene.check(run.returncode == 1 and said == told, f"the page says {said}, the command {told}")
    right = {"经办人证件号码": citizen(2), "统一社会信用代码": "91210302WWG7LCMK6D", "经办人": "孙七", "证书类型": "机构（单位）证书", "经办人手机号码": "13800000044"}
    scene.check(page.evaluate("document.activeElement.id").startswith("table-"), "the focus stays with the table")
    for number in range(5):
        card = cards.nth(number)
        label = card.locator("label").first.inner_text()
        box = card.locator("input, select").first
        if box.evaluate("element => element.tagName") == "SELECT":
            box.select_option(label=right[label])
        else:
            box.fill(right[label])
            box.press("Tab")
            inside = page.evaluate("document.activeElement.closest('.table-row') !== null")
            scene.check(inside, "the focus goes on within the row")
        card.locator(".told-right").wait_for(timeout=10_000)
    settled(page, "共50行，都可以生成")
    looked_at(scene, page, f"{name}-right")
    path, files = archive(page)
    looked_at(scene, page, f"{name}-made")
    scene.check(not any(text in path.name for text in ("鞍山", "2103")), f"the archive's name tells nobody's: {path.name}")
    count = beside_the_command(scene, files, "pickup", "--report-columns", "orgName", name=f"walk-{name}")
    scene.check(count == 50, f"{count} PDFs")
    scene.check(page.errors == [], f"scripts failed: {page.errors}")
    # Somebody changes an answer after all, locks, and wants the company in names of files.
    page.locator("#table-options summary").click()
    page.locator("#table-label").select_option("orgName")
    page.locator("#table-options input[value=lock]").check()
    _, files = archive(page)
    beside_the_command(scene, files, "pickup", "--lock", "all", "--name-by", "orgName", "--report-columns", "orgName", name=f"named-{name}")
    scene.check(any("鞍山示例甲甲有限公司" in name for name in files), "names of files hold the company")
    scene.check(all(url.startswith("blob:") for url in asked), f"nothing is asked for with a table on the page: {asked}")
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    scene.check("91210302" not in stored and "鞍山示例" not in stored, "no row is stored in the browser")
    # A row that was left out comes back where it was.
    before = page.inner_text("#table-facts")
    cards.nth(1).get_by_text("不要这一行").click()
    settled(page, "共49行")
    page.locator("#messages").get_by_text("恢复").click()
    settled(page, "共50行")
    scene.check(page.inner_text("#table-facts") == before, "a row that came back counts")
    # Cleared, nothing of it is left on the page.
    page.click("#clear")
    page.click("#clear-yes")
    scene.check("鞍山示例" not in page.evaluate("document.body.innerText + [...document.querySelectorAll('input, textarea')].map(e => e.value)"), "清空 clears the table")
    page.context.close()


def what_stays_wrong(scene):
    """Rows with errors are left out, and told in the report; rows of strange shapes ask first."""
    page = opened(scene)
    rows = [{key: text for key, text in company(number).items() if key != "序号"} for number in range(4)]
    rows[1]["经办人手机号码"] = "=1+1"
    rows[3] = dict(rows[2])
    paste(scene, page, "名单\t\t\t\t\t\t\r\n" + clipboard(rows), "3行可以生成，1行要改")
    scene.check("1行没有用" in page.inner_text("#table-facts"), f"the title is told: {page.inner_text('#table-facts')}")
    _, files = archive(page)
    scene.check("有错的1行没有生成" in page.inner_text("#table-result-facts"), "what is lacking is told")
    beside_the_command(scene, files, "pickup", "--report-columns", "orgName", name="wrong")
    scene.check("与第3份完全相同" in files["报告.csv"].decode(), "a row that is there twice is told")
    page.click("#table-other")
    # Commas, with a row that lacks a cell and one with a quotation mark that is out of place.
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(rows[0])
    table.writerows(row.values() for row in rows[:3])
    lines = text.getvalue().split("\r\n")
    lines[2] = lines[2].rpartition(",")[0].replace("=1+1", "13800000001")
    lines[3] = lines[3].replace("钱", '钱"', 1)
    page.evaluate(DROP, ["名单.csv", list("\r\n".join(lines).encode("gb18030"))])
    settled(page, "1行可以生成，2行要改")
    scene.check(page.locator("#table-flawed").is_visible() and page.locator("#table-make").is_disabled(), "rows of strange shapes have to be looked at first")
    page.locator(".table-row", has_text="第4行").get_by_text("不要这一行").click()
    settled(page, "共2行")
    page.locator(".table-row").get_by_text("没有错位").click()
    page.locator("#table-flawed").wait_for(state="hidden")
    scene.check("1行要改" in settled(page, "1行可以生成"), "a row is as it was meant, and lacks an answer")
    # A press on a button counts while an answer waits to be looked at.
    box = page.locator(".table-row input").first
    box.fill("13800000001")
    page.locator(".table-row").get_by_text("不要这一行").first.click()
    page.locator("#messages").wait_for(state="attached")
    settled(page, "共1行，都可以生成")
    # What is refused, or nobody confirmed, leaves the table that was put right.
    page.evaluate(PASTE, clipboard([{key: text for key, text in company(0).items() if key != "序号"}] * 2))
    page.locator("#messages", has_text="改过的名单还没有生成").wait_for()
    scene.check("共1行" in page.inner_text("#table-facts"), "a table that was put right is not replaced without asking")
    page.get_by_text("不要改过的了").click()
    settled(page, "共2行，都可以生成")
    page.evaluate(DROP, ["a.csv", list(clipboard([{key: text for key, text in company(1).items() if key != "序号"}] * 5001).encode())])
    page.locator("#messages", has_text="最多5000行").wait_for(timeout=60_000)
    _, files = archive(page)
    scene.check(len(files) == 4, f"a table that is refused leaves the one before: {sorted(files)}")
    page.context.close()


def other_ways(scene):
    """No header; more than a page takes; a workbook; what is no table; stopped in the middle."""
    page = opened(scene)
    sheet = work / "sheet.csv"
    command.run("form", "sheet", "pickup", "-o", sheet)
    titles = next(csv.reader(sheet.open(encoding="utf-8-sig")))
    answers = company(1)
    rows = "".join("\t".join(answers.get(title.rstrip("*"), "") for title in titles) + "\n" for _ in range(2))
    paste(scene, page, rows, "2行，都可以生成")
    scene.check("没有表头" in page.inner_text("#table-columns-told"), "that the order was taken for names is told")
    page.click("#table-other")
    page.evaluate(PASTE, "甲\t乙\n丙\t丁\n")
    settled(page, "共2行")
    scene.check("有2列" in page.inner_text("#table-columns-told"), "columns without names are asked about")
    page.click("#table-other")
    many = {key: text for key, text in company(0).items() if key != "序号"}
    page.evaluate(PASTE, clipboard([many] * 5001))
    page.locator("#messages", has_text="最多5000行").wait_for(timeout=60_000)
    scene.check(page.locator("#table-source").is_visible(), "a table that is too long is not taken")
    for name, content, said in [("a.xlsx", b"PK\x03\x04", "Excel 工作簿"), ("a.xls", b"\xD0\xCF\x11\xE0", "Excel 工作簿"),
                                ("a.csv", b"\xFF\xFE\x00\xD8", "读不出来"), ("a.csv", b"", "没有找到名单"), ("a.csv", b"\n\n,,\n", "没有找到名单")]:
        page.evaluate(DROP, [name, list(content)])
        page.locator("#messages [data-subject=table]", has_text=said).wait_for(timeout=10_000)
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        text = clipboard([many] * 2).replace("\t", ";")
        page.evaluate(DROP, ["a.csv", list(text.encode(encoding))])
        settled(page, "2行，都可以生成")
        page.click("#table-other")
    rows = [{key: text for key, text in company(number).items() if key != "序号"} for number in range(4000)]
    paste(scene, page, clipboard(rows), "4000行，都可以生成")
    page.evaluate("window.showSaveFilePicker = undefined")
    page.click("#table-make")
    page.click("#table-cancel")
    page.locator("#messages", has_text="已停止").wait_for(timeout=20_000)
    scene.check(not page.locator("#table-result").is_visible(), "what was stopped leaves nothing")
    page.click("#table-other")
    paste(scene, page, clipboard(rows[:400]), "400行，都可以生成")
    # Where the browser can, the archive is written to a file as it is made; here to the page's own file system.
    page.evaluate("""() => { window.showSaveFilePicker = async ({ suggestedName }) => {
      const folder = await navigator.storage.getDirectory();
      return window.chosen = await folder.getFileHandle(suggestedName, { create: true });
    }; }""")
    page.click("#table-make")
    page.locator("#table-result").wait_for(state="visible", timeout=180_000)
    bytes_ = page.evaluate("""async () => {
      const file = await window.chosen.getFile(), reader = new FileReader();
      return new Promise(resolve => { reader.onload = () => resolve(reader.result.split(',')[1]); reader.readAsDataURL(file); });
    }""")
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(bytes_))) as file:
        files = {name: file.read(name) for name in file.namelist()}
    scene.check(beside_the_command(scene, files, "pickup", "--report-columns", "orgName", name="streamed") == 400, "400 PDFs in a file")
    scene.check("已存到您选的文件" in page.inner_text("#table-result-facts") and not page.locator("#table-download").is_visible(), "where the file is, is said")
    scene.check(page.errors == [], f"scripts failed: {page.errors}")
    page.context.close()


def from_a_stick(scene):
    """The same from a folder, without a server."""
    page = scene.context(DESKTOP).new_page()
    page.goto(file_address(carried(site)) + f"{VERSION}/forms/pickup/index.html#tables")
    page.locator("#table-source").wait_for(state="visible", timeout=60_000)
    paste(scene, page, clipboard([{key: text for key, text in company(0).items() if key != "序号"}]), "1行，都可以生成")
    _, files = archive(page)
    beside_the_command(scene, files, "pickup", "--report-columns", "orgName", name="stick")
    page.context.close()


def the_application(scene):
    """The largest form, from a table made of the guide's examples."""
    page = opened(scene, form="ca-application")
    sheet = work / "application.csv"
    command.run("form", "sheet", "ca-application", "-o", sheet)
    lines = list(csv.reader(sheet.open(encoding="utf-8-sig")))
    lines[1][0] = ""
    text = "".join("\t".join(line) + "\n" for line in [lines[0], lines[1], lines[1]])
    paste(scene, page, text, "2行，都可以生成")
    _, files = archive(page)
    beside_the_command(scene, files, "ca-application", "--report-columns", "orgName", name="application")
    page.context.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    scene = Scene(browser, site)
    for device in (DESKTOP, PHONE):
        the_walk(scene, device)
    what_stays_wrong(scene)
    other_ways(scene)
    from_a_stick(scene)
    the_application(scene)
    browser.close()
shutil.rmtree(work, ignore_errors=True)
print(f"tables: {scene.passed} passed, {scene.failed} failed")
sys.exit(1 if scene.failed else 0)
