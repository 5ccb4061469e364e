#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

extension RecordChecker {
  /// What an expression works out; `nil` where an answer that it needs is not there, or a number leaves its range.
  @inline(never)
  func value(of expression: Int, _ answers: Answers, _ today: CalendarDate) -> ExactNumber? {
    // Each step finds as many values as it takes: the form was looked through when it was read.
    var stack: [ExactNumber] = []
    for step in expressions[expression].steps {
      var value: ExactNumber?
      switch step.action {
      case .number: value = ExactNumber(tenThousandths: step.value)
      case .date, .month, .time: value = ExactNumber(whole: step.value)
      case .today: value = ExactNumber(whole: Int64(today.daysSince1970))
      case .count:
        let group = Int(step.value)
        if hasRightCount(group, answers) { value = ExactNumber(whole: Int64(answers.itemCounts[group])) }
      case .answer: value = self.value(ofField: Int(step.value), answers)
      case .addAnswer:
        let field = Int(step.value)
        if let item = plans[field].item, !hasRightCount(Int(item.group), answers) { return nil }
        if !answers.isPresent(field) { continue }
        value = self.value(ofField: field, answers)
      default: value = stack.removeLast()
      }
      guard var value else { return nil }
      if step.action.taken > 0 {
        guard let result = AnswerValues.value(step.action, stack.removeLast(), value) else { return nil }
        value = result
      }
      stack.append(value)
    }
    return stack.last
  }

  /// Whether a list has as many elements as it may have; where it has not, that is told there.
  func hasRightCount(_ group: Int, _ answers: Answers) -> Bool {
    let (limits, count) = (groups[group], answers.itemCounts[group])
    return count >= limits.minimum && count <= limits.maximum
  }

  @inline(never)
  private func value(ofField field: Int, _ answers: Answers) -> ExactNumber? {
    let kind = plans[field].kind
    guard let value = answers.withText(field, { AnswerValues.value(of: $0, kind) }) else { return nil }
    return kind.isNumber ? ExactNumber(tenThousandths: value) : ExactNumber(whole: value)
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

  /// A value as the canonical text of an answer, a number in ten-thousandths; `nil` beyond what there is.
  static func text(of value: Int64, _ kind: FieldKind, digits: Int) -> [UInt8]? {
    var text: [UInt8] = []
    switch kind {
    case .integer, .decimal:
      DecimalNumber.append(value, decimals: kind == .integer ? 0 : digits, to: &text)
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
  fileprivate static func value(
    _ action: FieldExpression.Action, _ left: ExactNumber, _ right: ExactNumber
  ) -> ExactNumber? {
    if action.isReckoning { return ExactNumber.result(action, left, right) }
    // Halves of days and months are none.
    guard let first = left.whole, let second = right.whole else { return nil }
    switch action {
    case .days:
      guard let from = date(first), let to = date(second) else { return nil }
      return ExactNumber(whole: Int64(to.days(since: from)))
    case .age:
      guard let birth = date(first), let day = date(second) else { return nil }
      return ExactNumber(whole: Int64(years(from: birth, to: day)))
    default:
      guard let from = date(first), let number = Int32(exactly: second) else { return nil }
      let day = action == .shiftDays ? from.adding(days: number) : shifted(from, months: number)
      return day.map { ExactNumber(whole: Int64($0.daysSince1970)) }
    }
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
