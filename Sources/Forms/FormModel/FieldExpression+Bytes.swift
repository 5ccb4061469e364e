// Expressions in compiled forms.
extension FormByteWriter {
  /// A list of steps, each a byte for its kind and what the kind has.
  mutating func expression(_ expression: FieldExpression) {
    list(expression.steps) { writer, step in writer.step(step) }
  }

  private mutating func step(_ step: FieldExpression.Step) {
    switch step {
    case .constant(let value, let quantity):
      byte(0)
      byte(quantity.rawValue)
      integer(value)
    case .answer(let field):
      byte(1)
      integer(field)
    case .count(let group):
      byte(2)
      integer(group)
    case .sum(let fields):
      byte(3)
      list(fields) { writer, field in writer.integer(field) }
    case .today: byte(4)
    case .add: byte(5)
    case .subtract: byte(6)
    case .multiply: byte(7)
    case .age: byte(8)
    case .days: byte(9)
    case .shiftDays: byte(10)
    case .shiftMonths: byte(11)
    case .shift: byte(12)
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
    FieldExpression(list { reader in reader.step() })
  }

  private mutating func step() -> FieldExpression.Step {
    switch byte() {
    case 0:
      let quantity = FieldExpression.Quantity(rawValue: byte())
      if quantity == nil { fail() }
      return .constant(integer(Int64.self), quantity ?? .number)
    case 1: return .answer(integer(UInt16.self))
    case 2: return .count(group: integer(UInt16.self))
    case 3: return .sum(list { reader in reader.integer(UInt16.self) })
    case 4: return .today
    case 5: return .add
    case 6: return .subtract
    case 7: return .multiply
    case 8: return .age
    case 9: return .days
    case 10: return .shiftDays
    case 11: return .shiftMonths
    case 12: return .shift
    default:
      fail()
      return .today
    }
  }

  /// What ``FormByteWriter/comparison(_:_:_:)`` wrote.
  mutating func comparison() -> FieldCondition {
    let left = expression()
    let comparison = FieldComparison(rawValue: byte())
    if comparison == nil { fail() }
    return .compared(left, comparison ?? .equal, expression())
  }
}
