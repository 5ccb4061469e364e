internal import Bytes
internal import Diagnostics

/// How a report is written.
package enum ReportKind: String, Sendable, CaseIterable {
  case json, csv

  /// The kind that a file's name promises.
  package init?(name: String) {
    guard let kind = Self.allCases.first(where: { name.lowercased().hasSuffix(".\($0.rawValue)") }) else { return nil }
    self = kind
  }

  /// The CSV report's first line, with the mark that makes spreadsheets read UTF-8.
  ///
  /// - Parameter hasForms: whether it is of a batch of several forms, whose names stand first.
  static func csvHeader(hasForms: Bool) -> String {
    "\u{FEFF}" + (hasForms ? "form," : "") + "row,line,state,file,sha256,diagnostics\r\n"
  }

  static func csv(_ row: BatchRow, in language: MessageLanguage) -> String {
    let problems = row.problems.map { problem in
      let place = problem.diagnostic.place.map { "\($0.line ?? row.line):\($0.column ?? 1) " } ?? ""
      let hint = problem.diagnostic.hint(in: language).map { " " + $0 } ?? ""
      return place + (problem.field.map { "\($0): " } ?? "") + problem.diagnostic.summary(in: language) + hint
        + " [\(problem.diagnostic.id)]"
    }
    let cells =
      (row.form.map { [$0] } ?? []) + [
        "\(row.row)", "\(row.line)", row.state.rawValue, row.file?.name ?? "",
        row.file.map { Hexadecimal.text($0.digest) } ?? "",
        problems.isEmpty ? "" : quoted(problems.joined(separator: "\n")),
      ]
    return cells.joined(separator: ",") + "\r\n"
  }

  /// A cell in quotation marks. Those inside are doubled one by one: with a combining mark behind it, one is to Swift
  /// another character.
  private static func quoted(_ text: String) -> String {
    var cell = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { cell.append(scalar) }
      cell.append(scalar)
    }
    cell.append("\"")
    return String(cell)
  }

  /// A row as an element of the JSON report's list, with the comma before it.
  static func json(_ row: BatchRow, in language: MessageLanguage) -> [UInt8] {
    var writer = JSONByteWriter(.misleading)
    writer.raw(",\n")
    writer.object { writer in
      if let form = row.form { writer.member("form", form) }
      writer.member("row", row.row)
      writer.member("line", row.line)
      writer.member("state", row.state.rawValue)
      if let file = row.file {
        writer.member("file", file.name)
        writer.member("sha256", Hexadecimal.text(file.digest))
      }
      writer.key("diagnostics")
      writer.array(row.problems) { writer, problem in
        writer.object { write(problem, in: language, &$0) }
      }
    }
    return writer.bytes
  }

  private static func write(_ problem: RowProblem, in language: MessageLanguage, _ writer: inout JSONByteWriter) {
    writer.member("severity", problem.diagnostic.severity.rawValue)
    writer.member("id", problem.diagnostic.id)
    if let field = problem.field { writer.member("field", field) }
    if let line = problem.diagnostic.place?.line { writer.member("line", line) }
    if let column = problem.diagnostic.place?.column { writer.member("column", column) }
    writer.member("message", problem.diagnostic.summary(in: language))
    if let hint = problem.diagnostic.hint(in: language) { writer.member("hint", hint) }
  }
}
