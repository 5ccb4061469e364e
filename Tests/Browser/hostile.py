"""Guides whose names, titles, texts, data and forms hold signs of HTML, quotes, combining marks, marks of direction, emoji
and very long words. nu.py has them built and checked.
"""
import json
import pathlib
import re
import shutil
import urllib.parse

import yaml

from edition import VERSION

PROJECT = pathlib.Path(__file__).resolve().parents[2]
TINY = PROJECT / "Tests/Fixtures/TinyGuide"
# Where there is little room, and no font for more.
SHORT = "<b>&\"' ]]> -- </script>"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 4
SIGNS = ["<b>bold</b> & <i>", "\"double\" 'single' `back`", "]]> -- --> <!-- <![CDATA[", "</script><script>alert(1)</script>", "</title></style></textarea>",
         "&amp; &#60; &lt &nosuch; &", "e\u0301 a\u0308\u0323 \u0b95\u0bbf", "\u202Bעברית\u202C \u200Fعربي\u200E", "👩\u200d👩\u200d👧 🏳\uFE0F\u200d🌈 \U00020000 \U0010FFFD",
         "{{name}} {{{html}}} {% %} ${x} \\ \\n", "a=\"b\" onload='c' />", LONG]


def hostile(place, avoid=""):
    """A text for a place: all the signs, in an order that depends on it."""
    signs = [sign for sign in SIGNS if not set(sign) & set(avoid)]
    start = sum(map(ord, place)) % len(signs)
    return f"{place} " + " ".join(signs[start:] + signs[:start])


def quoted(text):
    """As YAML."""
    return json.dumps(text, ensure_ascii=False)


def escaped(text):
    """As Markdown."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


# The keys of this guide's data that templates show as texts.
SHOWN = {"absent-text", "caution", "choice", "days-text", "description", "detail", "first-text", "formats-text", "full-name", "label", "name",
         "numbers-remark", "other-names", "owner", "place", "price-text", "printed", "quote", "remark", "replacement-name", "replacement-remark",
         "subject", "term", "title", "unit", "use", "zone-text"}
# Letters of all kinds make a page's name, these signs others.
PAGE = "é-办理-Ω-𠀀-İı-ß_X"
PICTURE = "p<b>&\"'e\u0301 图 👩 100% #1?"


def address(name):
    return urllib.parse.quote(name)


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def page(title, text, **front):
    """A page's file."""
    front = {"title": hostile(title), "short-title": hostile(f"short {title}"), "description": hostile(f"description {title}"),
             "source": hostile(f"source {title}"), **front}
    lines = [f"{key}: {value if isinstance(value, (int, bool, list)) or key in ('updated', 'reviewed', 'review-in') else quoted(value)}"
             for key, value in front.items()]
    return "---\n" + "\n".join(lines).replace("True", "true") + f"\n---\n\n{text}\n"


def directive(name, title, body=""):
    return f"````{{{name}}} {escaped(title)}\n{body}\n````\n"


def body():
    """Everything that a text may hold."""
    md = lambda place: escaped(hostile(place))
    link, picture = f"{address(PAGE)}.md", f"figures/{address(PICTURE)}.svg"
    return f"""{md("text")}

## {md("heading")}

## {md("heading")}

### {md("deeper")} `code <b>` *emphasis* **strong** {{#É.x-1_办理}}

#### [{md("link in a heading")}](renew.md?a=1&b=<2>&c='#by-post)

## ![{md("picture in a heading")}]({picture})

## ![{md("picture and words")}]({picture}) 字

[{md("link")}]({link} {quoted(md("title of a link"))}) ![{md("alt")}]({picture} {quoted(md("title of a picture"))})

[![{md("alt in a link")}]({picture})]({link}?q=%3Cb%3E&copy=1&amp=%22#%C3%89.x-1_办理 {quoted(md("title"))})

![{md("alt")}]({picture} {quoted(md("caption"))})

[out](https://example.org/a'b?x=1&y=<b>&copy=%22#~!$&'()*+,;=:@/?%E2%80%AE) [mail](mailto:a&b@example.org?subject=%3Cb%3E&body=x) [call](tel:+86-412-123) [form](form:library-card)

[{md("attachment")}](files/{address(PICTURE)}.docx) [picture]({picture})

`{hostile("code", avoid="`")}` ``{hostile("more", avoid="`")} ` ``

- {md("item")}
  1. {md("one")}

     {md("loose")}

     - {md("deep")}
- > {md("quote")}
  >
  > ## {md("heading in a quote")}

0. zero

<!-- -->

7. seven
8. eight

---

~~~ c++ "<b>&' onload=x
{hostile("fence")}
~~~

| {md("cell")} | **b** | `{hostile("code", avoid="`|")}` |
|:--|:-:|--:|
| {md("left")} | {md("middle")} | {md("right")} |
| | [{md("link")}]({link}) | ![{md("alt")}]({picture}) |

| head alone |
|---|

```{{table}}
caption: {quoted(md("caption"))}
head:
  - [{quoted(md("head"))}, {{text: {quoted(md("wide"))}, columns: 2}}]
rows:
  - [{{text: {quoted(md("row"))}, header: true, rows: 2}}, {quoted(md("cell"))}, 1]
  - [{{text: "", columns: 2}}]
```

```{{table}}
rows:
  - [{{text: {quoted(md("wide"))}, columns: 3, rows: 2}}, a]
  - [b]
  - [a, b, c, d]
```

{directive("note", hostile("note"), md("text") + chr(10) + chr(10) + "- " + md("item"))}
{directive("tip", hostile("tip"), "## " + md("heading in a box"))}
{directive("warning", hostile("warning"), md("text"))}
{directive("details", hostile("details"), "### " + md("heading in a fold") + chr(10) + chr(10) + "| a |" + chr(10) + "|---|" + chr(10) + "| b |")}

{md("text")}{{data}}`fees.wild`{md("data")} [{{data}}`fees.wild`]({link} "{{data}}`fees.wild`") ![{{data}}`fees.wild`]({picture})

{chr(92)}
{md("break")}  
{md("break")}

*{md("emphasis")} **{md("strong")}***

{LONG}

```{{flow}} way
```

```{{prices}} fees
note: {quoted(hostile("option"))}
```
"""


