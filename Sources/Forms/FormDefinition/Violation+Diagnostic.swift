package import Diagnostics
package import FormModel
package import FormMessages
internal import FormRecords

extension FormRecord {
  /// What is wrong with an answer as a problem with its place.
  package func diagnostic(for violation: Violation, form: CompiledForm, sentences: RecordSentences) -> Diagnostic {
    let place =
      switch violation.subject {
      case .field(let index): places[answers.source(of: index, in: form)]
      case .group(let index): groupPlaces[index]
      }
    return Diagnostic(
      violation.isError ? .error : .warning, "record.\(violation.name)", at: place,
      sentences.sentence(for: violation, in: answers))
  }
}

extension Answers {
  /// An answer as messages may show it; see ``ShownAnswer``.
  package func shown(_ field: Int, form: CompiledForm) -> String {
    withText(field) { String(decoding: ShownAnswer.text(Array($0), in: form.fields[field]), as: UTF8.self) }
  }
}
