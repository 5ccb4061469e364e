internal import Bytes

/// How problems are printed.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// `file:line:col: error: … [id]`, and the hint on a line of its own.
  case text
  /// One JSON object a line.
  case json

  /// The problem as it is printed in a language, without a final line break. Severity and id are the same in all of
  /// them, because editors read them.
  package func lines(for diagnostic: Diagnostic, in language: MessageLanguage = .english) -> String {
    let summary = diagnostic.summary(in: language)
    let hint = diagnostic.hint(in: language)
    switch self {
    case .text:
      let place = diagnostic.place.map { "\($0): " } ?? ""
      let head = "\(place)\(diagnostic.severity.rawValue): \(summary) [\(diagnostic.id)]"
      guard let hint else { return visible(head) }
      return visible(head) + (language == .chinese ? "\n  提示：" : "\n  hint: ") + visible(hint)
    case .json:
      var writer = JSONByteWriter(.misleading)
      writer.object { writer in
        writer.member("severity", diagnostic.severity.rawValue)
        writer.member("id", diagnostic.id)
        if let place = diagnostic.place {
          writer.member("file", place.file)
          if let line = place.line { writer.member("line", line) }
          if let column = place.column { writer.member("column", column) }
        }
        writer.member("summary", VisibleText.shortened(summary))
        if let hint { writer.member("hint", VisibleText.shortened(hint)) }
      }
      return String(decoding: writer.bytes, as: UTF8.self)
    }
  }

  /// Text that a terminal shows as it is, cut where it is too long to be read.
  private func visible(_ text: String) -> String { VisibleText.escaped(VisibleText.shortened(text)) }
}
