#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// Answers that keep every rule of their form, in canonical spelling. Only ``RecordChecker`` makes one.
package struct CheckedRecord: Sendable, Equatable {
  /// The canonical answers, defaults filled in.
  package let answers: Answers

  init(_ answers: Answers) { self.answers = answers }
}

extension CompiledForm {
  /// Checks one record; for many, make one ``RecordChecker`` and keep it.
  package func check(_ given: Answers, today: CalendarDate, violations: inout [Violation]) -> CheckedRecord? {
    RecordChecker(self).check(given, today: today, violations: &violations)
  }
}

/// Checks records against one form. Making it lays the form's rules out flat, so that checking a record follows no
/// reference and copies no list.
package struct RecordChecker: Sendable {
  let plans: [FieldPlan]
  let steps: [ConditionStep]
  let cases: [RuleCase]
  /// Texts of constant defaults and units, one after another.
  let constants: [UInt8]
  let expressions: [FieldExpression]
  let groups: [(minimum: UInt16, maximum: UInt16)]
  let checks: [(check: FieldCheck, condition: Range<UInt32>?, claim: Range<UInt32>?)]
  let emptyAnswers: Answers

  /// Lays out the form's conditions, rules and defaults; the checker may then be used by any number of threads.
  package init(_ form: CompiledForm) {
    var layout = PlanLayout()
    plans = form.fields.map { layout.plan($0) }
    checks = form.checks.map { check in
      var claim: Range<UInt32>?
      if case .holds(let condition) = check.kind { claim = layout.condition(condition) }
      return (check, check.condition.map { layout.condition($0) }, claim)
    }
    steps = layout.steps
    cases = layout.cases
    constants = layout.constants
    expressions = layout.expressions
    groups = form.groups.map { ($0.minimum, $0.maximum) }
    emptyAnswers = Answers(for: form)
  }

  /// Checks all answers and appends everything wrong, in the form's order.
  ///
  /// - Returns: the record, or `nil` when a violation rejects it; warnings alone do not.
  package func check(_ given: Answers, today: CalendarDate, violations: inout [Violation]) -> CheckedRecord? {
    find(given, today: today, violations: &violations).record
  }

  /// The same, telling what was found of a wrong record too.
  package func find(_ given: Answers, today: CalendarDate, violations: inout [Violation]) -> FoundAnswers {
    let before = violations.count
    var checking = RecordChecking(checker: self, given: given, today: today)
    checking.run(&violations)
    return FoundAnswers(checking, isRight: !violations[before...].contains { $0.isError })
  }

  /// Whether an answer must be given to a question that applies.
  func needs(_ plan: FieldPlan, _ answers: Answers, _ today: CalendarDate) -> Bool {
    switch plan.need {
    case .optional: false
    case .always: true
    case .when(let condition): holds(condition, answers, today)
    }
  }

  /// Whether a condition asks about a field whose answer is rejected.
  func asks(_ condition: Range<UInt32>, ofRejected marks: [FieldMarks]) -> Bool {
    condition.contains { index in
      switch steps[Int(index)] {
      case .chosen(let field, _), .present(let field): marks[Int(field)].contains(.rejected)
      case .compared(let left, _, let right):
        asks(expression: Int(left), ofRejected: marks) || asks(expression: Int(right), ofRejected: marks)
      case .not, .all, .any: false
      }
    }
  }

  /// Whether an expression asks about a field whose answer is rejected.
  func asks(expression: Int, ofRejected marks: [FieldMarks]) -> Bool {
    expressions[expression].fields.contains { marks[$0].contains(.rejected) }
  }

  /// Whether a condition compares values only, so that what is not there is not known.
  func comparesOnly(_ condition: Range<UInt32>) -> Bool {
    condition.allSatisfy { index in
      switch steps[Int(index)] {
      case .chosen, .present: false
      case .compared, .not, .all, .any: true
      }
    }
  }

  /// Whether everything is known that a condition compares and chooses by.
  func knows(_ condition: Range<UInt32>, _ answers: Answers, _ today: CalendarDate) -> Bool {
    condition.allSatisfy { index in
      switch steps[Int(index)] {
      case .compared(let left, _, let right):
        value(of: Int(left), answers, today) != nil && value(of: Int(right), answers, today) != nil
      case .chosen(let field, _): answers.isPresent(Int(field))
      case .present, .not, .all, .any: true
      }
    }
  }

  /// Whether a condition, laid out in `steps`, holds.
  func holds(_ condition: Range<UInt32>, _ answers: Answers, _ today: CalendarDate) -> Bool {
    var stack: UInt64 = 0
    for index in condition {
      switch steps[Int(index)] {
      case .chosen(let field, let options): stack = stack << 1 | (answers.options(Int(field)) & options != 0 ? 1 : 0)
      case .present(let field): stack = stack << 1 | (answers.isPresent(Int(field)) ? 1 : 0)
      case .compared(let left, let comparison, let right):
        stack = stack << 1 | (compares(Int(left), comparison, Int(right), answers, today) ? 1 : 0)
      case .not: stack ^= 1
      case .all(let count):
        let mask = (UInt64(1) << UInt64(count)) - 1
        stack = (stack >> UInt64(count)) << 1 | (stack & mask == mask ? 1 : 0)
      case .any(let count):
        let mask = (UInt64(1) << UInt64(count)) - 1
        stack = (stack >> UInt64(count)) << 1 | (stack & mask != 0 ? 1 : 0)
      }
    }
    return stack & 1 == 1
  }

  @inline(never)
  private func compares(
    _ left: Int, _ comparison: FieldComparison, _ right: Int, _ answers: Answers, _ today: CalendarDate
  ) -> Bool {
    guard let left = value(of: left, answers, today), let right = value(of: right, answers, today),
      let difference = ExactNumber.result(.subtract, left, right)
    else { return false }
    return comparison.holds(difference.parts, 0)
  }
}
