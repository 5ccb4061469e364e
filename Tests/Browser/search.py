"""Search in Chromium: what is found is there, what is there is found, and nobody is told.

usage: search.py ZHINAN SITE_FOLDER [PAGES]

Every bigram of the guide is searched, 200 absent terms, and 60 terms in a generated guide of so many pages (1,000). What a
page holds is read from its HTML here, by other code than the index is made with.
"""
import html.parser
import importlib.util
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

from applicant import Server, carried, file_address, serve
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from edition import VERSION

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIMIT = 60_000
passed = failed = 0


def check(truth, what):
    global passed, failed
    if truth:
        passed += 1
    else:
        failed += 1
        if failed < 60:
            print(f"not as it should be: {what}")


class Reader(html.parser.HTMLParser):
    """The blocks of text that somebody sees of a page."""
    INLINE = set("a abbr b bdi bdo cite code data del dfn em i ins kbd label mark output q rp rt ruby s samp small span strong "
                 "sub sup time u var wbr".split())
    VOID = set("area base br col embed hr img input link meta source track wbr".split())
    UNSEEN = set("button datalist footer head iframe math nav noscript object option script select style svg template "
                 "textarea".split())

    def __init__(self, scope):
        super().__init__(convert_charrefs=True)
        self.scope, self.open, self.blocks = scope, [], [""]

    def handle_starttag(self, name, attributes):
        values = dict(attributes)
        classes = (values.get("class") or "").split()
        above = self.open[-1] if self.open else (None, False, False)
        inside = above[1] or self.scope(name, classes)
        # Of a page's foot its source is found.
        unseen = "page-source" not in classes and (
            above[2] or name in self.UNSEEN or "hidden" in values or values.get("aria-hidden") == "true"
            or "heading-link" in classes)
        if name not in self.INLINE:
            self.blocks.append("")
        if name == "img" and inside and not unseen:
            self.blocks += [values.get("alt") or "", ""]
        if name not in self.VOID:
            self.open.append((name, inside, unseen))

    def handle_startendtag(self, name, attributes):
        if name in self.VOID:
            self.handle_starttag(name, attributes)

    def handle_endtag(self, name):
        names = [entry[0] for entry in self.open]
        if name in names:
            del self.open[len(names) - 1 - names[::-1].index(name):]
        if name not in self.INLINE:
            self.blocks.append("")

    def handle_data(self, text):
        if self.open and self.open[-1][1] and not self.open[-1][2]:
            self.blocks[-1] += text


def compared(text):
    """A block as readers compare: no capitals, no full-width forms, no spaces beside Chinese."""
    text = "".join(chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign for sign in mark_square(text)).lower()
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(" ?\x01 ?", "", text)


def mark_square(text):
    """The text with a mark at each side of what takes no space beside it."""
    return re.sub("([\u2e80-\u2fff\u3001-\u312f\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\U00020000-\U0003fffd])",
                  "\x01\\1\x01", text)


def texts_of(folder):
    """The compared blocks of every page of a version, by its address."""
    pages = {}
    for file in sorted(folder.rglob("index.html")):
        address = file.parent.relative_to(folder).as_posix()
        text = file.read_text(encoding="utf-8")
        if address.split("/")[0] in ("search", "all", "changes") or "assets/redirect.js" in text:
            continue
        is_form = address.startswith("forms/")
        reader = Reader(lambda name, classes: name == "main" if is_form else
                        name == "h1" or "prose" in classes or (name == "p" and "lead" in classes)
                        or "page-source" in classes)
        reader.feed(text)
        blocks = [compared(block) for block in reader.blocks]
        pages["" if address == "." else address + "/"] = "\n".join(block for block in blocks if block)
    return pages


