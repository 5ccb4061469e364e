/// When something holds, said over the answers of other fields.
package indirect enum FieldCondition: Sendable, Equatable {
  /// A choice's answer is one of the options whose bits are set.
  case chosen(field: Int, options: UInt64)
  /// The field has an answer.
  case present(field: Int)
  case not(FieldCondition)
  /// All of them hold; with none, always.
  case all([FieldCondition])
  /// One of them holds at least; with none, never.
  case any([FieldCondition])

  /// Whether the condition holds for these answers.
  package func holds(for answers: Answers) -> Bool {
    switch self {
    case .chosen(let field, let options): answers.options(field) & options != 0
    case .present(let field): answers.isPresent(field)
    case .not(let condition): !condition.holds(for: answers)
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: answers) }
    case .any(let conditions): conditions.contains { $0.holds(for: answers) }
    }
  }

  /// Whether it asks only about fields that stand before `index`, whose answers are known when that field is checked.
  package func asksOnly(before index: Int) -> Bool {
    switch self {
    case .chosen(let field, _), .present(let field): field < index
    case .not(let condition): condition.asksOnly(before: index)
    case .all(let conditions), .any(let conditions): conditions.allSatisfy { $0.asksOnly(before: index) }
    }
  }

  /// Number of questions that it asks; more than ``maximumQuestionCount`` are not taken.
  package var questionCount: Int {
    switch self {
    case .chosen, .present: 1
    case .not(let condition): condition.questionCount
    case .all(let conditions), .any(let conditions): conditions.reduce(0) { $0 + $1.questionCount }
    }
  }

  /// The most questions of one condition, and parts of one list: truth values stand in 64 bits.
  package static let maximumQuestionCount = 32

  /// Whether a compiled form may hold it for the field at `index`.
  func isUsable(before index: Int) -> Bool {
    asksOnly(before: index) && questionCount <= Self.maximumQuestionCount && hasShortLists
  }

  private var hasShortLists: Bool {
    switch self {
    case .chosen, .present: true
    case .not(let condition): condition.hasShortLists
    case .all(let conditions), .any(let conditions):
      conditions.count <= Self.maximumQuestionCount && conditions.allSatisfy { $0.hasShortLists }
    }
  }
}
