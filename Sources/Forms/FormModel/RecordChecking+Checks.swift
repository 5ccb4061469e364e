// Cross-checks, and parts of other answers.
extension RecordChecking {
  /// Makes a check, once all fields are checked.
  func keep(_ index: Int, _ violations: inout [Violation]) {
    let (check, condition, claim) = checker.checks[index]
    let field = Int(check.field)
    if let condition, !checker.holds(condition, answers, today) { return }
    let code: FormProblemCode
    switch check.kind {
    case .equal(let other, let first, let last):
      guard let isSame = isSame(field, Int(other), first, last), !isSame else { return }
      code = check.warns ? .wDiffers : .eDiffers
    case .different(let other, let first, let last):
      guard let isSame = isSame(field, Int(other), first, last), isSame else { return }
      code = check.warns ? .wSame : .eSame
    case .within(let minimum, let maximum):
      guard answers.isPresent(field), let isWithin = isWithin(field, minimum, maximum), !isWithin else { return }
      code = check.warns ? .wBounds : .eBounds
    case .holds:
      guard let claim, isBroken(claim, at: field) else { return }
      code = check.warns ? .wCondition : .eCondition
    case .distinct(let fields): return keepApart(fields, check, index, &violations)
    case .oneOf(let fields):
      guard isUnanswered(fields, at: field) else { return }
      code = check.warns ? .wOneOf : .eOneOf
    }
    violations.append(Violation(.field(field), .form(code), check: index))
  }

  private func isWithin(_ field: Int, _ minimum: Int64, _ maximum: Int64) -> Bool? {
    let plan = checker.plans[field]
    let value = answers.withText(field) { AnswerValues.value(of: $0, plan.kind) }
    return value.map { (minimum...maximum).contains($0 / AnswerValues.step(digits: Int(plan.digits))) }
  }

  /// Whether a condition does not hold, though all is known and right that it asks about.
  private func isBroken(_ claim: Range<UInt32>, at field: Int) -> Bool {
    (checker.plans[field].exists(in: given) || checker.comparesOnly(claim)) && !checker.holds(claim, answers, today)
      && checker.knows(claim, answers, today) && !checker.asks(claim, ofRejected: marks)
  }

  /// Reports each answer that an element before has too.
  private func keepApart(
    _ fields: [UInt16], _ check: FieldCheck, _ index: Int, _ violations: inout [Violation]
  ) {
    for (place, field) in fields.enumerated() where answers.isPresent(Int(field)) {
      let isRepeated = fields[..<place].contains { other in
        answers.options(Int(field)) == answers.options(Int(other)) && isSpeltAlike(Int(field), Int(other))
      }
      guard isRepeated else { continue }
      violations.append(
        Violation(.field(Int(field)), .form(check.warns ? .wRepeated : .eRepeated), check: index))
    }
  }

  /// Whether two texts are the same but for widths, capitals and spaces.
  private func isSpeltAlike(_ field: Int, _ other: Int) -> Bool {
    let (left, right) = (answers.text(field), answers.text(other))
    return left.elementsEqual(right)
      || FoldedWord.scalars(Array(left), withSpaces: false) == FoldedWord.scalars(Array(right), withSpaces: false)
  }

  /// Whether none of the questions is answered, of which one at least is asked; not where one was answered wrongly.
  private func isUnanswered(_ fields: [UInt16], at field: Int) -> Bool {
    checker.plans[field].exists(in: given)
      && fields.allSatisfy { !answers.isPresent(Int($0)) && !marks[Int($0)].contains(.rejected) }
      && fields.contains { field in
        checker.plans[Int(field)].appliesWhen.map { checker.holds($0, answers, today) } ?? true
      }
  }

  /// `nil` when one of them was not answered.
  private func isSame(_ field: Int, _ other: Int, _ first: UInt8, _ last: UInt8) -> Bool? {
    guard answers.isPresent(field), answers.isPresent(other) else { return nil }
    return answers.text(field).elementsEqual(characters(of: answers.text(other), first, last))
  }

  /// Characters `first…last` (from 1) of an ASCII text; all when `last` is 0.
  func characters(of text: ArraySlice<UInt8>, _ first: UInt8, _ last: UInt8) -> ArraySlice<UInt8> {
    guard last > 0, last >= first else { return text }
    return text.dropFirst(Int(first) - 1).prefix(Int(last) - Int(first) + 1)
  }
}
