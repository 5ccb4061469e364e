#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

// Numbers, dates and times, and answers that are worked out.
extension RecordChecking {
  /// The text without spaces at its end and without the field's unit there, in whatever widths and capitals.
  func withoutUnit(_ text: UnsafeBufferPointer<UInt8>, _ plan: FieldPlan) -> UnsafeBufferPointer<UInt8> {
    var end = text.count
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    let whole = UnsafeBufferPointer(rebasing: text[..<end])
    let unit = FoldedWord.scalars(
      Array(checker.constants[Int(plan.unit.lowerBound)..<Int(plan.unit.upperBound)]), withSpaces: false)
    // The shortest end that is the unit once it is folded.
    var start = end
    while start > 0 {
      start -= 1
      if text[start] & 0xC0 == 0x80 { continue }
      let tail = FoldedWord.scalars(Array(text[start..<end]), withSpaces: false)
      if tail == unit { return UnsafeBufferPointer(rebasing: text[..<start]) }
      if tail.count >= unit.count { break }
    }
    return whole
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
      // A limit that no answer can have, such as a time after midnight, is none.
      guard let expression, let limit = checker.value(of: Int(expression), answers, today)?.whole,
        AnswerValues.text(of: limit, plan.kind, digits: 0) != nil, isLatest ? value > limit : value < limit
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
    // What it is worked out from is wrong, which is told there: then nothing is known of it either.
    if checker.asks(expression: computation, ofRejected: marks) {
      marks[index].insert(.rejected)
      return
    }
    guard let exact = checker.value(of: computation, answers, today) else {
      if checker.expressions[computation].fields.allSatisfy({ answers.isPresent($0) }), !isMiscounted(computation) {
        report(index, .rule(.eRange), &violations)
      } else if isGiven {
        report(index, .form(.eComputed), &violations)
      } else {
        requireAnswer(index, plan, &violations)
      }
      return
    }
    let digits = plan.kind == .decimal ? Int(plan.digits) : 0
    guard let value = plan.kind.isNumber ? exact.rounded(to: digits) : exact.whole,
      let text = AnswerValues.text(of: value, plan.kind, digits: digits)
    else { return report(index, .rule(.eRange), &violations) }
    if isGiven, !isGivenAs(value, index, plan) {
      return report(index, .form(.eComputed), limit: value, &violations)
    }
    canonical = text
    if plan.kind.isNumber, let problem = fitNumber(plan) { return report(index, problem, &violations) }
    if !isInTime(index, plan, &violations) { return }
    answers.set(index, text: text)
  }

  /// Whether the answer that was given is this value.
  private mutating func isGivenAs(_ value: Int64, _ index: Int, _ plan: FieldPlan) -> Bool {
    let verdict = given.withText(index) { text in
      plan.rule.check(plan.unit.isEmpty ? text : withoutUnit(text, plan), today: today, canonical: &canonical)
    }
    return verdict.isValid
      && canonical.withUnsafeBufferPointer { AnswerValues.value(of: $0, plan.kind) } == value
  }

  /// Whether an expression counts a list, or adds up its answers, that has too few or too many elements, which is told
  /// there.
  private func isMiscounted(_ computation: Int) -> Bool {
    checker.expressions[computation].steps.contains { step in
      var group: Int?
      if step.action == .count { group = Int(step.value) }
      if step.action == .addAnswer { group = checker.plans[Int(step.value)].item.map { Int($0.group) } }
      return group.map { !checker.hasRightCount($0, given) } ?? false
    }
  }
}
