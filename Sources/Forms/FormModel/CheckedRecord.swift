#if canImport(Validation)
  package import Validation
#endif

/// Answers that keep every rule of their form, in canonical spelling. Only ``CompiledForm/check(_:today:violations:)``
/// makes one.
package struct CheckedRecord: Sendable, Equatable {
  /// The canonical answers, defaults filled in.
  package let answers: Answers

  fileprivate init(_ answers: Answers) { self.answers = answers }
}

extension CompiledForm {
  /// Checks all answers and appends everything wrong, in the form's order.
  ///
  /// - Returns: the record, or `nil` when a violation refuses it; warnings alone do not.
  package func check(_ given: Answers, today: CalendarDate, violations: inout [Violation]) -> CheckedRecord? {
    let before = violations.count
    var checking = RecordChecking(form: self, given: given, today: today)
    checking.run()
    violations.append(contentsOf: checking.violations)
    for violation in violations[before...] where violation.isError { return nil }
    return CheckedRecord(checking.answers)
  }
}

private struct RecordChecking {
  let form: CompiledForm
  let given: Answers
  let today: CalendarDate
  var answers: Answers
  var violations: [Violation] = []
  var refused: [Bool]
  var canonical: [UInt8] = []

  init(form: CompiledForm, given: Answers, today: CalendarDate) {
    self.form = form
    self.given = given
    self.today = today
    answers = Answers(for: form)
    answers.itemCounts = given.itemCounts
    refused = Array(repeating: false, count: form.fields.count)
    canonical.reserveCapacity(256)
  }

  mutating func run() {
    for (index, group) in form.groups.enumerated() {
      let count = given.itemCounts[index]
      if count < group.minimum || count > group.maximum {
        violations.append(Violation(.group(index), .form(.eItems)))
      }
    }
    for index in form.fields.indices { check(index) }
    for (index, check) in form.checks.enumerated() { compare(index, check) }
  }

  private mutating func report(_ field: Int, _ problem: Violation.Problem) {
    let violation = Violation(.field(field), problem)
    if violation.isError { refused[field] = true }
    violations.append(violation)
  }

  private mutating func check(_ index: Int) {
    let field = form.fields[index]
    if let item = field.item, item.index >= given.itemCounts[Int(item.group)] { return }
    if let relevance = field.relevance, !relevance.holds(for: answers) {
      if given.isPresent(index) { report(index, .form(.wNotApplicable)) }
      return
    }
    if given.strangers.contains(index) {
      report(index, .form(.eOption))
      return
    }
    switch field.kind {
    case .choice, .choices: checkOptions(index, field)
    case .text, .integer, .date: checkText(index, field)
    }
  }

  private mutating func checkOptions(_ index: Int, _ field: CompiledField) {
    var bits = given.options(index)
    if bits == 0 { bits = defaultOptions(field) }
    if bits == 0 {
      requireAnswer(index, field)
    } else if field.kind == .choice, bits & (bits &- 1) != 0 {
      report(index, .form(.eOneOption))
    } else {
      answers.set(index, options: bits)
    }
  }

  private func defaultOptions(_ field: CompiledField) -> UInt64 {
    switch field.fallback {
    case .none: return 0
    case .constant(let value):
      guard let option = field.options.firstIndex(where: { $0.value == value }) else { return 0 }
      return 1 << UInt64(option)
    case .copy(let other, _, _): return answers.options(other)
    }
  }

  private mutating func checkText(_ index: Int, _ field: CompiledField) {
    // Where the answer that decides the rule is refused, nothing can be said about this one.
    guard let rule = rule(of: field) else { return }
    let verdict = given.withText(index) { text in rule.check(text, today: today, canonical: &canonical) }
    if verdict.errors.contains(.eEmpty) {
      takeDefault(index, field)
      return
    }
    for code in verdict.errors { report(index, .rule(code)) }
    for code in verdict.warnings { report(index, .rule(code)) }
    guard verdict.isValid else { return }
    if field.maxLength > 0, scalarCount(canonical[...]) > Int(field.maxLength) {
      report(index, .rule(.eLength))
      return
    }
    if field.kind == .integer {
      guard let number = number(canonical), number >= field.minimum, number <= field.maximum else {
        report(index, .rule(.eRange))
        return
      }
    }
    answers.set(index, text: canonical)
  }

  private func rule(of field: CompiledField) -> Rule? {
    switch field.rule {
    case .one(let rule): return rule
    case .chosen(let by, let cases, let otherwise):
      if refused[by] { return nil }
      let bits = answers.options(by)
      for entry in cases where bits & (1 << UInt64(entry.option)) != 0 { return entry.rule }
      return otherwise
    }
  }

  private mutating func takeDefault(_ index: Int, _ field: CompiledField) {
    switch field.fallback {
    case .none: requireAnswer(index, field)
    case .constant(let text): answers.set(index, text: text)
    case .copy(let other, let first, let last):
      if answers.isPresent(other) {
        answers.set(index, text: characters(of: answers.text(other), first, last))
      } else if !refused[other] {
        requireAnswer(index, field)
      }
    }
  }

  private mutating func requireAnswer(_ index: Int, _ field: CompiledField) {
    switch field.need {
    case .optional: break
    case .always: report(index, .form(.eRequired))
    case .when(let condition):
      if condition.holds(for: answers) { report(index, .form(.eRequired)) }
    }
  }

  private mutating func compare(_ index: Int, _ check: FieldCheck) {
    let left = Int(check.left)
    let right = Int(check.right)
    guard answers.isPresent(left), answers.isPresent(right) else { return }
    let same = answers.text(left).elementsEqual(
      characters(of: answers.text(right), check.first, check.last))
    let code: FormCode
    switch check.relation {
    case .equal:
      if same { return }
      code = check.warns ? .wDiffers : .eDiffers
    case .different:
      if !same { return }
      code = check.warns ? .wSame : .eSame
    }
    violations.append(Violation(.field(left), .form(code), check: index))
  }

  /// Characters `first…last` (from 1) of an ASCII text; all when `last` is 0.
  private func characters(of text: ArraySlice<UInt8>, _ first: UInt8, _ last: UInt8) -> ArraySlice<UInt8> {
    guard last > 0 else { return text }
    return text.dropFirst(Int(first) - 1).prefix(Int(last) - Int(first) + 1)
  }

  private func scalarCount(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in text where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private func number(_ digits: [UInt8]) -> Int32? {
    var number: Int64 = 0
    var negative = false
    for (place, byte) in digits.enumerated() {
      if place == 0, byte == 45 {
        negative = true
        continue
      }
      guard byte >= 48, byte <= 57, number < 1 << 40 else { return nil }
      number = number * 10 + Int64(byte - 48)
    }
    return Int32(exactly: negative ? -number : number)
  }
}
