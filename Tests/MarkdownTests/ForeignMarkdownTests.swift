import Diagnostics
import Markdown
import Testing

@Suite("What people write")
struct ForeignMarkdownTests {
  static func told(_ text: String) -> [String] {
    Reading(text).diagnostics.inOrder().map {
      "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.severity == .error ? "error" : "warning") \($0.id)"
    }
  }

  @Test(
    "and comes out as text is told with its place",
    arguments: [
      ("看[费用]（fees.md）", 2), ("[费用] (fees.md)", 1), ("[费用](my page.md)", 1), ("[费用](fees.md “标题”)", 1),
      ("[费用][nope]", 1), ("[费用][]", 1), ("~~旧~~", 1), ("==重点==", 1), ("甲 [[费用]] 乙", 3), ("$$x^2$$", 1), ("甲[^1]", 2),
      ("- [ ] 身份证", 1), ("- [x] 身份证", 1),
      ("##标题", 1), ("!!! note \"题\"", 1), (":::{note} 题", 1), ("> [!NOTE]\n> 内容", 3), ("{{< x >}}", 1), ("{% x %}", 1),
      ("[TOC]", 1), ("[[toc]]", 1), ("见 https://example.org/a 。", 3), ("## 标题 {.cls}", 7), ("**[费用] (fees.md)**", 3),
    ])
  func leftovers(_ text: String, _ column: Int) {
    #expect(Self.told(text) == ["1:\(column) warning markdown.leftover"], "\(Self.told(text))")
  }

  @Test("numbered lines that run together are told at the second")
  func lines() {
    #expect(Self.told("（1）甲\n（2）乙\n（3）丙") == ["2:1 warning markdown.leftover"])
    #expect(Self.told("前\n① 甲\n② 乙") == ["3:1 warning markdown.leftover"])
    for mark in [".", "、", "）"] { #expect(Self.told("1\(mark)甲\n2\(mark)乙") == ["2:1 warning markdown.leftover"]) }
    #expect(Self.told("2.5元\n3.5元") == [] && Self.told("1. 甲\n2. 乙") == [])
  }

  @Test(
    "rows that are no table are told at the second",
    arguments: ["| a | b |\n|---|\n| 1 | 2 |", "｜ 甲 ｜\n｜---｜", "| a | b |\n| —— | —— |\n| 1 | 2 |"])
  func rows(_ text: String) {
    #expect(Self.told(text) == ["2:1 warning markdown.leftover"], "\(Self.told(text))")
  }

  @Test(
    "and is meant so is left alone",
    arguments: [
      "\\[费用\\]（fees.md）", "`[费用] (fees.md)`", "[费用](fees.md)", "（1）甲\n\n（2）乙", "（一）甲",
      "<https://example.org/>", "[https://example.org/](https://example.org/)", "http\\://example.org/", "#5号楼",
      "A{b}c", "[a][b]\n\n[b]: fees.md", "10 ~ 20", "《a》[b]", "```\n[a] (b)\n##x\n```", "- 甲\n- 乙",
      "1 == 2, a == b", "$5 到 $6", "\\==a==", "`==a==`", "\\[[a]]", "====", "a = b = c",
    ])
  func fine(_ text: String) {
    #expect(Self.told(text) == [], "\(Self.told(text))")
  }

  @Test(
    "fences hold what they should, or are told where they begin",
    arguments: [
      ("```{note} 使用 `x` 时\n正文\n```\n\n后文", "<note>\n<p>正文</p>\n</note>\n<p>后文</p>\n", [String]()),
      ("```{note} `a` `b`\n`c`\n```\n", "<note>\n<p><code>c</code></p>\n</note>\n", []),
      ("> ```{note} `a`\n> b\n> ```\n", "<blockquote>\n<note>\n<p>b</p>\n</note>\n</blockquote>\n", []),
      ("- ```{note} `a`\n  b\n  ```\n", "<ul>\n<li>\n<note>\n<p>b</p>\n</note>\n</li>\n</ul>\n", []),
      ("````{note} `a`\n```\nb\n```\n````\n", "<note>\n<pre><code>b\n</code></pre>\n</note>\n", []),
    ])
  func fences(_ text: String, _ html: String, _ problems: [String]) {
    #expect(Reading(text).html == html && Self.told(text) == problems, "\(Reading(text).html) \(Self.told(text))")
  }

  @Test(
    "a fence that nothing ends is an error at its beginning",
    arguments: [
      ("正文\n\n```{note} 题\n内容\n\n## 下一节\n", "3:1 error markdown.open-fence"),
      ("```{note} 外\n```{note} 内\n甲\n```\n乙\n", "2:1 error markdown.open-fence"),
      ("~~~\nx", "1:1 error markdown.open-fence"),
      ("- 甲\n\n  ```\n  乙\n", "3:3 error markdown.open-fence"), ("```", "1:1 error markdown.open-fence"),
    ])
  func openFences(_ text: String, _ problem: String) {
    #expect(Self.told(text).first == problem, "\(Self.told(text))")
  }

  @Test(
    "comments are not published, with hyphens in them too",
    arguments: [
      ("文 <!-- 编辑--不要发布 --> 后", "<p>文  后</p>\n"), ("<!-- a -- b\nc -->\n\n后", "<p>后</p>\n"),
      ("甲<!--->--->乙", "<p>甲乙</p>\n"), ("`<!-- a--b -->`", "<p><code>&lt;!-- a--b --&gt;</code></p>\n"),
      ("```\n<!-- a--b -->\n```", "<pre><code>&lt;!-- a--b --&gt;\n</code></pre>\n"), ("<!-- x -->", ""),
    ])
  func comments(_ text: String, _ html: String) {
    #expect(
      Reading(text).html == html && Self.told(text).isEmpty, "\(Reading(text).html.debugDescription) \(Self.told(text))"
    )
  }

