internal import Diagnostics
internal import FormDefinition
internal import FormMessages

/// Which records of a batch were there before, among the first half a million different ones of each form.
struct RepeatedRecords {
  private static let most = 1 << 19
  /// The row of each record by its hash, for each form.
  private var rows: [[UInt64: Int32]]
  private var count = 0
  private var first: (row: Int, other: Int)?

  init(forms: Int) { rows = Array(repeating: [:], count: forms) }

  /// The row, with a warning where its record is the same as an earlier row's; rows come in order.
  mutating func noting(_ row: BatchRow, _ path: String, _ messages: MessageCatalog) -> BatchRow {
    guard let hash = row.recordHash else { return row }
    guard let other = rows[row.task][hash] else {
      if rows[row.task].count < Self.most { rows[row.task][hash] = Int32(clamping: row.row) }
      return row
    }
    count += 1
    if first == nil { first = (row.row, Int(other)) }
    var row = row
    let place = SourcePlace(path, line: row.line, column: 1)
    row.problems.append(RowProblem(messages.warning(.repeatedRow, at: place, [("other", "\(other)")])))
    return row
  }

  /// Told at the end, where there were any.
  func remark(_ path: String) -> Diagnostic? {
    first.map { first in
      .warning(
        "records.repeated", at: SourcePlace(path),
        ["count": .number(count), "row": .number(first.row), "other": .number(first.other)])
    }
  }
}
