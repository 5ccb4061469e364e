#if canImport(FormRecords)
  internal import FormRecords
#endif

/// What can be wrong with a record before its answers are checked.
package enum RecordProblem: Sendable, CaseIterable {
  case type, form, unknownField, byHand, duplicateField

  /// The stable name, which ends its diagnostic's id.
  package var name: StaticString {
    switch self {
    case .type: "type"
    case .form: "form"
    case .unknownField: "unknown-field"
    case .byHand: "by-hand"
    case .duplicateField: "duplicate-field"
    }
  }

  /// What is said, in English, where a language has no sentence for it.
  var say: StaticString {
    switch self {
    case .type: "A record is a map of answers, but this is {found}."
    case .form: "The record is for another form than “{form}”."
    case .unknownField: "The form has no field “{key}”."
    case .byHand: "“{label}” is filled in by hand on paper."
    case .duplicateField: "“{label}” is answered twice."
    }
  }

  /// What to do about it, in English.
  var hint: StaticString? {
    switch self {
    case .type, .form: nil
    case .unknownField: "Did you mean “{near}”?"
    case .byHand: "Leave it empty, or take it out of the record."
    case .duplicateField: "Its key and its label mean the same field."
    }
  }
}

extension AnswerProblem {
  /// The sentence that a shape of its own has in English.
  var englishShape: StaticString? {
    switch kind {
    case .notAList: "“{label}” should be a list, but is {found}."
    case .notAnElement: "An element of “{label}” should be a map, but is {found}."
    case .notOneAnswer: "“{label}” should be one answer, but is {found}."
    case .notAMap, .otherForm, .unknownField, .byHand, .duplicateField: nil
    }
  }

  /// What it is called in tables of sentences.
  var problem: RecordProblem {
    switch kind {
    case .notAMap, .notAList, .notAnElement, .notOneAnswer: .type
    case .otherForm: .form
    case .unknownField: .unknownField
    case .byHand: .byHand
    case .duplicateField: .duplicateField
    }
  }
}
