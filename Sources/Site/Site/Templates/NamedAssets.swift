internal import Diagnostics
internal import SourceText

/// Files of `assets/` that templates name and that are not there, such as the icon.
enum NamedAssets {
  /// A warning for each, where it is named first.
  static func problems(_ sources: [(name: String, file: SourceFile)], assets: [OutputFile]) -> [Diagnostic] {
    var known = Set(assets.map(\.path))
    var found: [Diagnostic] = []
    for (_, file) in sources {
      for (line, text) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        for match in text.matches(of: /\{\{root\}\}(assets\/[A-Za-z0-9._\/-]+)/) {
          let path = String(match.1)
          guard known.insert(path).inserted else { continue }
          let column = text[..<match.1.startIndex].unicodeScalars.count + 1
          found.append(
            .warning(
              "template.no-asset", at: SourcePlace(file.path, line: line + 1, column: column), ["path": .text(path)]))
        }
      }
    }
    return found
  }
}
