package import Diagnostics

/// A text file that starts with YAML between two lines of `---`.
package struct FrontMatter: Sendable {
  /// The YAML's one value.
  package let fields: SourceNode
  /// What follows the second `---`.
  package let body: String
  /// Lines of the file above the body.
  package let bodyLine: Int

  /// Splits the file and reads its YAML; `nil` with a diagnostic when there is none or it cannot be read.
  package static func read(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> FrontMatter? {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---" else {
      diagnostics.append(
        .error(
          "front-matter.missing", at: SourcePlace(file.path, line: 1, column: 1), "The file has no front matter.",
          hint: "It starts with a line ---, then keys such as title:, then a line ---."))
      return nil
    }
    guard let end = lines.dropFirst().firstIndex(of: "---") else {
      diagnostics.append(
        .error(
          "front-matter.unclosed", at: SourcePlace(file.path, line: 1, column: 1), "The front matter has no end.",
          hint: "Close it with a line that holds --- alone."))
      return nil
    }
    let yaml = lines[1..<end].joined(separator: "\n")
    guard let fields = YAMLReader.read(yaml, path: file.path, lineOffset: 1, diagnostics: &diagnostics) else {
      return nil
    }
    let body = end + 1 < lines.count ? String(file.text[lines[end + 1].startIndex...]) : ""
    return FrontMatter(fields: fields, body: body, bodyLine: end + 1)
  }
}
