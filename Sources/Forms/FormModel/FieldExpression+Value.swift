#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

/// Answers as the values that expressions count with.
struct AnswerValues {
  let plans: [FieldPlan]
  let answers: Answers
  let today: CalendarDate

  /// What an expression works out; `nil` where an answer that it needs is not there, or a number leaves its range.
  func value(of expression: FieldExpression) -> Int64? {
    var stack: [Int64] = []
    for step in expression.steps {
      let field = Int(truncatingIfNeeded: step.value)
      // What is put on the stack takes nothing from it; an answer that may be missing adds nothing then.
      let right = step.action.taken > 1 ? stack.popLast() ?? 0 : 0
      let left = step.action.taken > 0 ? stack.popLast() ?? 0 : 0
      let result: Int64?
      switch step.action {
      case .number, .date, .month, .time: result = step.value
      case .today: result = Int64(today.daysSince1970)
      case .count: result = Int64(answers.itemCounts[field]) * DecimalNumber.unit
      case .answer: result = value(of: field)
      case .addAnswer:
        result = answers.isPresent(field) ? value(of: field).flatMap { Self.value(.add, left, $0) } : left
      default: result = Self.value(step.action, left, right)
      }
      guard let result else { return nil }
      stack.append(result)
    }
    return stack.last
  }

  private func value(of field: Int) -> Int64? {
    let kind = plans[field].kind
    return answers.withText(field) { Self.value(of: $0, kind) }
  }

  /// A canonical answer as a value; `nil` for none.
  static func value(of text: UnsafeBufferPointer<UInt8>, _ kind: FieldKind) -> Int64? {
    switch kind {
    case .integer, .decimal: return DecimalNumber.value(ofCanonical: text)
    case .date: return CalendarDate(iso: text).map { Int64($0.daysSince1970) }
    case .yearMonth: return YearMonth.check(text).value.map { Int64($0.number) }
    case .time: return TimeOfDay.check(text).value.map { Int64($0) }
    case .text: return birthday(in: text).map { Int64($0.daysSince1970) }
    case .choice, .choices: return nil
    }
  }

  /// A value as the canonical text of an answer; `nil` beyond what there is. Numbers are rounded to `digits`, halves away
  /// from zero.
  static func text(of value: Int64, _ kind: FieldKind, digits: Int) -> [UInt8]? {
    var text: [UInt8] = []
    switch kind {
    case .integer, .decimal:
      // More digits than a number has.
      guard value.magnitude < 1_000_000_000_000_000 else { return nil }
      let rounded = rounded(value, digits: kind == .integer ? 0 : digits)
      DecimalNumber.append(rounded, decimals: kind == .integer ? 0 : digits, to: &text)
    case .date:
      guard let day = Int32(exactly: value), let date = CalendarDate(daysSince1970: day) else { return nil }
      date.appendISO(to: &text)
    case .yearMonth:
      guard let number = Int32(exactly: value), let month = YearMonth(number: number) else { return nil }
      month.appendISO(to: &text)
    case .time:
      guard (0..<1440).contains(value) else { return nil }
      TimeOfDay.append(Int32(value), to: &text)
    case .text, .choice, .choices: return nil
    }
    return text
  }

  /// Ten-thousandths rounded to so many digits behind the point, halves away from zero.
  static func rounded(_ value: Int64, digits: Int) -> Int64 {
    let step = Self.step(digits: digits)
    let half = step / 2
    return (value + (value < 0 ? -half : half)) / step * step
  }

  /// Ten-thousandths of the last of so many digits behind the point.
  static func step(digits: Int) -> Int64 {
    var step = DecimalNumber.unit
    for _ in 0..<min(digits, DecimalNumber.mostDecimals) { step /= 10 }
    return step
  }

  /// The date in the middle of a number of GB 11643.
  private static func birthday(in text: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard text.count == 18 else { return nil }
    var numbers: [Int32] = []
    for range in [6..<10, 10..<12, 12..<14] {
      var number: Int32 = 0
      for place in range {
        guard (0x30...0x39).contains(text[place]) else { return nil }
        number = number * 10 + Int32(text[place] & 0x0F)
      }
      numbers.append(number)
    }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func value(_ action: FieldExpression.Action, _ left: Int64, _ right: Int64) -> Int64? {
    let unit = DecimalNumber.unit
    var result = left.addingReportingOverflow(right)
    switch action {
    case .add: break
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: return product(left, right)
    case .shift: result = left.addingReportingOverflow(right / unit)
    case .days:
      guard let from = date(left), let to = date(right) else { return nil }
      return Int64(to.days(since: from)) * unit
    case .age:
      guard let birth = date(left), let day = date(right) else { return nil }
      return Int64(years(from: birth, to: day)) * unit
    default:
      guard let from = date(left), let number = Int32(exactly: right / unit) else { return nil }
      let day = action == .shiftDays ? from.adding(days: number) : shifted(from, months: number)
      return day.map { Int64($0.daysSince1970) }
    }
    return result.overflow ? nil : result.partialValue
  }

  /// Two numbers of ten-thousandths.
  private static func product(_ left: Int64, _ right: Int64) -> Int64? {
    let unit = DecimalNumber.unit
    let (whole, overflows) = (left / unit).multipliedReportingOverflow(by: right)
    let (part, partOverflows) = (left % unit).multipliedReportingOverflow(by: right)
    if overflows || partOverflows { return nil }
    let (sum, sumOverflows) = whole.addingReportingOverflow((part + (part < 0 ? -unit / 2 : unit / 2)) / unit)
    return sumOverflows ? nil : sum
  }

  private static func date(_ days: Int64) -> CalendarDate? {
    Int32(exactly: days).flatMap { CalendarDate(daysSince1970: $0) }
  }

  private static func years(from birth: CalendarDate, to day: CalendarDate) -> Int32 {
    let years = day.year - birth.year
    return (day.month, day.day) < (birth.month, birth.day) ? years - 1 : years
  }

  private static func shifted(_ date: CalendarDate, months: Int32) -> CalendarDate? {
    let (number, overflows) = (date.year * 12 + date.month - 1).addingReportingOverflow(months)
    guard !overflows, let month = YearMonth(number: number) else { return nil }
    var day = date.day
    while day > 28 {
      if let found = CalendarDate(year: month.year, month: month.month, day: day) { return found }
      day -= 1
    }
    return CalendarDate(year: month.year, month: month.month, day: day)
  }
}
