internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import Files
internal import Foundation
internal import GuideText
internal import SourceText

/// The example records of a guide: `content/<version>/examples/<form>/`.
enum GuideExamples {
  /// Every problem that an example has on a day, and folders that belong to no form.
  static func problems(_ guide: Guide, on today: String?, root: URL, console: Console) throws -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for version in guide.versions {
      let path = "content/\(version.id)/examples"
      for name in names(in: path, root, &problems) {
        guard version.formFiles.contains(where: { $0.id == name }) else {
          problems.append(FormProblem.unknown(name, version.formFiles.map(\.id), at: SourcePlace("\(path)/\(name)")))
          continue
        }
        let options = try FormOptions.parse(["--guide", version.id] + (today.map { ["--today", $0] } ?? []))
        let session = try FormSession.drawn(name, root: root, console: console, options: options)
        for file in names(in: "\(path)/\(name)", root, &problems)
        where [".yml", ".yaml", ".json"].contains(where: file.hasSuffix) {
          var found: [Diagnostic] = []
          _ = session.check(shown("\(path)/\(name)/\(file)", root), diagnostics: &found)
          // An example may show what a record is warned of.
          problems += found.filter { $0.severity == .error }
        }
      }
    }
    return problems
  }

  private static func shown(_ path: String, _ root: URL) -> String {
    root.relativePath == "." ? path : "\(root.relativePath)/\(path)"
  }

  /// What stands in a folder of the guide, sorted, without hidden files; nothing where there is no folder.
  private static func names(in path: String, _ root: URL, _ problems: inout [Diagnostic]) -> [String] {
    let url = root.appending(path: path)
    guard InputFile.kind(of: url.path) == .folder else { return [] }
    return SourceFile.names(in: url, as: path, within: root, diagnostics: &problems).filter { !$0.hasPrefix(".") }
  }
}
