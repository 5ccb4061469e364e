internal import Bytes
package import Diagnostics
package import FormModel
internal import FormRecords

extension FormRecord {
  /// What is wrong with an answer as a problem with its place, said in the catalogue's language. A private value is
  /// masked.
  package func diagnostic(for violation: Violation, form: CompiledForm, messages: MessageCatalog) -> Diagnostic {
    let code = "\(violation.name)"
    var values: [String: String] = [:]
    let place: SourcePlace
    var fieldHint: String?
    switch violation.subject {
    case .field(let index):
      let field = form.fields[index]
      place = places[answers.source(of: index, in: form)]
      values["label"] = String(decoding: field.label, as: UTF8.self)
      values["value"] = answers.shown(index, form: form)
      values["limit"] = "\(field.maxLength)"
      values["range"] = field.rangeText
      values["options"] = field.options.map { String(decoding: $0.label, as: UTF8.self) }.joined(
        separator: messages.separator)
      fieldHint = field.hint.map { String(decoding: $0, as: UTF8.self) }
    case .group(let index):
      let group = form.groups[index]
      place = groupPlaces[index]
      values["label"] = String(decoding: group.title, as: UTF8.self)
      values["range"] = "\(group.minimum)–\(group.maximum)"
    }
    if let scalar = violation.scalar.flatMap(Unicode.Scalar.init) {
      values["character"] = "\(scalar)"
      values["code"] = Hexadecimal.codePoint(scalar.value, digits: 1)
    }
    var (say, hint) = messages.sentence(for: code, values)
    if case .rule = violation.problem, let given = messages.given, let value = values["value"], !value.isEmpty {
      say += MessageCatalog.fill(given, ["value": value.count > 40 ? value.prefix(40) + "…" : value])
    }
    if let check = violation.check { say = String(decoding: form.checks[check].say, as: UTF8.self) }
    if hint == nil { hint = fieldHint }
    return Diagnostic(violation.isError ? .error : .warning, "record.\(code)", at: place, say, hint: hint)
  }
}

extension CompiledField {
  /// The numbers it takes, such as 1–99.
  fileprivate var rangeText: String {
    switch (minimum, maximum) {
    case (.min, _): "≤ \(maximum)"
    case (_, .max): "≥ \(minimum)"
    default: "\(minimum)–\(maximum)"
    }
  }
}

extension Answers {
  /// An answer as messages may show it; see ``ShownAnswer``.
  package func shown(_ field: Int, form: CompiledForm) -> String {
    withText(field) { String(decoding: ShownAnswer.text(Array($0), in: form.fields[field]), as: UTF8.self) }
  }
}
