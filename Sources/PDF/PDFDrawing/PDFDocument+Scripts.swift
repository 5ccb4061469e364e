/// JavaScript in ASCII that viewers may run when a field is typed in and when one leaves it (PDF 32000-1 §12.6.3).
package struct PDFFieldScripts: Sendable, Equatable {
  /// Run at each change while one types (`/K`, PDF 32000-1 table 196); `nil` for none.
  package var keystroke: String?
  /// Run when a changed value is left (`/V`, PDF 32000-1 table 196); `nil` for none.
  package var validate: String?

  /// Scripts of a field, none where none are given. ASCII: other characters stand as escapes such as `\u4E2D`.
  package init(keystroke: String? = nil, validate: String? = nil) {
    self.keystroke = keystroke
    self.validate = validate
  }
}

extension PDFDocument {
  /// Adds JavaScript that viewers run when they open the document (PDF 32000-1 §12.6.4.16), such as the functions that
  /// fields call. ASCII.
  package mutating func addScript(_ script: String, name: String) {
    precondition(script.allSatisfy(\.isASCII), "a script writes other characters as escapes")
    let text = library.addStream(Array(script.utf8), deflated: true, entries: [])
    var entries = PDFTokens()
    entries.raw("/JavaScript << /Names [")
    entries.literal(name.utf8)
    entries.raw("<< /S /JavaScript /JS \(text.number) 0 R >> ] >>")
    let names = library.addDictionary()
    library.setEntries(entries.bytes, of: names)
    library.setCatalog("Names", names)
  }

  /// The entry of a field that has scripts, whose dictionary stands elsewhere: filling rewrites fields.
  mutating func actionsEntry(_ scripts: PDFFieldScripts) -> String {
    var entries = PDFTokens()
    for (key, script) in [("/K", scripts.keystroke), ("/V", scripts.validate)] {
      guard let script else { continue }
      entries.raw("\(key) << /S /JavaScript /JS")
      precondition(script.allSatisfy(\.isASCII), "a script writes other characters as escapes")
      entries.literal(script.utf8)
      entries.raw(">>")
    }
    let actions = library.addDictionary()
    library.setEntries(entries.bytes, of: actions)
    return "/AA \(actions.number) 0 R"
  }
}
