#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif
#if canImport(FormRecords)
  package import FormRecords
#endif
#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// Says what is wrong with records of one form, in one language. Private values are masked (``ShownAnswer``).
package final class RecordSentences: Sendable {
  /// Most characters of a given value that are repeated.
  private static let longestValue = 40

  private let form: CompiledForm
  private let names: AnswerNames
  /// The language's sentences.
  package let messages: MessageTable

  /// Sentences of `messages` about records of `form`; `names` are the form's, made here where they are not at hand.
  package init(form: CompiledForm, names: AnswerNames? = nil, messages: MessageTable = MessageTable()) {
    self.form = form
    self.names = names ?? AnswerNames(form)
    self.messages = messages
  }

  /// What is wrong with a record's shape.
  package func sentence(for problem: AnswerProblem) -> Sentence {
    var values = MessageValues()
    values.set("found", problem.found.utf8)
    switch problem.kind {
    case .notAMap: break
    // What stands there may be anything of the record, so it is not quoted.
    case .otherForm: values.set("form", form.id)
    case .notAList(_, let name), .notAnElement(_, let name): values.set("label", name)
    case .unknownField(let name, let group):
      var known: [[UInt8]] = []
      for question in names.questions(in: group) where question.isAnswerable {
        known += [question.key, question.label]
      }
      for group in form.groups { known.append(group.key) }
      return messages.unknownField(name, known: known)
    case .byHand(let label): values.set("label", label)
    case .duplicateField(let field), .notOneAnswer(let field): values.set("label", form.fields[field].label)
    }
    return messages.sentence(for: problem.problem, values, english: problem.englishShape)
  }

  /// What an answer breaks. A check's own sentence stands in place of its code's, and a field's hint where its code has
  /// none.
  package func sentence(for violation: Violation, in answers: Answers) -> Sentence {
    var values = MessageValues()
    var given: [UInt8] = []
    var fieldHint: [UInt8]?
    var cases: [StaticString] = []
    if let scalar = violation.scalar { messages.name(scalar, &values) }
    switch violation.subject {
    case .field(let index):
      let field = form.fields[index]
      let answer = answers.withText(index) { Array($0) }
      given = ShownAnswer.text(answer, in: field)
      fieldHint = field.hint
      values.set("label", field.label)
      values.set("value", given)
      if field.minimum != .min || field.maximum != .max { values.set("range", range(of: field)) }
      values.set("options", messages.list(options(of: violation, field)))
      values.set("digits", MessageTable.decimal(Int64(field.digits)))
      if let limit = violation.limit, let text = ExpressionText.text(of: limit, field) {
        values.set("limit", text)
        cases = ["known"]
      } else {
        values.set("limit", MessageTable.decimal(Int64(field.maxLength)))
      }
      let rule = field.rule(chosenBy: answers)
      if let expected = messages.words(of: rule) { values.set("expected", expected) }
      if let scalar = violation.scalar { cases = messages.standardCase(scalar, &values) }
      if case .rule(let code) = violation.problem {
        cases = [rule.name]
        if !answer.isEmpty {
          cases = messages.cases(of: code, rule, answer, limit: Int(field.maxLength), &values)
          // A character of a name and the first one together are half of it or all.
          if field.privacy == .name, cases.count > 1, code != .eLength { given = [] }
        }
      }
    case .group(let index):
      let group = form.groups[index]
      values.set("label", group.title)
      values.set("range", messages.range(Int(group.minimum), Int(group.maximum)))
    }
    var sentence = messages.sentence(for: violation.name, in: cases, values)
    if case .rule = violation.problem, let behind = messages.given, !given.isEmpty {
      sentence.say += behind.filled { $0.elementsEqual(("value" as StaticString).bytes) ? Self.shortened(given) : nil }
    }
    if let check = violation.check, let say = own(form.checks[check].say) { sentence.say = say }
    if sentence.hint == nil { sentence.hint = fieldHint }
    return sentence
  }

  /// A check's own sentence in the language of the messages.
  private func own(_ said: [[UInt8]]) -> [UInt8]? {
    var place = 0
    while place + 1 < said.count {
      if said[place] == messages.language { return said[place + 1] }
      place += 2
    }
    return said.count > 1 ? said[1] : nil
  }

  /// The options of a choice; what is asked, where one answer of several is.
  private func options(of violation: Violation, _ field: CompiledField) -> [[UInt8]] {
    guard let check = violation.check, case .oneOf(let fields) = form.checks[check].kind else {
      return field.options.map { $0.label }
    }
    return fields.map { form.fields[Int($0)].label }
  }

  /// The numbers that a field takes, such as 1–99.
  private func range(of field: CompiledField) -> [UInt8] {
    messages.range(
      field.minimum == .min ? nil : ExpressionText.number(field.minimum, digits: field.digits),
      field.maximum == .max ? nil : ExpressionText.number(field.maximum, digits: field.digits))
  }

  /// The first characters of a long value.
  package static func shortened(_ value: [UInt8]) -> [UInt8] {
    let scalars = UnicodeText.scalars(value)
    guard scalars.count > longestValue else { return value }
    var short: [UInt8] = []
    for scalar in scalars.prefix(longestValue) { short.appendUTF8(scalar) }
    return short + ("…" as StaticString).utf8
  }

}

extension CompiledField {
  /// The rule that its text keeps, given a record's answers.
  fileprivate func rule(chosenBy answers: Answers) -> Rule {
    switch rule {
    case .one(let rule): return rule
    case .chosen(let deciding, let cases, let otherwise):
      let options = answers.options(deciding)
      return cases.first { options & (1 << UInt64($0.option)) != 0 }?.rule ?? otherwise
    }
  }
}

#if !hasFeature(Embedded)
  extension RecordSentences {
    /// The same on a name that the form does not have, without looking for the one that was meant: that takes time, and
    /// nobody reads it a thousand times.
    package func sentence(forUnknown name: [UInt8]) -> Sentence { messages.unknownField(name, known: []) }
  }
#endif
