#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

extension RecordChecker {
  /// What an expression works out; `nil` where an answer that it needs is not there, or a number leaves its range.
  @inline(never)
  func value(of expression: Int, _ answers: Answers, _ today: CalendarDate) -> Int64? {
    // Each step finds as many values as it takes: the form was looked through when it was read.
    var stack: [Int64] = []
    for step in expressions[expression].steps {
      var value: Int64? = step.value
      switch step.action {
      case .number, .date, .month, .time: break
      case .today: value = Int64(today.daysSince1970)
      case .count: value = Int64(answers.itemCounts[Int(step.value)]) * DecimalNumber.unit
      case .answer: value = self.value(ofField: Int(step.value), answers)
      case .addAnswer:
        let field = Int(step.value)
        if !answers.isPresent(field) { continue }
        value = self.value(ofField: field, answers)
      default: value = stack.removeLast()
      }
      guard var value else { return nil }
      if step.action.taken > 0 {
        let action = step.action == .addAnswer ? .add : step.action
        guard let result = AnswerValues.value(action, stack.removeLast(), value) else { return nil }
        value = result
      }
      stack.append(value)
    }
    return stack.last
  }

  @inline(never)
  private func value(ofField field: Int, _ answers: Answers) -> Int64? {
    let kind = plans[field].kind
    return answers.withText(field) { AnswerValues.value(of: $0, kind) }
  }
}

/// Answers as the values that expressions count with.
enum AnswerValues {
  /// A canonical answer as a value; `nil` for none.
  @inline(never)
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

  @inline(never)
  fileprivate static func value(_ action: FieldExpression.Action, _ left: Int64, _ right: Int64) -> Int64? {
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
