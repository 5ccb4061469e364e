internal import FormPage
internal import GuideText
internal import Templates

/// A form as templates see it, on its card and on its own page.
enum FormContext {
  static func value(_ form: PublishedForm, from: SitePath) -> TemplateValue {
    [
      .id: .text(form.id), .title: .text(form.title), .shortTitle: .text(form.page.shortTitle),
      .version: .text(form.formVersion),
      .formVersion: .text(form.formVersion), .notice: form.notice.map { $0.isEmpty ? .absent : .text($0) } ?? .absent,
      .pageCount: .number(form.pageCount),
      .fieldCount: .number(form.fieldCount), .placeCount: .number(form.placeCount),
      .hasMorePlaces: .flag(form.placeCount > form.fieldCount), .size: .text(FileSize.text(form.pdf.count)),
      .url: .text(SitePath("\(form.version)/forms/\(form.id).pdf").relative(from: from)),
      .sheet: form.sheet.isEmpty
        ? .absent : .text(SitePath("\(form.version)/forms/\(form.id).xlsx").relative(from: from)),
      .filler: .text(form.filler),
      .formPage: .text(SitePath(version: form.version, form: form.id).relative(from: from)),
      .preparation: .list(form.page.preparation.map(TemplateValue.text)),
      .hasPreparation: .flag(!form.page.preparation.isEmpty),
      .sections: .lazy { .list(sections(form.page)) },
      .hasByHand: .flag(form.page.sections.contains { $0.questions.contains { !$0.isAnswerable } }),
    ]
  }

  private static func sections(_ page: FormPage) -> [TemplateValue] {
    let total = page.sections.count { $0.questions.contains(where: \.isAnswerable) }
    var number = 0
    return page.sections.map { section in
      let fields = section.questions.map(question)
      let answerable = zip(section.questions, fields).filter(\.0.isAnswerable).map(\.1)
      if !answerable.isEmpty { number += 1 }
      return [
        .title: .text(section.title), .number: answerable.isEmpty ? .absent : .number(number),
        .total: .number(total),
        .`repeat`: section.repetition.map(repetition) ?? .absent,
        // All in their order; those that are answered on the page; those that are filled by hand.
        .fields: .list(fields), .questions: .list(answerable), .hasQuestions: .flag(!answerable.isEmpty),
        .byHand: .list(zip(section.questions, fields).filter { !$0.0.isAnswerable }.map(\.1)),
        .hasByHand: .flag(section.questions.contains { !$0.isAnswerable }),
      ]
    }
  }

  private static func repetition(_ repetition: FormPage.Repetition) -> TemplateValue {
    [
      .key: .text(repetition.key), .elementTitle: .text(repetition.elementTitle),
      .minimum: .number(repetition.minimum), .maximum: .number(repetition.maximum),
      .isFixed: .flag(repetition.minimum == repetition.maximum),
    ]
  }

  private static func question(_ question: FormPage.Question) -> TemplateValue {
    let isChoice = question.kind == .choice || question.kind == .choices
    return [
      .key: .text(question.key), .label: .text(question.label), .kind: .text(question.kind.rawValue),
      .rule: .optional(question.rule), .required: .flag(question.isRequired),
      .condition: .optional(question.condition), .requirement: .optional(question.requirement),
      .hint: .optional(question.notes.first), .notes: .list(question.notes.map(TemplateValue.text)),
      .hasNotes: .flag(!question.notes.isEmpty),
      .isText: .flag(question.isAnswerable && !isChoice && !question.isComputed), .isChoice: .flag(isChoice),
      .isComputed: .flag(question.isComputed), .unit: question.unit.isEmpty ? .absent : .text(question.unit),
      .isSeveral: .flag(question.kind == .choices),
      .isByHand: .flag(!question.isAnswerable), .isSignature: .flag(question.kind == .signature),
      .options: .list(question.options.map { [.value: .text($0.value), .label: .text($0.label)] }),
      .inputType: .text(question.kind == .choices ? "checkbox" : "radio"),
      .inputMode: .optional(question.typing.inputMode), .capitals: .optional(question.typing.capitals),
      .autofill: .optional(question.autofill),
      .suggestions: .list(question.suggestions.map(TemplateValue.text)),
      .hasSuggestions: .flag(!question.suggestions.isEmpty),
    ]
  }
}

extension AnswerTyping {
  /// The keys that a phone shows (HTML Standard, `inputmode`); `nil` for all of them. A code has none: it may end in X.
  fileprivate var inputMode: String? {
    switch self {
    case .words, .code: nil
    case .digits: "numeric"
    case .decimal: "decimal"
    case .telephone: "tel"
    case .email: "email"
    }
  }

  /// Which letters a phone writes as capitals (HTML Standard, `autocapitalize`) where it may correct nothing either.
  fileprivate var capitals: String? {
    switch self {
    case .code: "characters"
    case .email: "none"
    case .words, .digits, .decimal, .telephone: nil
    }
  }
}
