package import FilledFields
package import FormModel
package import ZhinanValidation

/// An answer that is another than in the record that the form was filled from.
package struct AnswerChange: Sendable, Equatable {
  /// What became of the answer: only the filled form has it, only the record has it, or both have another.
  package enum Kind: Sendable { case added, removed, changed }

  /// Index of the field in the compiled form.
  package var field: Int
  /// What became of its answer.
  package var kind: Kind
}

extension CompiledForm {
  /// Which answers differ, in the form's order. Answers that only are spelled differently, such as a date, are the same.
  package func changes(from original: Answers, to answers: Answers, today: CalendarDate) -> [AnswerChange] {
    fields.indices.compactMap { field in
      switch (original.isPresent(field), answers.isPresent(field)) {
      case (false, false): nil
      case (false, true): AnswerChange(field: field, kind: .added)
      case (true, false): AnswerChange(field: field, kind: .removed)
      case (true, true):
        original.options(field) == answers.options(field)
          && plainText(of: field, in: original, today) == plainText(of: field, in: answers, today)
          ? nil : AnswerChange(field: field, kind: .changed)
      }
    }
  }

  /// Answers with every text in its canonical spelling that keeps its rule by itself.
  package func canonical(_ answers: Answers, today: CalendarDate) -> Answers {
    var canonical = answers
    for field in fields.indices where answers.isPresent(field) && fields[field].options.isEmpty {
      canonical.set(field, text: plainText(of: field, in: answers, today))
    }
    return canonical
  }

  /// The canonical spelling of an answer that keeps its rule; any other as it is.
  private func plainText(of field: Int, in answers: Answers, _ today: CalendarDate) -> [UInt8] {
    let text = [UInt8](answers.text(field))
    let rule: Rule
    switch fields[field].rule {
    case .one(let only): rule = only
    case .chosen(let by, let cases, let otherwise):
      let chosen = answers.options(by)
      rule = cases.first { chosen & (1 << UInt64($0.option)) != 0 }?.rule ?? otherwise
    }
    return rule.check(text, today: today).value ?? text
  }
}

extension ReadAnswers {
  /// A text that was put right.
  package struct RepairedText: Sendable, Equatable {
    /// Index of the field in the compiled form.
    package var field: Int
    /// One at least, in the order of the text.
    package var repairs: [TextRepair.Repair]
  }

  /// Puts right what a viewer damaged, by the answers that the form was filled with.
  package mutating func repair(by original: Answers, form: CompiledForm) -> [RepairedText] {
    var repaired: [RepairedText] = []
    for field in form.fields.indices where form.fields[field].kind == .text && original.isPresent(field) {
      guard let text = texts[field] else { continue }
      let meant = PDFText(utf8: original.text(field))
      let repair = TextRepair(text.scalars, original: meant.scalars)
      guard !repair.repairs.isEmpty else { continue }
      replace(field, by: PDFText(scalars: repair.repaired))
      repaired.append(RepairedText(field: field, repairs: repair.repairs))
    }
    return repaired
  }

  /// Damage that can be seen without the original, by field.
  package func damages(in form: CompiledForm) -> [(field: Int, character: DamagedCharacter)] {
    form.fields.indices.flatMap { field in damages(in: field, of: form).map { (field, $0) } }
  }
}
