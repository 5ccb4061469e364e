import Foundation
import Testing

/// The guide's own edition of December 2026: what it becomes on its day, and what it says that it changed.
@Suite(.serialized) struct EditionTests {
  /// The site of the guide on a day, by path.
  private func site(on day: String) throws -> [String: String] {
    let folder = try Folder()
    let run = try Zhinan.run("build", "--output", folder.path("site"), "--today", day)
    try #require(run.status == 0, "\(run.problems)")
    return try folder.files.reduce(into: [:]) { site, file in
      guard file.key.hasPrefix("site/"), file.key.hasSuffix(".html") else { return }
      site[String(file.key.dropFirst(5))] = String(decoding: file.value, as: UTF8.self)
    }
  }

  /// The state that a page's version switcher shows without script.
  private func state(_ page: String?) throws -> Substring {
    try #require(page?.firstMatch(of: /<summary>.*?<span class="tag ([a-z]+)"/)).output.1
  }

  @Test(arguments: [
    ("2026-11-30", "2026-11", "upcoming", "current"), ("2026-12-01", "2026-12", "current", "superseded"),
    ("2026-12-02", "2026-12", "current", "superseded"),
  ])
  func itIsInForceFromItsDay(day: String, latest: String, new: String, old: String) throws {
    let site = try site(on: day)
    #expect(try state(site["2026-12/apply/index.html"]) == new && state(site["2026-11/apply/index.html"]) == old)
    #expect(try state(site["2019-09/index.html"]) == "source")
    #expect(site["latest/apply/index.html"]?.contains("url=../../\(latest)/apply/\"") == true)
    #expect(site["index.html"]?.contains("href=\"\(latest)/") == true)
    let announced = site.filter { $0.value.contains("class=\"coming\"") }.keys.sorted()
    let changed = site.keys.filter { $0.hasPrefix("2026-12/changes/") && $0 != "2026-12/changes/index.html" }
    let wanted = changed.map {
      $0.replacing("2026-12/changes/", with: "2026-11/").replacing("2026-11/index/", with: "2026-11/")
    }
    let front = wanted.map { $0 == "2026-11/front/index.html" ? "index.html" : $0 }
    #expect(announced == (day == "2026-11-30" ? front.filter { site[$0] != nil }.sorted() : []))
  }

  /// Tests/Fixtures/edition-2026-12.txt: its record and its redlines as readers see them, `[-gone-]` and `{+new+}`.
  @Test func itsRedlinesAreAsRecorded() throws {
    let pages = try site(on: "2026-12-01").filter { $0.key.hasPrefix("2026-12/changes/") }.sorted { $0.key < $1.key }
    let text = try pages.map { path, page in "== \(path)\n" + (try Self.text(of: page)) }.joined(separator: "\n")
    #expect(text.contains("{+") && text.contains("[-"))
    let file = project.appending(path: "Tests/Fixtures/edition-2026-12.txt")
    guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
      return
    }
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(file.lastPathComponent): read it, then run again without RECORD")
  }

  /// The words of a page's main part, a line for each block.
  private static func text(of page: String) throws -> String {
    let main = try #require(page.firstMatch(of: /(?s)<main[^>]*>(.*)<\/main>/)).output.1
    let marked = main.replacing(/<ins[^>]*>/, with: "{+").replacing("</ins>", with: "+}")
      .replacing(/<del[^>]*>/, with: "[-").replacing("</del>", with: "-]")
    let lines = marked.replacing("\n", with: " ").replacing(/<\/(p|li|h[1-6]|tr|dt|dd|caption|summary)>/, with: "\n")
      .replacing(/<\/t[dh]>/, with: " | ").replacing(/<[^>]*>/, with: "")
    let words = lines.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    return words.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }
}
