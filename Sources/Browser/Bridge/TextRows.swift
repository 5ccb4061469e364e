#if canImport(Tables)
  internal import Tables
#endif

/// Cuts a text into rows of cells.
struct TextRows {
  private static let longestRecord = 1 << 20
  let separator: CellSeparator
  var rows: [PastedTable.Row] = []

  static func read(_ text: [UInt8]) -> TextRows? {
    let rest = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text[3...] : text[...]
    switch CellSeparator.find(in: rest) {
    case .unknown: return nil
    case .written(let separator, let length): return TextRows(separator, Array(rest.dropFirst(length)), from: 2)
    case .counted(let separator): return TextRows(separator, Array(rest), from: 1)
    }
  }

  private init(_ separator: CellSeparator, _ text: [UInt8], from first: Int) {
    self.separator = separator
    var number = first
    var start = 0
    while start < text.count {
      let (content, end, isFlawed) = Self.record(separator, text, start, columns: rows.first?.cells.count)
      let record = Array(text[start..<content])
      if !separator.hasNothingBeside(record) {
        rows.append(
          isFlawed
            ? PastedTable.Row(number: number, cells: Self.parts(record, separator), flaw: .quote)
            : PastedTable.Row(number: number, cells: Self.cells(record, separator)))
      }
      number += 1
      start = end
    }
  }

  /// Where the record that begins at `start` ends, without its line break and with it. One with a quotation mark that is
  /// out of place is its first line.
  private static func record(
    _ separator: CellSeparator, _ text: [UInt8], _ start: Int, columns: Int?
  ) -> (content: Int, end: Int, isFlawed: Bool) {
    var cut = RecordCut(separator, columns: columns)
    // One that is longer has a quotation mark that was never closed.
    let last = min(text.count, start + longestRecord)
    var outcome = text.withUnsafeBytes { cut.scan(UnsafeRawBufferPointer(rebasing: $0[start..<last])) }
    if outcome == .needsMore { outcome = last == text.count ? cut.atEnd(text.count - start) : .flaw(0) }
    if case .end(let content, let consumed) = outcome { return (start + content, start + consumed, false) }
    let lineEnd = text[start...].firstIndex(of: 0x0A) ?? text.count
    let content = lineEnd > start && text[lineEnd - 1] == 0x0D ? lineEnd - 1 : lineEnd
    return (content, min(lineEnd + 1, text.count), true)
  }

  private static func cells(_ record: [UInt8], _ separator: CellSeparator) -> [[UInt8]] {
    let cells = CSVCells(record, line: 1, separator: separator)
    return cells.cells.map { Array(cells.text($0)) }
  }

  /// Cells of a record whose quotation marks mean nothing.
  private static func parts(_ record: [UInt8], _ separator: CellSeparator) -> [[UInt8]] {
    record.split(separator: separator.byte, omittingEmptySubsequences: false).map { Array($0) }
  }
}
