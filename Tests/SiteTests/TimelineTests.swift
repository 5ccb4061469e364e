import Content
import Diagnostics
import Foundation
import Site
import Testing
import ZhinanValidation

/// Versions that follow one another by their dates. Each has the pages of LibraryGuide, under the theme.
@Suite("Versions by their dates") struct TimelineTests {
  private static let entries = """
      - {id: v2, title: 二版, effective: 2025-03-01}
      - {id: v1, title: 一版, effective: 2025-01-02}
      - {id: v0, title: 来文, kind: source}

    """

  /// The guide on a day, its versions listed so.
  private func site(
    _ entries: String = entries, on day: String, changes: [String: String?] = [:]
  ) async throws -> (site: SiteOutput, diagnostics: [Diagnostic]) {
    let root = try Fixtures.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: root) }
    let project = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
    let library = Fixtures.folder.appending(path: "LibraryGuide/content")
    try FileManager.default.copyItem(at: project.appending(path: "templates"), to: root.appending(path: "templates"))
    let guide = try String(contentsOf: library.appending(path: "guide.yml"), encoding: .utf8)
    let head = try #require(guide.components(separatedBy: "versions:\n").first)
    try Fixtures.write(["content/guide.yml": head + "versions:\n" + entries], below: root)
    for version in ["v0", "v1", "v2"] where entries.contains("id: \(version)") {
      let source = library.appending(path: version == "v0" ? "v0" : "v1")
      try FileManager.default.copyItem(at: source, to: root.appending(path: "content/\(version)"))
    }
    try Fixtures.write(changes, below: root)
    return try await Fixtures.site(root: root, on: day)
  }

  /// Ids of the problems that versions' dates make.
  private func told(_ entries: String, on day: String = "2025-02-28") async throws -> [String] {
    try await site(entries, on: day).diagnostics.map(\.id).filter { $0.hasPrefix("guide.") }
  }

  /// What a page of the site says of its version: the state, and what stands above.
  private func states(_ site: SiteOutput, _ path: String) throws -> (tag: String, banners: [String]) {
    let html = try #require(site.text(path), "\(path)")
    let tag = try #require(html.firstMatch(of: /<summary>.*?<span class="tag ([a-z]+)"/)).output.1
    let banners = html.matches(of: /<aside class="banner[^>]*>\n.*\n<p><strong>([^<]*)/).map { String($0.output.1) }
    return (String(tag), banners)
  }

  @Test(
    "The day decides which edition is in force",
    arguments: [
      ("2025-02-28", "upcoming", "current", "v1"), ("2025-03-01", "current", "superseded", "v2"),
      ("2025-03-02", "current", "superseded", "v2"),
    ])
  func rollover(day: String, second: String, first: String, latest: String) async throws {
    let (site, diagnostics) = try await site(on: day)
    #expect(!diagnostics.hasErrors && !diagnostics.map(\.id).contains("data.unread"))
    #expect(try states(site, "v2/index.html").tag == second)
    #expect(try states(site, "v1/index.html").tag == first)
    #expect(try states(site, "v0/index.html").tag == "source")
    let redirect = try #require(site.text("latest/index.html"))
    #expect(redirect.contains("../\(latest)/"), "\(redirect)")
    let home = try #require(site.text("index.html"))
    #expect(home.contains("href=\"\(latest)/"))
    let page = try #require(site.text("v2/index.html"))
    #expect(page.contains("rel=\"canonical\" href=\"https://library.example/\(latest)/\""), "\(page.prefix(900))")
  }

  @Test func aBannerSaysWhereToGoAndWhatChangesOnADayToCome() async throws {
    let before = try await site(on: "2025-02-28").site
    let upcoming = try #require(before.text("v2/index.html"))
    #expect(try states(before, "v2/index.html").banners == ["这一版还没有施行。"])
    #expect(upcoming.contains("<aside class=\"banner\" aria-label=\"版本提示\" data-until=\"2025-03-01\">"))
    let current = try #require(before.text("v1/index.html"))
    #expect(current.contains("<aside class=\"banner\" aria-label=\"版本提示\" data-from=\"2025-03-01\" hidden>"))
    #expect(current.contains("<span class=\"tag current\" data-until=\"2025-03-01\">"))
    #expect(current.contains("<span class=\"tag superseded\" data-from=\"2025-03-01\" hidden>"))
    #expect(try states(before, "v0/index.html").banners == ["这是发布者的原文。", "这是发布者的原文。"])
    let after = try await site(on: "2025-03-01").site
    #expect(try states(after, "v2/index.html").banners == [])
    #expect(try states(after, "v1/index.html").banners == ["这一版已被取代。"])
    #expect(after.text("v1/index.html")?.contains("data-from") == false)
  }

  @Test func aVersionToComeIsAnnouncedOnThePagesThatItChangesWithTheRedline() async throws {
    let before = try await site(
      on: "2025-02-28", changes: ["content/v2/ask.md": "---\ntitle: 问谁\ndescription: 打电话。\n---\n\n搬到二楼。\n"]
    ).site
    let changed = try #require(before.text("v1/ask/index.html"))
    #expect(changed.contains("<p class=\"coming\" data-until=\"2025-03-01\">"))
    #expect(changed.contains("<a href=\"../../v2/changes/ask/\">"))
    #expect(before.text("v2/changes/ask/index.html")?.contains("<ins") == true)
    for (path, page) in before.files.filter({ $0.path.hasPrefix("v1/") }).map({
      ($0.path, String(decoding: $0.bytes, as: UTF8.self))
    })
    where path != "v1/ask/index.html" { #expect(!page.contains("class=\"coming\""), "\(path)") }
    #expect(before.files.allSatisfy { !$0.path.hasPrefix("v1/changes/") && !$0.path.hasPrefix("v0/changes/") })
    let dropped = try await site(on: "2025-02-28", changes: ["content/v2/ask.md": nil]).site
    let gone = try #require(dropped.text("v1/ask/index.html"))
    #expect(gone.contains("“二版”不再有本页。<a href=\"../../v2/changes/\">"))
    let after = try await site(on: "2025-03-01").site
    #expect(after.files.allSatisfy { !String(decoding: $0.bytes, as: UTF8.self).contains("class=\"coming\"") })
  }

  @Test(
    "Gaps, overlaps and what has no date are told",
    arguments: [
      ("2025-03-01", "repealed: 2025-03-01", []), ("2025-03-01", "repealed: 2025-02-27", ["guide.timeline"]),
      ("2025-03-01", "repealed: 2025-03-05", ["guide.timeline"]),
      ("2025-03-01", "repealed: 2025-01-02", ["guide.timeline"]), ("2025-01-02", "note: x", ["guide.timeline"]),
    ])
  func timeline(next: String, old: String, wanted: [String]) async throws {
    let found = try await told(
      "  - {id: v2, title: B, effective: \(next)}\n  - {id: v1, title: A, effective: 2025-01-02, \(old)}\n")
    #expect(found.filter { $0 != "guide.order" && $0 != "guide.current" } == wanted)
  }

  @Test func aGuideWithoutAVersionInForceIsRefused() async throws {
    #expect(try await told("  - {id: v1, title: A, effective: 2025-03-01}\n") == ["guide.current"])
    #expect(
      try await told("  - {id: v1, title: A, effective: 2025-01-01, repealed: 2025-02-01}\n") == ["guide.current"])
    let never = try await told("  - {id: v1, title: A, effective: 2025-01-01, repealed: 2025-01-01}\n")
    #expect(never.contains("guide.timeline"))
    #expect(try await told("  - {id: v1, title: A}\n") == ["guide.current", "guide.undated"])
    #expect(try await told("  - {id: v0, title: A, kind: source}\n") == ["guide.current"])
    #expect(try await told("  - {id: v1, title: A, effective: 2025-13-01}\n") == ["guide.date"])
  }

  @Test func aStateThatIsStatedHoldsAndIsToldWhereTheDatesSayOtherwise() async throws {
    let stated =
      "  - {id: v2, title: B, status: current, effective: 2025-03-01}\n  - {id: v1, title: A, status: superseded}\n"
    #expect(try await told(stated) == ["guide.status"])
    #expect(try await told(stated, on: "2025-03-01") == [])
    let draft =
      "  - {id: v2, title: B, status: draft, effective: 2025-03-01}\n  - {id: v1, title: A, effective: 2025-01-02}\n"
    #expect(try await told(draft) == [])
    #expect(try await told(draft, on: "2025-03-01") == ["guide.status"])
    #expect(try await told(stated.replacing(", effective: 2025-03-01", with: "")) == [])
  }

  @Test func editionsStandNewestFirst() async throws {
    let reversed = "  - {id: v1, title: A, effective: 2025-01-02}\n  - {id: v2, title: B, effective: 2025-03-01}\n"
    #expect(try await told(reversed) == ["guide.order"])
  }
}
