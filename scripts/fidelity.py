"""Writes docs/fidelity.md: every sentence of the edition's pages with its grade and the passage that it rests on.

    python3 scripts/fidelity.py SITE            writes docs/fidelity.md from a built site
    python3 scripts/fidelity.py SITE --check    ends with 1 when the file is another one, a sentence has no passage,
                                                or a quotation is not the source's letter by letter

A sentence is marked by what readers see: 整理 beside it, in its heading, box or table is ours; 未载明, 原文没有 says what the
source does not; anything else, and every quotation, is the source's, and stands beside the passages of
content/2019-09/index.md that have its words. One that has fewer than a third of them there has no passage: it needs a mark,
or other words.
"""

import html.parser
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "content/2019-09/index.md"
sys.path.append(str(ROOT / "Tests/Browser"))
from edition import VERSION as EDITION, in_force  # noqa: E402
OURS = re.compile(r"整理|本站|原文的意思")
ABSENT = re.compile(r"未载明|原文(也)?(没有|没|不)|(?<!有)没有(写|说|列|限制|提)")
QUOTATION = re.compile(r"(.*：)?原文[^“”，。没未]{0,9}“[^“”]+”。?")
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
LEAST_SHARE = 1 / 3
# The edition's short words, and the source's for the same.
WORDS = {
    "辽宁网联平台": "辽宁省网联招标投标综合服务平台",
    "鞍山平台": "鞍山市公共资源交易平台",
    "完善资料": "填写注册详细资料信息",
    "申请CA": "申请CA数字证书",
    "审核与下单": "审核进度，下单支付",
    "领取介质": "领取CA数字证书介质",
    "登陆": "登录",
}


class Node:
    def __init__(self, tag, attributes=()):
        self.tag, self.attributes, self.children = tag, dict(attributes), []

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    def text(self):
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            elif child.tag == "br":
                parts.append("\n")
            elif child.tag not in ("svg", "script", "style") and "heading-link" not in child.classes:
                parts.append(child.text())
        return re.sub(r"[ \t\n]+", " ", "".join(parts)).strip()

    def find(self, test):
        for child in self.children:
            if isinstance(child, Node):
                if test(child):
                    yield child
                else:
                    yield from child.find(test)


class Tree(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = Node("root")
        self.open = [self.root]

    def handle_starttag(self, tag, attributes):
        node = Node(tag, attributes)
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag):
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag == tag:
                del self.open[place:]
                return

    def handle_data(self, data):
        self.open[-1].children.append(data)


def sentences(text):
    """A text cut behind 。！？ that stand outside quotation marks and brackets."""
    part, depth = "", 0
    for sign in text:
        part += sign
        depth += (sign in "“《（【") - (sign in "”》）】")
        if sign in "。！？" and depth <= 0:
            yield part.strip()
            part, depth = "", 0
    if part.strip():
        yield part.strip()


