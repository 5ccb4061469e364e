import Content
import Diagnostics
import FormPage
import Foundation
import Redline
import SourceText
import Testing

@testable import Site

@Suite("What changed from one version to the next")
struct ChangesTests {
  private static let fees = """
    about-md: See [how to ask](renewal.md).
    cards:
      - {id: adult, name: Adults, price: 8, remark: once}
      - {id: guest, name: Guests, price: 20}
    """
  private static let rules = "---\ntitle: House rules\ndescription: For all.\norder: 8\n---\nBe quiet.\n"

  /// TinyGuide with fees and house rules in the older version, too.
  private static func site(
    _ changes: [String: String?] = [:], drafts: Bool = false
  ) async throws -> (site: SiteOutput, diagnostics: [Diagnostic]) {
    let root = try Fixtures.changedTinyGuide([
      "content/2024/data/fees.yml": fees,
      "content/2024/fees.md":
        "---\ntitle: Fees\ndescription: What a card costs.\norder: 3\n---\n```{prices} fees\n```\n",
      "content/2024/rules.md": rules, "content/2025/rules.md": rules,
      "content/2024/gone.md": "---\ntitle: By telephone\ndescription: No more.\norder: 9\n---\nCall us.\n",
    ])
    try Fixtures.write(changes, below: root)
    defer { try? FileManager.default.removeItem(at: root) }
    return try await Fixtures.site(root: root, drafts: drafts)
  }

  @Test("a renamed page has a redline that leads to both versions, and leads to it")
  func renamed() async throws {
    let (site, diagnostics) = try await Self.site()
    #expect(diagnostics == [])
    let redline = try #require(site.text("2025/changes/renew/index.html"))
    #expect(redline.contains("<a href=\"../../../2024/renewal/\">This page in “Edition of 2024”</a>"))
    #expect(redline.contains("<a href=\"../../renew/\">This page in “Edition of 2025”</a>"))
    #expect(redline.contains("<li value=\"1\"><ins><span class=\"visually-hidden\">new: </span>Show your card.</ins>"))
    #expect(redline.contains("<del><span class=\"visually-hidden\">gone: </span>Come in person."))
    let page = try #require(site.text("2025/renew/index.html"))
    #expect(page.contains("<a href=\"../changes/renew/\">What changed since the last version</a>"))
    #expect(page.contains("<a href=\"../changes/\">Changes</a>"))
    #expect(site.text("2024/renewal/index.html")?.contains("What changed") == false)
    #expect(site.text("2024/changes/index.html") == nil)
  }

