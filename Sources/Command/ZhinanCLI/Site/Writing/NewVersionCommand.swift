internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import Files
internal import Foundation
internal import SourceText

/// `zhinan new version`: a copy of a version under another name.
struct NewVersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Begins a version as a copy of another.",
    discussion: """
      All files are copied but what keeps a release and layouts that are the shared ones; guide.yml gets an entry above \
      the others. Without --effective the version is a draft.
      """)

  @Argument(
    help: ArgumentHelp("Its id: the folder below content/ and the first part of its addresses.", valueName: "id"))
  var id: String
  @Option(
    help: ArgumentHelp(
      "The version that it is copied from; the newest edition before it when not given.", valueName: "id"))
  var from: String?
  @Option(help: ArgumentHelp("Its name for readers; the id when not given.", valueName: "text"))
  var title: String?
  @Option(help: ArgumentHelp("The day from which it is in force.", valueName: "YYYY-MM-DD"))
  var effective: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let console = shared.console
    if let effective { _ = try Clock.today(effective, option: "--effective") }
    guard VersionReader.isValid(id) else { throw ValidationError(saying: "usage.version-id", ["id": .text(id)]) }
    let guide = try WrittenGuide.read(shared)
    guard let source = from == nil ? newest(in: guide.guide) : guide.version(from) else {
      throw ValidationError(saying: "usage.version", ["version": .text(from ?? "")])
    }
    let editions = guide.guide.versions.filter { $0.kind == .edition && $0.statedStatus != .draft }
    if let effective, let other = editions.first(where: { $0.effective == effective }) {
      return try console.reportAndStop(onErrorsIn: [
        .error("guide.timeline/same-day", at: other.place, ["version": .text(other.id), "next": .text(id)])
      ])
    }
    var change = ContentChange(root: shared.rootURL, console: console)
    try change.begin(id)
    guard let list = listing(in: guide) else {
      return try console.reportAndStop(onErrorsIn: [.error("new.list", at: SourcePlace("content/guide.yml"))])
    }
    try copy(source.id, "", to: &change)
    change.write("guide.yml", list.utf8, replaces: true)
    try change.perform()
    try console.write(Message("text.new-version", ["id": .text(id), "source": .text(source.id)]))
  }

  /// The edition that the version follows: the newest, to come or in force, that is in force before it is.
  private func newest(in guide: Guide) -> GuideVersion? {
    let editions = guide.versions.filter { $0.kind == .edition && $0.status != .draft }
    return editions.filter { edition in effective.map { (edition.effective ?? "") < $0 } ?? true }
      .max { ($0.effective ?? "") < ($1.effective ?? "") } ?? guide.current
  }

  /// guide.yml with an entry for the version above those that come before it; `nil` where there is no list with a line for
  /// each.
  private func listing(in guide: WrittenGuide) -> String? {
    let text = guide.text
    let start = #/(?m)^versions:[ \t]*(?:\#.*)?\R(?:[ \t]*(?:\#.*)?\R)*([ \t]*)- /#
    guard let head = text.firstMatch(of: start) else { return nil }
    let indent = String(head.output.1)
    let title = (title ?? id).quotedAsYAML
    let state = effective.map { "effective: \($0)" } ?? "status: draft"
    let above = text[..<head.range.upperBound]
    let end = above.last(where: \.isNewline).map(String.init) ?? "\n"
    let entry = ["- id: \(id.quotedAsYAML)", "  title: \(title)", "  \(state)"].map { indent + $0 + end }.joined()
    let first = above.lastIndex(where: \.isNewline).map { text.index(after: $0) } ?? text.startIndex
    let line =
      guide.guide.versions.first(where: isBefore)?.place.line.flatMap { beginning(ofLine: $0, in: text) } ?? first
    return text[..<line] + entry + text[line...]
  }

  /// Whether a version stands below the new one: what has no date comes first, a source last.
  private func isBefore(_ version: GuideVersion) -> Bool {
    guard version.kind == .edition, let effective else { return true }
    return version.effective.map { $0 <= effective } ?? (version.status != .draft)
  }

  private func beginning(ofLine number: Int, in text: String) -> String.Index? {
    var start = text.startIndex
    for _ in 1..<max(1, number) {
      guard let end = text[start...].firstIndex(where: \.isNewline) else { return nil }
      start = text.index(after: end)
    }
    return start
  }

  private func copy(_ version: String, _ path: String, to change: inout ContentChange) throws {
    let folder = shared.rootURL.appending(path: "content/\(version)/\(path)")
    var diagnostics: [Diagnostic] = []
    let names = SourceFile.names(
      in: folder, as: "content/\(version)/\(path)", within: shared.rootURL, diagnostics: &diagnostics)
    try shared.console.reportAndStop(onErrorsIn: diagnostics)
    for name in names where !name.hasPrefix(".") && path + name != Release.folder {
      let file = folder.appending(path: name)
      if InputFile.kind(of: file.path) == .folder {
        try copy(version, "\(path)\(name)/", to: &change)
        continue
      }
      let bytes = SourceFile.bytes(
        file, as: "content/\(version)/\(path)\(name)", within: shared.rootURL, diagnostics: &diagnostics)
      try shared.console.reportAndStop(onErrorsIn: diagnostics)
      if let bytes, !isShared("\(path)\(name)", bytes) { change.write("\(id)/\(path)\(name)", bytes) }
    }
  }

  /// Whether a layout is the one that versions share: a release has a copy of it.
  private func isShared(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard path.hasPrefix("forms/"), path.hasSuffix(".layout.yml") else { return false }
    let shared = ThemeFile.path(of: path, below: self.shared.rootURL)
    return FileManager.default.contents(atPath: self.shared.rootURL.appending(path: shared).path).map(Array.init)
      == bytes
  }
}
