internal import Diagnostics
internal import Yams

/// Full-width signs inside brackets, where YAML reads them as letters: `[甲，乙]` is one element to it, `{a：1}` a key
/// without a value.
struct FullWidthSign {
  /// Where the list or map begins.
  private let start: Mark
  /// Where the text begins that holds the sign.
  private let mark: Mark
  private let isComma: Bool

  /// The comma that explains why a bracket's element does not end where YAML looks for its end, at `mark`.
  static func comma(before mark: Mark, in text: String) -> (line: Int, column: Int)? {
    let lines = text.unicodeScalars.split(separator: "\n", maxSplits: mark.line, omittingEmptySubsequences: false)
    guard lines.indices.contains(mark.line - 1) else { return nil }
    let before = lines[mark.line - 1].prefix(max(0, mark.column - 1))
    guard let comma = before.lastIndex(of: "，") else { return nil }
    return (mark.line, before.distance(from: before.startIndex, to: comma) + 1)
  }

  /// The only element of a list, where it holds such a comma outside quotation marks.
  init?(_ sequence: Node.Sequence) {
    guard sequence.count == 1, case .scalar(let scalar) = sequence[0], Self.isPlain(scalar),
      scalar.string.unicodeScalars.contains("，"), let start = sequence.mark, let mark = scalar.mark
    else { return nil }
    (self.start, self.mark, isComma) = (start, mark, true)
  }

  /// A key of a map, where it holds such a colon and has no value.
  init?(_ mapping: Node.Mapping) {
    guard let start = mapping.mark else { return nil }
    for (key, value) in mapping {
      guard case .scalar(let name) = key, Self.isPlain(name), name.string.unicodeScalars.contains("："),
        case .scalar(let text) = value, text.string.isEmpty, Self.isPlain(text), let mark = name.mark
      else { continue }
      (self.start, self.mark, isComma) = (start, mark, false)
      return
    }
    return nil
  }

  private static func isPlain(_ scalar: Node.Scalar) -> Bool { scalar.style == .plain || scalar.style == .any }

  /// What is to be told of those that stand in brackets; Yams does not keep how a list is written, so the text is asked.
  static func problems(_ signs: [FullWidthSign], in text: String, at place: (Mark?) -> SourcePlace) -> [Diagnostic] {
    if signs.isEmpty { return [] }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return signs.compactMap { sign in
      guard lines.indices.contains(sign.start.line - 1) else { return nil }
      let bracket = lines[sign.start.line - 1].dropFirst(sign.start.column - 1).first
      guard bracket == (sign.isComma ? "[" : "{") else { return nil }
      return sign.isComma
        ? .warning("yaml.fullwidth-comma/one", at: place(sign.mark))
        : .error("yaml.fullwidth-colon", at: place(sign.mark))
    }
  }
}
