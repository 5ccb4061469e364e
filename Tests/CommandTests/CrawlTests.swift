import Foundation
import Testing

/// A site in a folder, as somebody walks through it.
private struct WalkedSite {
  /// What an address leads to.
  struct Target: Hashable {
    let path: String
    let fragment: String
  }

  let files: [String: Data]
  private let links: [String: [String]]
  private let ids: [String: Set<String>]
  private let prefix: String

  /// - Parameter prefix: the path of the site's address, such as `/guide/`.
  init(_ folder: URL, prefix: String) throws {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appending(path: path)
      if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = try Data(contentsOf: url)
      }
    }
    self.files = files
    self.prefix = prefix
    let pages = files.filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
    links = pages.mapValues { Self.values(of: "href", in: $0) }
    ids = pages.mapValues { Set(Self.values(of: "id", in: $0)) }
  }

  private static func values(of attribute: String, in text: String) -> [String] {
    text.components(separatedBy: " \(attribute)=\"").dropFirst().compactMap { rest in
      rest.firstIndex(of: "\"").map { String(rest[..<$0]).replacing("&amp;", with: "&") }
    }
  }

  var pages: [String] { links.keys.sorted() }

  /// Where a page that leads on leads to; `nil` for others.
  func redirect(_ page: String) -> String? {
    guard let data = files[page] else { return nil }
    let text = String(decoding: data.prefix(2000), as: UTF8.self)
    guard let start = text.range(of: "content=\"0; url=") else { return nil }
    return text[start.upperBound...].firstIndex(of: "\"").map { String(text[start.upperBound..<$0]) }
  }

  /// The places of the site that a page's links lead to.
  func targets(of page: String) -> [Target] { (links[page] ?? []).compactMap { target(of: $0, on: page) } }

  /// The place that a link leads to; `nil` for other sites'.
  func target(of link: String, on page: String) -> Target? {
    if ["http:", "https:", "mailto:", "tel:", "data:"].contains(where: link.hasPrefix) { return nil }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let way = parts[0].prefix { $0 != "?" }
    let fragment = (parts.count > 1 ? parts[1] : "").removingPercentEncoding ?? ""
    if way.isEmpty { return Target(path: page, fragment: fragment) }
    var folders = way.hasPrefix("/") ? [] : page.split(separator: "/").dropLast().map(String.init)
    let rest = way.hasPrefix(prefix) ? way.dropFirst(prefix.count) : way
    for part in rest.split(separator: "/") {
      if part == ".." {
        _ = folders.popLast()
      } else if part != "." {
        folders.append(part.removingPercentEncoding ?? "")
      }
    }
    let isFolder = rest.isEmpty || rest.hasSuffix("/") || rest.hasSuffix(".")
    return Target(path: (folders + (isFolder ? ["index.html"] : [])).joined(separator: "/"), fragment: fragment)
  }

  /// What is wrong with a place, in a word.
  func problem(with target: Target) -> String? {
    guard files[target.path] != nil else { return "no file" }
    if target.fragment.isEmpty || target.fragment.hasPrefix("q=") { return nil }
    return ids[target.path]?.contains(target.fragment) == true ? nil : "no anchor"
  }

  /// The pages that one comes to from a page.
  func reached(from start: String) -> Set<String> {
    var (seen, waiting) = ([start] as Set<String>, [start])
    while let page = waiting.popLast() {
      for target in targets(of: page) where seen.insert(target.path).inserted { waiting.append(target.path) }
    }
    return seen
  }
}

