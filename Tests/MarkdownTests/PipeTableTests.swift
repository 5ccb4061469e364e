import Diagnostics
import Foundation
import Markdown
import Testing

@Suite("Pipe tables")
struct PipeTableTests {
  struct Example: Sendable, Decodable {
    let markdown: String
    let html: String
  }

  static let examples: [Example] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/gfm-tables/examples.json")
    return (try? JSONDecoder().decode([Example].self, from: Data(contentsOf: path))) ?? []
  }()

  /// Examples that do not hold, by what they begin with: raw HTML is an error.
  static let others = ["| a |\n| --- |\n| <strong>"]

  static func html(_ text: String) -> (html: String, problems: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let document = MarkdownDocument.read(
      MarkdownSource(text, path: "t.md"), containers: [], diagnostics: &diagnostics)
    return (PlainHTML.html(of: document.blocks), diagnostics)
  }

  /// The HTML without what is written otherwise: classes in place of `align`, `scope`, lines' ends between elements.
  static func plain(_ html: String) -> String {
    html.replacing(" scope=\"col\"", with: "").replacing(/class="align-([a-z]+)"/) { "align=\"\($0.1)\"" }
      .replacing(/>\s+</, with: "><").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test("are those of GitHub Flavored Markdown", arguments: examples)
  func specification(_ example: Example) {
    let made = Self.plain(Self.html(example.markdown).html)
    let isOther = Self.others.contains { example.markdown.hasPrefix($0) }
    #expect((made == Self.plain(example.html)) != isOther, "\(example.markdown)\n\(made)\n\(Self.plain(example.html))")
  }

  @Test("all examples are there")
  func count() { #expect(Self.examples.count == 24) }

  @Test(
    "stand in lists and quotations, behind a paragraph's lines, with links and Chinese emphasis",
    arguments: [
      ("- 一\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n", "<ul><li><p>一</p>TABLE</li></ul>"),
      ("- | a | b |\n  |---|---|\n  | 1 | 2 |\n", "<ul><li>TABLE</li></ul>"),
      ("> | a | b |\n> |---|---|\n> | 1 | 2 |\n", "<blockquote>TABLE</blockquote>"),
      ("> > | a | b |\n> > |---|---|\n> > | 1 | 2 |\n", "<blockquote><blockquote>TABLE</blockquote></blockquote>"),
      ("**前：**文\n| a | b |\n|---|---|\n| 1 | 2 |\n", "<p><strong>前：</strong>文</p>TABLE"),
      ("| a | b |\n|---|---|\n| 1 | 2 |\n\n后", "TABLE<p>后</p>"),
      ("> | a | b |\n|---|---|\n", "<blockquote><p>| a | b || --- | --- |</p></blockquote>"),
    ])
  func places(_ text: String, _ expected: String) {
    let table =
      "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    let made = Self.plain(Self.html(text).html).replacing("|\n|", with: "||").replacing(
      "|---|---|", with: "| --- | --- |")
    #expect(made == expected.replacing("TABLE", with: table), "\(made)")
  }

  @Test("hold running text: what would begin a block elsewhere is words in a cell")
  func cells() {
    let made = Self.plain(
      Self.html(
        "| 项目 | 说明 |\n|---|:-:|\n| - 一 | 1. 身份证 |\n| > 100万元 | # 号 |\n| **注意：**看 | [见][x] |\n| `a` | ```b``` |\n\n[x]: fees.md\n"
      ).html)
    for cell in [
      "<td>- 一</td>", "<td align=\"center\">1. 身份证</td>", "<td>&gt; 100万元</td>", "<td align=\"center\"># 号</td>",
      "<td><strong>注意：</strong>看</td>", "<td align=\"center\"><a href=\"fees.md\">见</a></td>",
      "<td><code>a</code></td>", "<td align=\"center\"><code>b</code></td>",
    ] {
      #expect(made.contains(cell), "\(cell) in \(made)")
    }
    #expect(!made.contains("\u{A0}"))
  }

  @Test("tell cells that are not shown, and problems in a cell, with their places")
  func problems() {
    let made = Self.html("字\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 甲 | 乙<b>x | \n| 一｜二 |\n| 丙 |  |\n")
    let told = made.problems.map { "\($0.place.map { "\($0)" } ?? "") \($0.id)" }
    #expect(told == ["t.md:5:11 markdown.table-cells", "t.md:6:7 markdown.raw-html", "t.md:7:3 markdown.table-cells"])
  }

  @Test(
    "a fact's text is running text too", arguments: ["- 一", "1. 身份证", "> 100万元", "# 号", "| a |", "\u{A0}x", "[a]: b"])
  func facts(_ text: String) {
    var diagnostics: [Diagnostic] = []
    let inlines = MarkdownDocument.inlines(of: MarkdownSource(text, path: "t.yml"), diagnostics: &diagnostics)
    #expect(inlines.plainText == text && diagnostics.isEmpty)
  }

  @Test("a fact's lines join as they do in a paragraph; two paragraphs are an error")
  func lines() {
    var diagnostics: [Diagnostic] = []
    let inlines = MarkdownDocument.inlines(
      of: MarkdownSource("第一行\n第二行\n- 第*三\n- 行*", path: "t.yml"), diagnostics: &diagnostics)
    #expect(inlines.plainText == "第一行第二行 - 第三 - 行" && diagnostics.isEmpty, "\(inlines.plainText)")
    _ = MarkdownDocument.inlines(of: MarkdownSource("一\n\n二", path: "t.yml"), diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == ["markdown.not-inline"])
  }
}
