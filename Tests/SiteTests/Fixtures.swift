import Content
import Diagnostics
import Foundation
import Site
import Testing
import ZhinanValidation

/// The folders that tests read.
enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")
  static let sources = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// The site of a fixture, with everything that was said on the way.
  static func site(_ name: String) async throws -> (site: SiteOutput, diagnostics: [Diagnostic]) {
    try await site(root: folder.appending(path: name))
  }

  /// A day on which the fixtures' versions stand as their goldens say.
  static func day(_ text: String = "2025-02-28") throws -> CalendarDate { try #require(CalendarDate(iso: text.utf8)) }

  static func site(
    root: URL, drafts: Bool = false, on day: String = "2025-02-28"
  ) async throws -> (site: SiteOutput, diagnostics: [Diagnostic]) {
    let today = try Self.day(day)
    var diagnostics: [Diagnostic] = []
    var guide = try #require(GuideReader.read(root: root, today: today, diagnostics: &diagnostics))
    guide.listsDrafts = drafts
    let templates = try #require(TemplateSet.read(root: root, diagnostics: &diagnostics))
    let site = await SiteBuilder.build(guide, templates: templates, forms: [], extraFiles: [])
    return (site, (diagnostics + site.diagnostics + guide.dueReviews(on: today)).inOrder())
  }

  /// A copy of TinyGuide in a folder of its own, with some files written anew or removed (`nil`).
  static func changedTinyGuide(_ changes: [String: String?]) throws -> URL {
    let root = try temporaryFolder()
    for part in ["content", "templates"] {
      try FileManager.default.copyItem(
        at: folder.appending(path: "TinyGuide/\(part)"), to: root.appending(path: part))
    }
    try write(changes, below: root)
    return root
  }

  /// Writes files anew, or removes them (`nil`).
  static func write(_ changes: [String: String?], below root: URL) throws {
    for (path, text) in changes {
      let url = root.appending(path: path)
      guard let text else {
        try FileManager.default.removeItem(at: url)
        continue
      }
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  static func temporaryFolder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }
}

extension SiteOutput {
  /// The text of a file.
  func text(_ path: String) -> String? {
    files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
