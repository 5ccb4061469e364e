package import FormModel
package import FormPage
package import ZhinanValidation

extension FormDefinition {
  /// The form as a page asks it.
  ///
  /// - Parameters:
  ///   - compiled: this definition, compiled.
  ///   - words: how conditions are said.
  ///   - expectation: what a rule asks, in words.
  package func page(of compiled: CompiledForm, words: FormWords, expectation: (Rule) -> String?) -> FormPage {
    FormPage(
      shortTitle: shortTitle, preparation: preparation,
      sections: sections.map { section in
        let list = section.repetition?.key
        return FormPage.Section(
          title: section.title, repetition: section.repetition.map { $0.page(title: section.title) },
          questions: section.fields.map { field in
            var question = FormPage.Question(
              key: list.map { "\($0)[#].\(field.key)" } ?? field.key, label: field.label, kind: field.kind.page)
            // Elements are alike: the first speaks for all.
            let key = list.map { "\($0)[0].\(field.key)" } ?? field.key
            if let index = compiled.field(Array(key.utf8)) {
              question.describe(field, compiled.fields[index], in: compiled, words, expectation)
              question.notes += words.alternatives(to: index, in: compiled)
            }
            return question
          })
      })
  }
}

extension FormSection.Repetition {
  /// The element's title stands before labels, with a sign between: `第{n}枚印章·`.
  fileprivate func page(title: String) -> FormPage.Repetition {
    var name = itemTitle[...]
    while let last = name.last, last.isWhitespace || "·:：、，,-–—.".contains(last) { name.removeLast() }
    let isNumber = name.isEmpty || name == "{n}"
    return FormPage.Repetition(
      key: key, elementTitle: isNumber ? "\(title) #" : String(name).replacing("{n}", with: "#"), minimum: minimum,
      maximum: maximum)
  }
}

extension FieldDefinition.Kind {
  fileprivate var page: FormPage.Kind {
    switch self {
    case .text: .text
    case .integer: .integer
    case .decimal: .decimal
    case .date: .date
    case .yearMonth: .yearMonth
    case .time: .time
    case .choice, .yesNo: .choice
    case .choices: .choices
    case .blank: .blank
    case .signature: .signature
    }
  }
}

extension FormPage.Question {
  fileprivate mutating func describe(
    _ field: FieldDefinition, _ compiled: CompiledField, in form: CompiledForm, _ words: FormWords,
    _ expectation: (Rule) -> String?
  ) {
    options = field.options.map { FormPage.Option(value: $0.value, label: $0.label) }
    autofill = field.autofill
    suggestions = field.suggestions
    unit = field.unit
    isComputed = compiled.computation != nil
    condition = compiled.appliesWhen.map {
      FormWords.fill(words.when, ["condition": words.words(for: $0, in: form)])
    }
    switch compiled.need {
    case .optional: break
    case _ where isComputed: break  // nobody answers it
    case .always: isRequired = true
    case .when(let need) where need == compiled.appliesWhen: isRequired = true
    case .when(let need):
      requirement = FormWords.fill(words.required, ["condition": words.words(for: need, in: form)])
    }
    if options.isEmpty { typing = AnswerTyping(compiled.rule, in: form) }
    if options.isEmpty, case .one(let rule) = compiled.rule { self.rule = "\(rule.name)" }
    addNotes(field, compiled, in: form, words, expectation)
  }

  private mutating func addNotes(
    _ field: FieldDefinition, _ compiled: CompiledField, in form: CompiledForm, _ words: FormWords,
    _ expectation: (Rule) -> String?
  ) {
    if let hint = field.hint { notes.append(hint) }
    if let computation = compiled.computation {
      notes.append(FormWords.fill(words.computed, ["value": words.words(for: computation, in: form)]))
    } else if compiled.kind.isNumber {
      notes += words.limits(of: compiled)
    } else if options.isEmpty, case .one(let rule) = compiled.rule, let asked = expectation(rule),
      field.hint?.contains(asked) != true
    {
      notes.append(asked)
    }
    for (limit, text) in [(compiled.earliest, words.notBefore), (compiled.latest, words.notAfter)] {
      if let limit { notes.append(FormWords.fill(text, ["value": words.words(for: limit, in: form)])) }
    }
    switch compiled.fallback {
    case .none: break
    case .constant(let value):
      isRequired = false
      let text = String(decoding: value, as: UTF8.self)
      let shown = field.options.first { $0.value == text }.map { FormWords.fill(words.option, ["option": $0.label]) }
      notes.append(FormWords.fill(words.fallback, ["value": shown ?? text]))
    // Which part of another answer is taken, and why, a form's own hint says better.
    case .copy(let other, let first, let last) where first == 1 && last == 0:
      if form.fields[other].need == .always { isRequired = false }
      notes.append(FormWords.fill(words.copy, ["question": words.label(of: form.fields[other])]))
    case .copy: break
    }
  }
}