@Suite("A walk through all pages of all versions", .serialized) struct Crawl {
  private struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let day: String
    var drafts = false
    var testDescription: String { "\(name) on \(day)\(drafts ? " with drafts" : "")" }
  }

  private static let cases = [
    Case(name: "guide", day: "2026-11-30"),
    Case(name: "TinyGuide", day: "2024-06-01"), Case(name: "TinyGuide", day: "2025-02-28"),
    Case(name: "TinyGuide", day: "2099-01-01"), Case(name: "TinyGuide", day: "2025-02-28", drafts: true),
    Case(name: "LibraryGuide", day: "2025-02-28"), Case(name: "ParkingGuide", day: "2026-10-01"),
  ]

  /// The built site of a guide; those without templates of their own have the theme.
  private func site(_ test: Case, in folder: Folder) throws -> WalkedSite {
    let fixture = project.appending(path: "Tests/Fixtures/\(test.name)")
    var root = test.name == "guide" ? project : fixture
    if !FileManager.default.fileExists(atPath: root.appending(path: "templates").path) {
      root = folder.url.appending(path: "root")
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
      for (part, owner) in [("content", fixture), ("templates", project)] {
        try FileManager.default.copyItem(at: owner.appending(path: part), to: root.appending(path: part))
      }
    }
    let run = try Run(
      Zhinan.path,
      ["build", "--root", root.path, "--output", folder.path("site"), "--today", test.day]
        + (test.drafts ? ["--drafts"] : []), in: project)
    #expect(run.status == 0, "\(run.problems)")
    let guide = try String(contentsOf: root.appending(path: "content/guide.yml"), encoding: .utf8)
    let address = guide.components(separatedBy: "\naddress: ")[1].prefix { $0 != "\n" }
    let prefix = URL(string: String(address))?.path(percentEncoded: true) ?? "/"
    return try WalkedSite(folder.url.appending(path: "site"), prefix: prefix.isEmpty ? "/" : prefix)
  }

  @Test("comes to no dead end", arguments: cases)
  private func deadEnds(_ test: Case) throws {
    let site = try site(test, in: Folder())
    let versions = try #require(
      try JSONSerialization.jsonObject(with: site.files["versions.json"] ?? Data()) as? [[String: Any]]
    ).compactMap { $0["version"] as? String }
    #expect(versions.count >= 2)
    var counted = 0
    for page in site.pages {
      if let target = site.redirect(page).flatMap({ site.target(of: $0, on: page) }) {
        #expect(target.path != page && site.redirect(target.path) == nil, "\(page) leads to \(target.path)")
        #expect(site.problem(with: target) == nil, "\(page): \(target)")
      }
      let targets = site.targets(of: page)
      for target in Set(targets) {
        counted += 1
        #expect(site.problem(with: target) == nil, "\(page): \(target)")
        if site.redirect(page) == nil { #expect(site.redirect(target.path) == nil, "\(page): \(target)") }
      }
      // The version switcher: every version has this page or a home.
      guard let version = page.split(separator: "/").first.map(String.init), versions.contains(version),
        site.redirect(page) == nil, !page.hasSuffix("/all/index.html"), !page.hasSuffix("/search/index.html"),
        !page.contains("/changes/")
      else { continue }
      let reached = Set(targets.compactMap { $0.path.split(separator: "/").first.map(String.init) })
      #expect(reached.isSuperset(of: versions), "\(page) misses \(Set(versions).subtracting(reached))")
    }
    #expect(counted > 100)
    // Every page that search engines are told of, and every one that tells of changes, is reached from the front page.
    let reached = site.reached(from: "index.html")
    let listed = String(decoding: site.files["sitemap.xml"] ?? Data(), as: UTF8.self).components(separatedBy: "<loc>")
      .dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(listed.count > versions.count)
    let first = try #require(listed.map(\.count).min())
    // No page of TinyGuide leads to its form.
    for address in listed where test.name != "TinyGuide" || !address.contains("/forms/") {
      let path = String(address.dropFirst(first)).removingPercentEncoding ?? ""
      #expect(reached.contains(path + (path.isEmpty || path.hasSuffix("/") ? "index.html" : "")), "\(address)")
    }
    for page in site.pages where page.contains("/changes/") && site.redirect(page) == nil {
      #expect(reached.contains(page), "\(page)")
    }
  }
}
