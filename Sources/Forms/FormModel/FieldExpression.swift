/// A value that is worked out from answers: a number, a date, a month or a time.
///
/// Steps stand in postfix order. A number counts ten-thousandths, a date days since 1970-01-01, a month those since January
/// of the year 0, and a time minutes after midnight.
package struct FieldExpression: Sendable, Equatable {
  /// What a step does with the stack of values; the raw values are those of compiled forms.
  package enum Action: UInt8, Sendable {
    /// Puts a fixed value there.
    case number, date, month, time
    /// Puts the answer of a field there: a number, a date, a month or a time; of a text the birthday that an identity
    /// number holds.
    case answer
    /// Adds the answer of a field to the value on top, where one was given.
    case addAnswer
    /// Puts there how many elements a repeated group has.
    case count
    /// Puts the day of the check there.
    case today
    /// Takes two numbers.
    case add, subtract, multiply
    /// Takes two dates: whole years from the first to the second, and days.
    case age, days
    /// Takes a date and a number: so many days, or so many months, later; the last day of a month where the month has no
    /// such day.
    case shiftDays, shiftMonths
    /// Takes a month or a time, and a number: so many months or minutes later.
    case shift

    /// Whether it reckons with numbers, months and times as they are.
    var isReckoning: Bool {
      switch self {
      case .add, .addAnswer, .subtract, .multiply, .shift: true
      default: false
      }
    }

    /// How many values it takes from the stack.
    var taken: Int {
      switch self {
      case .number, .date, .month, .time, .answer, .count, .today: 0
      case .addAnswer: 1
      case .add, .subtract, .multiply, .age, .days, .shiftDays, .shiftMonths, .shift: 2
      }
    }
  }

  /// One step.
  package struct Step: Sendable, Equatable {
    /// What it does.
    package var action: Action
    /// The fixed value; the index of a field or of a group; 0 for all others.
    package var value: Int64

    /// A step of this kind.
    package init(_ action: Action, _ value: Int64 = 0) {
      self.action = action
      self.value = value
    }
  }

  /// What an expression works out.
  package enum Quantity: Sendable {
    case number, date, month, time
  }

  /// In postfix order.
  package var steps: [Step]

  /// An expression by its steps.
  package init(_ steps: [Step]) { self.steps = steps }

  /// Most steps of an expression.
  package static let mostSteps = 128

  /// Every field that it asks about.
  package var fields: [Int] {
    var fields: [Int] = []
    for step in steps where step.action == .answer || step.action == .addAnswer { fields.append(Int(step.value)) }
    return fields
  }

  /// Whether a compiled form with so many groups may hold it for the field at `index`: every step finds its values, one is
  /// left, and what it asks about is there and known.
  func isUsable(before index: Int, groups: Int) -> Bool {
    guard steps.count <= Self.mostSteps else { return false }
    var depth = 0
    for step in steps {
      switch step.action {
      case .answer, .addAnswer: if step.value < 0 || step.value >= index { return false }
      case .count: if step.value < 0 || step.value >= groups { return false }
      default: break
      }
      if depth < step.action.taken { return false }
      depth += 1 - step.action.taken
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