FIND = """async terms => {
  const field = document.getElementById('search-field'), form = document.getElementById('search-form');
  const list = document.getElementById('search-results'), more = document.getElementById('search-more');
  const isDone = () => list.getAttribute('aria-busy') === 'false';
  const done = async () => { while (!isDone()) await new Promise(resolve => { const c = new MessageChannel(); c.port1.onmessage = resolve; c.port2.postMessage(0); }); };
  history.replaceState = () => {};
  document.body.hidden = true;  // nobody looks: nothing is laid out
  const answers = [];
  for (const term of terms) {
    field.value = term;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await done();
    while (!more.hidden) { more.click(); await done(); }
    answers.push([...list.querySelectorAll('.result')].map(result => [
      result.querySelector('a').getAttribute('href'), [...result.querySelectorAll('mark')].map(mark => mark.textContent)]));
  }
  document.body.hidden = false;
  return answers;
}"""


def found(page, terms):
    """The results of each term: the address below the version's folder, the section, and what is marked."""
    answers = []
    for start in range(0, len(terms), 200):
        for results in page.evaluate(FIND, terms[start:start + 200]):
            answers.append([(*href.removeprefix("../").partition("#")[::2], marks) for href, marks in results])
    return answers


def compare(page, pages, terms, name):
    """Each result holds the term, each page that holds it is a result, and it is marked."""
    for term, results in zip(terms, found(page, terms)):
        words = [compared(word) for word in term.split()]
        expected = {address for address, text in pages.items() if all(word in text for word in words)}
        addresses = [result[0] for result in results]
        check(len(set(addresses)) == len(addresses) and set(addresses) == expected,
              f"{name}: “{term}” is on {sorted(expected - set(addresses))[:5]} too, and not on {sorted(set(addresses) - expected)[:5]}")
        check(all(any(word in compared(mark) for mark in marks) for _, _, marks in results for word in words),
              f"{name}: “{term}” is marked in each result")


def bigrams(pages):
    held = {text[place:place + 2] for text in pages.values() for place in range(len(text) - 1)}
    return sorted(bigram for bigram in held if not re.search(r"\s", bigram))


def absent(pages, chance):
    """Terms of the guide's own characters that no page holds."""
    signs = sorted({sign for text in pages.values() for sign in text if not sign.isspace()})
    whole = "\n".join(pages.values())
    terms = set()
    while len(terms) < 200:
        term = "".join(chance.choice(signs) for _ in range(chance.choice([2, 2, 3, 4])))
        if term not in whole:
            terms.add(term)
    return sorted(terms)


def until(page, expression):
    """Waits for it to be true; the page's policy lets no expression be evaluated in it time after time."""
    for _ in range(1000):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(20)
    raise AssertionError(expression)


def open_search(browser, host, version=VERSION, **options):
    page = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}).new_page()
    page.set_default_timeout(60_000)
    problems = page.problems = []
    page.on("console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{host}{version}/search/" + ("index.html" if host.startswith("file:") else ""))
    return page


def guide(browser, site, host):
    pages = texts_of(site / VERSION)
    page = open_search(browser, host)
    terms = bigrams(pages)
    check(len(pages) > 15 and len(terms) > 3000, f"the guide has {len(pages)} pages and {len(terms)} bigrams")
    compare(page, pages, terms, "bigrams of the guide")
    signs = sorted({sign for text in pages.values() for sign in text if not sign.isspace()})
    compare(page, pages, signs, "characters of the guide")
    compare(page, pages, ["费用 电话", "UKEY", "ｕｋｅｙ", "USB-KEY存储介质", "usb-key 存储", "营业执照", "6787"], "words")
    for term, results in zip(absent(pages, random.Random(1)), found(page, absent(pages, random.Random(1)))):
        check(not results, f"“{term}” is nowhere")
    [divided] = found(page, ["02467871177"])
    check({result[0] for result in divided} == {address for address, text in pages.items() if "024-67871177" in text},
          f"a telephone number is found without its hyphen: {divided}")
    [titled] = found(page, ["费用"])
    check(titled[0][0] == "fees/", f"what has the word in its title comes first: {titled[:3]}")
    [headed] = found(page, ["估算"])
    check(headed[0][:2] == ("fees/", re.search(r'<h2 id="([^"]+)">估算', (site / VERSION / "fees/index.html").read_text())[1]),
          f"a heading's result leads to it: {headed[:2]}")
    for address, anchor, _ in {result[:2] + (0,) for results in found(page, terms[::40]) for result in results}:
        text = (site / VERSION / address / "index.html").read_text(encoding="utf-8")
        check(not anchor or f' id="{urllib.parse.unquote(anchor)}"' in text, f"{address}#{anchor} is there")
    check(not page.problems, f"nothing is on the console: {page.problems[:3]}")
    page.close()