# Addresses with characters that stand in none, and others that are well.
LINKS = "\n".join(f"- [a]({link})" for link in [
    "https://example.org/a'b?x=1&y=2&copy=%22#~!$&'()*+,;=:@/?%E2%80%AE", "<https://example.org/a b\"c{d}e|f^g`h\\\\i[j]>",
    "<https://example.org/?a b\"c{d}e|f^g`h\\\\i[j]\\<k\\>>", "<https://example.org/#a b\"c{d}e|f^g`h\\\\i[j]\\<k\\>>", "https://example.org/%zz?%z#%",
    "https://例子.测试/路径?查=询#锚", "https://example.org/e\u0301/👩\u200d👩\u200d👧/\u202ex", "http://[2001:db8::1]:8080/", "HTTPS://EXAMPLE.org",
    "https://user:pass@example.org/", "<mailto:a b@example.org?subject=x y&body=\\<b\\>>", "<tel:+86 412 123>", "<renew.md?a b=\\<c\\>&d=\"|#by-post>", "renew.md?%zz",
])


def tiny_guide(root, ours):
    """Writes a copy of TinyGuide, with our templates where these are wanted."""
    shutil.copytree(TINY, root)
    if ours:
        tiny, templates = root / "tiny", root / "templates"
        templates.rename(tiny)
        shutil.copytree(PROJECT / "templates", templates)
        shutil.copy(tiny / "directives/prices.mustache", templates / "directives")
        shutil.copytree(tiny / "forms", templates / "forms")
        shutil.rmtree(tiny)
    content = root / "content"
    for name in ("2010", "2099", "2100"):
        shutil.rmtree(content / name)
    version = content / "2025"
    write(content / "guide.yml", f"""title: {quoted(hostile("guide"))}
short-title: {quoted(hostile("short guide"))}
language: en
description: {quoted(hostile("description of the guide"))}
address: "https://library.example/card&x='1'/"
report: "https://example.org/report?a=1&copy=2&t={{title}}&u={{address}}"
versions:
  - {{id: "2026", title: {quoted(hostile("draft"))}, status: draft, note: {quoted(hostile("note"))}}}
  - {{id: "2025", title: {quoted(hostile("version"))}, status: current, effective: 2025-01-02, note: {quoted(hostile("note"))}}}
  - {{id: "2024", title: {quoted(hostile("old version"))}, status: superseded, note: {quoted(hostile("note"))}}}
""")
    for name in ("index", "renew", "collect", "fees"):
        file = version / f"{name}.md"
        head, text = file.read_text().split("\n---\n", 1)
        head = re.sub(r"(?m)^(title|short-title|description|group|source): .*", lambda line: f"{line[1]}: {quoted(hostile(f'{line[1]} {name}'))}", head)
        file.write_text(f"{head}\n---\n{text}")
    card = "\n```{form} library-card\n```\n" if ours else ""
    text = body() + card + f"\n    {hostile('indented')}\n"
    write(version / f"{PAGE}.md", page("hostile", text, order=4, updated="2025-01-03", reviewed="2025-01-03", group=hostile("group"), formerly=["2024/gone"]))
    write(content / "2026/index.md", page("draft", escaped(hostile("text"))))
    write(content / "2026/renew.md", page("draft renewal", escaped(hostile("text")), order=1, group=hostile("group")))
    write(content / "2024/gone.md", page("gone", escaped(hostile("text")), order=2, group=hostile("old group")))
    write(version / "sub" / "index.md", page("section", "## Head\n\nText.", order=5))
    write(version / "sub" / f"{PAGE}.md", page("in a section", "See [it](../renew.md).", order=1))
    write(version / "folded.md", page("folded", f"""## {escaped(hostile("one"))}

### {escaped(hostile("two"))}

text

### {escaped(hostile("three"))}

{directive("note", hostile("note"), "x")}

## four

text
""", order=6, fold=3))
    write(version / "1-first.md", page("first", "```{flow} way\n```\n", order=9))
    write(version / "draft.md", page("draft", "Text.", order=7, draft=True))
    write(version / "links.md", page("links", LINKS, order=8))
    write(version / "front.md", f"---\ntitle: {quoted(hostile('front'))}\ndescription: {quoted(hostile('front'))}\n---\n\n## {escaped(hostile('front'))}\n\n{escaped(hostile('text'))}\n\n```{{steps}}\n```\n")
    write(version / "figures" / f"{PICTURE}.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 1h4"/></svg>')
    write(version / "files" / f"{PICTURE}.docx", "PK\x03\x04 no more than its name counts")
    write(version / "data/fees.yml", f"""years: 3
wild: {quoted(hostile("data"))}
about-md: {quoted(escaped(hostile("about")) + " [link](renew.md)")}
cards:
  - {{id: adult, name: {quoted(hostile("name"))}, price: {quoted(hostile("price"))}, remark: {quoted(hostile("remark"))}}}
""")
    write(version / "data/way.yml", f"""title: {quoted(hostile("flow"))}
description: {quoted(hostile("description of the flow"))}
steps:
  - {{id: first, title: {quoted(hostile("step"))}, detail: {quoted(hostile("detail"))}, place: {quoted(hostile("place"))}, page: renew.md}}
  - title: {quoted(hostile("receive"))}
    choice: {quoted(hostile("choice"))}
    branches:
      - {{label: {quoted(hostile("label"))}, steps: [{{title: {quoted(hostile("collect"))}}}]}}
      - {{label: {quoted(hostile("other"))}, steps: [{{title: {quoted(hostile("wait"))}}}]}}
      - {{label: {quoted(hostile("third"))}, back: {{to: first, label: {quoted(hostile("way back"))}}}}}
""")
    form(version)
    layout = root / "templates/forms/library-card.layout.yml"
    layout.write_text(layout.read_text().replace("size: 16, height: 12", "size: 8, height: 12"))


def form(version):
    """What a form says; the paper has fonts and room for the short texts alone."""
    text = lambda place: quoted(f"{place} {SHORT}")
    options = lambda *values: "[" + ", ".join(f"{{value: {value}, label: {text(value)}}}" for value in values) + "]"
    write(version / "forms/library-card.yml", f"""title: {text("form")}
short-title: {text("short")}
version: 2.1.0
notice: {text("notice")}
prepare: [{text("have")}, {text("this too")}]
sections:
  - title: {text("You")}
    fields:
      - {{key: name, label: {text("name")}, short-label: N, max-length: 60, required: true, suggestions: [{text("a")}, {text("b")}], autocomplete: name, hint: {text("hint")}}}
      - {{key: born, label: {text("born")}, short-label: N, type: date, required: true}}
      - {{key: email, label: {text("mail")}, short-label: N, rule: email, max-length: 254, mask: email}}
  - title: {text("card")}
    fields:
      - {{key: kind, label: {text("kind")}, short-label: N, type: choice, required: true, options: {options("new", "renewal", "lost")}}}
      - {{key: number, label: {text("number")}, short-label: N, rule: code, max-length: 10, when: kind != new, required: kind != new, hint: {text("hint")}}}
      - {{key: years, label: {text("years")}, short-label: N, type: integer, min: 1, max: 5, default: 1}}
      - {{key: branches, label: {text("branches")}, short-label: N, type: choices, required: true, options: [{{value: town, label: "<b>"}}, {{value: river, label: "&amp;"}}, {{value: hill, label: "\\"'"}}], hint: {text("hint")}}}
      - {{key: remarks, label: {text("remarks")}, short-label: N, max-length: 200, when: branches has town}}
      - {{key: signature, label: {text("signature")}, short-label: N, type: signature}}
""")
    shutil.rmtree(version / "examples")


def own_guide(root):
    """Writes a copy of this guide with signs behind the texts of its data that its templates show."""
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, root / name)

    # What is not the source's any more is not held against it, nor against what pages claim of it.
    guide = root / "content/guide.yml"
    guide.write_text("".join(line for line in guide.read_text().splitlines(True) if not line.startswith("source:")))
    for page in (root / "content" / VERSION).glob("*.md"):
        page.write_text(re.sub(r"```\{check\}\n.*?\n```\n", "", page.read_text(encoding="utf-8"), flags=re.S), encoding="utf-8")

    def changed(value, key=""):
        if isinstance(value, dict):
            return {key: changed(value, key) for key, value in value.items()}
        if isinstance(value, list):
            return [changed(value, key) for value in value]
        # What stands for another value has that one's signs.
        return f"{value} {SHORT}" if key in SHOWN and "{data}" not in str(value) else value

    for file in sorted((root / f"content/{VERSION}/data").glob("*.yml")):
        if file.stem not in ("holidays", "region"):
            file.write_text(yaml.safe_dump(changed(yaml.safe_load(file.read_text())), allow_unicode=True, sort_keys=False, width=100_000))
