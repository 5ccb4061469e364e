internal import Diagnostics

/// Makes emphasis work beside Chinese punctuation.
///
/// CommonMark (§6.2) decides by the neighbours of a run of `*` whether it opens or closes, and so leaves
/// `**注意：**本表` as it is: punctuation before, a letter after. Where that rule fails only because Chinese text
/// stands beside the run (the amendment discussed as commonmark-spec #650), a noncharacter is put between the run
/// and the punctuation; libcmark takes it for a letter. It is removed from all that libcmark hands back. Runs of `_`
/// keep CommonMark's rule, which never lets them stand inside a word.
enum EmphasisMarker {
  /// U+FDD0, which no text holds: Unicode keeps it for a program's own use.
  private static let value: UInt32 = 0xFDD0
  /// The same in UTF-8.
  static let bytes: [UInt8] = [0xEF, 0xB7, 0x90]

  static func isIn(_ text: String) -> Bool {
    text.mayHoldControls && text.unicodeScalars.contains { $0.value == value }
  }

  /// A text with markers and where they stand.
  struct Marked {
    var text: String
    /// Line (from 1) to the columns of its markers, in bytes of the marked line, from 1.
    var columns: [Int: [Int]]
  }

  /// Where the text holds one.
  static func firstPlace(in source: MarkdownSource) -> SourcePlace {
    if let place = source.fixedPlace { return place }
    let before = source.text.unicodeScalars.prefix { $0.value != value }
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    return SourcePlace(
      source.path, line: max(lines.count, 1) + source.offset.lines,
      column: (lines.last?.count ?? 0) + 1 + source.offset.columns)
  }

  static func removed(from text: String) -> String {
    guard isIn(text) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != value }))
  }

  static func inserted(in text: String) -> Marked {
    var text = text
    return text.withUTF8 { bytes in
      var walk = Walk(bytes)
      return walk.marked()
    } ?? Marked(text: text, columns: [:])
  }
}

private struct Walk {
  private let source: UnsafeBufferPointer<UInt8>
  private var out: [UInt8] = []
  private var copied = 0
  private var line = 1
  /// Where the line starts in the marked text.
  private var lineStart = 0
  private var columns: [Int: [Int]] = [:]

  init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

  /// `nil` when no marker is needed.
  mutating func marked() -> EmphasisMarker.Marked? {
    var position = 0
    while position < source.count {
      switch source[position] {
      case UInt8(ascii: "\n"):
        line += 1
        position += 1
        lineStart = position + out.count - copied
      case UInt8(ascii: "*") where !isEscaped(position):
        let start = position
        while position < source.count, source[position] == UInt8(ascii: "*") { position += 1 }
        markRun(from: start, to: position)
      default: position += 1
      }
    }
    guard !columns.isEmpty else { return nil }
    out.append(contentsOf: source[copied...])
    return EmphasisMarker.Marked(text: String(decoding: out, as: UTF8.self), columns: columns)
  }

  private func isEscaped(_ position: Int) -> Bool {
    var slashes = 0
    while slashes < position, source[position - slashes - 1] == UInt8(ascii: "\\") { slashes += 1 }
    return slashes % 2 == 1
  }

  private mutating func markRun(from start: Int, to end: Int) {
    let before = ScalarClass(scalar(before: start))
    let after = ScalarClass(scalar(at: end))
    let opens = !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
    let closes = !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
    let mayOpen =
      !after.isSpace
      && (!after.isForeignPunctuation || before.isSpace || before.isForeignPunctuation || before.isChinese)
    let mayClose =
      !before.isSpace
      && (!before.isForeignPunctuation || after.isSpace || after.isForeignPunctuation || after.isChinese)
    if mayClose && !closes { insert(at: start) }
    if mayOpen && !opens { insert(at: end) }
  }

  private mutating func insert(at position: Int) {
    if copied == 0 { out.reserveCapacity(source.count + 256) }
    out.append(contentsOf: source[copied..<position])
    copied = position
    columns[line, default: []].append(out.count - lineStart + 1)
    out.append(contentsOf: EmphasisMarker.bytes)
  }

  private func scalar(before position: Int) -> Unicode.Scalar {
    var start = position - 1
    while start >= 0, source[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? "\n" : scalar(at: start)
  }

  private func scalar(at position: Int) -> Unicode.Scalar {
    guard position < source.count else { return "\n" }
    var decoder = UTF8()
    var bytes = source[position...].makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&bytes) { return scalar }
    return "\n"
  }
}
