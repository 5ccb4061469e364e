#if canImport(Bytes)
  package import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif

/// The answers of one record as they were given, and where each stands.
package struct GivenAnswers: Sendable {
  /// The answers, unchecked.
  package internal(set) var answers: Answers
  /// Place of each field's answer; `nil` where nothing was given.
  package internal(set) var positions: [TextPosition?]
  /// Place of each repeated section's list.
  package internal(set) var groupPositions: [TextPosition?]
  /// Fields and groups that the record names, with an answer or without one.
  package internal(set) var namedFields: IndexBits
  /// The same for repeated sections.
  package internal(set) var namedGroups: IndexBits
  /// What stands for options of choices in other words than their values: labels, and words that name none (UTF-8).
  package internal(set) var optionWords: [(field: Int, word: [UInt8])] = []
  var unreadFields: IndexBits
  var unreadGroups: IndexBits

  /// No answers yet.
  package init(_ form: CompiledForm) {
    answers = Answers(for: form)
    positions = Array(repeating: nil, count: form.fields.count)
    groupPositions = Array(repeating: nil, count: form.groups.count)
    namedFields = IndexBits(count: form.fields.count)
    namedGroups = IndexBits(count: form.groups.count)
    unreadFields = namedFields
    unreadGroups = namedGroups
  }

  /// Whether a violation only follows from an answer that could not be read.
  package func isConsequence(_ violation: Violation) -> Bool {
    switch violation.subject {
    case .field(let index): unreadFields.contains(index)
    case .group(let index): unreadGroups.contains(index)
    }
  }
}

extension Answers {
  /// The field whose place is that of a problem with `field`: the one that it is a copy of when it was not given itself.
  package func source(of field: Int, in form: CompiledForm) -> Int {
    guard !isPresent(field), case .copy(let other, _, _) = form.fields[field].fallback else { return field }
    return source(of: other, in: form)
  }
}
