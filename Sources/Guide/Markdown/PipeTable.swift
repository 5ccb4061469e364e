internal import Diagnostics

/// A table as it is written, with the lines of the paragraph that libcmark takes it for (GitHub Flavored Markdown,
/// “Tables”): a row of names, a row of hyphens with colons for the alignments, and rows of cells between `|`.
struct PipeTable {
  struct Cell {
    var text: String
    var place: SourcePlace
  }

  private(set) var alignments: [Table.Alignment?] = []
  private(set) var head: [Cell] = []
  private(set) var rows: [[Cell]] = []
  /// The lines before the head, which are a paragraph.
  private(set) var before: MarkdownSource?

  /// `nil` for a paragraph that holds none.
  init?(_ paragraph: CMarkNode, _ places: PlaceMap) {
    let numbers = paragraph.line..<max(paragraph.line + 1, paragraph.lastLine + 1)
    guard numbers.count > 1 else { return nil }
    let quotes = paragraph.quoteDepth
    var lines = [(number: paragraph.line, bytes: Self.trimmed(places.bytes(of: paragraph)))]
    for number in numbers.dropFirst() {
      // A line without the signs of its quotations belongs to the paragraph, but to no table.
      guard let line = Self.content(of: places.bytes(ofLine: number), quotes: quotes) else { break }
      lines.append((number, line))
    }
    for index in lines.indices.dropFirst() {
      guard let alignments = Self.alignments(lines[index].bytes) else { continue }
      let head = Self.cells(of: lines[index - 1], places)
      guard head.count == alignments.count else { continue }
      self.alignments = alignments
      self.head = head
      rows = lines[(index + 1)...].map { Self.cells(of: $0, places) }
      guard index > 1 else { return }
      let text = lines[..<(index - 1)].map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
      let start = places.place(line: lines[0].number, byte: lines[0].bytes.startIndex)
      before = places.inner(
        text, offset: TextOffset(lines: (start.line ?? 1) - 1, columns: (start.column ?? 1) - 1))
      return
    }
    return nil
  }

  /// The line without the signs of its quotations; `nil` where one is missing.
  private static func content(of line: ArraySlice<UInt8>, quotes: Int) -> ArraySlice<UInt8>? {
    var line = line
    for _ in 0..<quotes {
      line = line.drop(while: isBlank)
      guard line.first == UInt8(ascii: ">") else { return nil }
      line = line.dropFirst()
    }
    return trimmed(line)
  }

  /// What a row of hyphens says; `nil` for any other line.
  private static func alignments(_ line: ArraySlice<UInt8>) -> [Table.Alignment?]? {
    guard line.contains(UInt8(ascii: "-")), line.allSatisfy({ isBlank($0) || "|:-".utf8.contains($0) }) else {
      return nil
    }
    var alignments: [Table.Alignment?] = []
    for cell in pieces(of: line) {
      let hyphens = cell.filter { $0 == UInt8(ascii: "-") }.count
      let isLeft = cell.first == UInt8(ascii: ":")
      let isRight = cell.count > 1 && cell.last == UInt8(ascii: ":")
      guard hyphens > 0, cell.count == hyphens + (isLeft ? 1 : 0) + (isRight ? 1 : 0) else { return nil }
      alignments.append(isLeft && isRight ? .center : isLeft ? .left : isRight ? .right : nil)
    }
    return alignments
  }

  private static func cells(of line: (number: Int, bytes: ArraySlice<UInt8>), _ places: PlaceMap) -> [Cell] {
    pieces(of: line.bytes).map { piece in
      var text: [UInt8] = []
      for (index, byte) in zip(piece.indices, piece) {
        let isEscape = byte == UInt8(ascii: "\\") && index + 1 < piece.endIndex && piece[index + 1] == UInt8(ascii: "|")
        if !isEscape { text.append(byte) }
      }
      return Cell(
        text: String(decoding: text, as: UTF8.self), place: places.place(line: line.number, byte: piece.startIndex))
    }
  }

  /// What stands between the `|` that no backslash escapes, without blanks; those at both ends may be left out.
  private static func pieces(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var line = trimmed(line)
    if line.first == UInt8(ascii: "|") { line = line.dropFirst() }
    var pieces: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    var isEscaped = false
    for index in line.indices {
      if line[index] == UInt8(ascii: "|"), !isEscaped {
        pieces.append(trimmed(line[start..<index]))
        start = index + 1
      }
      isEscaped = line[index] == UInt8(ascii: "\\") && !isEscaped
    }
    if start < line.endIndex { pieces.append(trimmed(line[start...])) }
    return pieces
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop(while: isBlank)
    while let last = line.last, isBlank(last) { line.removeLast() }
    return line
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
