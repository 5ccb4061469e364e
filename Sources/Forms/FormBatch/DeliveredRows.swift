package import Diagnostics
package import FormDefinition

/// What reports of a batch show, and in which words.
package struct ReportStyle: Sendable {
  /// Which kinds there are.
  package var kinds: Set<ReportKind>
  /// In whose words.
  package var messages: MessageCatalog
  /// Whether it is a batch of several forms, whose names stand first.
  package var hasForms: Bool
  /// Keys and labels of the fields whose answers are shown.
  package var columns: [(key: String, label: String)]
  /// Whether the records come from a workbook, whose cells are called `B3`.
  package var hasSheet: Bool

  /// Reports of these kinds.
  package init(
    kinds: Set<ReportKind>, messages: MessageCatalog, hasForms: Bool = false,
    columns: [(key: String, label: String)] = [], hasSheet: Bool = false
  ) {
    self.kinds = kinds
    self.messages = messages
    self.hasForms = hasForms
    self.columns = columns
    self.hasSheet = hasSheet
  }

  var language: MessageLanguage { messages.programLanguage }
}

/// Some rows one after another, written out as the reports and the console take them.
package struct DeliveredRows: Sendable {
  /// How these rows ended.
  package private(set) var count = BatchCount()
  /// Members of the JSON report's list, each with a comma before it.
  package private(set) var json: [UInt8] = []
  /// Lines of the CSV report.
  package private(set) var csv: [UInt8] = []
  /// Rows of the workbook, and whether they failed.
  package private(set) var sheet: [(cells: [String], isFailed: Bool)] = []
  /// For the console: errors, and the warnings of rows that failed, which may tell why.
  package private(set) var reported: [Diagnostic] = []

  private let style: ReportStyle

  /// No rows yet.
  init(style: ReportStyle) { self.style = style }

  mutating func add(_ row: BatchRow) {
    count.add(row)
    if style.kinds.contains(.json) { json += ReportKind.json(row, style) }
    if style.kinds.contains(.csv) { csv += ReportKind.csv(row, style) }
    if style.kinds.contains(.xlsx) { sheet.append((ReportKind.cells(row, style), row.state == .failed)) }
    if row.state == .failed { reported += row.problems.map(\.diagnostic) }
  }
}
