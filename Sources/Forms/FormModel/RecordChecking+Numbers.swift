#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

// Numbers, dates and times, and answers that are worked out.
extension RecordChecking {
  /// The text without the field's unit at its end, and without spaces before that.
  func withoutUnit(_ text: UnsafeBufferPointer<UInt8>, _ plan: FieldPlan) -> UnsafeBufferPointer<UInt8> {
    let unit = checker.constants[Int(plan.unit.lowerBound)..<Int(plan.unit.upperBound)]
    guard text.count > unit.count, text.suffix(unit.count).elementsEqual(unit) else { return text }
    return UnsafeBufferPointer(rebasing: text[..<(text.count - unit.count)])
  }

  /// Brings a canonical number to the field's digits; what is wrong with it otherwise.
  mutating func fitNumber(_ plan: FieldPlan) -> Violation.Problem? {
    guard let value = canonical.withUnsafeBufferPointer({ AnswerValues.value(of: $0, plan.kind) }) else {
      return .rule(.eRange)
    }
    let step = AnswerValues.step(digits: Int(plan.digits))
    if value % step != 0 { return .form(.eDecimals) }
    guard value / step >= plan.minimum, value / step <= plan.maximum else { return .rule(.eRange) }
    if plan.kind == .decimal {
      canonical.removeAll(keepingCapacity: true)
      DecimalNumber.append(value, decimals: Int(plan.digits), to: &canonical)
    }
    return nil
  }

  /// Whether a canonical date, month or time is within the field's limits, as far as these are known.
  mutating func isInTime(_ index: Int, _ plan: FieldPlan, _ violations: inout [Violation]) -> Bool {
    guard let value = canonical.withUnsafeBufferPointer({ AnswerValues.value(of: $0, plan.kind) }) else { return true }
    for (expression, isLatest) in [(plan.earliest, false), (plan.latest, true)] {
      guard let expression, let limit = checker.value(of: Int(expression), answers, today),
        isLatest ? value > limit : value < limit
      else { continue }
      report(index, .form(isLatest ? .eLate : .eEarly), limit: limit, &violations)
      return false
    }
    return true
  }

  /// Works an answer out. One that was given must be the same.
  mutating func workOut(_ index: Int, _ plan: FieldPlan, _ computation: Int, _ violations: inout [Violation]) {
    let isGiven = given.isPresent(index)
    if !isGiven { marks[index].insert(.unanswered) }
    // What it is worked out from is wrong, which is told there.
    if checker.asks(expression: computation, ofRejected: marks) { return }
    guard let value = checker.value(of: computation, answers, today),
      let text = AnswerValues.text(of: value, plan.kind, digits: Int(plan.digits))
    else {
      if isGiven { report(index, .form(.eComputed), &violations) }
      return
    }
    if isGiven {
      let verdict = given.withText(index) { text in
        plan.rule.check(
          plan.unit.isEmpty ? text : withoutUnit(text, plan), today: today, canonical: &canonical)
      }
      guard verdict.isValid, !plan.kind.isNumber || fitNumber(plan) == nil, canonical == text else {
        return report(index, .form(.eComputed), limit: value, &violations)
      }
    }
    canonical = text
    if plan.kind.isNumber, let problem = fitNumber(plan) { return report(index, problem, &violations) }
    if !isInTime(index, plan, &violations) { return }
    answers.set(index, text: text)
  }
}