def folding(browser, host):
    """The page's script folds every character as the engine does."""
    script = (ROOT / "templates/assets/search.js/01-fold.js").read_text()
    expected = json.loads((ROOT / "Tests/Fixtures/search/folding.json").read_text())
    page = open_search(browser, host)
    runs, texts = page.evaluate("texts => {" + script + """
      const runs = [];
      for (let first = 0; first <= 0x10FFFF; first++) {
        if (first >= 0xD800 && first <= 0xDFFF) continue;
        const kind = isSpace(first) ? 'space' : isInvisible(first) ? 'invisible' : standsWithoutSpaces(first) ? 'square' : 'plain';
        const shift = foldedScalar(first) - first, last = runs[runs.length - 1];
        if (!last || last.kind !== kind || last.shift !== shift) runs.push({ first, kind, shift });
      }
      return [runs, texts.map(text => [text, fold(text)])];
    }""", [text for text, _ in expected["texts"]])
    check(len(runs) > 50 and runs == expected["runs"], "characters are folded alike")
    check(texts == expected["texts"], f"texts are folded alike: {[pair for pair in zip(texts, expected['texts']) if pair[0] != pair[1]]}")
    page.close()


def silence(browser, site):
    """No request carries the term, and nothing keeps it."""
    server = Server(site)
    page = browser.new_context().new_page()
    asked = []
    page.on("request", lambda request: asked.append((request.url, request.headers.get("referer"))))
    page.goto(server.address + VERSION + "/fees/")
    page.fill("#search-term", "丢了 TYPED")
    page.press("#search-term", "Enter")
    page.wait_for_selector("#search-status:not(:empty)")
    page.fill("#search-field", "丢了")
    page.wait_for_selector(".result")
    page.click(".result a")
    page.wait_for_load_state()
    check("fees/" in page.url, f"the result is opened: {page.url}")
    for url, referer in asked:
        address = urllib.parse.unquote(url).partition("#")[0]
        check("丢了" not in address and "TYPED" not in address and not referer, f"the request does not have the term: {url} {referer}")
    check(not any("TYPED" in path or "%E4" in path for path in server.asked), f"the server is not told: {server.asked}")
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    check(kept == "[{},{},\"\"]", f"nothing is kept: {kept}")
    page.close()


def hands(browser, host):
    """The box on every page, and keys."""
    page = open_search(browser, host)
    page.goto(host + VERSION + "/faq/")
    page.keyboard.press("/")
    check(page.evaluate("document.activeElement.id") != "search-term", "no key of its own leads to the box (WCAG 2.1.4)")
    page.focus("#search-term")
    page.fill("#search-term", "领取")
    page.keyboard.press("Enter")
    page.wait_for_selector(".result")
    check(page.url == f"{host}{VERSION}/search/#q={urllib.parse.quote('领取')}", f"the term stands in the fragment: {page.url}")
    count = page.locator(".result").count()
    check(page.inner_text("#search-status") == f"找到{count}页。" and count > 2, "the count is told")
    check(page.get_attribute("#search-status", "role") == "status", "politely")
    check(not page.locator("#search-topics").is_visible(), "topics make room")
    page.focus("#search-field")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    check(page.evaluate("[...document.querySelectorAll('.result a')].indexOf(document.activeElement)") == 1, "arrows go through results")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    check(page.evaluate("document.activeElement.id") == "search-field", "and back to the box")
    page.goto(host)
    page.fill("#search-term", "电话")
    page.keyboard.press("Enter")
    page.wait_for_selector(".result")
    check(page.url.startswith(f"{host}{VERSION}/search/#q="), "the front page searches the version in force")
    check(not page.problems, f"nothing is on the console: {page.problems[:3]}")
    page.close()