class Page:
    """The sentences of one page: (heading above it, sentence, grade)."""

    BLOCKS = {"p", "dd", "dt", "figcaption", "tr", "blockquote"}

    def __init__(self, path):
        tree = Tree()
        tree.feed(path.read_text(encoding="utf-8"))
        main = next(tree.root.find(lambda node: node.tag == "main"))
        self.title = next(main.find(lambda node: node.tag == "h1")).text()
        facts = [node.text() for node in main.find(lambda node: node.tag == "dl" and "facts" in node.classes)]
        source = next(main.find(lambda node: node.tag == "footer" and "colophon" in node.classes))
        names = {
            row.children[0].text(): row.children[1].text()
            for row in source.find(lambda node: node.tag == "div")
            if len(row.children) > 1
        }
        self.source = names.get("来源", "")
        self.found, self.heading, self.marked_level = [], "", None
        assert facts
        self.isOurs = self.source.startswith("本站")
        for lead in main.find(lambda node: "lead" in node.classes):
            self.add(lead.text(), False)
        for prose in main.find(lambda node: "prose" in node.classes):
            self.read(prose, False)

    def add(self, text, ours):
        for sentence in sentences(text):
            if sentence != "整理" and not re.match(r"(见[^，；]{1,20}|[^，；“]{1,8}见[^，；]{1,6})。$", sentence) and re.search(r"[\u4e00-\u9fff0-9]", sentence):
                self.found.append((self.heading, sentence, self.grade(sentence, ours)))
            # “整理：” and “（整理）” hold to the paragraph's end.
            ours = ours or bool(re.search("整理[：:）]", sentence))

    def grade(self, sentence, ours):
        if QUOTATION.fullmatch(sentence):
            return "原文"
        if ABSENT.search(sentence) or ABSENT.search(self.heading):
            return "未载明"
        return "整理" if ours or self.isOurs or OURS.search(sentence) else "原文"

    def read(self, node, ours):
        for child in node.children:
            if isinstance(child, str):
                if child.strip():
                    self.add(child.strip(), ours)
                continue
            # Buttons and names of inputs say nothing of the source.
            is_control = {"actions", "quick-more"} & set(child.classes) or "actions" in child.classes or any(child.find(lambda node: node.tag == "input"))
            if child.tag in ("svg", "script", "nav", "template") or self.is_way(child) or (child.tag == "p" and is_control):
                continue
            level = int(child.tag[1]) if re.fullmatch(r"h[1-6]", child.tag) else None
            if level:
                self.heading = child.text()
                if self.marked_level is not None and level <= self.marked_level:
                    self.marked_level = None
                if self.marked_level is None and ("整理" in self.heading or ABSENT.search(self.heading)):
                    self.marked_level = level
                continue
            mine = ours or self.marked_level is not None or self.has_mark(child)
            if "form-card" in child.classes:
                # All its questions are the layout's own; the notice on it says so.
                self.add(next(child.find(lambda node: "form-notice" in node.classes)).text(), True)
                continue
            if child.tag == "div" and any(node.tag == "dt" for node in child.children if isinstance(node, Node)):
                self.read_pair(child, mine)
                continue
            if child.tag == "li" and any(child.find(lambda node: node.tag in ("ul", "ol"))):
                self.read_branch(child, "", mine)
            elif child.tag in self.BLOCKS or child.tag == "li" and not self.has_blocks(child):
                if child.tag == "tr":
                    cells = [cell.text() for cell in child.find(lambda node: node.tag in ("td", "th"))]
                    if any(cell.tag == "td" for cell in child.find(lambda node: node.tag in ("td", "th"))):
                        self.add(" · ".join(cell for cell in cells if cell), mine)
                elif not set(child.classes) & {"callout-title", "source"} or mine:
                    self.add(child.text(), mine)
            elif child.tag not in ("caption", "thead") and (child.tag != "summary" or "heading-fold" in node.classes):
                self.read(child, mine)

    def read_branch(self, entry, above, ours):
        """An entry of lists in lists, as a flow chart has them: what it stands below goes before it."""
        inner = list(entry.find(lambda node: node.tag == "li"))
        own = Node("li")
        own.children = [child for child in entry.children if isinstance(child, str) or child.tag not in ("ul", "ol")]
        for child in inner:
            self.read_branch(child, f"{above}{own.text()} → ", ours)
        if not inner:
            self.add(above + own.text(), ours or self.has_mark(entry))

    def read_pair(self, pair, ours):
        """A term and its facts: the term stands before each of them."""
        term = next(pair.find(lambda node: node.tag == "dt")).text()
        for facts in pair.find(lambda node: node.tag == "dd"):
            blocks = list(facts.find(lambda node: node.tag in ("p", "li"))) or [facts]
            for block in blocks:
                if block.text():
                    self.add(f"{term}：{block.text()}", ours or self.has_mark(block))

    def is_way(self, node):
        """Whether it only leads somewhere: an entry of a list that is a link, a button, a form's card."""
        words = node.text()
        links = list(node.find(lambda inner: inner.tag == "a"))
        return node.tag in ("li", "p") and len(links) == 1 and (links[0].text() == words or words.startswith(links[0].text() + "，"))

    def has_blocks(self, node):
        return any(node.find(lambda inner: inner.tag in self.BLOCKS | {"ul", "ol", "table"}))

    def has_mark(self, node):
        """Whether a box, table or block carries the mark: in its title, its caption or a tag of its own."""
        if node.tag in ("table", "details") or {"callout", "table-scroll", "tool"} & set(node.classes):
            if "heading-fold" in node.classes:
                return False  # Its heading says.
            titles = node.find(
                lambda inner: inner.tag in ("caption", "summary") or {"callout-title", "tool-title"} & set(inner.classes))
            return any(OURS.search(title.text()) for title in titles)
        if node.tag in self.BLOCKS or node.tag == "li" and not self.has_blocks(node):
            return any(node.find(lambda inner: "tag-added" in inner.classes))
        return False


