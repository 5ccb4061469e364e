internal import Bytes
internal import Diagnostics
internal import FormDefinition
internal import FormTables
internal import Tables

/// How a report is written.
package enum ReportKind: String, Sendable, CaseIterable {
  case json, csv, xlsx

  /// The kind that a file's name promises.
  package init?(name: String) {
    guard let kind = Self.allCases.first(where: { name.lowercased().hasSuffix(".\($0.rawValue)") }) else { return nil }
    self = kind
  }

  // MARK: CSV

  static func csvHeader(_ style: ReportStyle) -> [UInt8] {
    CSVReport.header(hasForms: style.hasForms, columns: style.columns.map { Array($0.key.utf8) })
  }

  static func csv(_ row: BatchRow, _ style: ReportStyle) -> [UInt8] {
    var line = CSVReport.Row(form: row.form.map { Array($0.utf8) }, number: row.row, line: row.line)
    line.shown = shown(row, style).map { Array($0.utf8) }
    line.state = Array(row.state.rawValue.utf8)
    line.file = Array(row.file?.name.utf8 ?? "".utf8)
    line.digest = row.file?.digest ?? []
    line.problems = problems(row, style, hasKeys: true).map { Array($0.utf8) }
    return CSVReport.line(line)
  }

  /// What is told of a row, a line each.
  ///
  /// - Parameter hasKeys: whether the fields' keys stand before the sentences, for programs; these have the labels.
  private static func problems(_ row: BatchRow, _ style: ReportStyle, hasKeys: Bool) -> [String] {
    let language = style.language
    return row.problems.map { problem in
      let diagnostic = problem.diagnostic
      let place = diagnostic.place.map { place in
        cell(of: problem, style) ?? "\(place.line ?? row.line):\(place.column ?? 1)"
      }
      let line = CSVReport.problem(
        at: place.map { Array($0.utf8) }, key: hasKeys ? problem.field.map { Array($0.utf8) } : nil,
        say: Array(diagnostic.summary(in: language).utf8), hint: diagnostic.hint(in: language).map { Array($0.utf8) },
        id: Array(diagnostic.id.utf8))
      return String(decoding: line, as: UTF8.self)
    }
  }

  /// The cell that a problem is about, as spreadsheets call it; `nil` where the records are no sheet.
  private static func cell(of problem: RowProblem, _ style: ReportStyle) -> String? {
    guard style.hasSheet, let line = problem.diagnostic.place?.line, let column = problem.diagnostic.place?.column
    else {
      return nil
    }
    return TableText.letters(column - 1) + "\(line)"
  }

  /// Answers that are shown; none of a row that does not tell them.
  private static func shown(_ row: BatchRow, _ style: ReportStyle) -> [String] {
    style.columns.indices.map { $0 < row.shown.count ? row.shown[$0] : "" }
  }

  // MARK: Workbook

  /// Titles of a workbook's columns, in the words of its readers, and how wide they are.
  static func titles(_ style: ReportStyle) -> [(title: String, width: Double)] {
    func word(_ phrase: BatchPhrase) -> String { style.messages.phrase(phrase, [:]) }
    return (style.hasForms ? [(word(.form), 18)] : []) + [(word(.row), 7), (word(.line), 7)]
      + style.columns.map { ($0.label, 26) } + [
        (word(.state), 9), (word(.file), 30), (word(.problems), 80), ("SHA-256", 70),
      ]
  }

  static func cells(_ row: BatchRow, _ style: ReportStyle) -> [String] {
    let state: BatchPhrase =
      switch row.state {
      case .filled: .filled
      case .unchanged: .unchanged
      case .failed: .failed
      case .notAsked: .unasked
      }
    return (row.form.map { [$0] } ?? []) + ["\(row.row)", "\(row.line)"] + shown(row, style) + [
      style.messages.phrase(state, [:]), row.file?.name ?? "",
      problems(row, style, hasKeys: false).joined(separator: "\n"),
      row.file.map { Hexadecimal.text($0.digest) } ?? "",
    ]
  }

  // MARK: JSON

  /// A row as an element of the JSON report's list, with the comma before it.
  static func json(_ row: BatchRow, _ style: ReportStyle) -> [UInt8] {
    var writer = JSONByteWriter(.misleading)
    writer.raw(",\n")
    writer.object { writer in
      if let form = row.form { writer.member("form", form) }
      writer.member("row", row.row)
      writer.member("line", row.line)
      if !style.columns.isEmpty {
        writer.key("answers")
        writer.object { writer in
          for (column, text) in zip(style.columns, shown(row, style)) { writer.member(column.key, text) }
        }
      }
      writer.member("state", row.state.rawValue)
      if let file = row.file {
        writer.member("file", file.name)
        writer.member("sha256", Hexadecimal.text(file.digest))
      }
      writer.key("diagnostics")
      writer.array(row.problems) { writer, problem in
        writer.object { write(problem, style, &$0) }
      }
    }
    return writer.bytes
  }

  private static func write(_ problem: RowProblem, _ style: ReportStyle, _ writer: inout JSONByteWriter) {
    let language = style.language
    writer.member("severity", problem.diagnostic.severity.rawValue)
    writer.member("id", problem.diagnostic.id)
    if let field = problem.field { writer.member("field", field) }
    if let line = problem.diagnostic.place?.line { writer.member("line", line) }
    if let column = problem.diagnostic.place?.column { writer.member("column", column) }
    if let cell = cell(of: problem, style) { writer.member("cell", cell) }
    writer.member("message", problem.diagnostic.summary(in: language))
    if let hint = problem.diagnostic.hint(in: language) { writer.member("hint", hint) }
  }
}