def typing(browser, host):
    """The address, an input method, and terms that are odd."""
    page = open_search(browser, host)
    page.fill("#search-field", "激活")
    until(page, "location.hash === '#q=' + encodeURIComponent('激活')")
    page.reload()
    page.wait_for_selector(".result")
    check(page.input_value("#search-field") == "激活", "the address brings the term back")
    page.fill("#search-field", "")
    page.wait_for_selector("#search-topics", state="visible")
    check(page.locator(".result").count() == 0 and page.inner_text("#search-status") == "", "without a term there are topics")
    # What is cut is not what was asked for: a text that is too long is found nowhere, and harms nothing.
    for term in ("1" * 20_000, "费用" * 20_000, "费用 " * 20_000, "12345678901" * 9, "费用" + "x" * 400):
        page.goto(f"{host}{VERSION}/search/#q={urllib.parse.quote(term)}")
        page.reload()
        page.wait_for_function("document.getElementById('search-status').textContent.startsWith('没有找到')", timeout=20_000)
        check(page.locator(".result").count() == 0, f"a term of {len(term)} signs is found nowhere")
        check(len(page.inner_text("#search-status")) < 120, "and is not told whole")
    page.goto(f"{host}{VERSION}/search/")
    page.reload()
    cdp = page.context.new_cdp_session(page)
    page.focus("#search-field")
    for text in ("fei", "fei yong"):
        cdp.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        page.wait_for_timeout(200)
        check(page.inner_text("#search-status") == "" and page.url.endswith("/search/"), "what an input method still composes is not searched")
    cdp.send("Input.insertText", {"text": "费用"})
    page.wait_for_selector(".result")
    check(page.input_value("#search-field") == "费用", "what it gave is")
    page.fill("#search-field", "<img src=x>&\"'$&")
    until(page, "document.getElementById('search-status').textContent.startsWith('没有找到')")
    check("“<img src=x>&\"'$&”" in page.inner_text("#search-status"), "a term is shown as it is")
    page.goto(host + VERSION + "/search/#q=%E0%A4%A")
    page.reload()
    check(page.input_value("#search-field") == "", "an address that is damaged has no term")
    check(not page.problems, f"nothing is on the console: {page.problems[:3]}")
    page.close()


