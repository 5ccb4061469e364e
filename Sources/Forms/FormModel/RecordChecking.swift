#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

/// One record on its way through a checker.
struct RecordChecking {
  let checker: RecordChecker
  let given: Answers
  let today: CalendarDate
  var answers: Answers
  /// What became of each field.
  var marks: [FieldMarks]
  var canonical: [UInt8] = []

  init(checker: RecordChecker, given: Answers, today: CalendarDate) {
    self.checker = checker
    self.given = given
    self.today = today
    answers = checker.emptyAnswers
    answers.prepare(like: given)
    marks = Array(repeating: [], count: checker.plans.count)
    canonical.reserveCapacity(256)
  }

  /// Checks everything and appends what is wrong.
  mutating func run(_ violations: inout [Violation]) {
    for (index, group) in checker.groups.enumerated() {
      let count = given.itemCounts[index]
      if count < group.minimum || count > group.maximum {
        violations.append(Violation(.group(index), .form(.eItems)))
      }
    }
    for index in checker.plans.indices { check(index, checker.plans[index], &violations) }
    for index in checker.checks.indices { keep(index, &violations) }
  }

  mutating func report(
    _ field: Int, _ problem: Violation.Problem, limit: Int64? = nil, _ violations: inout [Violation]
  ) {
    let violation = Violation(.field(field), problem, limit: limit)
    if violation.isError { marks[field].insert(.rejected) }
    violations.append(violation)
  }

  private mutating func check(_ index: Int, _ plan: FieldPlan, _ violations: inout [Violation]) {
    guard plan.exists(in: given) else { return }
    if let appliesWhen = plan.appliesWhen, !checker.holds(appliesWhen, answers, today) {
      // Where an answer that decides is rejected, nobody knows whether the question applies.
      if given.isPresent(index), !checker.asks(appliesWhen, ofRejected: marks) {
        report(index, .form(.wNotApplicable), &violations)
      }
      return
    }
    if let computation = plan.computation { return workOut(index, plan, Int(computation), &violations) }
    if !given.fieldsWithUnknownOption.isEmpty, given.fieldsWithUnknownOption.contains(index) {
      report(index, .form(.eOption), &violations)
      return
    }
    switch plan.kind {
    case .choice, .choices: checkOptions(index, plan, &violations)
    case .text, .integer, .date, .decimal, .yearMonth, .time: checkText(index, plan, &violations)
    }
  }

  private mutating func checkOptions(_ index: Int, _ plan: FieldPlan, _ violations: inout [Violation]) {
    var bits = given.options(index)
    if bits == 0 {
      marks[index].insert(.unanswered)
      switch plan.fallback {
      case .none, .constant: break
      case .options(let options): bits = options
      case .copy(let other, _, _): bits = answers.options(Int(other))
      }
    }
    if bits == 0 {
      requireAnswer(index, plan, &violations)
    } else if plan.kind == .choice, bits & (bits &- 1) != 0 {
      report(index, .form(.eOneOption), &violations)
    } else {
      answers.set(index, options: bits)
    }
  }

  private mutating func checkText(_ index: Int, _ plan: FieldPlan, _ violations: inout [Violation]) {
    if !given.isPresent(index) { return acceptDefault(index, plan, &violations) }
    // Where the answer that decides the rule is rejected, nothing can be said about this one.
    guard let rule = rule(of: plan) else { return }
    let verdict = given.withText(index) { text in
      rule.check(plan.unit.isEmpty ? text : withoutUnit(text, plan), today: today, canonical: &canonical)
    }
    if verdict.errors.contains(.eEmpty) { return acceptDefault(index, plan, &violations) }
    accept(verdict, given.text(index), index, plan, rule, &violations)
  }

  /// Takes a canonical text over, or reports what its verdict and the field's limits say.
  private mutating func accept(
    _ verdict: Verdict, _ text: ArraySlice<UInt8>, _ index: Int, _ plan: FieldPlan, _ rule: Rule,
    _ violations: inout [Violation]
  ) {
    var verdict = verdict
    if rule == .orgCode, verdict.errors == CodeSet(.eCheck), isPartOfItsSource(text, plan) {
      // The whole code's own check character is right: like there (W_ORG_CHECK), the inner one only warns.
      verdict = Verdict(.wOrgCheck)
      canonical = [UInt8](text)
    }
    for code in verdict.errors { report(index, .rule(code), &violations) }
    for code in verdict.warnings { report(index, .rule(code), &violations) }
    guard verdict.isValid else { return }
    if plan.maxLength > 0, canonical.count > Int(plan.maxLength), scalarCount(canonical) > Int(plan.maxLength) {
      return report(index, .rule(.eLength), &violations)
    }
    if plan.kind.isNumber, let problem = fitNumber(plan) { return report(index, problem, &violations) }
    if plan.earliest != nil || plan.latest != nil, !isInTime(index, plan, &violations) { return }
    answers.set(index, text: canonical)
    if plan.kind == .text, NoValueWords.contains(canonical[...]) { report(index, .form(.wNoValue), &violations) }
  }

  private func isPartOfItsSource(_ text: ArraySlice<UInt8>, _ plan: FieldPlan) -> Bool {
    guard case .copy(let source, let first, let last) = plan.fallback, answers.isPresent(Int(source)) else {
      return false
    }
    return characters(of: answers.text(Int(source)), first, last).elementsEqual(text)
  }

  private func rule(of plan: FieldPlan) -> Rule? {
    guard let deciding = plan.deciding else { return plan.rule }
    if marks[Int(deciding)].contains(.rejected) { return nil }
    let bits = answers.options(Int(deciding))
    for index in plan.cases {
      let entry = checker.cases[Int(index)]
      if bits & (1 << UInt64(entry.option)) != 0 { return entry.rule }
    }
    return plan.rule
  }

  /// A default keeps the field's own rule and limits, as an answer does.
  private mutating func acceptDefault(_ index: Int, _ plan: FieldPlan, _ violations: inout [Violation]) {
    marks[index].insert(.unanswered)
    let text: ArraySlice<UInt8>
    switch plan.fallback {
    case .none, .options: return requireAnswer(index, plan, &violations)
    case .constant(let range): text = checker.constants[Int(range.lowerBound)..<Int(range.upperBound)]
    case .copy(let other, let first, let last):
      if marks[Int(other)].contains(.rejected) { return }
      text = characters(of: answers.text(Int(other)), first, last)
    }
    if text.isEmpty { return requireAnswer(index, plan, &violations) }
    guard let rule = rule(of: plan) else { return }
    let verdict = text.withUnsafeBufferPointer { rule.check($0, today: today, canonical: &canonical) }
    accept(verdict, text, index, plan, rule, &violations)
  }

  mutating func requireAnswer(_ index: Int, _ plan: FieldPlan, _ violations: inout [Violation]) {
    if checker.needs(plan, answers, today) { report(index, .form(.eRequired), &violations) }
  }

  private func scalarCount(_ text: [UInt8]) -> Int {
    var count = 0
    for byte in text where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
