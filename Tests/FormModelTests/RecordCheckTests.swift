import FormModel
import Testing
import ZhinanValidation

let today: CalendarDate = {
  guard let date = CalendarDate(year: 2026, month: 11, day: 22) else { preconditionFailure("no such day") }
  return date
}()

/// Checks answers given as key and text (choices separated by spaces), and gives what is wrong as `key CODE`.
private func check(_ given: [(String, String)], seals: UInt16 = 1) -> (record: CheckedRecord?, wrong: [String]) {
  var answers = Answers(for: sampleForm)
  answers.itemCounts[0] = seals
  for (key, text) in given {
    guard let index = sampleForm.field(bytes(key)) else { preconditionFailure("no field \(key)") }
    if sampleForm.fields[index].options.isEmpty {
      answers.set(index, text: bytes(text))
    } else {
      for word in text.split(separator: " ") { answers.choose(index, word: Array(word.utf8), in: sampleForm) }
    }
  }
  var violations: [Violation] = []
  let record = sampleForm.check(answers, today: today, violations: &violations)
  let wrong = violations.map { violation in
    switch violation.subject {
    case .field(let index): String(decoding: sampleForm.fields[index].key, as: UTF8.self) + " \(violation.name)"
    case .group: "seals \(violation.name)"
    }
  }
  return (record, wrong)
}

private let good = [
  ("kind", "new"), ("uscc", "91210302WWG7LCMK6D"), ("number", "210302197001019978"), ("seals[0].name", "公章"),
]

@Suite struct RecordChecking {
  @Test func aGoodRecordIsCanonicalAndHasItsDefaults() throws {
    let (record, wrong) = check(good + [("day", "2026年1月2日"), ("count", "０7")])
    #expect(wrong.isEmpty)
    let answers = try #require(record).answers
    func text(_ key: String) -> String {
      String(decoding: answers.text(sampleForm.field(bytes(key)) ?? 0), as: UTF8.self)
    }
    #expect(text("code") == "WWG7LCMK6")
    #expect(text("day") == "2026-01-02")
    #expect(text("count") == "7")
    #expect(try #require(check(good).record).answers.text(4).elementsEqual(bytes("1")))
  }

  @Test func allProblemsAreFoundAtOnce() {
    let (record, wrong) = check(
      [("uscc", "91210302WWG7LCMK6E"), ("count", "100"), ("seals[0].name", "一二三四五"), ("number", "1"), ("day", "x")])
    #expect(record == nil)
    #expect(
      wrong == [
        "kind E_REQUIRED", "uscc E_CHECK", "count E_RANGE", "day E_FORMAT",
        "seals[0].name E_LENGTH",
      ])
  }

  @Test(
    arguments: [
      ([("kind", "other")], 1, ["kind E_OPTION"]),
      ([("kind", "other"), ("serial", "12345678")], 1, ["kind E_OPTION"]),
      ([("kind", "new lost")], 1, ["kind E_ONE_OPTION"]),
      ([("kind", "补办"), ("serial", ""), ("count", "2")], 1, ["serial E_REQUIRED"]),
      ([("kind", "补办"), ("serial", "20 26 AB CD"), ("count", "2")], 1, []),
      ([("serial", "12345678")], 1, ["serial W_NOT_APPLICABLE"]),
      ([("code", "000000000")], 1, ["code E_DIFFERS"]),
      ([], 0, ["seals E_ITEMS"]),
      ([("seals[1].name", "公章")], 2, ["seals[0].name W_SAME"]),
      ([("seals[1].name", "私章")], 2, []),
      ([("count", "51")], 1, []),
      ([("count", "91")], 1, ["count E_BOUNDS"]),
      ([("kind", "补办"), ("serial", "20 26 AB CD"), ("count", "1")], 1, ["count W_BOUNDS"]),
      ([("kind", "补办"), ("serial", "20 26 AB CD"), ("count", "50")], 1, []),
      ([], 2, ["seals[1].name E_REQUIRED"]),
      ([], 3, ["seals E_ITEMS", "seals[1].name E_REQUIRED"]),
    ] as [([(String, String)], UInt16, [String])])
  func formRules(changes: [(String, String)], seals: UInt16, expected: [String]) {
    let kept = good.filter { pair in !changes.contains { $0.0 == pair.0 } }
    let extra = changes.contains { $0.1 == "补办" } ? [("number", "12345678")] : []
    let base = kept.filter { pair in !extra.contains { $0.0 == pair.0 } }
    #expect(check(base + changes + extra, seals: seals).wrong == expected)
  }
}

@Suite struct DefaultAnswers {
  /// A form whose second field takes its default from the first, or a constant.
  private func check(_ fallback: FieldDefault, rule: Rule, maxLength: UInt16 = 0, given: String) -> [String] {
    var form = CompiledForm(id: bytes("f"), version: bytes("1"), guideVersion: bytes("v"), title: bytes("t"))
    let first = CompiledField(key: bytes("a"), label: bytes("A"), kind: .text, rule: .one(.text))
    var second = CompiledField(key: bytes("b"), label: bytes("B"), kind: .text, rule: .one(rule))
    second.fallback = fallback
    second.need = .always
    second.maxLength = maxLength
    form.fields = [first, second]
    var answers = Answers(for: form)
    answers.set(0, text: bytes(given))
    var violations: [Violation] = []
    _ = form.check(answers, today: today, violations: &violations)
    return violations.map { "\($0.name)" }
  }

  @Test func keepTheFieldsOwnRuleAndLimits() {
    #expect(check(.constant(bytes("not an email")), rule: .email, given: "x") == ["E_FORMAT"])
    #expect(check(.copy(field: 0, first: 1, last: 0), rule: .email, given: "a@example.com") == [])
    #expect(check(.copy(field: 0, first: 1, last: 0), rule: .text, maxLength: 3, given: "abcd") == ["E_LENGTH"])
    #expect(check(.copy(field: 0, first: 30, last: 40), rule: .text, given: "abcd") == ["E_REQUIRED"])
  }

  @Test func anOrganisationCodeOutOfAnAcceptedCreditCodeOnlyWarns() {
    var form = sampleForm
    form.fields = [sampleForm.fields[2], sampleForm.fields[3]]
    form.fields[1].fallback = .copy(field: 0, first: 9, last: 17)
    form.groups = []
    form.checks = []
    for typed in ["", "XXTE5T000"] {
      var answers = Answers(for: form)
      answers.set(0, text: bytes("91210302XXTE5T000E"))
      answers.set(1, text: bytes(typed))
      var violations: [Violation] = []
      #expect(form.check(answers, today: today, violations: &violations) != nil)
      #expect(violations.map { "\($0.name)" } == ["W_ORG_CHECK", "W_ORG_CHECK"])
    }
  }
}
