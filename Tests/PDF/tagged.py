"""Checks the tags of PDF forms: what of ISO 14289-1 (PDF/UA-1) a machine can check without a whole validator, by the
numbers of the Matterhorn Protocol 1.1; what both leave open between tags, contents and fields has names of its own.

usage: tagged.py FILE.pdf ...          every condition on every file
       tagged.py --damage FILE.pdf     damages the file in each way that a condition is for, and wants it told
"""

import io
import sys
from collections import Counter

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

STANDARD = {"/Document", "/Sect", "/H1", "/H2", "/P", "/Table", "/TR", "/TH", "/TD", "/Form", "/Span"}
INSIDE = {"/TR": {"/Table"}, "/TH": {"/TR"}, "/TD": {"/TR"}}
# Fields that no Form element may stand for are none; texts may stand in these only.
TEXT_HOLDERS = {"/H1", "/H2", "/P", "/TH", "/TD", "/Span"}


class Checker:
    def __init__(self, pdf):
        self.pdf = pdf
        self.problems = []
        self.counts = Counter()
        # Elements in reading order, and for each its ancestors' types.
        self.elements = []
        # (page's object number, MCID) and a widget's object number, each with the element that has it.
        self.marked = {}
        self.widgets = {}

    def expect(self, holds, condition, what):
        self.counts[condition] += 1
        if not holds:
            self.problems.append(f"{condition}: {what}")

    def run(self):
        self.document()
        root = self.pdf.Root.get("/StructTreeRoot")
        self.expect(root is not None, "01-006", "the catalog has no StructTreeRoot")
        if root is None:
            return
        self.walk(root, None, [], None)
        self.structure(root)
        for number, page in enumerate(self.pdf.pages, 1):
            self.contents(number, page.obj)
            self.annotations(number, page.obj)
        self.parents(root)
        self.fields()
        self.fonts()

    # The document as a whole.
    def document(self):
        root = self.pdf.Root
        self.expect(root.get("/MarkInfo", {}).get("/Marked") is True, "01-006", "MarkInfo is not Marked")
        self.expect(root.get("/MarkInfo", {}).get("/Suspects", False) is False, "01-007", "Suspects is set")
        self.expect(str(root.get("/Lang", "")) != "", "11-006", "the catalog has no Lang")
        preferences = root.get("/ViewerPreferences", {})
        self.expect(preferences.get("/DisplayDocTitle") is True, "07-002", "the title is not shown")
        metadata = self.pdf.open_metadata()  # without `with`, which would put the title right
        self.expect(metadata.get("dc:title"), "06-003", "the metadata has no title")
        self.expect(str(self.pdf.docinfo.get("/Title", "")) != "", "06-003", "the information has no title")
        form = root.get("/AcroForm", {})
        self.expect("/XFA" not in form, "25-001", "the form has XFA")
        self.expect("/NeedAppearances" not in form, "appearances", "viewers are asked to draw fields anew")
        self.expect(not self.pdf.is_encrypted, "26-002", "the file is encrypted")
        self.expect(root.get("/Outlines") is not None, "bookmarks", "there are no bookmarks")

    # The tree of elements.
    def walk(self, node, parent, above, page):
        kids = node.get("/K", [])
        kids = kids if isinstance(kids, Array) else [kids]
        kind = str(node.get("/S", ""))
        page = node.get("/Pg", page)
        if parent is not None:
            self.elements.append((node, kind, above))
            self.expect(node.P.objgen == parent.objgen, "tree", f"{kind} {node.objgen} has another parent in P")
            self.expect(kind in STANDARD, "02-001", f"{kind} is no standard type that forms use")
        for kid in kids:
            if isinstance(kid, int):
                self.mark(node, kind, page, kid)
            elif kid.get("/Type") == "/MCR":
                self.mark(node, kind, kid.get("/Pg", page), kid.MCID)
            elif kid.get("/Type") == "/OBJR":
                self.expect(kind == "/Form", "28-010", f"a widget stands in {kind}")
                self.expect(kid.Obj.objgen not in self.widgets, "tree", "a widget stands in two elements")
                self.widgets[kid.Obj.objgen] = node
                on = kid.get("/Pg", page)
                self.expect(
                    on is not None and kid.Obj.P.objgen == on.objgen, "tree", "a widget is said to be on another page")
            else:
                self.expect(len(above) < 20, "02-003", "the tree is a circle")
                if len(above) < 20:
                    self.walk(kid, node, above + [kind] if parent is not None else [], page)
        self.expect(kind != "/Form" or len(kids) == 1, "28-010", "a Form element has more than its widget")

    def mark(self, node, kind, page, number):
        key = (page.objgen if page is not None else None, int(number))
        self.expect(key not in self.marked, "tree", f"MCID {number} stands in two elements")
        self.expect(kind in TEXT_HOLDERS, "tree", f"text stands in {kind}")
        self.marked[key] = node

    def structure(self, root):
        levels = [int(kind[2]) for _, kind, _ in self.elements if kind in ("/H1", "/H2")]
        self.expect(levels[:1] == [1], "14-002", "the first heading is not H1")
        self.expect(all(b - a <= 1 for a, b in zip(levels, levels[1:])), "14-003", "a level of headings is left out")
        self.expect(levels.count(1) == 1, "title", "there is not one H1")
        for node, kind, above in self.elements:
            wanted = INSIDE.get(kind)
            self.expect(not wanted or above[-1] in wanted, "09-004", f"{kind} stands in {above[-1:]}")
            if kind == "/Figure":
                self.expect("/Alt" in node or "/ActualText" in node, "13-004", "a figure has no Alt")
            if kind in ("/H1", "/H2", "/P", "/TH", "/Form", "/Span"):
                self.expect(len(node.get("/K", [])) > 0, "empty", f"{kind} is empty")
        names = self.names(root)
        for node, kind, _ in self.elements:
            attributes = node.get("/A", {})
            if kind == "/TH":
                self.expect(attributes.get("/Scope") == "/Row", "15-003", "a TH has no Scope")
                key = bytes(node.get("/ID", b""))
                self.expect(names.get(key) == node.objgen, "ids", "a TH is not in the IDTree by its ID")
            for name in attributes.get("/Headers", []):
                self.expect(bytes(name) in names, "ids", f"no header cell is called {name}")
            if kind == "/Table":
                self.table(node)

    def names(self, root):
        pairs = list(root.get("/IDTree", {}).get("/Names", []))
        keys = [bytes(key) for key in pairs[::2]]
        self.expect(keys == sorted(keys) and len(set(keys)) == len(keys), "ids", "the IDTree is not in order")
        return {key: value.objgen for key, value in zip(keys, pairs[1::2])}

    def table(self, table):
        widths = []
        for row in table.K:
            self.expect(row.get("/S") == "/TR", "09-004", "a Table holds something else than rows")
            cells = [cell for cell in row.K if not isinstance(cell, int)]
            self.expect(all(cell.get("/S") in ("/TH", "/TD") for cell in cells), "09-004", "a TR holds no cell")
            widths.append(sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in cells))
            label = None
            for cell in cells:
                label = cell if cell.S == "/TH" else label
                forms = [kid for kid in cell.get("/K", []) if isinstance(kid, Dictionary) and kid.get("/S") == "/Form"]
                if forms and label is not None:
                    named = [bytes(name) for name in cell.get("/A", {}).get("/Headers", [])]
                    self.expect(named == [bytes(label.ID)], "15-003", "a field's cell is not named by its label")
        self.expect(len(set(widths)) == 1, "15-002", f"rows have different numbers of columns: {widths}")

    # What is painted: each operator that shows something stands in one marked sequence.
    def contents(self, number, page):
        painting = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"}
        open_marks, found = [], []
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator in ("BMC", "BDC"):
                tag = str(operands[0])
                inside = [mark for mark in open_marks if mark]
                self.expect(not inside, "01-004" if tag != "/Artifact" else "01-003", f"page {number}: nested content")
                if tag == "/Artifact":
                    open_marks.append("artifact")
                    continue
                mark = operands[1].get("/MCID") if operator == "BDC" else None
                open_marks.append(tag if mark is not None else None)
                if mark is not None:
                    found.append(int(mark))
                    node = self.marked.get((page.objgen, int(mark)))
                    self.expect(node is not None and node.S == tag, "tree", f"page {number}: MCID {mark} is not {tag}")
            elif operator == "EMC":
                self.expect(open_marks, "01-005", f"page {number}: EMC ends nothing")
                if open_marks:
                    open_marks.pop()
            elif operator in painting:
                self.expect(any(open_marks), "01-005", f"page {number}: {operator} is neither tagged nor an artifact")
                if operator == "Do":
                    self.expect(False, "30-002", f"page {number}: a form XObject is painted")
        self.expect(not open_marks, "01-005", f"page {number}: marked content is left open")
        self.expect(len(found) == len(set(found)), "tree", f"page {number}: an MCID is used twice")
        told = [mark for (on, mark) in self.marked if on == page.objgen]
        self.expect(sorted(found) == sorted(told), "tree", f"page {number}: elements tell of other MCIDs")
        self.expect(found == told, "order", f"page {number}: it is painted in another order than it is read")

    def annotations(self, number, page):
        annotations = list(page.get("/Annots", []))
        if annotations:
            self.expect(page.get("/Tabs") == "/S", "28-008", f"page {number}: Tabs is not S")
        for annotation in annotations:
            self.expect(annotation.get("/Subtype") == "/Widget", "28-002", f"page {number}: an annotation is no widget")
            node = self.widgets.get(annotation.objgen)
            self.expect(node is not None, "28-010", f"page {number}: a widget stands in no Form element")
        order = [key for key in self.widgets if key in {annotation.objgen for annotation in annotations}]
        self.expect(
            order == [annotation.objgen for annotation in annotations], "order",
            f"page {number}: the tab key goes another way than the tags")

    # From contents and widgets back to their elements.
    def parents(self, root):
        numbers = list(root.get("/ParentTree", {}).get("/Nums", []))
        keys = [int(key) for key in numbers[::2]]
        self.expect(keys == sorted(set(keys)), "parents", "the ParentTree is not in order")
        self.expect(root.get("/ParentTreeNextKey", 0) > max(keys, default=-1), "parents", "ParentTreeNextKey is used")
        tree = dict(zip(keys, numbers[1::2]))
        for number, page in enumerate(self.pdf.pages, 1):
            marks = tree.get(int(page.obj.get("/StructParents", -1)))
            told = {mark: node for (on, mark), node in self.marked.items() if on == page.obj.objgen}
            fits = marks is not None and len(marks) == len(told) and all(
                mark in told and told[mark].objgen == node.objgen for mark, node in enumerate(marks))
            self.expect(fits, "parents", f"page {number}: the ParentTree leads elsewhere")
            for annotation in page.obj.get("/Annots", []):
                node = tree.get(int(annotation.get("/StructParent", -1)))
                told = self.widgets.get(annotation.objgen)
                self.expect(
                    node is not None and told is not None and node.objgen == told.objgen, "parents",
                    f"page {number}: a widget's StructParent leads elsewhere")

    def fields(self):
        for field in self.pdf.Root.get("/AcroForm", {}).get("/Fields", []):
            name = str(field.get("/T", ""))
            self.expect(str(field.get("/TU", "")) != "", "28-005", f"“{name}” has no TU")
            for kid in field.get("/Kids", []):
                self.expect(str(kid.get("/TU", "")) != "", "28-005", f"a box of “{name}” has no TU")

    # Fonts of the pages, by the glyphs that they show.
    def fonts(self):
        shown = {}
        for page in self.pdf.pages:
            resources, font = page.obj.Resources.Font, None
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tf":
                    font = resources[operands[0]]
                elif str(operator) == "Tj":
                    codes = bytes(operands[0])
                    shown.setdefault(font.objgen, (font, set()))[1].update(
                        int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
        for font, codes in shown.values():
            name = str(font.BaseFont)
            inner = font.DescendantFonts[0]
            self.expect(font.get("/Encoding") == "/Identity-H", "31-006", f"{name}: another CMap")
            self.expect(inner.get("/CIDToGIDMap") == "/Identity", "31-004", f"{name}: no CIDToGIDMap")
            program = inner.FontDescriptor.get("/FontFile2")
            self.expect(program is not None, "31-009", f"{name} is not embedded")
            if program is None:
                continue
            face = TTFont(io.BytesIO(program.read_bytes()))
            glyphs, widths = face.getGlyphOrder(), self.widths(inner)
            scale = 1000 / face["head"].unitsPerEm
            known = self.unicodes(font)
            for code in sorted(codes):
                self.expect(0 < code < len(glyphs), "31-030", f"{name}: glyph {code} is .notdef or missing")
                self.expect(code in known, "31-027", f"{name}: glyph {code} has no Unicode value")
                if code < len(glyphs):
                    width = face["hmtx"].metrics[glyphs[code]][0] * scale
                    self.expect(abs(width - widths.get(code, -9)) <= 1, "31-016", f"{name}: glyph {code} has another width")

    @staticmethod
    def widths(font):
        widths, numbers, at = {}, list(font.get("/W", [])), 0
        while at < len(numbers):
            if isinstance(numbers[at + 1], Array):
                for step, width in enumerate(numbers[at + 1]):
                    widths[int(numbers[at]) + step] = float(width)
                at += 2
            else:
                for code in range(int(numbers[at]), int(numbers[at + 1]) + 1):
                    widths[code] = float(numbers[at + 2])
                at += 3
        return widths

    @staticmethod
    def unicodes(font):
        known, pairs = set(), False
        if "/ToUnicode" not in font:
            return known
        for line in font.ToUnicode.read_bytes().decode("latin-1").splitlines():
            if "beginbfchar" in line:
                pairs = True
            elif "endbfchar" in line:
                pairs = False
            elif pairs and line.startswith("<"):
                code, text = line.split()[:2]
                if int(text.strip("<>"), 16) not in (0, 0xFEFF, 0xFFFE):
                    known.add(int(code.strip("<>"), 16))
        return known


def check(pdf):
    checker = Checker(pdf)
    checker.run()
    return checker


def first(pdf, kind):
    return next(node for node, of, _ in check(pdf).elements if of == kind)


def widget(pdf):
    return pdf.pages[0].Annots[0]


def content(pdf, change):
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(change(page.Contents.read_bytes()))


def damages():
    """Ways to damage a file, by the condition that must notice."""

    def leave_out(owner, key):
        def act(pdf):
            del owner(pdf)[key]
        return act

    def font(pdf):
        return next(iter(pdf.pages[0].Resources.Font.values()))

    def swap(pdf):
        row = first(pdf, "/TR")
        row.K = Array(list(row.K)[::-1])

    def notdef(data):
        at = data.index(b"Tf\n<") + 4
        return data[:at] + b"0000" + data[at + 4 :]

    return [
        ("01-006", lambda pdf: pdf.Root.MarkInfo.__setitem__("/Marked", False)),
        ("01-006", leave_out(lambda pdf: pdf.Root, "/StructTreeRoot")),
        ("01-007", lambda pdf: pdf.Root.MarkInfo.__setitem__("/Suspects", True)),
        ("01-005", lambda pdf: content(pdf, lambda data: data + b"0 0 m 1 1 l S\n")),
        ("01-005", lambda pdf: content(pdf, lambda data: data[: data.rindex(b"EMC")])),
        ("01-004", lambda pdf: content(pdf, lambda data: b"/Artifact BMC\n" + data + b"EMC\n")),
        ("02-001", lambda pdf: first(pdf, "/P").__setitem__("/S", Name("/Absatz"))),
        ("06-003", leave_out(lambda pdf: pdf.docinfo, "/Title")),
        ("07-002", leave_out(lambda pdf: pdf.Root.ViewerPreferences, "/DisplayDocTitle")),
        ("09-004", lambda pdf: first(pdf, "/TR").__setitem__("/S", Name("/P"))),
        ("11-006", leave_out(lambda pdf: pdf.Root, "/Lang")),
        ("14-002", lambda pdf: first(pdf, "/H1").__setitem__("/S", Name("/H2"))),
        ("15-002", lambda pdf: first(pdf, "/TD").__setitem__("/A", Dictionary(O=Name("/Table"), ColSpan=90))),
        ("15-003", leave_out(lambda pdf: first(pdf, "/TH").A, "/Scope")),
        ("ids", lambda pdf: first(pdf, "/TH").__setitem__("/ID", String("h99999"))),
        ("25-001", lambda pdf: pdf.Root.AcroForm.__setitem__("/XFA", String("x"))),
        ("28-005", leave_out(lambda pdf: pdf.Root.AcroForm.Fields[0], "/TU")),
        ("28-008", lambda pdf: pdf.pages[0].__setitem__("/Tabs", Name("/R"))),
        ("28-010", lambda pdf: first(pdf, "/Form").__setitem__("/S", Name("/Span"))),
        ("28-010", lambda pdf: first(pdf, "/Form").__setitem__("/K", Array())),
        ("30-002", lambda pdf: content(pdf, lambda data: data + b"/Artifact BMC /X0 Do EMC\n")),
        ("31-009", leave_out(lambda pdf: font(pdf).DescendantFonts[0].FontDescriptor, "/FontFile2")),
        ("31-027", leave_out(font, "/ToUnicode")),
        ("31-016", leave_out(lambda pdf: font(pdf).DescendantFonts[0], "/W")),
        ("31-030", lambda pdf: content(pdf, notdef)),
        ("order", swap),
        ("order", lambda pdf: pdf.pages[0].__setitem__("/Annots", Array(list(pdf.pages[0].Annots)[::-1]))),
        ("parents", leave_out(widget, "/StructParent")),
        ("parents", lambda pdf: widget(pdf).__setitem__("/StructParent", 9999)),
        ("parents", leave_out(lambda pdf: pdf.pages[0].obj, "/StructParents")),
        ("tree", lambda pdf: content(pdf, lambda data: data.replace(b"/MCID 1 ", b"/MCID 0 ", 1))),
        ("bookmarks", leave_out(lambda pdf: pdf.Root, "/Outlines")),
        ("appearances", lambda pdf: pdf.Root.AcroForm.__setitem__("/NeedAppearances", True)),
    ]


def main(arguments):
    passed = failed = 0
    if arguments[:1] == ["--damage"]:
        for condition, act in damages():
            with pikepdf.open(arguments[1]) as pdf:
                act(pdf)
                told = [problem for problem in check(pdf).problems if problem.startswith(condition + ":")]
            passed += bool(told)
            failed += not told
            if not told:
                print(f"a damage that {condition} is for was not noticed")
    else:
        for path in arguments:
            with pikepdf.open(path) as pdf:
                checker = check(pdf)
            passed += sum(checker.counts.values()) - len(checker.problems)
            failed += len(checker.problems)
            for problem in checker.problems:
                print(f"{path}: {problem}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
