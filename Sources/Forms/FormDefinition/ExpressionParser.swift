internal import Diagnostics
internal import FormModel
internal import ZhinanValidation

/// Reads expressions such as `count(members) * 2.90` and `startDate + 3 months`.
///
///     sum     = product *(("+" / "-") product)
///     product = factor *("*" factor) [unit]                   ; day(s), week(s), month(s), year(s), hour(s), minute(s)
///     factor  = number / date / month / time / key / "today" / "(" sum ")" / "-" factor
///             / "count(" list ")" / "sum(" (list "." key / key) *("," …) ")"
///             / "age(" birth ["," date] ")" / "days(" date "," date ")"
struct ExpressionParser {
  let scope: FieldScope
  var tokens: ArraySlice<ConditionToken>
  /// How many brackets and signs are open; more than 32 are refused.
  private var depth = 0

  init(scope: FieldScope, tokens: ArraySlice<ConditionToken>) {
    self.scope = scope
    self.tokens = tokens
  }

  /// A part of an expression with what it works out.
  struct Part {
    var steps: [FieldExpression.Step]
    /// `nil` for a text, which holds a birthday at best.
    var quantity: FieldExpression.Quantity?
    /// What a number counts that is added to a date, month or time.
    var unit: Unit?

    enum Unit {
      case days, months, minutes
    }
  }

  /// A whole text as an expression for a field of this kind.
  static func parse(
    _ text: String, _ scope: FieldScope, for quantity: FieldExpression.Quantity
  ) throws(ConditionProblem) -> FieldExpression {
    var parser = ExpressionParser(scope: scope, tokens: ConditionToken.all(in: text)[...])
    let part = try parser.sum()
    if let token = parser.tokens.first { throw Self.unexpected(token) }
    return try part.expression(quantity)
  }

  /// The next expression.
  mutating func sum() throws(ConditionProblem) -> Part {
    var left = try product()
    while let token = tokens.first, token == .sign("+") || token == .sign("-") {
      tokens = tokens.dropFirst()
      left = try left.adding(try product(), isNegative: token == .sign("-"))
    }
    return left
  }

  private mutating func product() throws(ConditionProblem) -> Part {
    var left = try factor()
    while tokens.first == .sign("*") {
      tokens = tokens.dropFirst()
      let right = try factor()
      guard left.isNumber, right.isNumber else { throw Self.mixed }
      left.steps += right.steps + [.init(.multiply)]
    }
    guard case .word(let word)? = tokens.first, let (unit, count) = Self.units[word] else {
      return left
    }
    guard left.isNumber else { throw Self.mixed }
    tokens = tokens.dropFirst()
    left = left.times(count)
    left.unit = unit
    return left
  }

  private static let units: [String: (Part.Unit, Int64)] = [
    "day": (.days, 1), "days": (.days, 1), "week": (.days, 7), "weeks": (.days, 7), "month": (.months, 1),
    "months": (.months, 1), "year": (.months, 12), "years": (.months, 12), "minute": (.minutes, 1),
    "minutes": (.minutes, 1), "hour": (.minutes, 60), "hours": (.minutes, 60),
  ]

  private mutating func factor() throws(ConditionProblem) -> Part {
    guard let token = tokens.popFirst() else { throw ConditionProblem(Message("reason.condition-no-key")) }
    guard depth < 32 else { throw ConditionProblem(Message("reason.condition-long")) }
    depth += 1
    defer { depth -= 1 }
    switch token {
    case .literal(let value, let quantity, _): return Part(steps: [.init(quantity.action, value)], quantity: quantity)
    case .sign("("):
      let inner = try sum()
      try expect(")")
      return inner
    case .sign("-"):
      let inner = try factor()
      guard inner.isNumber else { throw Self.mixed }
      return inner.times(-1)
    case .sign: throw Self.unexpected(token)
    case .word(let word):
      if tokens.first == .sign("(") {
        tokens = tokens.dropFirst()
        let value = try function(word)
        try expect(")")
        return value
      }
      return word == "today" && !scope.has(word) ? Part(steps: [.init(.today)], quantity: .date) : try answer(word)
    }
  }

  private mutating func function(_ name: String) throws(ConditionProblem) -> Part {
    switch name {
    case "count":
      let list = tokens.popFirst()?.text ?? ""
      return Part(steps: [.init(.count, Int64(try scope.group(list)))], quantity: .number)
    case "sum": return try sumOfAnswers()
    case "age":
      let birth = try sum()
      guard birth.quantity == nil || birth.quantity == .date, birth.unit == nil else { throw Self.mixed }
      let day = tokens.first == .sign(",") ? try second(.date) : [.init(.today)]
      return Part(steps: birth.steps + day + [.init(.age)], quantity: .number)
    case "days":
      let first = try sum()
      guard first.quantity == .date else { throw Self.mixed }
      return Part(steps: first.steps + (try second(.date)) + [.init(.days)], quantity: .number)
    default: throw ConditionProblem(Message("reason.condition-function", ["word": .text(name)]))
    }
  }

