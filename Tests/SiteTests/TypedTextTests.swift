import Foundation
import Testing

@testable import Site

@Suite("Texts in templates")
struct TypedTextTests {
  @Test(
    "are HTML by their type only, whatever braces stand around their names",
    arguments: [
      ("{{{about}}}|{{&about}}|{{& about }}|{{{ about }}}", "TEXT|TEXT|TEXT|TEXT"),
      ("{{{quote}}}", "<b>HTML</b>"), ("{{#quote}}{{{.}}}{{/quote}}", "<b>HTML</b>"),
      ("{{#about}}{{{.}}}{{{about}}}{{/about}}", "TEXTTEXT"),
      ("{{! {{{about}}} }}", "} }}"),
      ("{{#list}}{{{.}}};{{/list}}", "TEXT;3;"), ("{{{count}}} {{count}} ", "7 7 "),
    ])
  func typed(_ template: String, _ shown: String) async throws {
    let page = "<main><h1>{{page.title}}</h1>{{{page.html}}}</main>"
    let root = try Fixtures.changedTinyGuide([
      "content/2025/data/raw.yml":
        "about: <原文> & \"x\"\nquote-md: '**HTML**'\nlist: [<原文> & \"x\", 3]\ncount: 7\n",
      "templates/directives/raw.mustache": "[[{{#data}}\(template){{/data}}]]",
      "templates/page.mustache": page,
      "content/2025/fees.md": "---\ntitle: T\ndescription: d\norder: 9\n---\n\n```{raw}\n```\n",
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    let text = try #require(try await Fixtures.site(root: root).site.text("2025/fees/index.html"))
    let start = try #require(text.firstRange(of: "[[")), end = try #require(text.firstRange(of: "]]"))
    let expected = shown.replacing("TEXT", with: "&lt;原文&gt; &amp; &quot;x&quot;")
      .replacing("<b>HTML</b>", with: "<strong>HTML</strong>")
    #expect(text[start.upperBound..<end.lowerBound] == expected)
  }

  @Test("show no sign that ends an attribute, whatever combines with it")
  func combined() async throws {
    let marks = ["\u{301}", "\u{FE0F}", "\u{FF9E}", "\u{200D}"]
    let text = marks.map { "0\"\($0) '\($0) <\($0) >\($0) &\($0)" }.joined()
    let root = try Fixtures.changedTinyGuide([
      "content/2025/data/raw.yml": "about: |-\n  \(text)\n",
      "templates/page.mustache": "<meta name=\"description\" content=\"{{page.description}}\">{{{page.html}}}",
      "templates/directives/raw.mustache":
        "[[{{#data}}{{about}}|{{{about}}}|{{&about}}{{#about}}{{.}}{{/about}}{{/data}}]]",
      "content/2025/fees.md":
        "---\ntitle: T\ndescription: '0;url=https://example.org/\"\u{301} http-equiv=refresh x=\"'\norder: 9\n---\n\n"
        + "```{raw}\n```\n",
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    let page = try #require(try await Fixtures.site(root: root).site.text("2025/fees/index.html"))
    let bytes = Array(page.utf8)
    #expect(bytes.firstRange(of: "example.org/&quot;\u{301} http-equiv".utf8) != nil)
    #expect(bytes.firstRange(of: "example.org/\"".utf8) == nil)
    let start = try #require(bytes.firstRange(of: "[[".utf8)), end = try #require(bytes.firstRange(of: "]]".utf8))
    let shown = bytes[start.upperBound..<end.lowerBound]
    #expect(!shown.contains { "\"'<>".utf8.contains($0) })
    for mark in marks {
      let escaped = "0&quot;\(mark) &#39;\(mark) &lt;\(mark) &gt;\(mark) &amp;\(mark)"
      #expect(shown.firstRange(of: escaped.utf8) != nil)
    }
  }

  @Test("of a fact without -md let no markup in")
  func rawKey() async throws {
    let root = try Fixtures.changedTinyGuide([
      "content/2025/data/fees.yml": "about: <b>RAW</b><meta http-equiv=refresh content=0>\nyears: 3\ncards: []\n",
      "templates/directives/prices.mustache": "<p>{{{data.about}}}</p>",
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    for file in try await Fixtures.site(root: root).site.files {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("<b>RAW"), "\(file.path)")
    }
  }
}
