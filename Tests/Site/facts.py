"""Every fact of the guide is changed alone: nothing may go on saying what it was.

usage: facts.py ZHINAN [--only WORDS]    facts whose path has these words (a regular expression), each with its end

For each scalar of content/<edition in force>/data/*.yml a copy of the guide is built in which that value alone is another: prices rise by
30, telephone numbers and dates end otherwise, hours begin later, words have a sign more within. Then the build fails, and each
error names a line that quotes the value or names it; or it does not, and the old value, with its unit or its kind or the
signs around it, stands nowhere in the version (names by which files call
each other are read by nobody, and are only to be told or followed): pages, scripts, JSON, drawings, search, forms (compiled, packed, as PDF by
pdftotext, as workbooks), sentences. Then copies are typed into the guide, and must be found. Ends with 1 when one was left
behind, or more than one fact in twenty could not be changed.
"""
import argparse
import base64
import concurrent.futures
import gzip
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile

import yaml

PROJECT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(PROJECT / "Tests/Browser"))
from edition import VERSION as EDITION  # noqa: E402
DATA = f"content/{EDITION}/data"
ROLE = re.compile(r"\{[a-z]+\}`[^`]*`")
NO_WORDS = re.compile(ROLE.pattern + r"|\]\([^)]*\)")
MOST_EXCLUDED = 0.05
# What cannot be judged, and why.
EXCUSED = {
    "glossary.rows.form.term": "the title of a form, which pages and buttons are called by",
    "glossary.rows.sample.term": "the title of a form, which pages and buttons are called by",
}
SAME_UNITS = [{"mm", "毫米"}, {"months", "个月"}, {"years", "年"}, {"kb", "千字节"}, {"元", "块钱"}]


class Fact:
    """A scalar, where it stands, and what another value of it would be."""

    def __init__(self, file, path, node, key, holder, root):
        self.file, self.path, self.key, self.holder, self.root = file, path, key, holder, root
        self.value, self.start, self.end = node.value, node.start_mark.index, node.end_mark.index
        self.line = node.start_mark.line + 1
        self.shown = self.value

    @property
    def unit(self):
        unit = self.holder.get("unit")
        if self.key == "price":
            unit = unit or self.root.get("currency")
        if not unit and "-" in self.key or self.key in ("dpi",):
            unit = unit or self.key.split("-")[-1]
        return unit.split("/")[0] if isinstance(unit, str) and unit != self.value else None

    def kind(self):
        value = self.value
        if self.key in ("id", "page", "code", "kind", "value") or self.path.startswith("fees.") and (
                re.search(r"\.(times|when)\.", self.path) or self.key == "price" and not value[0].isdigit()):
            return "name"
        if re.fullmatch(r"\d+(\.\d+)?", value):
            return "amount" if self.unit and self.key not in ("max", "min", "start", "decimals") or (
                self.unit and "size" in self.path) else "number"
        if re.fullmatch(r"\d{4}-\d\d-\d\d|\d\d-\d\d", value):
            return "date"
        if re.fullmatch(r"[\d+][\d ()-]{6,}", value):
            return "telephone"
        if re.fullmatch(r"\d{1,2}:\d\d[-–—～~]\d{1,2}:\d\d", value):
            return "hours"
        if value.startswith(("http://", "https://")):
            return "address"
        return "text"

    def others(self):
        """Other values, the likeliest to be taken first."""
        value, kind = self.value, self.kind()
        if kind in ("amount", "number"):
            number = float(value) if "." in value else int(value)
            if self.key == "" and "days" in self.path:
                return [str(number % 7 + 1), "6", "7"]
            if self.key in ("decimals", "quick"):
                return [str(number + 1)]
            return [str(number + 30), str(number + 3), str(number + 1), str(max(0, number - 1))]
        if kind == "date":
            return [value[:-2] + f"{day:02}" for day in range(1, 29) if f"{day:02}" != value[-2:]]
        if kind == "telephone":
            return [value[:-1] + str((int(value[-1]) + 1) % 10)]
        if kind == "hours":
            return [re.sub(r"^(\d+):(\d\d)", lambda m: f"{m[1]}:{(int(m[2]) + 15) % 60:02}", value)]
        if kind == "address":
            return [re.sub(r"(\.[a-z]+)(/|$|:)", r"x\1\2", value, count=1) if "221." not in value else value.replace("221.", "222.")]
        if value in ("true", "false"):
            return [{"true": "false", "false": "true"}[value]]
        siblings = {"timezone": ["Asia/Tokyo"], "kind": ["amount"], "page": ["faq.md"]}
        known = siblings.get(self.key, [])
        if "formats" in self.path and self.key == "":
            known = ["pdf"]
        if self.path.startswith("fees.") and self.key == "price":
            known = [name for name in ("renewal", "first", "key") if name != value]
        if re.search(r"\.(times|when)\.", self.path):
            known = ["lost", "damaged"]
        parts = []
        # Neither names of facts nor addresses of links are words.
        for part in re.finditer(r"[^\0]+", NO_WORDS.sub(lambda m: "\0" * len(m[0]), value)):
            parts.append((part.end() - part.start(), part.start(), part.end()))
        _, start, end = max(parts)
        middle = (start + end) // 2
        word = "改" if any(ord(sign) > 0x2E80 for sign in value) else "X" if value.isupper() else "x"
        altered = value[:middle] + word + value[middle:] if end - start > 1 else value[:start] + word + value[end:]
        return known + [altered]


