/// What became of a field in a check.
struct FieldMarks: OptionSet, Sendable {
  var rawValue: UInt8
  /// Something wrong with it rejects the record.
  static let rejected = FieldMarks(rawValue: 1)
  /// It was asked, and nothing was given that counts: blanks, or nothing at all.
  static let unanswered = FieldMarks(rawValue: 2)
}

/// What a check found out about a record that may be wrong, such as one that somebody is still writing.
package struct FoundAnswers: Sendable {
  private let checking: RecordChecking
  /// The record; `nil` when a violation rejects it.
  package let record: CheckedRecord?

  init(_ checking: RecordChecking, isRight: Bool) {
    self.checking = checking
    record = isRight ? CheckedRecord(checking.answers) : nil
  }

  /// The canonical answers of the fields that keep their rules, defaults filled in.
  package var answers: Answers { checking.answers }

  /// Whether the question is asked: its element is there, and its condition holds for the answers before it.
  package func applies(_ field: Int) -> Bool {
    let plan = checking.checker.plans[field]
    return plan.exists(in: answers)
      && plan.appliesWhen.map { checking.checker.holds($0, answers, checking.today) } ?? true
  }

  /// Whether the question is asked and must be answered.
  package func needs(_ field: Int) -> Bool {
    applies(field) && checking.checker.needs(checking.checker.plans[field], answers, checking.today)
  }

  /// Whether the question was asked and nothing was given that counts, so that an answer is a default, a copy or worked
  /// out.
  package func isUnanswered(_ field: Int) -> Bool { checking.marks[field].contains(.unanswered) }
}
