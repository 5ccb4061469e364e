package import Diagnostics

/// Some rows one after another, written out as the reports and the console take them.
package struct DeliveredRows: Sendable {
  /// How these rows ended.
  package private(set) var count = BatchCount()
  /// Members of the JSON report's list, each with a comma before it.
  package private(set) var json: [UInt8] = []
  /// Lines of the CSV report.
  package private(set) var csv: [UInt8] = []
  /// For the console: errors, and the warnings of rows that failed, which may tell why.
  package private(set) var reported: [Diagnostic] = []

  private let kinds: Set<ReportKind>
  private let language: MessageLanguage

  /// No rows yet; reports of these kinds, in a language.
  init(kinds: Set<ReportKind>, language: MessageLanguage) {
    self.kinds = kinds
    self.language = language
  }

  mutating func add(_ row: BatchRow) {
    count.add(row)
    if kinds.contains(.json) { json += ReportKind.json(row, in: language) }
    if kinds.contains(.csv) { csv += ReportKind.csv(row, in: language).utf8 }
    if row.state == .failed { reported += row.problems.map(\.diagnostic) }
  }
}
