internal import Bytes
internal import Diagnostics
internal import FormDefinition
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

  /// The CSV report's first line, with the mark that makes spreadsheets read UTF-8.
  static func csvHeader(_ style: ReportStyle) -> String {
    let names = (style.hasForms ? ["form"] : []) + ["row", "line"] + style.columns.map(\.key)
    return "\u{FEFF}" + (names + ["state", "file", "sha256", "diagnostics"]).joined(separator: ",") + "\r\n"
  }

  static func csv(_ row: BatchRow, _ style: ReportStyle) -> String {
    let problems = problems(row, style, hasKeys: true)
    let cells =
      (row.form.map { [$0] } ?? []) + ["\(row.row)", "\(row.line)"]
      + shown(row, style).map { TableText.csv(harmless($0)) } + [
        row.state.rawValue, TableText.csv(row.file?.name ?? ""), row.file.map { Hexadecimal.text($0.digest) } ?? "",
        TableText.csv(problems.joined(separator: "\n"), isQuoted: true),
      ]
    return cells.joined(separator: ",") + "\r\n"
  }

  /// What is told of a row, a line each.
  ///
  /// - Parameter hasKeys: whether the fields' keys stand before the sentences, for programs; these have the labels.
  private static func problems(_ row: BatchRow, _ style: ReportStyle, hasKeys: Bool) -> [String] {
    let language = style.language
    return row.problems.map { problem in
      let place = problem.diagnostic.place.map { place in
        (cell(of: problem, style) ?? "\(place.line ?? row.line):\(place.column ?? 1)") + " "
      }
      let hint = problem.diagnostic.hint(in: language).map { " " + $0 } ?? ""
      return (place ?? "") + (hasKeys ? problem.field.map { "\($0): " } ?? "" : "")
        + problem.diagnostic.summary(in: language) + hint
        + " [\(problem.diagnostic.id)]"
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

  /// A cell that no spreadsheet takes for a formula: what begins like one may come from anybody's PDF.
  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) else { return text }
    return "'" + text
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