def flattened(node, name):
    """Paths of a file's values as {data} names them, with what they are."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from flattened(value, f"{name}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from flattened(value, f"{name}.{value.get('id', number) if isinstance(value, dict) else number}")
    else:
        yield name, node


def facts_of(path):
    text = path.read_text()
    root = yaml.load(text, yaml.BaseLoader)
    found = []

    def visit(node, name, key, holder, plain):
        if isinstance(node, yaml.MappingNode):
            for inner, value in node.value:
                visit(value, f"{name}.{inner.value}", inner.value, plain, plain[inner.value])
        elif isinstance(node, yaml.SequenceNode):
            for number, value in enumerate(node.value):
                element = plain[number]
                visit(value, f"{name}.{element.get('id', number) if isinstance(element, dict) else number}", "",
                      element if isinstance(element, dict) else holder, element)
        elif node.value and not node.tag.endswith(":null"):
            found.append(Fact(path, name, node, key, holder if isinstance(holder, dict) else {}, root if isinstance(root, dict) else {}))

    visit(yaml.compose(text), path.stem, "", {}, root)
    return found


def is_worked_out(value):
    """Whether nothing but signs stands around facts."""
    return bool(ROLE.search(value)) and not re.search(r"\w", ROLE.sub("", value))


# What a version says.

def folded(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).lower()).translate(str.maketrans("–—−～〜~", "------"))


def unpacked(path, data):
    """The words of a file, as it is read by those who open it."""
    if path.suffix in (".html", ".svg"):
        text = data.decode()
        tags = " ".join(re.findall(r"(?:content|title|alt|aria-label|value|href|data-[a-z]+)=\"([^\"]*)\"", text))
        return html.unescape(re.sub(r"<script.*?</script>|<style.*?</style>", "", text, flags=re.S) and re.sub(r"<[^>]+>", "", text) + " " + tags)
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return html.unescape("\n".join(re.sub(r"<[^>]+>", "\n", book.read(name).decode()) for name in book.namelist() if name.endswith(".xml")))
    if path.suffix == ".pdf":
        return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    if path.name.endswith((".form.js", ".messages.js", "facts.js")):
        packed = re.search(r"\"([A-Za-z0-9+/=]{40,})\"", data.decode())
        return gzip.decompress(base64.b64decode(packed[1])).decode(errors="replace") if packed else data.decode()
    return data.decode(errors="replace")


class Reader:
    """Words of files; those of the guide as it is are kept, since most of it stays."""

    def __init__(self):
        self.known = {}

    def words(self, site, are_kept=False):
        said, changes = {}, site / EDITION / "changes"
        for path in sorted((site / EDITION).rglob("*")) + [site / "index.html"]:
            # A blank's script is the PDF beside it; the record tells what was and what is, side by side.
            if not path.is_file() or path.name.endswith(".blank.js") or path == changes / "index.html":
                continue
            data = path.read_bytes()
            if changes in path.parents:  # what was is struck out there
                data = re.sub(rb"<del\b.*?</del>", b"", data, flags=re.S)
            key = (str(path.relative_to(site)), data)
            words = self.known.get(key)
            if not words:
                text = folded(unpacked(path, data))
                words = (text, text.replace(" ", ""))
            if are_kept:
                self.known[key] = words
            said[key[0]] = words
        return said


# What would be a stale copy.

def patterns(fact):
    """Spellings of a value with its unit or kind."""
    value, kind = fact.shown, fact.kind()
    number = r"(?<![\d.,:/-])"
    if kind == "amount":
        units = next((group for group in SAME_UNITS if fact.unit.lower() in group), {fact.unit.lower()})
        found = [number + re.escape(folded(value)) + r" ?(?:" + "|".join(map(re.escape, units)) + r")(?![a-z])"]
        if fact.key == "price":
            found.append(r"[¥$€]" + " ?" + re.escape(value) + r"(?![\d.])")
        return found
    if kind == "telephone":
        return [r"(?<!\d)" + r"[- ()]{0,2}".join(re.sub(r"\D", "", value)) + r"(?!\d)"]
    if kind == "hours":
        times = re.findall(r"(\d+):(\d\d)", value)
        time = [rf"0?{hour}(?::{minute}|[时点]{'半|[时点]30分?' if minute == '30' else '' if minute == '00' else minute + '分?'})" for hour, minute in times]
        return [r"(?<!\d)" + time[0] + r" ?[-至到]+ ?(?:[上下]午)?" + time[1]]
    if kind == "date":
        parts = value.split("-")
        if len(parts) == 2:
            return [rf"(?<![\d年]){int(parts[0])}月{int(parts[1])}日"]
        return [r"(?<!\d)" + rf"{parts[0]}(?:-{parts[1]}-{parts[2]}|年0?{int(parts[1])}月0?{int(parts[2])}日|/0?{int(parts[1])}/0?{int(parts[2])})(?!\d)"]
    if kind == "address":
        return [re.escape(folded(value).rstrip("/")) + r"(?![\w/.-]*\w)"]
    return []


def contexts(text, value, span=5):
    found, place = {}, text.find(value)
    while place >= 0:
        key = text[max(0, place - span):place + len(value) + span]
        found[key] = found.get(key, 0) + 1
        place = text.find(value, place + 1)
    return found


def stale(fact, before, after):
    """Where the old value stands in what is said now."""
    found = []
    for pattern in patterns(fact):
        sought = re.compile(pattern)
        found += [(path, match[0]) for path, (text, _) in after.items() for match in [sought.search(text)] if match]
    if found or fact.kind() not in ("text", "number"):
        return found
    value = folded(fact.shown).replace(" ", "")
    plain = re.sub(r"\]\([^)]*\)|[\[\]*]", "", value)
    # A term is a word of the language, which is the fact only where it stood as the fact did.
    is_term = len(plain) < 15 and not re.search(r"[\d,，.。;；:：、?？!！]", plain)
    if fact.kind() == "text" and len(plain) >= 8 and not is_term:
        return [(path, plain) for path, (_, packed) in after.items() if plain in packed]
    # A short word or a bare number is the fact where it stood among the same signs as where it changed.
    gone = set()
    for path, (_, packed) in before.items():
        if after.get(path, ("", ""))[1] == packed:
            continue
        now = contexts(after.get(path, ("", ""))[1], plain)
        gone |= {key for key, count in contexts(packed, plain).items() if now.get(key, 0) < count and len(key) > len(plain) + 2 and key.isprintable()}
    for path, (_, packed) in after.items():
        found += [(path, key) for key in gone if key in packed and not path.endswith((".json", "facts.js"))]
    return found


class Bench:
    """A copy of the guide in which one thing at a time is another."""

    def __init__(self, folder):
        self.root, self.reader = folder, Reader()
        for part in ("content", "templates"):
            shutil.copytree(PROJECT / part, folder / part)

    def build(self, *more):
        result = subprocess.run([ZHINAN, "build", "--root", self.root, "--output", self.root / "site", "--lang", "en", *more],
                                capture_output=True, text=True)
        return result.returncode, result.stdout + result.stderr

    def changed(self, path, text):
        """Builds with another text of a file, and puts the file back."""
        file = self.root / path
        before = file.read_bytes()
        file.write_text(text)
        try:
            return self.build()
        finally:
            file.write_bytes(before)

    def errors(self, output):
        return re.findall(r"^(\S+?):(\d+)(?::\d+)?: error: (.*)$", output, flags=re.M)


def judged(bench, fact, before):
    """What becomes of a fact that is changed: updated, refused, unknown or stale; and what tells it."""
    name = f"{DATA}/{fact.file.name}"
    if fact.path in EXCUSED:
        return "excluded", EXCUSED[fact.path]
    text = fact.file.read_text()
    refusals = []
    for other in fact.others():
        if other == fact.value:
            continue
        written = json.dumps(other, ensure_ascii=False) if text[fact.start] in "\"'" or re.search(r"[:#{}\[\],&*`]|^\d\d-\d\d", other) else other
        code, output = bench.changed(name, text[:fact.start] + written + text[fact.end:])
        if code == 0:
            after = bench.reader.words(bench.root / "site")
            left = stale(fact, before, after)
            return ("stale", left[:3]) if left else ("updated", after != before)
        errors = bench.errors(output)
        if not errors:
            return "failed", output.splitlines()[:2]
        elsewhere = [error for error in errors if (error[0], int(error[1])) != (name, fact.line)]
        if elsewhere or any("letter by letter" in error[2] for error in errors):
            return "told", errors[0]
        refusals.append(errors[0][2])
    return "excluded", refusals[0] if refusals else "no other value is known"


PLANTED = [
    ("fees.prices.first.price", f"content/{EDITION}/fees.md", "\n办一个要 250元。\n"),
    ("fees.prices.key.price", f"content/{EDITION}/fees.md", "\n补办￥50。\n"),
    ("contacts.rows.hotline.phones.0", f"content/{EDITION}/faq.md", "\n请打 4001257788。\n"),
    ("hours.week.0.windows.1", f"content/{EDITION}/hours.md", "\n下午13时至17时有人。\n"),
    ("limits.size.max", "content/templates/forms/seal-sample.layout.yml", ("规范", None)),
    ("platforms.lnwlzb.address", f"content/{EDITION}/register.md", "\n打开 <http://www.lnwlzb.com>。\n"),
]


def planted(bench, facts):
    """Copies that are typed in by hand: the strict check tells their line, and the old value is found when the fact changes."""
    failed = 0
    for path, file, text in PLANTED:
        fact = next(fact for fact in facts if fact.path == path)
        target = bench.root / file
        before = target.read_text()
        if isinstance(text, tuple):
            added = before.replace("不修图，", "不修图，不超过2048 KB，", 1)
        else:
            added = before + text
        target.write_text(added)
        line = 1 + next(number for number, pair in enumerate(zip(added.splitlines(), before.splitlines() + [""] * 9)) if pair[0] != pair[1] and pair[0])
        try:
            output = bench.build()[1]
            told = re.search(rf"^{re.escape(file)}:{line}(:\d+)?: warning: .*\[facts\.literal\]", output, flags=re.M)
            words = bench.reader.words(bench.root / "site")
            state, what = judged(bench, fact, words)
        finally:
            target.write_text(before)
        # A value that a quotation holds stops the build before a copy could be looked for.
        good = bool(told) and (state == "stale" or state == "told")
        failed += not good
        print(f"planted {path} in {file}:{line}: {'told' if told else 'NOT TOLD'}; then {state} {what}")
    return failed


def main():
    only = arguments.only or ""
    facts = [fact for path in sorted((PROJECT / DATA).glob("*.yml")) for fact in facts_of(path)]
    worked = [fact for fact in facts if is_worked_out(fact.value)]
    facts = [fact for fact in facts if not is_worked_out(fact.value) and re.search(only, fact.path)]
    began = time.time()
    with tempfile.TemporaryDirectory() as folder:
        benches = [Bench(pathlib.Path(folder) / f"{number}") for number in range(arguments.jobs)]
        said = []
        for bench in benches:
            code, output = bench.build()
            if code:
                sys.exit(output)
            said.append(bench.reader.words(bench.root / "site", are_kept=True))
        values = dict(pair for name, root in json.loads((benches[0].root / "site" / EDITION / "facts.json").read_text()).items()
                      for pair in flattened(root, name))
        for fact in facts:
            fact.shown = str(values.get(fact.path, fact.value))
            if fact.key.endswith("-md"):
                fact.shown = ROLE.sub(lambda m: str(values.get(m[0][m[0].index("`") + 1:-1], m[0])), fact.value)

        def run(number):
            return [(fact, *judged(benches[number], fact, said[number])) for fact in facts[number::arguments.jobs]]

        with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
            results = [result for part in pool.map(run, range(arguments.jobs)) for result in part]
        missed = 0 if only else planted(benches[0], facts)
        files, signs = len(said[0]), sum(len(text) for text, _ in said[0].values())
    counts = {}
    for fact, state, what in results:
        counts[state] = counts.get(state, 0) + 1
        if state in ("stale", "failed") or only:
            print(f"{state.upper()}: {fact.path} = {fact.shown!r} ({DATA}/{fact.file.name}:{fact.line}): {what}")
    for fact, state, what in results:
        if state == "excluded":
            print(f"excluded: {fact.path} = {fact.value}: {what}")
    share = counts.get("excluded", 0) / max(1, len(facts))
    print(f"{len(facts)} facts changed, {len(worked)} more are worked out of them; {files} files with {signs} signs looked at"
          f" after each; {', '.join(f'{count} {state}' for state, count in sorted(counts.items()))};"
          f" {100 * share:.1f} % excluded; {time.time() - began:.0f} s")
    bad = counts.get("stale", 0) + counts.get("failed", 0) + missed
    sys.exit(1 if bad or share > MOST_EXCLUDED else 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("zhinan")
    parser.add_argument("--only", help="facts whose path matches this expression")
    parser.add_argument("--jobs", type=int, default=min(4, len(os.sched_getaffinity(0))))
    arguments = parser.parse_args()
    ZHINAN = str(pathlib.Path(arguments.zhinan).resolve())
    main()
