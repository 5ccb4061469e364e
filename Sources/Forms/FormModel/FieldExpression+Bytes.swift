// Expressions in compiled forms.
extension FormByteWriter {
  /// A list of steps, each a byte for what it does and its value.
  mutating func expression(_ expression: FieldExpression) {
    list(expression.steps) { writer, step in
      writer.byte(step.action.rawValue)
      writer.integer(step.value)
    }
  }

  /// Two expressions and how they are compared.
  mutating func comparison(_ left: FieldExpression, _ comparison: FieldComparison, _ right: FieldExpression) {
    expression(left)
    byte(comparison.rawValue)
    expression(right)
  }
}

extension FormByteReader {
  /// What ``FormByteWriter/expression(_:)`` wrote.
  mutating func expression() -> FieldExpression {
    FieldExpression(
      list { reader in
        let action = FieldExpression.Action(rawValue: reader.byte())
        if action == nil { reader.fail() }
        let value = reader.integer(Int64.self)
        // Indices of fields and groups, which an Int of 32 bits holds.
        if action == .answer || action == .addAnswer || action == .count, value < 0 || value > 0xFFFF { reader.fail() }
        return FieldExpression.Step(action ?? .today, reader.isDamaged ? 0 : value)
      })
  }

  /// What ``FormByteWriter/comparison(_:_:_:)`` wrote.
  mutating func comparison() -> FieldCondition {
    let left = expression()
    let comparison = FieldComparison(rawValue: byte())
    if comparison == nil { fail() }
    return .compared(left, comparison ?? .equal, expression())
  }
}
