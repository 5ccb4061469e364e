import Content
import Diagnostics
import Foundation
import SourceText
import Testing
import ZhinanValidation

@Suite("Reading a guide")
struct GuideReadingTests {
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  private func tinyGuide() throws -> Guide {
    var diagnostics: [Diagnostic] = []
    let today = try #require(CalendarDate(iso: "2025-02-28".utf8))
    let guide = GuideReader.read(
      root: Self.fixtures.appending(path: "TinyGuide"), today: today, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == [])
    return try #require(guide)
  }

  @Test("gives its versions, pages and facts in order")
  func tiny() throws {
    let guide = try tinyGuide()
    #expect(guide.versions.map(\.id) == ["2100", "2099", "2025", "2024", "2010"])
    #expect(guide.versions.map(\.status) == [.draft, .upcoming, .current, .superseded, .source])
    let version = try #require(guide.current)
    #expect(version.id == "2025")
    #expect(version.pages.map(\.name) == ["index", "renew", "collect", "fees"])
    #expect(version.pages.map(\.step) == [nil, 1, 2, nil])
    #expect(version.pages[1].formerly.map(\.name) == ["renewal"])
    #expect(version.data.keys.sorted() == ["fees", "way"])
    #expect(version.figures.map(\.name) == ["figures/desk.svg"])
    #expect(version.unread == [])
  }

  @Test(
    "follows paths into the facts",
    arguments: [
      ("fees.years", "3"), ("fees.cards.1.name", "Children & pupils"), ("fees.cards.child.price", "5"),
      ("fees.cards.9.price", "missing 9"), ("fees.price", "missing price"), ("fee.years", "missing fee"),
      ("fees.years.more", "missing more"), ("fees", "map"),
    ])
  func paths(_ path: String, _ result: String) throws {
    switch try #require(try tinyGuide().current).value(at: path) {
    case .found(let node): #expect(node.text ?? "map" == result)
    case .missing(let part, _): #expect("missing \(part)" == result)
    }
  }

  @Test("says when there is no guide")
  func nothing() throws {
    var diagnostics: [Diagnostic] = []
    let today = try #require(CalendarDate(iso: "2025-02-28".utf8))
    #expect(GuideReader.read(root: URL(fileURLWithPath: "/nowhere"), today: today, diagnostics: &diagnostics) == nil)
    #expect(diagnostics.map(\.id) == ["file.unreadable"])
    #expect(diagnostics.first?.place?.file == "content/guide.yml")
  }
}

@Suite("Front matter")
struct FrontMatterTests {
  @Test(
    "is split from the text below it",
    arguments: [
      ("---\ntitle: a\n---\nb\nc", "b\nc", 3), ("---\ntitle: a\n---\n", "", 3), ("---\ntitle: a\n---", "", 3),
      ("---\n---\nb", "b", 2), ("---\ntitle: a\n---\n---\n", "---\n", 3),
    ])
  func split(_ text: String, _ body: String, _ line: Int) throws {
    var diagnostics: [Diagnostic] = []
    let matter = FrontMatter.read(SourceFile(path: "a.md", text: text), diagnostics: &diagnostics)
    #expect(try #require(matter).body == body)
    #expect(matter?.bodyLine == line)
    #expect(diagnostics.isEmpty)
  }

  @Test("keeps the file's lines in what it says", arguments: [("---\na: [\n---\n", "yaml.syntax", 3)])
  func lines(_ text: String, _ id: String, _ line: Int) {
    var diagnostics: [Diagnostic] = []
    _ = FrontMatter.read(SourceFile(path: "a.md", text: text), diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == [id])
    #expect(diagnostics.first?.place?.line == line)
  }
}
