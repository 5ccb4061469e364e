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
  /// Where each line starts, in bytes; a last one where the text ends.
  private let lineStarts: [Int]
  private let markers: [Int: [Int]]

  init(_ source: MarkdownSource, markers: [Int: [Int]]) {
    self.source = source
    self.markers = markers
    var starts = [0]
    var text = source.text
    text.withUTF8 { bytes in
      for (position, byte) in bytes.enumerated() where byte == 10 { starts.append(position + 1) }
      starts.append(bytes.count + 1)
    }
    lineStarts = starts
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

  private func original(line: Int, byteColumn: Int) -> Int {
    guard let columns = markers[line] else { return byteColumn }
    return byteColumn - EmphasisMarker.bytes.count * columns.count { $0 < byteColumn }
  }

  private func holds(_ sign: Set<UInt8>, line: Int, byteColumn: Int) -> Bool {
    let bytes = bytes(of: line).dropFirst(original(line: line, byteColumn: byteColumn) - 1)
    return bytes.first.map(sign.contains) ?? false
  }

  private func column(line: Int, byteColumn: Int) -> Int {
    bytes(of: line).prefix(max(0, original(line: line, byteColumn: byteColumn) - 1)).count { $0 & 0xC0 != 0x80 } + 1
  }

  /// The line as it is written, without its end.
  private func bytes(of line: Int) -> Substring.UTF8View {
    guard line >= 1, line < lineStarts.count else { return "".utf8[...] }
    let text = source.text.utf8
    let start = text.index(text.startIndex, offsetBy: lineStarts[line - 1])
    return text[start..<text.index(start, offsetBy: lineStarts[line] - lineStarts[line - 1] - 1)]
  }
}
