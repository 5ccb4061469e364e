/// When something holds, said over the answers of other fields.
package indirect enum FieldCondition: Sendable, Equatable {
  /// A choice's answer is one of the options whose bits are set.
  case chosen(field: Int, options: UInt64)
  /// The field has an answer.
  case present(field: Int)
  /// Two values compare so; not where one of them is not known.
  case compared(FieldExpression, FieldComparison, FieldExpression)
  case not(FieldCondition)
  /// All of them hold; with none, always.
  case all([FieldCondition])
  /// One of them holds at least; with none, never.
  case any([FieldCondition])

  /// Every field that it asks about.
  package var fields: [Int] {
    switch self {
    case .chosen(let field, _), .present(let field): [field]
    case .compared(let left, _, let right): left.fields + right.fields
    case .not(let condition): condition.fields
    case .all(let conditions), .any(let conditions): conditions.flatMap { $0.fields }
    }
  }

  /// Whether it asks only about fields that stand before `index`, whose answers are known when that field is checked.
  package func asksOnly(before index: Int) -> Bool { fields.allSatisfy { $0 < index } }

  /// Number of questions that it asks; more than ``maximumQuestionCount`` are not taken.
  package var questionCount: Int {
    switch self {
    case .chosen, .present, .compared: 1
    case .not(let condition): condition.questionCount
    case .all(let conditions), .any(let conditions): conditions.reduce(0) { $0 + $1.questionCount }
    }
  }

  /// The most questions of one condition, and parts of one list: truth values stand in 64 bits.
  package static let maximumQuestionCount = 32

  /// Whether a compiled form may hold it for the field at `index`.
  func isUsable(before index: Int, groups: Int) -> Bool {
    asksOnly(before: index) && questionCount <= Self.maximumQuestionCount
      && hasUsableParts(before: index, groups: groups)
  }

  private func hasUsableParts(before index: Int, groups: Int) -> Bool {
    switch self {
    case .chosen, .present: true
    case .compared(let left, _, let right):
      left.isUsable(before: index, groups: groups) && right.isUsable(before: index, groups: groups)
    case .not(let condition): condition.hasUsableParts(before: index, groups: groups)
    case .all(let conditions), .any(let conditions):
      conditions.count <= Self.maximumQuestionCount
        && conditions.allSatisfy { $0.hasUsableParts(before: index, groups: groups) }
    }
  }
}
