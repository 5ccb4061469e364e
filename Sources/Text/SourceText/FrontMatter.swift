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
    var rest = file.text.utf8[...]
    var line = 1
    var first = nextLine(from: &rest)
    // Empty lines before it are no text.
    while first.allSatisfy(isBlank), !rest.isEmpty {
      first = nextLine(from: &rest)
      line += 1
    }
    guard isFence(first) else {
      diagnostics.append(
        .error("front-matter.missing", at: SourcePlace(file.path, line: 1, column: 1)))
      return nil
    }
    let before = line
    let start = rest.startIndex
    var end = start
    while !rest.isEmpty {
      end = rest.startIndex
      line += 1
      if isFence(nextLine(from: &rest)) {
        let yaml = String(file.text[start..<end])
        guard let fields = YAMLReader.read(yaml, path: file.path, lineOffset: before, diagnostics: &diagnostics) else {
          return nil
        }
        return FrontMatter(fields: fields, body: String(rest) ?? "", bodyLine: line)
      }
    }
    diagnostics.append(
      .error("front-matter.unclosed", at: SourcePlace(file.path, line: before, column: 1)))
    return nil
  }

  /// Three hyphens; blanks behind them are not seen.
  private static func isFence(_ line: Substring.UTF8View) -> Bool {
    line.starts(with: fence) && line.dropFirst(fence.count).allSatisfy(isBlank)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static let fence = Array("---".utf8)

  /// The bytes up to the line's end, which goes too.
  private static func nextLine(from rest: inout Substring.UTF8View) -> Substring.UTF8View {
    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
    let line = rest[..<end]
    rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
    return line
  }
}
