"""A clerk's walk from an empty sheet to printed forms: openpyxl and LibreOffice are the clerk's spreadsheet programs.

usage: python Tests/Batch/clerk.py ZHINAN

sheet → fill in → batch → report → mend → again → print → read back, of three forms in one sheet; and workbooks as
programs write them, LibreOffice among them, which give the same PDFs as the same records in CSV.
"""
import csv
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import openpyxl
import pikepdf
import pypdfium2
from openpyxl.styles import numbers

zhinan = str(pathlib.Path(sys.argv[1]).resolve())
project = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.append(str(project / "Tests/Browser"))
from edition import VERSION  # noqa: E402
DAY = "2026-12-01"
passed = 0


def check(truth, what):
    global passed
    if not truth:
        sys.exit(f"clerk: failed: {what}")
    passed += 1


def run(*arguments, status=0, output=False):
    done = subprocess.run([zhinan, *map(str, arguments)], cwd=project, capture_output=True, text=True, timeout=600)
    check(done.returncode == status, f"{arguments[:4]} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout if output else done.stdout + done.stderr


def batch(form, records, out, *more, status=0):
    return run("form", "batch", form, records, "-o", out, "--today", DAY, *more, status=status)


def office(folder, file, kind):
    """The file as LibreOffice saves it."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", kind,
                    "--outdir", folder / "saved", file], check=True, capture_output=True, timeout=300)
    return folder / "saved" / (pathlib.Path(file).stem + "." + kind.split(":")[0])


def pdfs(folder):
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.pdf"))}


def citizen(number):
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    body = f"21030219800101{number + 11:03}"
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights)) % 11]


def company(number):
    return {"单位名称": f"鞍山示例{'甲乙丙丁戊己庚辛壬癸'[number % 10]}{'一二三四五六七八九十'[number // 10]}有限公司",
            "统一社会信用代码": "91210302WWG7LCMK6D", "证书类型": "机构（单位）证书", "证书数量（个）": "1",
            "经办人": f"钱{'甲乙丙丁戊己庚辛壬癸'[number % 10]}", "经办人证件号码": citizen(number), "经办人手机号码": f"138{number:08}"}


def header(sheet):
    """Columns of the sheet's titles, without stars."""
    return {cell.value.rstrip("*"): cell.column for cell in sheet[1]}


def the_sheet(folder):
    """What a clerk is given: it opens, its lists work, all is text, the example is not read."""
    path = folder / "sheet.xlsx"
    run("form", "sheet", "ca-application", "pickup", "seal-sample", "-o", path)
    check(path.stat().st_mode & 0o777 == 0o600, "the sheet is only its owner's")
    again = folder / "again.xlsx"
    run("form", "sheet", "ca-application,pickup", "seal-sample", "-o", again)
    check(path.read_bytes() == again.read_bytes(), "a sheet is the same bytes every time")
    book = openpyxl.load_workbook(path)
    check([sheet.sheet_state for sheet in book] == ["visible", "hidden"], "one sheet is seen")
    sheet = book.worksheets[0]
    check(sheet.freeze_panes == "B2", f"the titles stay in sight: {sheet.freeze_panes}")
    titles = [cell.value for cell in sheet[1]]
    check(len(titles) == len(set(titles)), "each question has one column")
    check("单位名称*" in titles and "补办原因" in titles, "those that need an answer have a star")
    check(sheet["A2"].value.startswith("#"), "the example is a remark")
    widths = sheet.column_dimensions
    formats = {cell.number_format for cell in sheet[2] if cell.value}
    check(formats == {"@"}, f"cells are texts: {formats}")
    check(widths["B"].width > 5, "columns are wide enough")
    lists = book.worksheets[1]
    offered = {}
    for check_ in sheet.data_validations.dataValidation:
        title = sheet.cell(1, openpyxl.utils.range_boundaries(str(check_.sqref))[0]).value
        if check_.type == "list":
            area = re.fullmatch(r"='?lists'?!\$([A-Z]+)\$1:\$\1\$(\d+)", "=" + check_.formula1)
            offered[title] = [lists[f"{area[1]}{row}"].value for row in range(1, int(area[2]) + 1)]
        check(len(check_.prompt or "") <= 255 and len(check_.promptTitle or "") <= 32, f"{title}: Excel's limits")
    check(offered["业务类型*"] == ["新办（申请新锁）", "延期", "变更", "补办"], f"lists offer options: {offered['业务类型*']}")
    check(any("仅当" in (v.prompt or "") for v in sheet.data_validations.dataValidation), "conditions stand in words")
    out = batch("ca-application,pickup,seal-sample", path, folder / "empty")
    check("略过了1行" in out and not list((folder / "empty").rglob("*.pdf")), f"the example is not read: {out}")
    # LibreOffice opens it and keeps lists and formats.
    saved = openpyxl.load_workbook(office(folder, path, "xlsx")).worksheets[0]
    check(saved["E2"].number_format == "@" and len(saved.data_validations.dataValidation) > 60, "LibreOffice keeps it")
    run("form", "sheet", "pickup", "-o", folder / "sheet.csv")
    lines = list(csv.reader((folder / "sheet.csv").open(encoding="utf-8-sig")))
    check(lines[0][0] == "#说明" and lines[1][0].startswith("#") and len(lines) == 2, "the same as CSV")
    check("略过了1行" in batch("pickup", folder / "sheet.csv", folder / "e2"), "whose example is not read either")


def the_walk(folder):
    """Fifty companies: wrong rows are told where they stand, mended, filled, printed and read back."""
    path = folder / "companies.xlsx"
    run("form", "sheet", "pickup", "-o", path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = header(sheet)
    for number in range(50):
        for title, text in company(number).items():
            cell = sheet.cell(3 + number, columns[title], text)
            cell.number_format = numbers.FORMAT_TEXT
    # What happens: Excel kept 15 digits of a number, a digit is wrong, a name is missing, a sum was not worked out, a
    # row was entered twice.
    sheet.cell(5, columns["经办人证件号码"]).value = 210302198001010020
    sheet.cell(5, columns["经办人证件号码"]).number_format = "0"
    sheet.cell(9, columns["统一社会信用代码"]).value = "91210302WWG7LCMK6E"
    sheet.cell(12, columns["单位名称"]).value = None
    sheet.cell(20, columns["证书数量（个）"]).value = "=1+1"
    for title in company(0):
        sheet.cell(31, columns[title]).value = sheet.cell(30, columns[title]).value
    book.save(path)
    out, report = folder / "out", folder / "report.xlsx"
    told = batch("pickup", path, out, "--report", report, "--report", folder / "report.json", "--report-columns",
                 "orgName", "--name-by", "orgName", status=1)
    check(len(pdfs(out)) == 46, f"46 of 50 rows are filled: {told}")
    letter = openpyxl.utils.get_column_letter
    for row, column, word in [(5, "经办人证件号码", "前15位"), (9, "统一社会信用代码", "校验"), (12, "单位名称", "还没有填写"), (20, "证书数量（个）", "公式")]:
        line = next((line for line in told.splitlines() if f":{row}:{columns[column]}: error" in line), "")
        check(word in line, f"row {row} is told: {told}")
    check("有1份记录与前面的完全相同" in told, f"a row that was entered twice is told: {told}")
    check(citizen(2) not in told and "210302198001010020" not in told, "no identity number is told")
    read = openpyxl.load_workbook(report).worksheets[0]
    check([cell.value for cell in read[1]] == ["序号", "行号", "单位名称", "结果", "文件", "问题", "SHA-256"],
          f"the report's titles: {[cell.value for cell in read[1]]}")
    rows = [[cell.value for cell in row] for row in read.iter_rows(min_row=2)]
    check(len(rows) == 50 and [row[3] for row in rows].count("失败") == 4, "the report has every row")
    check(rows[2][5].startswith(f"{letter(columns['经办人证件号码'])}5 "), f"problems are told by cell: {rows[2][5]}")
    check(rows[0][2] == company(0)["单位名称"], "a row is found by its firm")
    check(all((out / row[4]).exists() and row[2] in row[4] for row in rows if row[3] == "已填"), "so is its PDF")
    machine = json.loads((folder / "report.json").read_text())
    check(machine["rows"][2]["diagnostics"][0]["cell"] == rows[2][5].split()[0], "and in JSON")
    check(machine["rows"][0]["answers"] == {"orgName": company(0)["单位名称"]}, "with its answers")
    # The clerk mends four cells in LibreOffice, which works out the sum.
    for row, title, text in [(5, "经办人证件号码", citizen(2)), (9, "统一社会信用代码", "91210302WWG7LCMK6D"),
                             (12, "单位名称", company(9)["单位名称"])]:
        sheet.cell(row, columns[title]).value = text
        sheet.cell(row, columns[title]).number_format = numbers.FORMAT_TEXT
    sheet.cell(20, columns["证书数量（个）"]).number_format = "General"
    book.save(path)
    mended = office(folder, path, "xlsx")
    shutil.copy(mended, path)
    before = pdfs(out)
    told = batch("pickup", path, out, "--name-by", "orgName")
    check("新填4份，未变46份，失败0行" in told, f"only what was mended is filled: {told}")
    after = pdfs(out)
    check(len(after) == 50 and all(after[name] == before[name] for name in before), "the others stay as they are")
    check(not any(re.search(r"\d{15}", name.split("-")[1]) for name in after), "no number stands in a name")
    # Another option for names: files get other names, none is left over.
    batch("pickup", path, out)
    check(all(re.fullmatch(r"\d{7}-[0-9a-f]{12}\.pdf", name) for name in pdfs(out)) and len(pdfs(out)) == 50,
          "names without a firm replace those with it")
    printed(folder, path)
    name = sorted(after)[0]
    back = run("form", "read", out / sorted(pdfs(out))[0])
    check(company(0)["单位名称"] in back and company(0)["经办人证件号码"] in back, f"{name} is read back")


def printed(folder, path):
    """All in one go: flat PDFs put together by qpdf are the same pages as each alone."""
    flat = folder / "flat"
    batch("pickup", path, flat, "--flatten")
    files = sorted(flat.glob("*.pdf"))
    subprocess.run(["qpdf", "--empty", "--pages", *files, "--", folder / "all.pdf"], check=True)
    whole = pypdfium2.PdfDocument(folder / "all.pdf")
    check(len(whole) == sum(len(pikepdf.open(file).pages) for file in files), "every page is there")
    page = 0
    for file in files[:4] + files[-2:]:
        page = sum(len(pikepdf.open(other).pages) for other in files[:files.index(file)])
        alone = pypdfium2.PdfDocument(file)[0].render(scale=1).to_numpy()
        check((whole[page].render(scale=1).to_numpy() == alone).all(), f"{file.name} is printed as it is")
    check(len({whole[index].render(scale=1).to_numpy().tobytes() for index in range(0, len(whole), 7)}) > 5,
          "each has its own answers")


def every_form(folder):
    """One row fills the forms that it answers; a column of forms says which."""
    path = folder / "three.xlsx"
    run("form", "sheet", "ca-application", "pickup", "seal-sample", "-o", path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = header(sheet)
    example = {title: sheet.cell(2, column).value for title, column in columns.items()}

    def put(row, leaving=(), **more):
        for title, column in columns.items():
            if title != "#说明" and title not in leaving:
                sheet.cell(row, column).value = more.get(title, example[title])

    seals = [title for title in columns if title.startswith("第")]
    put(3)
    put(4, leaving=seals)
    put(5, leaving=seals, 表格="CA数字证书介质领取表")
    put(6, 表格="pickup；seal-sample")
    put(7, 表格="没有的表")
    sheet.cell(8, columns["订单号"]).value = "A1"
    book.save(path)
    out, report = folder / "three", folder / "three.csv"
    told = batch("ca-application,pickup,seal-sample", path, out, "--report", report, status=1)
    found = {form: sorted(int(name[:7]) for name in pdfs(out / form)) for form in ["ca-application", "pickup", "seal-sample"]}
    check(found == {"ca-application": [1, 2], "pickup": [1, 2, 3, 4], "seal-sample": [1, 4]}, f"{found}: {told}")
    check(":7:2: error: 这份记录写明是给另一张表的" in told and ":8:" in told, f"rows that ask for nothing are told: {told}")
    lines = list(csv.reader(report.open(encoding="utf-8-sig")))
    check(lines[0][:4] == ["form", "row", "line", "state"] and len(lines) == 1 + 3 * 6, "the report tells every form")
    check([line[3] for line in lines if line[:2] == ["seal-sample", "2"]] == ["not-asked"], "and what was not asked for")
    # All forms of all rows as one job, as docs/batch.md says.
    batch("ca-application,pickup,seal-sample", path, folder / "flat-three", "--flatten", status=1)
    files = sorted((folder / "flat-three").glob("*/*.pdf"))
    subprocess.run(["qpdf", "--empty", "--pages", *files, "--", folder / "three.pdf"], check=True)
    check(len(pikepdf.open(folder / "three.pdf").pages) == sum(len(pikepdf.open(file).pages) for file in files) > len(files),
          "every form is printed")
    # Each PDF is what one record alone gives.
    for form in found:
        pdf = next((out / form).glob("0000001-*.pdf"))
        record, alone = folder / f"{form}.json", folder / f"{form}.pdf"
        record.write_text(run("form", "read", pdf, "--as", "json", "--today", DAY, output=True))
        run("form", "fill", form, record, "-o", alone, "--today", DAY)
        check(alone.read_bytes() == pdf.read_bytes(), f"{form}: one of several is filled as alone")
    # Again: a row that asks for a form no more has no PDF of it.
    put(6, leaving=seals, 表格="pickup")
    sheet.delete_rows(7, 2)
    book.save(path)
    batch("ca-application,pickup,seal-sample", path, out)
    check(sorted(int(name[:7]) for name in pdfs(out / "seal-sample")) == [1], "what is asked for no more goes")


def damaged_is_answered(folder):
    """A number of which the spreadsheet kept 15 digits is told for each form that asks it, and asks for them."""
    path, report = folder / "damaged.xlsx", folder / "damaged.csv"
    run("form", "sheet", "ca-application", "pickup", "-o", path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for title, column in header(sheet).items():
        if title != "#说明":
            sheet.cell(3, column).value = sheet.cell(2, column).value
    number = sheet.cell(3, header(sheet)["经办人证件号码"])
    number.value, number.number_format = 210302198001010020, "0"
    book.save(path)
    told = batch("ca-application,pickup", path, folder / "damaged", "--report", report, status=1)
    check("处错误" not in told, f"a batch is counted once: {told}")
    lines = list(csv.reader(report.open(encoding="utf-8-sig")))[1:]
    check([line[3] for line in lines] == ["failed", "failed"], f"both forms fail: {lines}")
    # The same name again, and the sheet that was filled in would be gone.
    filled = path.read_bytes()
    check("里面可能已经填了内容" in run("form", "sheet", "pickup", "-o", path, status=74) and path.read_bytes() == filled,
          "a sheet is not written over another one")


def the_same_from_everywhere(folder):
    """Workbooks of openpyxl and LibreOffice, CSV, TSV, semicolons and GB 18030 give the same PDFs."""
    titles = list(company(0))
    rows = [list(company(number).values()) for number in range(12)]

    def text(name, separator, encoding, before=""):
        with (folder / name).open("w", encoding=encoding, newline="") as file:
            file.write(before)
            writer = csv.writer(file, delimiter=separator)
            writer.writerow(titles)
            writer.writerows(rows)
        return folder / name

    book = openpyxl.Workbook()
    for row in [titles] + rows:
        book.active.append(row)
    book.save(folder / "open.xlsx")
    # Numbers where they have fewer than 16 digits, a date, a true value in another column that is left out.
    dated = openpyxl.Workbook()
    dated.active.append(titles + ["#日期", "#是否"])
    for row in rows:
        dated.active.append([int(cell) if cell.isdigit() and len(cell) < 16 and not cell.startswith("0") else cell
                             for cell in row] + [datetime.date(2026, 11, 22), True])
    dated.save(folder / "dated.xlsx")
    sources = [text("a.csv", ",", "utf-8-sig"), text("b.tsv", "\t", "utf-8"), text("c.csv", ";", "gb18030"),
               text("d.csv", "\t", "utf-8", "sep=\t\r\n"), folder / "open.xlsx", folder / "dated.xlsx",
               office(folder, folder / "open.xlsx", "xlsx"), office(folder, folder / "dated.xlsx", "xlsx")]
    want = None
    for source in sources:
        out = folder / f"same-{source.parent.name}-{source.name}"
        told = batch("pickup", source, out)
        got = pdfs(out)
        check(len(got) == 12, f"{source}: {told}")
        want = want or got
        check(got == want, f"{source} gives other PDFs")
    old = office(folder, folder / "open.xlsx", "xls")
    ods = office(folder, folder / "open.xlsx", "ods")
    for file, word in [(old, "旧格式"), (ods, ".ods")]:
        told = batch("pickup", file, folder / "none", status=1)
        check(word in told and ".xlsx" in told and not (folder / "none").exists(), f"{file}: {told}")


def returned(folder):
    """What came back, as one sheet: right, changed, damaged, missing, signed PDFs; read again it fills the same forms."""
    home = folder / "returned"
    (home / "second").mkdir(parents=True)
    sheet = folder / "returned-sheet.csv"
    titles = list(company(0))
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(titles)
        writer.writerows(list(company(number).values()) for number in range(8))
    out = folder / "sent"
    batch("pickup", sheet, out)
    files = sorted(out.glob("*.pdf"))
    for number, file in enumerate(files):
        shutil.copy(file, home / "second" / f"{number}.pdf" if number > 5 else home / f"{number}.PDF")
    run("form", "fill", "seal-sample", f"content/{VERSION}/examples/seal-sample/two-seals.yml", "-o", home / "seals.pdf", "--today", DAY)
    book = openpyxl.Workbook()
    book.save(home / "other.xlsx")
    told = run("form", "read", home, "-o", folder / "right.xlsx", "--today", DAY)
    # One of the examples has a rare character.
    check("正确8份，要核对1份，有错0份，没有读出0份" in told, f"all are right: {told}")
    right = openpyxl.load_workbook(folder / "right.xlsx").worksheets[0]
    names = [cell.value for cell in right[1]]
    check(names[:8] == ["#文件", "#结果", "#损坏", "#改动", "#签名", "#缺少", "#问题", "表格"], f"titles: {names}")
    rows = [dict(zip(names, [cell.value for cell in row])) for row in right.iter_rows(min_row=2)]
    check(sorted(row["表格"] for row in rows) == ["pickup"] * 8 + ["seal-sample"], "each says its form")
    check((folder / "right.xlsx").stat().st_mode & 0o777 == 0o600, "the sheet is only its owner's")
    pickups = {row["#文件"]: row for row in rows if row["表格"] == "pickup"}
    title = next(name for name in names if name.startswith("经办人证件号码"))
    check({row[title] for row in pickups.values()} == {citizen(number) for number in range(8)}, "every answer is there")
    seals = next(row for row in rows if row["表格"] == "seal-sample")
    check(seals["第2枚印章·印章类型"] == "法定代表人章", f"lists too: {seals}")
    # The sheet is a sheet of records: what it holds of one form fills it again.
    again = folder / "again"
    told = batch("pickup,seal-sample", folder / "right.xlsx", again)
    check({file.read_bytes() for file in (again / "pickup").glob("*.pdf")} == {file.read_bytes() for file in files},
          f"the sheet gives the same PDFs: {told}")
    # Now what goes wrong on the way.
    with pikepdf.open(home / "1.PDF", allow_overwriting_input=True) as pdf:
        pdf.Root.AcroForm.Fields = pikepdf.Array(
            [field for field in pdf.Root.AcroForm.Fields if str(field.T) != "agentMobile"])
        for page in pdf.pages:
            page.Annots = pikepdf.Array([note for note in page.Annots if str(note.get("/T", "")) != "agentMobile"])
        pdf.save()
    with pikepdf.open(home / "2.PDF", allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        page.contents_add(pdf.make_stream(b"0 0 200 200 re f"))
        pdf.save()
    with pikepdf.open(home / "second/6.pdf", allow_overwriting_input=True) as pdf:
        # Half of a character beyond the first plane, as viewers cut them.
        next(field for field in pdf.Root.AcroForm.Fields if str(field.T) == "agentName").V = pikepdf.String(
            b"\xfe\xff" + "钱".encode("utf-16-be") + b"\xd8\x42")
        pdf.save()
    (home / "3.PDF").write_bytes(files[3].read_bytes()[:3000])
    (home / "4.PDF").write_bytes(b"")
    (home / "5.PDF").write_text("not a PDF")
    told = run("form", "read", home, "-o", folder / "wrong.xlsx", "--today", DAY, status=1)
    wrong = openpyxl.load_workbook(folder / "wrong.xlsx").worksheets[0]
    rows = {row[0].value.rsplit("/", 1)[-1]: dict(zip(names[:7], [cell.value or "" for cell in row]))
            for row in wrong.iter_rows(min_row=2)}
    check(rows["0.PDF"]["#结果"] == "正确", f"the others stay right: {rows['0.PDF']}")
    check("经办人手机号码" in rows["1.PDF"]["#缺少"], f"a field that is gone: {rows['1.PDF']}")
    check(rows["2.PDF"]["#改动"] and rows["2.PDF"]["#结果"] == "要核对", f"a page that was drawn over: {rows['2.PDF']}")
    check(all(rows[name]["#结果"] == "没有读出" and rows[name]["#损坏"] for name in ["4.PDF", "5.PDF"]), f"{rows}")
    check(rows["6.pdf"]["#损坏"], f"a character that was cut: {rows['6.pdf']}")
    check(rows["3.PDF"]["#损坏"], f"a PDF that is cut off: {rows['3.PDF']}")
    check(not any(citizen(number) in told for number in range(8)), "nothing of the answers is told besides")
    empty = folder / "empty-folder"
    empty.mkdir()
    check("没有PDF" in run("form", "read", empty, "-o", folder / "x.xlsx", status=1), "an empty folder is told")
    run("form", "read", home, status=64)
    run("form", "read", home, "-o", folder / "x.csv", status=64)
    run("form", "read", home / "0.PDF", "-o", folder / "x.xlsx", status=64)
    check(not (folder / "x.xlsx").exists(), "nothing is written then")


def no_formulas(folder):
    """What looks like a formula, which may come from anybody's PDF, is none in a report."""
    records = folder / "formula.csv"
    with records.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*company(0), "领取地点"])
        writer.writerow([*company(0).values(), "@SUM(1+1)*cmd|' /C calc'!A0"])
        writer.writerow([*company(1).values(), "大厅"])
    batch("pickup", records, folder / "formula", "--report", folder / "formula-report.csv", "--report",
          folder / "formula-report.xlsx", "--report-columns", "pickupPoint,orgName", "--name-by", "certType")
    lines = list(csv.reader((folder / "formula-report.csv").open(encoding="utf-8-sig")))
    check(lines[1][2].startswith("'@") and lines[2][2] == "大厅", f"in CSV: {lines}")
    sheet = openpyxl.load_workbook(folder / "formula-report.xlsx").worksheets[0]
    check(sheet["C2"].data_type == "s", "in a workbook all are texts")
    check(all("机构（单位）证书" in name for name in pdfs(folder / "formula")), "a choice's label may stand in a name")
    run("form", "batch", "pickup", records, "-o", folder / "private", "--name-by", "agentIdNumber", status=64)
    run("form", "batch", "pickup", records, "-o", folder / "private", "--report-columns", "经办人", status=64)
    check(not (folder / "private").exists(), "what is private is refused before anything is done")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for case in [the_sheet, the_walk, every_form, damaged_is_answered, returned, no_formulas, the_same_from_everywhere]:
            case(folder)
    print(f"clerk: {passed} passed, 0 failed")


main()
