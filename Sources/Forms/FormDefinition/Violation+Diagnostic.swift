package import Diagnostics
package import FormModel

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
      place = self.place(of: index, form: form)
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
      values["code"] = "U+\(String(scalar.value, radix: 16, uppercase: true))"
    }
    var (say, hint) = messages.sentence(for: code, values)
    if case .rule = violation.problem, let given = messages.given, let value = values["value"], !value.isEmpty {
      say += MessageCatalog.fill(given, ["value": value.count > 40 ? value.prefix(40) + "…" : value])
    }
    if let check = violation.check { say = String(decoding: form.checks[check].say, as: UTF8.self) }
    if hint == nil { hint = fieldHint }
    return Diagnostic(violation.isError ? .error : .warning, "record.\(code)", at: place, say, hint: hint)
  }

  /// The answer's place; that of the answer it is a copy of when it was not given itself.
  private func place(of field: Int, form: CompiledForm) -> SourcePlace {
    if !answers.isPresent(field), case .copy(let other, _, _) = form.fields[field].fallback {
      return place(of: other, form: form)
    }
    return places[field]
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
