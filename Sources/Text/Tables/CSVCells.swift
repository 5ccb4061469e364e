/// The cells of one record of a table in text, RFC 4180 with any separator, and where each begins.
package struct CSVCells: Sendable {
  /// One cell's place; its text is asked of the record with ``text(_:)``.
  package struct Cell: Sendable, Equatable {
    /// Line of the cell's first character, from 1.
    package var line: Int
    /// Its column in Unicode scalars, from 1; a quotation mark counts.
    package var column: Int
    fileprivate var content: Range<Int>
    fileprivate var hasDoubledQuotes = false
  }

  private let bytes: [UInt8]
  /// In the record's order, one at least: an empty record has one empty cell.
  package private(set) var cells: [Cell] = []

  /// Parts a record in UTF-8 that ``RecordCut`` found to be whole and that begins in `line`.
  package init(_ bytes: [UInt8], line: Int, separator: CellSeparator = .comma) {
    self.bytes = bytes
    cells.reserveCapacity(64)
    bytes.withUnsafeBufferPointer { part($0, line: line, separator: separator.byte) }
  }

  /// The cell's text: without its quotation marks, doubled ones single.
  package func text(_ cell: Cell) -> ArraySlice<UInt8> {
    guard cell.hasDoubledQuotes else { return bytes[cell.content] }
    var text: [UInt8] = []
    var isSecond = false
    for byte in bytes[cell.content] {
      isSecond = byte == 34 && !isSecond
      if !isSecond { text.append(byte) }
    }
    return text[...]
  }

  private mutating func part(_ bytes: UnsafeBufferPointer<UInt8>, line: Int, separator: UInt8) {
    var line = line
    var column = 1
    var at = 0
    while true {
      var cell = Cell(line: line, column: column, content: at..<at)
      if at < bytes.count, bytes[at] == 34 {
        at += 1
        column += 1
        let start = at
        while at < bytes.count {
          if bytes[at] == 34 {
            guard at + 1 < bytes.count, bytes[at + 1] == 34 else { break }
            cell.hasDoubledQuotes = true
            at += 1
            column += 1
          }
          if bytes[at] == 10 {
            line += 1
            column = 1
          } else if bytes[at] & 0xC0 != 0x80 {
            column += 1
          }
          at += 1
        }
        cell.content = start..<at
        at += 1
        column += 1
      } else {
        while at < bytes.count, bytes[at] != separator {
          if bytes[at] & 0xC0 != 0x80 { column += 1 }
          at += 1
        }
        cell.content = cell.content.lowerBound..<at
      }
      cells.append(cell)
      guard at < bytes.count else { return }
      at += 1
      column += 1
    }
  }
}
