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
  static let csvHeader = "\u{FEFF}row,line,state,file,sha256,diagnostics\r\n"

  static func csv(_ row: BatchRow) -> String {
    let problems = row.problems.map { problem in
      let place = problem.diagnostic.place.map { "\($0.line ?? row.line):\($0.column ?? 1) " } ?? ""
      let hint = problem.diagnostic.hint.map { " " + $0 } ?? ""
      return place + (problem.field.map { "\($0): " } ?? "") + problem.diagnostic.summary + hint
        + " [\(problem.diagnostic.id)]"
    }
    let cells = [
      "\(row.row)", "\(row.line)", row.state.rawValue, row.file?.name ?? "",
      row.file.map { Hexadecimal.text($0.digest) } ?? "",
      problems.isEmpty ? "" : quoted(problems.joined(separator: "\n")),
    ]
    return cells.joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

  static func json(_ row: BatchRow) -> String {
    var members = ["\"row\":\(row.row)", "\"line\":\(row.line)", "\"state\":\"\(row.state.rawValue)\""]
    if let file = row.file {
      members.append("\"file\":\(JSONText.quoted(file.name))")
      members.append("\"sha256\":\"\(Hexadecimal.text(file.digest))\"")
    }
    let problems = row.problems.map { problem in
      var members = [
        "\"severity\":\"\(problem.diagnostic.severity.rawValue)\"", "\"id\":\(JSONText.quoted(problem.diagnostic.id))",
      ]
      if let field = problem.field { members.append("\"field\":\(JSONText.quoted(field))") }
      if let line = problem.diagnostic.place?.line { members.append("\"line\":\(line)") }
      if let column = problem.diagnostic.place?.column { members.append("\"column\":\(column)") }
      members.append("\"message\":\(JSONText.quoted(problem.diagnostic.summary))")
      if let hint = problem.diagnostic.hint { members.append("\"hint\":\(JSONText.quoted(hint))") }
      return "{" + members.joined(separator: ",") + "}"
    }
    members.append("\"diagnostics\":[" + problems.joined(separator: ",") + "]")
    return ",\n{" + members.joined(separator: ",") + "}"
  }
}
