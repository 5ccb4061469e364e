package import Diagnostics
package import RecordStreams
internal import Tables
package import Workbooks

/// Where the records of a batch come from.
package struct RecordSource: ~Copyable {
  private let text: TextSource?
  private let workbook: WorkbookRows?
  private var row = 0
  /// Rows that were passed over because they are remarks.
  private var remarks = 0
  private var leavesOutRemarks = false
  /// What messages call the file.
  package let path: String
  /// Bytes of the whole file, when it is one.
  package let size: Int?

  /// Records of a text file.
  package init(_ stream: consuming RecordStream) {
    path = stream.path
    size = stream.size
    text = TextSource(stream)
    workbook = nil
  }

  /// Rows of a workbook's sheet.
  package init(_ workbook: WorkbookRows) {
    self.workbook = workbook
    path = workbook.path
    size = workbook.size
    text = nil
  }

  /// Bytes taken from the file, nearly.
  package var bytesRead: Int {
    if let workbook { return workbook.bytesRead }
    return text?.stream.bytesRead ?? 0
  }

  /// Why reading ended before the file did.
  package var failure: Diagnostic? {
    if let workbook { return workbook.failure }
    return text?.stream.failure
  }

  /// Counts the next record as the first row.
  ///
  /// - Parameters:
  ///   - columns: how many cells a row has.
  ///   - leavingOutRemarks: whether records whose first cell begins with `#` are passed over.
  package mutating func beginRows(columns: Int, leavingOutRemarks: Bool) {
    row = 0
    leavesOutRemarks = leavingOutRemarks
    text?.stream.leavesOutRemarks = leavingOutRemarks
    text?.stream.beginRows(columns: columns)
  }

  /// What is told of the source once its rows are read.
  package mutating func takeRemarks() -> [Diagnostic] {
    var told = (workbook?.remarks ?? []) + [workbook?.lastRemark].compactMap { $0 }
    if remarks > 0 {
      told.append(.warning("records.remarks", at: SourcePlace(path), ["count": .number(remarks)]))
    }
    return told
  }

  /// The next record; `nil` at the end, when stopped, and after a ``failure``.
  package mutating func next() -> RawRecord? {
    guard let workbook else {
      let record = text?.stream.next()
      remarks = text?.stream.remarks ?? 0
      return record
    }
    while let found = workbook.next() {
      if !found.isTooLarge, found.cells.allSatisfy({ $0.flaw == nil && TableText.isBlank($0.text) }) { continue }
      if leavesOutRemarks, let first = found.cells.first, TableText.isRemark(first.text) {
        remarks += 1
        continue
      }
      row += 1
      var record = RawRecord(row: row, line: found.number, cells: found.cells)
      if found.isTooLarge {
        record.cells = nil
        record.flaw = .tooLarge
      }
      return record
    }
    return nil
  }
}

/// A stream that one of two kinds of source has; a source is used by one thread at a time.
private final class TextSource: @unchecked Sendable {
  var stream: RecordStream

  init(_ stream: consuming RecordStream) { self.stream = stream }
}
