package import Diagnostics

/// A Markdown text and where it stands in its file.
package struct MarkdownSource: Sendable {
  /// The Markdown; lines end in `\n`.
  package var text: String
  /// Path as messages show it.
  package var path: String
  /// Where it starts in the file.
  package var offset: TextOffset
  /// One place for everything in the text, when it is a value of another file and has no lines of its own.
  package var fixedPlace: SourcePlace?

  /// A text that stands in the file at `path`, `offset` from its beginning.
  package init(_ text: String, path: String, offset: TextOffset = TextOffset()) {
    self.text = text
    self.path = path
    self.offset = offset
  }

  /// A text whose problems are all told at `place`.
  package init(_ text: String, at place: SourcePlace) {
    self.text = text
    path = place.file
    offset = TextOffset()
    fixedPlace = place
  }
}

/// Turns libcmark's lines and byte columns into places of the file.
struct PlaceMap {
  private let source: MarkdownSource
  private let bytes: [UInt8]
  /// Where each line starts, in bytes; a last one where the text ends.
  private let lineStarts: [Int]
  /// How many characters begin before each multiple of ``step`` bytes, so that a column in a long line costs no more
  /// than one in a short line.
  private let characters: [Int]
  private static let step = 256
  private let markers: [Int: [Int]]
  /// The text's definitions of links, which hold in its tables' cells too.
  let references: String

  init(_ source: MarkdownSource, markers: [Int: [Int]]) {
    self.source = source
    self.markers = markers
    bytes = Array(source.text.utf8)
    var starts = [0]
    var characters: [Int] = []
    var count = 0
    for (position, byte) in bytes.enumerated() {
      if position % Self.step == 0 { characters.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte == 10 { starts.append(position + 1) }
    }
    characters.append(count)
    starts.append(bytes.count + 1)
    lineStarts = starts
    self.characters = characters
    references = Self.references(in: bytes, starts)
  }

  /// The place of a node. When the line does not hold `sign` there, the lines above are tried: libcmark gives a link
  /// the line of its end.
  func place(line: Int, byteColumn: Int, sign: Set<UInt8> = []) -> SourcePlace {
    if let place = source.fixedPlace { return place }
    var line = line
    if !sign.isEmpty {
      let candidates = (max(1, line - 20)...max(1, line)).reversed()
      line = candidates.first { holds(sign, line: $0, byteColumn: byteColumn) } ?? line
    }
    return SourcePlace(
      source.path, line: line + source.offset.lines,
      column: column(line: line, byteColumn: byteColumn) + source.offset.columns)
  }

  /// Lines above the text that starts under the fence at `line`, and the columns left of it.
  func bodyOffset(fenceLine line: Int, byteColumn: Int) -> TextOffset {
    TextOffset(
      lines: line + source.offset.lines, columns: column(line: line, byteColumn: byteColumn) - 1 + source.offset.columns
    )
  }

  /// A text in the same file, or with the same fixed place.
  func inner(_ text: String, offset: TextOffset) -> MarkdownSource {
    var inner = MarkdownSource(text, path: source.path, offset: offset)
    inner.fixedPlace = source.fixedPlace
    return inner
  }

  /// The bytes of a line, without its end.
  func bytes(ofLine line: Int) -> ArraySlice<UInt8> { bytes[range(of: line)] }

  /// The bytes of a node's first line, from the node on.
  func bytes(of node: CMarkNode) -> ArraySlice<UInt8> {
    bytes(ofLine: node.line).dropFirst(max(0, original(line: node.line, byteColumn: node.byteColumn) - 1))
  }

  /// Whether a code block has a fence that nothing ends.
  func isOpenFence(_ node: CMarkNode) -> Bool {
    let first = bytes(of: node)
    guard let sign = first.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return false }
    let count = first.prefix { $0 == sign }.count
    guard count >= 3 else { return false }
    guard node.lastLine > node.line else { return true }
    let last = bytes(ofLine: node.lastLine).drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    return last.prefix { $0 == sign }.count < count
      || !last.drop { $0 == sign }.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  /// Whether a backslash stands before the name in braces that would make a code span a role: `` \{data}`x` ``.
  func isEscapedRole(_ span: CMarkNode) -> Bool {
    let column = original(line: span.line, byteColumn: span.byteColumn) - 1
    var before = bytes(ofLine: span.line).prefix(max(0, column))
    while before.last == UInt8(ascii: "`") { before.removeLast() }
    guard before.last == UInt8(ascii: "}"), let open = before.lastIndex(of: UInt8(ascii: "{")) else { return false }
    return before[..<open].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// Where these bytes stand in the lines without a backslash before them, as a place of the file; `nil` where they do not.
  func place(of text: String, in lines: ClosedRange<Int>) -> SourcePlace? {
    let sought = Array(text.utf8)
    for line in lines {
      var rest = bytes(ofLine: line)
      while let found = rest.firstRange(of: sought) {
        let backslashes = rest[..<found.lowerBound].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
        if backslashes % 2 == 0 { return place(line: line, byte: found.lowerBound) }
        rest = rest[found.upperBound...]
      }
    }
    return nil
  }

  /// Lines that look like definitions of links: `[name]: address`.
  private static func references(in bytes: [UInt8], _ starts: [Int]) -> String {
    var found: [UInt8] = []
    for (start, next) in zip(starts, starts.dropFirst()) where start < next - 1 {
      let line = bytes[start..<next - 1].drop { $0 == 0x20 }
      if line.first == UInt8(ascii: "["), line.firstRange(of: "]:".utf8) != nil { found += line + [0x0A] }
    }
    return String(decoding: found, as: UTF8.self)
  }

  /// The place of a byte of the text.
  func place(line: Int, byte position: Int) -> SourcePlace {
    if let place = source.fixedPlace { return place }
    return SourcePlace(
      source.path, line: line + source.offset.lines,
      column: charactersBefore(position) - charactersBefore(range(of: line).lowerBound) + 1 + source.offset.columns)
  }

  private func original(line: Int, byteColumn: Int) -> Int {
    guard let columns = markers[line] else { return byteColumn }
    // The columns rise, so that those before are found by halving.
    var (low, high) = (0, columns.count)
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < byteColumn { low = middle + 1 } else { high = middle }
    }
    return byteColumn - EmphasisMarker.bytes.count * low
  }

  private func holds(_ sign: Set<UInt8>, line: Int, byteColumn: Int) -> Bool {
    let range = range(of: line)
    let position = range.lowerBound + max(0, original(line: line, byteColumn: byteColumn) - 1)
    return range.contains(position) && sign.contains(bytes[position])
  }

  private func column(line: Int, byteColumn: Int) -> Int {
    let range = range(of: line)
    let end = min(range.upperBound, range.lowerBound + max(0, original(line: line, byteColumn: byteColumn) - 1))
    return charactersBefore(end) - charactersBefore(range.lowerBound) + 1
  }

  private func charactersBefore(_ position: Int) -> Int {
    let mark = position / Self.step
    return characters[mark] + bytes[(mark * Self.step)..<position].count { $0 & 0xC0 != 0x80 }
  }

  /// Where the line stands, without its end.
  private func range(of line: Int) -> Range<Int> {
    guard line >= 1, line < lineStarts.count else { return 0..<0 }
    return lineStarts[line - 1]..<lineStarts[line] - 1
  }
}