def looks(browser, host):
    """Results fit every width, light and dark, and axe finds nothing."""
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
    for width, scheme, size in [(360, "light", ""), (360, "dark", "large"), (768, "light", "large"), (1280, "dark", ""), (1280, "light", "large")]:
        page = open_search(browser, host, viewport={"width": width, "height": 800}, color_scheme=scheme)
        page.evaluate("size => size && document.documentElement.setAttribute('data-type', size)", size)
        for address in ("search/#q=CA", "fees/"):
            page.goto(f"{host}{VERSION}/{address}")
            page.evaluate("size => size && document.documentElement.setAttribute('data-type', size)", size)
            if "search" in address:
                page.wait_for_selector(".result")
            elif width < 1024:
                page.click(".search-link")
                check(page.is_visible("#search-term") and page.evaluate("document.activeElement.id") == "search-term",
                      f"the link opens the box at {width} px")
            check(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{address} fits {width} px {size}")
            violations = Axe().run(page, options=rules).response["violations"]
            check(not violations, f"axe at {address}, {width} px, {scheme} {size}: {[violation['id'] for violation in violations]}")
        page.close()


def without_script(browser, host):
    page = open_search(browser, host, java_script_enabled=False)
    check(page.is_visible("noscript") and page.locator("#search-topics a").count() > 12, "without script there are topics")
    check(not page.is_visible("#search-field"), "and no box that does nothing")
    page.goto(host + VERSION + "/fees/")
    page.click(".search-link")
    check(page.url == f"{host}{VERSION}/search/", "the box is a link")
    page.close()


def from_disk(browser, site):
    stick = carried(site)
    page = open_search(browser, file_address(stick))
    pages = texts_of(stick / VERSION)
    compare(page, pages, bigrams(pages)[::97], "from a disk")
    page.goto(f"{file_address(stick)}{VERSION}/fees/index.html")
    page.fill("#search-term", "6787")
    page.keyboard.press("Enter")
    page.wait_for_selector(".result")
    page.click(".result a")
    page.wait_for_load_state()
    check(page.url.partition("#")[0].endswith("/index.html") and page.locator("h1").count() == 1, f"a result opens from a disk: {page.url}")
    check(not page.problems, f"nothing is on the console: {page.problems[:3]}")
    page.close()


def large(browser, zhinan, count):
    """A guide whose texts are in many pieces: a browser loads those that a term needs."""
    spec = importlib.util.spec_from_file_location("corpora", ROOT / "Benchmarks/site.py")
    corpora = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(corpora)
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        corpora.corpus(count, work)
        subprocess.run([zhinan, "build", "--root", work / "zhinan", "--output", work / "site"], check=True, stdout=subprocess.DEVNULL)
        folder = work / "site/2026"
        pieces = sorted((folder / "search").glob("*.js"))
        sizes = {name: sum(piece.stat().st_size for piece in pieces if piece.name.startswith(name)) for name in ("texts", "bigrams", "table")}
        check(all(piece.stat().st_size <= LIMIT for piece in pieces) and len(pieces) > count / 25, f"{len(pieces)} pieces are small enough")
        check(sizes["bigrams"] + sizes["table"] < sizes["texts"] / 4, f"the index is small beside the texts: {sizes}")
        pages = texts_of(folder)
        host = serve(work / "site")
        page = open_search(browser, host, "2026")
        check("与您找的词有关" in page.inner_text(".search-privacy"), "the page says that a term chooses what is loaded")
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        terms = some_terms(pages, count, random.Random(2))
        start = time.monotonic()
        compare(page, pages, terms, f"{count} pages")
        seconds = time.monotonic() - start
        check(all(re.fullmatch(r".*/2026/search/(texts|bigrams)-\d+\.js\?v=[0-9a-z]+", url) for url in asked), "only pieces are asked for")
        check(not page.problems, f"nothing is on the console: {page.problems[:3]}")
        page.close()
        few = open_search(browser, host, "2026")
        few.on("request", lambda request: asked.append(request.url))
        asked.clear()
        few.fill("#search-field", f"页面{count - 7}")
        few.wait_for_selector(".result")
        check(len(asked) < max(12, len(pieces) / 20) and few.locator(".result").count() == 1, f"a rare term needs few pieces: {len(asked)}")
        few.route("**/texts-*", lambda route: route.abort())
        few.fill("#search-field", f"页面{count // 2}")
        until(few, "document.getElementById('search-status').textContent.includes('没能载入')")
        few.unroute("**/texts-*")
        few.fill("#search-field", f"页面{count // 2} ")
        few.wait_for_selector(".result")
        check(few.locator(".result").count() == 1, "after a failure it may be tried again")
        few.close()
    print(f"{count} pages: {len(pieces)} pieces, {sizes}, {len(terms)} terms in {seconds:.1f} s")


def some_terms(pages, count, chance):
    """60 terms: parts of texts, words, several words, numbers, and what is nowhere."""
    texts = [text.split("\n") for text in chance.sample(sorted(pages.values()), min(60, len(pages)))]
    terms = []
    for length in [1, 2, 2, 3, 4, 5, 6, 8] * 5:
        block = chance.choice([block for block in chance.choice(texts) if len(block) > length and " " not in block])
        place = chance.randrange(len(block) - length)
        terms.append(block[place:place + length])
    terms += ["证书 900", "申请 单位 审核", f"页面{count // 3}", f"{count - 1}", "节激活", "说明1", "项目", "首页", "办理证书", "第0组"]
    return terms + ["没有", "理办", "证书证书证书证书证书", "Q", "页面x", "0000000", "办理 没有", "图图", "书证书证", "𬭎"]


def main():
    zhinan, site = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    host = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for pieces in (site / VERSION / "search").glob("*.js"):
            check(pieces.stat().st_size <= LIMIT, f"{pieces.name} is small enough")
        folding(browser, host)
        hands(browser, host)
        typing(browser, host)
        without_script(browser, host)
        silence(browser, site)
        from_disk(browser, site)
        guide(browser, site, host)
        looks(browser, host)
        large(browser, zhinan, count)
        browser.close()
    print(f"search: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
