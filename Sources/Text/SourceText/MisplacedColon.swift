internal import Diagnostics

/// A colon in place of one that YAML reads: `名称：内容` and `名称:内容` are texts to it, and the mistake shows up lines later.
struct MisplacedColon {
  /// Its line, from 1.
  let line: Int
  /// Its column, from 1.
  let column: Int
  /// Whether it is full-width; the other lacks a space behind it.
  let isFullWidth: Bool

  /// Those that explain a mistake found in a line, from 1: those of its own and of the lines just above it that are
  /// not deeper than it is.
  static func before(_ line: Int, in text: String) -> [MisplacedColon] {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    var found: [MisplacedColon] = []
    var number = min(line, lines.count)
    let depth = line <= lines.count ? indentation(of: lines[line - 1]) : 0
    while number > 0 {
      if let colon = colon(in: lines[number - 1]), indentation(of: lines[number - 1]) <= depth {
        found.append(MisplacedColon(line: number, column: colon.column, isFullWidth: colon.isFullWidth))
      } else if !isEmpty(lines[number - 1]), number != line || !found.isEmpty {
        break
      }
      number -= 1
    }
    return found.reversed()
  }

  /// Those of a text that is nothing but lines with them.
  static func ofWholeText(_ text: String) -> [MisplacedColon] {
    before(text.unicodeScalars.count { $0 == "\n" } + 1, in: text)
  }

  /// The first colon of a line, where it stands behind what may be a key, a short text without quotation marks, and is
  /// none that YAML reads. What begins like an address (`http://`) or a time (`8:30`) has no key.
  private static func colon(in line: Substring.UnicodeScalarView) -> (column: Int, isFullWidth: Bool)? {
    guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    let key = line[..<colon].drop { $0 == " " || $0 == "-" }
    guard (1...40).contains(key.count), !key.contains(where: { "\"'#[]{}&*!|>%@`".unicodeScalars.contains($0) }) else {
      return nil
    }
    let isFullWidth = line[colon] == "："
    if !isFullWidth {
      let rest = line[line.index(after: colon)...]
      guard let next = rest.first, next != " ", next != "\t", next != "\r", next != "/" else { return nil }
      if key.allSatisfy({ ("0"..."9").contains($0) }) { return nil }
    }
    return (line.distance(from: line.startIndex, to: colon) + 1, isFullWidth)
  }

  private static func indentation(of line: Substring.UnicodeScalarView) -> Int { line.prefix { $0 == " " }.count }

  /// Whether a line holds nothing, or a comment alone.
  private static func isEmpty(_ line: Substring.UnicodeScalarView) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    return text.isEmpty || text.first == "#"
  }
}
