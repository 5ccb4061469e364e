/// Finds where a record ends, byte by byte, in UTF-8 and in GB 18030 alike: no byte that means something here
/// (quotation mark, separator, line break) is part of a longer character in either.
package struct RecordCut {
  /// What was found.
  package enum Outcome: Equatable {
    /// The record's bytes without its line break, and with it.
    case end(content: Int, consumed: Int)
    /// A quotation mark at this byte is wrong.
    case flaw(Int)
    case needsMore
  }

  private enum State { case cellStart, plain, quoted, closed, closedReturn }

  /// `nil` where a record is a line.
  private let separator: UInt8?
  /// So many separators in a cell with a line break are those of further records.
  private let mostInside: Int
  private var (breaksInside, separatorsInside) = (0, 0)
  private var state = State.cellStart
  private var quote = 0
  /// Bytes looked at.
  private var offset = 0
  /// Where the record's first line ends.
  package private(set) var firstBreak: Int?
  /// Line breaks inside the record.
  package private(set) var innerBreaks = 0

  /// Cuts records of cells with this separator between them, or lines where there is none.
  ///
  /// - Parameter columns: how many cells a record has, where that is known. A cell in quotation marks with a line break and
  ///   as many separators as part them has swallowed other records: its first quotation mark was no beginning. Tabs are
  ///   in no cell that has line breaks.
  package init(_ separator: CellSeparator?, columns: Int? = nil) {
    self.separator = separator?.byte
    mostInside = separator == .tab ? 1 : columns.map { max($0 - 1, 2) } ?? .max
  }

  /// Goes on with `bytes`, which start where the record starts and hold more than before.
  package mutating func scan(_ bytes: UnsafeRawBufferPointer) -> Outcome {
    separator.map { scanCells(bytes, $0) } ?? scanLine(bytes)
  }

  /// What the end of the file means.
  package func atEnd(_ count: Int) -> Outcome {
    state == .quoted || state == .closedReturn ? .flaw(quote) : .end(content: count, consumed: count)
  }

  private mutating func scanLine(_ bytes: UnsafeRawBufferPointer) -> Outcome {
    while offset < bytes.count {
      if bytes[offset] == 10 { return end(bytes) }
      offset += 1
    }
    return .needsMore
  }

  private mutating func scanCells(_ bytes: UnsafeRawBufferPointer, _ separator: UInt8) -> Outcome {
    while offset < bytes.count {
      let byte = bytes[offset]
      switch (state, byte) {
      case (.quoted, 34): state = .closed
      case (.quoted, 10):
        if firstBreak == nil { firstBreak = offset }
        innerBreaks += 1
        breaksInside += 1
        if separatorsInside >= mostInside { return .flaw(quote) }
      case (.quoted, separator):
        separatorsInside += 1
        if breaksInside > 0, separatorsInside >= mostInside { return .flaw(quote) }
      case (.quoted, _): break
      case (.closed, 34): state = .quoted
      case (.closed, 13): state = .closedReturn
      case (.closedReturn, 10), (_, 10): return end(bytes)
      case (.closedReturn, _): return .flaw(offset - 1)
      case (_, separator): state = .cellStart
      case (.closed, _): return .flaw(firstBreak == nil ? offset : quote)
      case (.cellStart, 34):
        state = .quoted
        quote = offset
        (breaksInside, separatorsInside) = (0, 0)
      case (.plain, 34): return .flaw(offset)
      case (_, _): state = .plain
      }
      offset += 1
    }
    return .needsMore
  }

  private func end(_ bytes: UnsafeRawBufferPointer) -> Outcome {
    let hasReturn = offset > 0 && bytes[offset - 1] == 13
    return .end(content: hasReturn ? offset - 1 : offset, consumed: offset + 1)
  }
}
