import Content
import Diagnostics
import FormPage
import Foundation
import Site
import Testing

@Suite("Forms on the site")
struct PublishedFormTests {
  private let form = PublishedForm(
    version: "2025", id: "card", title: "Application", formVersion: "1.2", notice: nil, pageCount: 2, fieldCount: 7,
    page: FormPage(shortTitle: "Card", sections: [.init(title: "You", questions: [Self.name])]),
    pdf: Array(repeating: 0, count: 3000), compiled: [1, 2, 3])

  private static let name: FormPage.Question = {
    var name = FormPage.Question(key: "name", label: "Name", kind: .text)
    name.isRequired = true
    name.notes = ["As in your passport"]
    return name
  }()

  private func site(page: String, forms: [PublishedForm], extraFiles: [OutputFile] = []) async throws -> SiteOutput {
    let root = try Fixtures.changedTinyGuide([
      "content/2025/form.md": "---\ntitle: Form\ndescription: A form.\norder: 9\n---\n\(page)\n",
      "templates/directives/form.mustache":
        "{{#form}}{{title}} {{version}}, {{pageCount}} pages, {{size}}: {{url}} {{formPage}}{{#notice}} {{.}}{{/notice}}\n"
        + "{{#sections}}{{title}}:{{#fields}} {{label}}{{#required}}*{{/required}} ({{hint}}){{/fields}}{{/sections}}{{/form}}\n",
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    var diagnostics: [Diagnostic] = []
    let today = try Fixtures.day()
    let guide = try #require(GuideReader.read(root: root, today: today, diagnostics: &diagnostics))
    let templates = try #require(TemplateSet.read(root: root, diagnostics: &diagnostics))
    #expect(diagnostics == [])
    return await SiteBuilder.build(guide, templates: templates, forms: forms, extraFiles: extraFiles)
  }

  @Test("are cards, links and files of their version")
  func published() async throws {
    let site = try await site(page: "[blank](form:card)\n\n```{form} card\n```", forms: [form])
    #expect(site.diagnostics == [])
    let text = try #require(site.text("2025/form/index.html"))
    #expect(text.contains("<p><a href=\"../forms/card.pdf\">blank</a></p>"))
    #expect(
      text.contains(
        "Application 1.2, 2 pages, 3 KB: ../forms/card.pdf ../forms/card/\nYou: Name* (As in your passport)"))
    #expect(site.files.first { $0.path == "2025/forms/card.pdf" }?.bytes.count == 3000)
    #expect(site.files.first { $0.path == "2025/forms/card.form" }?.bytes == [1, 2, 3])
  }

  @Test("are told when the version has none of the name")
  func unknown() async throws {
    let site = try await site(page: "[blank](form:cart)\n\n```{form} card\n```", forms: [])
    #expect(site.diagnostics.map(\.id) == ["form.unknown", "form.unknown"])
    #expect(site.diagnostics.map(\.place?.line) == [6, 8])
  }

  @Test("have a page that links lead to, and on it the screen for tables")
  func fillLinks() async throws {
    let text = "[fill](fill:card)\n\n[many](fill:card#tables)"
    let site = try await site(page: text, forms: [form])
    #expect(site.diagnostics == [])
    let page = try #require(site.text("2025/form/index.html"))
    #expect(page.contains("<p><a href=\"../forms/card/\">fill</a></p>"))
    #expect(page.contains("<p><a href=\"../forms/card/#tables\">many</a></p>"))
    let wrong = try await self.site(page: "[a](fill:cart) [b](fill:card#table) [c](fill:)", forms: [form])
    #expect(wrong.diagnostics.map(\.id) == ["form.unknown", "link.anchor", "form.unknown"])
    #expect(wrong.diagnostics.compactMap(\.hint).contains { $0.contains("#tables") })
  }

  @Test("do not take another file's path")
  func pathTwice() async throws {
    let site = try await site(
      page: "A", forms: [form], extraFiles: [OutputFile(path: "2025/forms/card.pdf", text: "another")])
    #expect(site.diagnostics.map(\.id) == ["site.path-twice"])
  }
}

@Suite("Facts in pages")
struct FactTests {
  @Test("stand in headings, and in the list of a page's parts")
  func headings() async throws {
    let root = try Fixtures.changedTinyGuide([
      "content/2025/years.md":
        "---\ntitle: Years\ndescription: How long.\norder: 9\n---\n## Good for {data}`fees.years` years {#years}\n"
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    let (site, diagnostics) = try await Fixtures.site(root: root)
    #expect(diagnostics == [])
    let text = try #require(site.text("2025/years/index.html"))
    #expect(text.contains("<h2 id=\"years\">Good for 3 years</h2>"))
    #expect(text.contains("<a href=\"#years\">Good for 3 years</a>"))
  }

  @Test("that are no text of their own list's maps are not taken from outside")
  func absentKeys() async throws {
    let root = try Fixtures.changedTinyGuide([
      "content/2025/data/fees.yml":
        "years: 3\nabout: a\nremark: outside\ncards:\n  - {name: A, price: 1, remark: inside}\n  - {name: B, price: 2}\n"
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    let site = try await Fixtures.site(root: root).site
    let text = try #require(site.text("2025/fees/index.html"))
    #expect(text.contains("<li>A: 1 (inside)</li>\n<li>B: 2</li>"))
  }
}
