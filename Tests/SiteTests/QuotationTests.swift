import Diagnostics
import Foundation
import Testing

@Suite("Quotations") struct QuotationTests {
  /// TinyGuide with a source, a page and a data file; its page's text, and what is said of it without the hints.
  private func built(
    _ body: String, source: String = "source: sources/notice.txt\n", data: String = "years: 3\ncards: []\n"
  ) async throws -> (page: String, problems: [String], hints: [String]) {
    let guide = try String(contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
    let root = try Fixtures.changedTinyGuide([
      "content/guide.yml": source + guide,
      "content/sources/notice.txt": "Cards are lent\n  for two weeks. 卡片每人限办３张，工本费5元。\n",
      "content/2025/data/fees.yml": data,
      "content/2025/fees.md": "---\ntitle: T\ndescription: d\norder: 9\n---\n\n\(body)\n\n{data}`fees.years`\n",
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    let built = try await Fixtures.site(root: root)
    let told = built.diagnostics.filter { $0.id.hasPrefix("quote") || $0.id.hasPrefix("guide.") }
    return (
      built.site.text("2025/fees/index.html") ?? "",
      told.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0) \($0.id)" },
      told.compactMap { DiagnosticFormat.text.lines(for: $0).split(separator: "\n").dropFirst().first.map(String.init) }
    )
  }

  @Test("of the source are shown in marks") func right() async throws {
    let built = try await built(
      "It says {quote}`lent for two weeks` and {quote}``限办３张，工本费{data}`fees.pay`元``.\n\n```{quote}\n**Cards** are\nlent\n```",
      data: "years: 3\npay: 5\ncards: []\nmy-quote: 卡片每人\n")
    #expect(built.problems == [])
    #expect(built.page.contains("It says <q>“lent for two weeks”</q>"))
    #expect(built.page.contains("<q>“限办３张，工本费5元”</q>"))
    #expect(built.page.contains("<figure class=\"quotation\">\n<blockquote>\n<p><strong>Cards</strong> are"))
  }

  @Test("that are wrong by a letter are told with the nearest passage") func wrong() async throws {
    let built = try await built(
      "It says {quote}`lent for too weeks`.\n\n```{quote} other\nCards\n```\n\n```{quote}\n```",
      data: "years: 3\ncards: []\nmy-quote: 卡片每人限办3张\n")
    let page = "content/2025/fees.md"
    #expect(
      built.problems == [
        "content/2025/data/fees.yml:3 quote.different", "\(page):7 quote.different", "\(page):9 quote.source",
        "\(page):13 quote.empty",
      ])
    let last = try await self.built("It says {quote}`lent for two weekx`.")
    #expect(last.problems == ["\(page):7 quote.different"])
    #expect(built.hints[0].contains("卡片每人限办３张") && built.hints[1].contains("lent for two weeks"))
  }

  @Test("are the source's wherever its lines end, and never within a number") func ends() async throws {
    let source = "sources: {long: {version: \"2010\"}, notice: sources/long.txt}\n"
    func told(_ quotation: String) async throws -> [String] {
      let guide = try String(
        contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
      let root = try Fixtures.changedTinyGuide([
        "content/guide.yml": source + guide,
        "content/sources/long.txt": "每人可以\n借250元的书，共 1,250.50 元，见第1,2款和 v1.2.3。\r\nTwo\nweeks.\n",
        "content/2025/fees.md": "---\ntitle: T\ndescription: d\norder: 9\n---\n\n{quote}`\(quotation)`\n",
      ])
      defer { try? FileManager.default.removeItem(at: root) }
      return try await Fixtures.site(root: root).diagnostics.map(\.id).filter { $0.hasPrefix("quote") }
    }
    for right in ["每人可以借250元的书", "可以 借250", "250元", "Two weeks", "共1,250.50元", "第1", "2款", "和 v1.2.3"] {
      #expect(try await told(right) == [], "\(right)")
    }
    for wrong in ["50元的书", "可以借25", "250.50 元", "1,250", "1,250.5", "250.50", "v1.2", "Twoweeks"] {
      #expect(try await told(wrong) == ["quote.different"], "\(wrong)")
    }
  }

  @Test("without a source are told, and a source that is not there") func unchecked() async throws {
    let none = try await built("{quote}`Cards`", source: "", data: "years: 3\ncards: []\nmy-quote: 没有\n")
    #expect(none.problems.filter { !$0.hasSuffix("guide.unlisted") } == ["content/2025/fees.md:7 quote.no-source"])
    let lost = try await built("Text", source: "source: sources/none.txt\n")
    #expect(lost.problems.contains("content/guide.yml:1 guide.source"))
  }

  @Test("of another version are checked against its words, not its boxes and pictures") func version() async throws {
    let guide = try String(contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
    let old = "2024"
    let root = try Fixtures.changedTinyGuide([
      "content/guide.yml": "sources: {old: {version: \(old)}}\n" + guide,
      "content/\(old)/index.md":
        "---\ntitle: Old\ndescription: d\n---\n\nA [link](https://example.org/) and **strong** words.\n\n"
        + "```{note} N\nA box.\n```\n\n```{table}\nrows:\n  - [a cell, another]\n```\n",
      "content/2025/fees.md":
        "---\ntitle: T\ndescription: d\norder: 9\n---\n\n{quote}`A link and strong words.` {quote}`another`\n\n{quote}`A box.`\n",
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    let told = try await Fixtures.site(root: root).diagnostics.filter { $0.id.hasPrefix("quote") }
    #expect(told.map { "\($0.place?.line ?? 0) \($0.id)" } == ["9 quote.different"])
  }
}