  @Test(
    "what only looks like a comment changes nothing",
    arguments: [
      (
        "    <!-- an example\n\n024-67871177\n\n文 <!-- TODO: a--b -->",
        "<pre><code>&lt;!-- an example\n</code></pre>\n<p>024-67871177</p>\n<p>文 </p>\n"
      ),
      ("甲 <!-- 乙\n\n024-67871177 -->", "<p>甲 &lt;!-- 乙</p>\n<p>024-67871177 --&gt;</p>\n"),
      ("<!-- a\n\n024-1 -->\n\n024-2", "<p>024-2</p>\n"),
      (
        "- 甲\n\n      <!-- b--c\n\n024-3 -->",
        "<ul>\n<li>\n<p>甲</p>\n<pre><code>&lt;!-- b--c\n</code></pre>\n</li>\n</ul>\n<p>024-3 --&gt;</p>\n"
      ),
    ])
  func noComments(_ text: String, _ html: String) { #expect(Reading(text).html == html) }

  @Test(
    "empty headings and links, and signs that are no characters, are errors",
    arguments: [
      ("##\n", "1:1 error markdown.empty"), ("## {#x}\n", "1:1 error markdown.empty"),
      ("[](fees.md)", "1:1 error markdown.empty"),
      ("[ ](fees.md)", "1:1 error markdown.empty"), ("a\u{8}b", "1:2 error markdown.control"),
      ("甲\n乙\u{1B}[31m", "2:2 error markdown.control"),
      ("a\u{85}", "1:2 error markdown.control"), ("a\u{FFFE}", "1:2 error markdown.control"),
      ("a\u{1FFFF}", "1:2 error markdown.control"),
    ])
  func empty(_ text: String, _ problem: String) {
    #expect(Self.told(text) == [problem], "\(Self.told(text))")
  }

  @Test("a picture is text enough for a link; tabs and rare characters are characters")
  func notEmpty() {
    #expect(Self.told("[![图](figures/a.svg)](fees.md) 𬭎\t中\u{FE0F}") == [])
  }
}
