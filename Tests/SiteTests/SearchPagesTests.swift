import Diagnostics
import Foundation
import Site
import Testing

@Suite("The search of a small guide")
struct SearchPagesTests {
  private static let template = """
    {{#searchScript}}{{.}} {{/searchScript}}{{searchTable}} {{page.canonical}} {{#isChosenByTerm}}chosen{{/isChosenByTerm}}
    {{#versions}}<{{url}}{{#isThis}} this{{/isThis}}>{{/versions}}{{#pages}}[{{title}}{{#pages}} {{url}}{{/pages}}]{{/pages}}
    """

  private func site(_ more: [String: String?] = [:]) async throws -> SiteOutput {
    let root = try Fixtures.changedTinyGuide(
      ["templates/search.mustache": Self.template, "templates/assets/search.js/a.js": "1;"].merging(more) { $1 })
    defer { try? FileManager.default.removeItem(at: root) }
    let (site, diagnostics) = try await Fixtures.site(root: root)
    // What a test writes into 2025 need not stand in 2099.
    #expect(diagnostics.filter { $0.id != "page.anchor-gone" }.isEmpty, "\(diagnostics)")
    return site
  }

  @Test("has a page, a table and texts in every version")
  func files() async throws {
    let site = try await site()
    for version in ["2024", "2025"] {
      let files = site.files.map(\.path).filter { $0.hasPrefix("\(version)/search/") }
      #expect(files == ["index.html", "table.js", "texts-0.js"].map { "\(version)/search/\($0)" })
      let page = try #require(site.text("\(version)/search/index.html"))
      #expect(page.contains("../../assets/search.js?v=") && page.contains("table.js?v="))
      #expect(page.contains("https://library.example/card/\(version)/search/ "))
      #expect(page.contains("<../../2025/search/") || page.contains("<./ this>"))
      #expect(!page.contains("chosen"))
    }
  }

  @Test("has what a page shows, and its section's address")
  func texts() async throws {
    let page = """
      ---
      title: Fees & fines
      description: What it costs.
      order: 1
      ---
      A **re**newal.

      ## The card {#card}

      ## Late \\& lost {#late-x}

      | a | b |
      |---|---|
      | one | two |

      """
    let site = try await site(["content/2025/fees.md": page, "content/2025/data/fees.yml": "years: 3\n"])
    let texts = try #require(site.text("2025/search/texts-0.js"))
    let lines = [
      "Fees & fines", "fees/", "", "What it costs.", "A renewal.", "#card The card", "#late-x Late & lost",
      "a", "b", "one", "two",
    ]
    #expect(texts.contains("[\(lines.map { "\"\($0)\"" }.joined(separator: ","))]"), "\(texts)")
  }

  @Test("is not there for a theme without its template, nor in the sitemap")
  func absence() async throws {
    let without = try await Fixtures.site("TinyGuide").site
    #expect(!without.files.contains { $0.path.contains("/search/") })
    let site = try await site()
    #expect(try #require(site.text("sitemap.xml")).contains("/search/") == false)
  }
}
