import Diagnostics
import Markdown
import Testing

@Suite("Blocks, directives and roles")
struct StructureTests {
  @Test(
    "render as HTML",
    arguments: [
      ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
      ("3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>\n"),
      ("- a\n\n  b", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n"),
      ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
      ("```yaml\na: <b>\n```", "<pre><code class=\"language-yaml\">a: &lt;b&gt;\n</code></pre>\n"),
      ("![图](a.svg \"标题\")", "<figure>\n<img src=\"a.svg\" alt=\"图\">\n<figcaption>标题</figcaption>\n</figure>\n"),
      (
        "<https://example.org/a?b&c>",
        "<p><a href=\"https://example.org/a?b&c\">https://example.org/a?b&amp;c</a></p>\n"
      ),
      ("a & b < c \\<d>", "<p>a &amp; b &lt; c &lt;d&gt;</p>\n"),
    ])
  func html(_ text: String, _ html: String) { #expect(Reading(text).html == html) }

  @Test(
    "are read as directives",
    arguments: [
      ("```{fees}\n```", "[fees||]"),
      ("```{facts} fees.yml two\na: 1\n```", "[facts|fees.yml two|a: 1\n]"),
      ("~~~{fees}\na\n~~~", "[fees||a\n]"),
      ("```{note}\n**甲：**乙\n```", "<note>\n<p><strong>甲：</strong>乙</p>\n</note>\n"),
      ("````{note}\n```{fees}\n```\n````", "<note>\n[fees||]</note>\n"),
    ])
  func directives(_ text: String, _ html: String) { #expect(Reading(text).html == html) }

  @Test(
    "are read as roles",
    arguments: [
      ("电话 {data}`contacts.hotline`。", "电话 [data: contacts.hotline]。"),
      ("{data}`a.b`", "[data: a.b]"),
      ("{ data }`a`", "{ data }<code>a</code>"),
      ("{data} `a`", "{data} <code>a</code>"),
    ])
  func roles(_ text: String, _ html: String) { #expect(Reading(text).paragraph == html) }

  @Test(
    "are refused with their places",
    arguments: [
      ("a <b>c</b>", ["page.md:1:3: markdown.raw-html", "page.md:1:7: markdown.raw-html"]),
      ("甲乙<br>丙", ["page.md:1:3: markdown.raw-html"]),
      ("a\n\n<div>\nb\n</div>", ["page.md:3:1: markdown.raw-html"]),
      ("```{Note\n```", ["page.md:1:1: directive.syntax"]),
      ("- a\n\n  ```{note}\n  b <i>\n  ```", ["page.md:4:5: markdown.raw-html"]),
      ("> ```{note}\n> ## a\n> #### b\n> ```", ["page.md:3:3: markdown.heading-level"]),
    ])
  func refused(_ text: String, _ problems: [String]) { #expect(Reading(text).problems == problems) }

  @Test("that nest without end are refused, not followed")
  func depth() {
    let reading = Reading(String(repeating: ">", count: 5000) + "a")
    #expect(reading.diagnostics.map(\.id) == ["markdown.depth"])
    #expect(Reading(String(repeating: "*a **b ", count: 3000)).diagnostics.count <= 1)
  }

  @Test(
    "keep the places of links",
    arguments: [
      ("见[费用](x.md)", "1:2"), ("- 甲\n- 见[费用](x.md)", "2:4"), ("> 甲\n> 见[费用](x.md)", "2:4"),
      ("一行\n二行[链\n接](x.md)三", "2:3"), ("见<https://example.org>", "1:2"), ("`码`见[费用](x.md)", "1:5"),
      ("- 甲\n  见[费用](x.md)", "2:4"),
    ])
  func places(_ text: String, _ place: String) {
    let links = Reading(text).document.blocks.links
    #expect(links.map { "\($0.place.line ?? 0):\($0.place.column ?? 0)" } == [place])
  }

  @Test("stand at the file's lines when front matter stands above")
  func offset() {
    #expect(Reading("a <b>", offset: TextOffset(lines: 4)).problems == ["page.md:5:3: markdown.raw-html"])
  }
}

extension [Block] {
  /// The links of paragraphs, also in lists and quotes.
  var links: [Link] {
    flatMap { block -> [Link] in
      switch block {
      case .paragraph(let content):
        content.compactMap { if case .link(let link) = $0 { link } else { nil } }
      case .list(let list): list.items.flatMap(\.links)
      case .quote(let content): content.links
      default: []
      }
    }
  }
}