def plain(text):
    """A text's letters in the source's words, with | between its parts."""
    for ours, theirs in WORDS.items():
        text = text if theirs in text else text.replace(ours, theirs)
    return re.sub(r"[^\w￥|]", "", re.sub("[，、；：。→·的了]", "|", text)).lower()


def cleaned(text):
    """A text of the source without what Markdown and tables add."""
    return re.sub(r"\{text: |, (rows|columns): \d+\}|\]\([^)]*\)|[\\\[\]{}\"]", "", text)


def passages():
    """The source's passages: (line, text). A row of its table is one; a picture, which has no words, says that it is there."""
    found, fence, flow = [], "", False
    for number, line in enumerate(SOURCE.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("```"):
            fence = line.strip("`")
        elif fence.startswith("{note}") or line.startswith("示意图"):
            continue
        elif line.startswith("!["):
            text = "（此处附有流程图）" if flow else "（此处和以下几处附有截图）"
            found += [] if any(known == text for _, known in found) else [(number, text)]
        elif fence.startswith("{table}"):
            text = cleaned(line).strip(" -")
            if line.startswith("    - "):
                found[-1] = (found[-1][0], f"{found[-1][1]} · {text}")
            elif line.startswith("  - "):
                found.append((number, " · ".join(text.split(", "))))
        elif number > 6 or line.startswith("title: "):
            flow = "办理流程" in line if line.startswith("## ") else flow
            text = cleaned(re.sub(r"\{#.*|^title: |^## ", "", line)).strip()
            found += [(number, part.strip()) for part in re.split(r"(?<=[。；])", text) if plain(part)]
    return found


def pairs(text):
    """The pairs of neighbouring characters of a text's parts, each with its place."""
    found = [(text[place : place + 2], place) for place in range(len(text) - 1)]
    return [(pair, place) for pair, place in found if "|" not in pair]


class Index:
    """Finds the passages that a sentence rests on."""

    def __init__(self, known):
        self.known = [(line, text, plain(text)) for line, text in known]
        self.counts = {}
        for _, _, text in self.known:
            for pair in {pair for pair, _ in pairs(text)}:
                self.counts[pair] = self.counts.get(pair, 0) + 1

    def quoted(self, sentence):
        """The passages that have what a sentence which is not the source's quotes of it."""
        quotations = [words.rstrip("。，；") for words in re.findall("“([^“”]{4,})”", sentence)]
        first = [next((known for known in self.known if words in known[1]), None) for words in quotations]
        return sorted({known for known in first if known})

    def passages(self, sentence):
        """At most six passages that together have a sentence's words, and the part of its characters that they have.

        What many passages have (平台, 证书) counts less than what one has; each but the first adds two characters at least,
        and what it adds stands nowhere else, or in one other passage.
        """
        text = plain(sentence)
        left, kept, chosen = pairs(text), set(), []
        while len(chosen) < 6:
            best, most = None, 0
            for passage in self.known:
                found = [(pair, place) for pair, place in left if pair in passage[2]]
                new = {place + step for _, place in found for step in (0, 1)} - kept
                weight = sum(1 / self.counts[pair] for pair, _ in found)
                if weight > most and (not chosen or weight >= 0.5 and len(new) > 1):
                    best, most, added, shared = passage, weight, new, found
            if best is None:
                break
            chosen.append(best)
            kept |= added
            left = [entry for entry in left if entry not in shared]
        return sorted(chosen), len(kept) / max(1, len(text.replace("|", "")))


def rows(site):
    index = Index(passages())
    order = re.compile(r"^order: (\d+)", re.M)

    def rank(path):
        if path == site / "index.html":
            return -1
        name = path.parent.name if path.parent.name != EDITION else "index"
        found = order.search((ROOT / f"content/{EDITION}/{name}.md").read_text(encoding="utf-8"))
        return int(found.group(1)) if found else 0

    pages = [site / "index.html", site / EDITION / "index.html"]
    pages += [path for path in (site / EDITION).glob("*/index.html") if path.parent.name not in ("forms", "search", "all", "changes")]
    for path in sorted(pages, key=rank):
        page = Page(path)
        entries = []
        for heading, sentence, grade in page.found:
            chosen, part = index.passages(sentence) if grade == "原文" else (index.quoted(sentence), 1)
            place = "；".join(f"第{line}行：{text.rstrip('；。')}" for line, text, _ in chosen)
            entries.append((heading, sentence, grade, place if part >= LEAST_SHARE else None))
        yield page, entries


def misquoted(found):
    """Quotations that speak of the source and are not in it letter by letter."""
    source = cleaned(SOURCE.read_text(encoding="utf-8"))
    for page, entries in found:
        for _, sentence, _, _ in entries:
            for quoted in re.findall(r"原文[^“”，。没未]{0,9}“([^“”]{4,})”", sentence):
                if quoted.rstrip("。，；") not in source:
                    yield page.title, quoted


def cell(text):
    return text.replace("|", "\\|").replace("<", "&lt;")


def document(found):
    counts = {grade: sum(row[2] == grade for _, rows in found for row in rows) for grade in ("原文", "整理", "未载明")}
    lines = [
        "# 逐句核对",
        "",
        "本表由 `python3 scripts/fidelity.py site` 从已发布的页面生成（`make test` 核对它没有过时）：" + in_force()["title"] + "的每一句话，",
        "是原文的，就列出 content/2019-09/index.md 里字句最接近的几处；标了“整理”的是本站所加；“未载明”说的是原文没有写的事。",
        "这两种句子引用了原文的，也列出引用的那一处。",
        "网页上看得见的标记（标题、方框、表名、句子里的“整理”“原文未载明”）就是这里的依据，没有另外的数据。",
        "",
        f"原文 {counts['原文']}句 · 整理 {counts['整理']}句 · 未载明 {counts['未载明']}句",
    ]
    for page, entries in found:
        lines += ["", f"## {page.title}", "", f"来源：{page.source}", "", "| 句子 | 等级 | 原文 |", "|---|---|---|"]
        lines += [f"| {cell(sentence)} | {grade} | {cell(place or '')} |" for _, sentence, grade, place in entries]
    return "\n".join(lines) + "\n"


def main():
    site = pathlib.Path(sys.argv[1])
    found = list(rows(site))
    target = ROOT / "docs/fidelity.md"
    lost = [(page.title, row[1]) for page, entries in found for row in entries if row[3] is None]
    for title, sentence in lost:
        print(f"{title}: no passage of the source: {sentence}", file=sys.stderr)
    wrong = list(misquoted(found))
    for title, quoted in wrong:
        print(f"{title}: not in the source letter by letter: {quoted}", file=sys.stderr)
    text = document(found)
    if "--check" in sys.argv:
        stale = not target.exists() or target.read_text(encoding="utf-8") != text
        if stale:
            print("docs/fidelity.md is stale: python3 scripts/fidelity.py site", file=sys.stderr)
        sys.exit(1 if stale or lost or wrong else 0)
    target.write_text(text, encoding="utf-8")
    print(next(line for line in text.splitlines() if line.startswith("原文 ")))


main()
