package import Diagnostics

/// Some rows one after another, written out as the reports and the console take them.
package struct DeliveredRows: Sendable {
  /// How these rows ended.
  package private(set) var count = BatchCount()
  /// Members of the JSON report's list, each with a comma before it.
  package private(set) var json: [UInt8] = []
  /// Lines of the CSV report.
  package private(set) var csv: [UInt8] = []
  /// Errors for the console.
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
    for problem in row.problems where problem.diagnostic.severity == .error {
      reported.append(problem.diagnostic)
    }
  }
}
