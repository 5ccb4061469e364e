internal import Content
internal import Diagnostics
internal import Files
internal import Foundation
internal import SourceText

/// A file of the theme, or of the guide's own that lies over it.
struct ThemeEntry {
  /// Its path below its folder, such as `partials/head.mustache`.
  let path: String
  /// The path that messages show.
  let shown: String
  let url: URL
  /// Whether it is the guide's own.
  let isOwn: Bool
}

/// Finds the files of a theme and those that a guide lays over them.
enum ThemeFiles {
  /// Deepest folder that is looked into, so that links that lead round in a circle end.
  private static let deepest = 16

  /// The files below `templates/` and `content/templates/`, sorted by path, each path once; `nil` when the first cannot be
  /// read.
  static func read(root: URL, diagnostics: inout [Diagnostic]) -> [ThemeEntry]? {
    let before = diagnostics.count
    let theme = entries(in: ThemeFile.theme, isOwn: false, root: root, diagnostics: &diagnostics)
    if theme.isEmpty, diagnostics.count > before { return nil }
    var entries = Dictionary(theme.map { ($0.path, $0) }) { first, _ in first }
    if InputFile.kind(of: root.appending(path: ThemeFile.own).path) == .folder {
      for entry in self.entries(in: ThemeFile.own, isOwn: true, root: root, diagnostics: &diagnostics) {
        entries[entry.path] = entry
      }
    }
    return entries.values.sorted { $0.path < $1.path }
  }

  /// All files below a folder, without hidden ones; links to folders are followed within `root`.
  private static func entries(
    in folder: String, _ path: String = "", isOwn: Bool, root: URL, diagnostics: inout [Diagnostic]
  ) -> [ThemeEntry] {
    var found: [ThemeEntry] = []
    let shown = path.isEmpty ? folder : "\(folder)/\(path)"
    let names = SourceFile.names(
      in: root.appending(path: shown), as: shown, within: root, diagnostics: &diagnostics)
    for name in names where !name.hasPrefix(".") {
      let inner = path.isEmpty ? name : "\(path)/\(name)"
      let shown = "\(folder)/\(inner)"
      let url = root.appending(path: shown)
      guard InputFile.kind(of: url.path) == .folder else {
        if FileName.isFit(inner, at: SourcePlace(shown), diagnostics: &diagnostics) {
          found.append(ThemeEntry(path: inner, shown: shown, url: url, isOwn: isOwn))
        }
        continue
      }
      guard inner.split(separator: "/").count <= deepest else {
        diagnostics.append(.error("file.unreadable/links", at: SourcePlace(shown)))
        continue
      }
      found += entries(in: folder, inner, isOwn: isOwn, root: root, diagnostics: &diagnostics)
    }
    return found
  }
}
