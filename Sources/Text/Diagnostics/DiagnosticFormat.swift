/// How problems are printed.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// `file:line:col: error: … [id]`, and the hint on a line of its own.
  case text
  /// One JSON object a line.
  case json

  /// The problem as it is printed, without a final line break.
  package func lines(for diagnostic: Diagnostic) -> String {
    switch self {
    case .text:
      let place = diagnostic.place.map { "\($0): " } ?? ""
      let head = "\(place)\(diagnostic.severity.rawValue): \(diagnostic.summary) [\(diagnostic.id)]"
      guard let hint = diagnostic.hint else { return visible(head) }
      return visible(head) + "\n  hint: " + visible(hint)
    case .json:
      var members = [
        "\"severity\":\(JSONText.quoted(diagnostic.severity.rawValue))",
        "\"id\":\(JSONText.quoted(diagnostic.id))",
      ]
      if let place = diagnostic.place {
        members.append("\"file\":\(JSONText.quoted(place.file))")
        if let line = place.line { members.append("\"line\":\(line)") }
        if let column = place.column { members.append("\"column\":\(column)") }
      }
      members.append("\"summary\":\(JSONText.quoted(VisibleText.shortened(diagnostic.summary)))")
      if let hint = diagnostic.hint { members.append("\"hint\":\(JSONText.quoted(VisibleText.shortened(hint)))") }
      return "{" + members.joined(separator: ",") + "}"
    }
  }

  /// Text that a terminal shows as it is, cut where it is too long to be read.
  private func visible(_ text: String) -> String { VisibleText.escaped(VisibleText.shortened(text)) }
}

/// Text as JSON writes it (RFC 8259 §7).
package enum JSONText {
  /// The text in quotation marks, control characters and quotes escaped.
  package static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x10000 && VisibleText.misleads(scalar):
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