  private mutating func second(_ quantity: FieldExpression.Quantity) throws(ConditionProblem) -> [FieldExpression.Step]
  {
    try expect(",")
    let part = try sum()
    guard part.quantity == quantity, part.unit == nil else { throw Self.mixed }
    return part.steps
  }

  private mutating func sumOfAnswers() throws(ConditionProblem) -> Part {
    var steps = [FieldExpression.Step(.number)]
    repeat {
      if steps.count > 1 { tokens = tokens.dropFirst() }
      guard case .word(let name)? = tokens.popFirst() else {
        throw ConditionProblem(Message("reason.condition-no-key"))
      }
      for field in try scope.column(name) {
        guard scope.form.fields[field].kind.isNumber else { throw Self.uncountable(name) }
        steps.append(.init(.addAnswer, Int64(field)))
      }
    } while tokens.first == .sign(",")
    return Part(steps: steps, quantity: .number)
  }

  private func answer(_ key: String) throws(ConditionProblem) -> Part {
    let field = try scope.field(key)
    let quantity = scope.form.fields[field].kind.quantity
    if quantity == nil, scope.form.fields[field].kind != .text { throw Self.uncountable(key) }
    return Part(steps: [.init(.answer, Int64(field))], quantity: quantity)
  }

  private mutating func expect(_ sign: String) throws(ConditionProblem) {
    guard let token = tokens.popFirst() else {
      throw ConditionProblem(Message("reason.condition-end", ["sign": .text(sign)]))
    }
    if token != .sign(sign) { throw Self.unexpected(token) }
  }

  static func unexpected(_ token: ConditionToken) -> ConditionProblem {
    ConditionProblem(Message("reason.condition-sign", ["sign": .text(token.text)]))
  }

  static func uncountable(_ key: String) -> ConditionProblem {
    ConditionProblem(Message("reason.condition-choice", ["key": .text(key)]))
  }

  static var mixed: ConditionProblem { ConditionProblem(Message("reason.condition-quantity")) }
}

extension ExpressionParser.Part {
  /// Whether it is a number that counts nothing in particular.
  fileprivate var isNumber: Bool { quantity == .number && unit == nil }

  /// So many times the number.
  fileprivate func times(_ count: Int64) -> Self {
    var product = self
    if steps.count == 1, steps[0].action == .number {
      product.steps[0].value *= count
    } else if count != 1 {
      product.steps += [.init(.number, count * DecimalNumber.unit), .init(.multiply)]
    }
    return product
  }

  /// The part as an expression that works out this.
  func expression(_ wanted: FieldExpression.Quantity) throws(ConditionProblem) -> FieldExpression {
    guard quantity == wanted, unit == nil else { throw ExpressionParser.mixed }
    guard steps.count <= FieldExpression.mostSteps else { throw ConditionProblem(Message("reason.condition-long")) }
    return FieldExpression(steps)
  }

  /// The sum, or the difference, of both.
  fileprivate func adding(_ other: Self, isNegative: Bool) throws(ConditionProblem) -> Self {
    if isNumber, other.isNumber {
      return Self(steps: steps + other.steps + [.init(isNegative ? .subtract : .add)], quantity: .number)
    }
    let shift: FieldExpression.Action
    switch (quantity, unit, other.unit) {
    case (.date, nil, .days): shift = .shiftDays
    case (.date, nil, .months): shift = .shiftMonths
    case (.month, nil, .months), (.time, nil, .minutes): shift = .shift
    default: throw ExpressionParser.mixed
    }
    return Self(steps: steps + other.times(isNegative ? -1 : 1).steps + [.init(shift)], quantity: quantity)
  }
}

extension FieldKind {
  /// What an answer is to an expression; `nil` for texts and choices.
  var quantity: FieldExpression.Quantity? {
    switch self {
    case .integer, .decimal: .number
    case .date: .date
    case .yearMonth: .month
    case .time: .time
    case .text, .choice, .choices: nil
    }
  }
}

extension FieldExpression.Quantity {
  /// The step that puts a fixed value of this kind on the stack.
  fileprivate var action: FieldExpression.Action {
    switch self {
    case .number: .number
    case .date: .date
    case .month: .month
    case .time: .time
    }
  }
}
