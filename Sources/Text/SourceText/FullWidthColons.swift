internal import Diagnostics

/// Full-width colons in place of those that YAML reads: `名称：内容` is a text to it, and the mistake shows up lines later.
enum FullWidthColons {
  /// The colons that explain a mistake found in a line, from 1: those of its own and of the lines just above it that are
  /// not deeper than it is.
  static func before(_ line: Int, in text: String) -> [(line: Int, column: Int)] {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    var found: [(line: Int, column: Int)] = []
    var number = min(line, lines.count)
    let depth = line <= lines.count ? indentation(of: lines[line - 1]) : 0
    while number > 0 {
      if let column = column(in: lines[number - 1]), indentation(of: lines[number - 1]) <= depth {
        found.append((number, column))
      } else if !isEmpty(lines[number - 1]), number != line || !found.isEmpty {
        break
      }
      number -= 1
    }
    return found.reversed()
  }

  /// The colons of a text that is nothing but lines with them.
  static func ofWholeText(_ text: String) -> [(line: Int, column: Int)] {
    before(text.unicodeScalars.count { $0 == "\n" } + 1, in: text)
  }

  /// The column, from 1, of a full-width colon behind what may be a key: a short text without quotation marks and colons.
  private static func column(in line: Substring.UnicodeScalarView) -> Int? {
    guard let colon = line.firstIndex(of: "：") else { return nil }
    let key = line[..<colon].drop { $0 == " " || $0 == "-" }
    guard (1...40).contains(key.count), !key.contains(where: { "\"':#[]{}&*!|>%@`".unicodeScalars.contains($0) }) else {
      return nil
    }
    return line.distance(from: line.startIndex, to: colon) + 1
  }

  private static func indentation(of line: Substring.UnicodeScalarView) -> Int { line.prefix { $0 == " " }.count }

  /// Whether a line holds nothing, or a comment alone.
  private static func isEmpty(_ line: Substring.UnicodeScalarView) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    return text.isEmpty || text.first == "#"
  }
}