  @Test("the record has a sentence for each page, its facts by name, and names the pages that are the same")
  func record() async throws {
    let record = try #require(try await Self.site().site.text("2025/changes/index.html"))
    #expect(
      record.contains(
        "<a href=\"fees/\">Fees</a> 1 added, 1 changed. Facts: fees.years (new); Adults 8 → 10; "
          + "Children &amp; pupils (new); and 1 more.</li>"))
    #expect(record.contains("<p>Unchanged: House rules.</p>"))
    #expect(record.contains("<h2>New pages</h2>\n<ul>\n<li><a href=\"../collect/\">Collect the card</a></li>"))
    #expect(
      record.contains("<h2>Pages that are gone</h2>\n<ul>\n<li><a href=\"../../2024/gone/\">By telephone</a></li>"))
    #expect(try await Self.site().site.text("2025/changes/rules/index.html") == nil)
  }

  @Test("what is worked out of a fact that changed is no change of its own")
  func consequences() async throws {
    func about(_ pupils: Int) -> String {
      "pair: {name: Two adults, price: \"{data}`2 * fees.cards.adult.price`\", pupils: \(pupils)}\n"
    }
    let page =
      "---\ntitle: Pairs\ndescription: For two.\norder: 9\n---\n{data}`pairs.pair.price` for two, {data}`pairs.pair.pupils` pupils.\n"
    let site = try await Self.site([
      "content/2024/data/pairs.yml": about(1), "content/2025/data/pairs.yml": about(2),
      "content/2024/pairs.md": page, "content/2025/pairs.md": page,
    ]).site
    let redline = try #require(site.text("2025/changes/pairs/index.html"))
    #expect(redline.contains(">16</del>") && redline.contains(">20</ins>"))
    let record = try #require(site.text("2025/changes/index.html"))
    #expect(record.contains("Facts: Two adults 1 → 2.</li>"))
    // Also where the name of the element is worked out.
    func named(_ pupils: Int) -> String {
      "rows:\n  - {name: \"{data}`fees.cards.guest.price` a guest\", pupils: \(pupils)}\n"
    }
    let guests = "cards:\n  - {id: guest, name: Guests, price: 20}\n"
    let rows = try await Self.site([
      "content/2024/data/fees.yml": guests, "content/2025/data/fees.yml": guests,
      "content/2024/data/pairs.yml": named(1), "content/2025/data/pairs.yml": named(2),
      "content/2024/pairs.md": page.replacing("pairs.pair.price", with: "pairs.rows.0.pupils").replacing(
        "pairs.pair.pupils", with: "pairs.rows.0.pupils"),
      "content/2025/pairs.md": page.replacing("pairs.pair.price", with: "pairs.rows.0.pupils").replacing(
        "pairs.pair.pupils", with: "pairs.rows.0.pupils"),
    ]).site
    #expect(rows.text("2025/changes/index.html")?.contains("20 a guest 1 → 2") == true)
  }

  @Test("search engines find neither redlines nor records")
  func searched() async throws {
    let site = try await Self.site().site
    #expect(site.text("sitemap.xml")?.contains("changes") == false)
    let pages = site.files.filter { $0.path.hasPrefix("2025/changes/") }
    #expect(pages.count == 4)
    for page in pages {
      let text = String(decoding: page.bytes, as: UTF8.self)
      let address = "https://library.example/card/" + page.path.dropLast("index.html".count)
      #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"), "\(page.path)")
      #expect(text.contains("<link rel=\"canonical\" href=\"\(address)\">"), "\(page.path)")
      #expect(text.contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\""), "\(page.path)")
    }
  }

  @Test("a draft is compared where drafts are listed only")
  func drafts() async throws {
    let guide = try String(contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
    let changes = [
      "content/guide.yml": guide.replacing(
        "versions:\n", with: "versions:\n  - {id: \"2026\", title: Edition of 2026, status: draft}\n"),
      "content/2026/index.md": "---\ntitle: Next\ndescription: Not yet.\n---\nSoon.\n",
    ]
    let hidden = try await Self.site(changes).site
    #expect(!hidden.files.contains { $0.path.hasPrefix("2026/changes/") })
    #expect(hidden.text("2025/changes/index.html") != nil)
    let listed = try await Self.site(changes, drafts: true).site
    #expect(listed.text("2026/changes/index/index.html")?.contains("Soon.") == true)
  }

  @Test("the feed has an entry for each version with a date (RFC 4287, 4.1.1 and 4.1.2)")
  func feed() async throws {
    let feed = try #require(try await Self.site().site.text("changes.xml"))
    for line in [
      "<id>https://library.example/card/changes.xml</id>", "<updated>2025-01-02T00:00:00Z</updated>",
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://library.example/card/changes.xml\"/>",
      "<id>https://library.example/card/2025/changes/</id>", "<title>Edition of 2025</title>",
      "<link rel=\"alternate\" type=\"text/html\" href=\"https://library.example/card/2025/changes/\"/>",
      "&lt;a href=&quot;https://library.example/card/2025/changes/fees/&quot;&gt;Fees&lt;/a&gt; 1 added",
    ] { #expect(feed.contains(line), "\(line)") }
    #expect(feed.ranges(of: "<entry>").count == 2 && feed.contains("<updated>2098-12-01T00:00:00Z</updated>"))
    // What was put right later is news.
    let guide = try String(contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
    let erratum = "effective: 2025-01-02, errata: [{date: 2025-05-05, file: index.md, say: Put right.}]"
    let later = try await Self.site([
      "content/guide.yml": guide.replacing("effective: 2025-01-02", with: erratum)
    ]).site
    #expect(later.text("changes.xml")?.contains("<updated>2025-05-05T00:00:00Z</updated>") == true)
  }

  @Test("a question that was added to a form, and one that must be answered now, are told on the form's redline")
  func forms() async throws {
    let root = try Fixtures.changedTinyGuide([:])
    defer { try? FileManager.default.removeItem(at: root) }
    var diagnostics: [Diagnostic] = []
    let today = try Fixtures.day()
    let guide = try #require(GuideReader.read(root: root, today: today, diagnostics: &diagnostics))
    let templates = try #require(TemplateSet.read(root: root, diagnostics: &diagnostics))
    func form(
      _ version: String, _ questions: [FormPage.Question], called number: String = "1", pages: Int = 1
    ) -> PublishedForm {
      PublishedForm(
        version: version, id: "card", title: "Card request", formVersion: number,
        versionPlace: SourcePlace("content/\(version)/forms/card.yml", line: 2, column: 10), notice: nil,
        pageCount: pages, fieldCount: questions.count,
        page: FormPage(shortTitle: "Card", sections: [FormPage.Section(title: "You", questions: questions)]), pdf: [],
        compiled: [])
    }
    var name = FormPage.Question(key: "name", label: "Name", kind: .text)
    name.notes = ["At most 60 characters"]
    let old = form("2024", [name, FormPage.Question(key: "fax", label: "Fax", kind: .text)])
    name.isRequired = true
    name.notes = ["At most 80 characters"]
    let new = form("2025", [name, FormPage.Question(key: "email", label: "E-mail", kind: .text)])
    let site = await SiteBuilder.build(guide, templates: templates, forms: [old, new], extraFiles: [])
    let redline = try #require(site.text("2025/changes/forms/card/index.html"))
    func ins(_ text: String) -> String { "<ins><span class=\"visually-hidden\">new: </span>\(text)</ins>" }
    func del(_ text: String) -> String { "<del><span class=\"visually-hidden\">gone: </span>\(text)</del>" }
    #expect(redline.contains("<h2>New questions</h2>\n<ul>\n<li>\(ins("E-mail"))</li>"))
    #expect(redline.contains("<h2>Questions that are gone</h2>\n<ul>\n<li>\(del("Fax"))</li>"))
    #expect(redline.contains("<dt>Required</dt><dd>\(del("no"))<wbr>\(ins("yes"))</dd>"))
    #expect(redline.contains("<dt>Help</dt><dd>At most \(del("60"))<wbr>\(ins("80")) characters</dd>"))
    func told(_ newer: PublishedForm) async -> [String] {
      await SiteBuilder.build(guide, templates: templates, forms: [old, newer], extraFiles: []).diagnostics
        .filter { $0.id == "form.same-version" }.map { DiagnosticFormat.text.lines(for: $0) }
    }
    let line =
      "content/2025/forms/card.yml:2:10: warning: “card” is not what it was in 2024, and still calls itself version 1."
    #expect(await told(new).map { $0.hasPrefix(line) } == [true])
    #expect(await told(form("2025", old.page.sections[0].questions, pages: 2)).count == 1)
    #expect(await told(form("2025", new.page.sections[0].questions, called: "2")) == [])
    #expect(await told(form("2025", old.page.sections[0].questions)) == [])
    var (before, after) = (old, form("2025", old.page.sections[0].questions))
    before.layout = SourceFile(path: "a", text: "blocks:\n  - {paragraph: Take it along.}\n")
    for (text, isOther) in [
      ("# Where it is handed in.\nblocks:\n  - {paragraph: Take it along.}\n", false),
      ("blocks:\n  - {paragraph: Take it along, and cash.}\n", true),
    ] {
      after.layout = SourceFile(path: "b", text: text)
      let built = await SiteBuilder.build(guide, templates: templates, forms: [before, after], extraFiles: [])
      #expect(built.diagnostics.contains { $0.id == "form.same-version" } == isOther, "\(text)")
    }
    #expect(site.text("2025/changes/index.html")?.contains("Card request</a> 1 added, 1 removed, 1 changed.") == true)
  }

  @Test("what a template shows is compared as tables, lists and texts")
  func templates() {
    let html = """
      <div><p>Prices &amp; more</p><table><caption>Fees</caption><thead><tr><th>Card<th>Price</tr></thead>
      <tbody><tr><th rowspan="2">Adults</th><td><b>10</b> coins</td></tr><tr><td>12</td></tr></tbody></table>
      <ul><li>one<li><a href="x">two</a> <em>words</em></ul><button>Go</button><p hidden>no</p><h3>More</h3>text</div>
      """
    let blocks = HTMLBlocks.blocks(of: Array(html.utf8))
    var texts: [String] = []
    for block in blocks { block.forEachText { texts.append($0.text) } }
    #expect(
      texts == [
        "Prices & more", "Fees", "Card", "Price", "Adults", "10 coins", "12", "one", "two words", "More", "text",
      ])
    guard blocks.count == 5, case .table(let table) = blocks[1] else {
      Issue.record("\(blocks.count) blocks")
      return
    }
    #expect(table.head.count == 1 && table.rows.map(\.cells.count) == [2, 1])
    #expect(table.rows[0].cells[0].rows == 2)
  }
}
