/// A value that is worked out from answers: a number, a date, a month or a time.
///
/// Steps stand in postfix order. A number counts ten-thousandths, a date days since 1970-01-01, a month those since January
/// of the year 0, and a time minutes after midnight.
package struct FieldExpression: Sendable, Equatable {
  /// One step, which takes what it needs from the stack and leaves one value there.
  package enum Step: Sendable, Equatable {
    /// A fixed value.
    case constant(Int64, Quantity)
    /// The answer of a field: a number, a date, a month or a time; of a text the birthday that an identity number holds.
    case answer(UInt16)
    /// How many elements a repeated group has.
    case count(group: UInt16)
    /// The sum of the answers that were given, 0 for none.
    case sum([UInt16])
    /// The day of the check.
    case today
    /// Two numbers.
    case add, subtract, multiply
    /// Whole years from the first date to the second.
    case age
    /// Days from the first date to the second.
    case days
    /// A date so many days, or so many months, later; the last day of a month where the month has no such day.
    case shiftDays, shiftMonths
    /// A month or a time, so many months or minutes later.
    case shift
  }

  /// What an expression works out.
  package enum Quantity: UInt8, Sendable {
    case number, date, month, time
  }

  /// In postfix order.
  package var steps: [Step]

  /// An expression by its steps.
  package init(_ steps: [Step]) { self.steps = steps }

  /// Most steps of an expression, and most answers of a sum.
  package static let mostSteps = 64

  /// Every field that it asks about.
  package var fields: [Int] {
    var fields: [Int] = []
    for step in steps {
      switch step {
      case .answer(let field): fields.append(Int(field))
      case .sum(let list): for field in list { fields.append(Int(field)) }
      default: break
      }
    }
    return fields
  }

  /// Whether it asks only about fields that stand before `index`.
  package func asksOnly(before index: Int) -> Bool { fields.allSatisfy { $0 < index } }

  /// Whether a compiled form with so many groups may hold it for the field at `index`: every step finds its values, one is
  /// left, and what it asks about is there and known.
  func isUsable(before index: Int, groups: Int) -> Bool {
    guard steps.count <= Self.mostSteps, asksOnly(before: index) else { return false }
    var depth = 0
    for step in steps {
      switch step {
      case .constant, .answer, .today: depth += 1
      case .sum(let list):
        if list.count > Self.mostSteps { return false }
        depth += 1
      case .count(let group):
        if group >= groups { return false }
        depth += 1
      case .add, .subtract, .multiply, .age, .days, .shiftDays, .shiftMonths, .shift:
        if depth < 2 { return false }
        depth -= 1
      }
    }
    return depth == 1
  }
}

/// How two values are compared; the raw values are those of compiled forms.
package enum FieldComparison: UInt8, CaseIterable, Sendable {
  case equal, notEqual, less, atMost, greater, atLeast

  /// Whether it holds for two values.
  package func holds(_ left: Int64, _ right: Int64) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .atMost: left <= right
    case .greater: left > right
    case .atLeast: left >= right
    }
  }
}
