import FormModel
import Testing
import Validation

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
      ([("kind", "new lost")], 1, ["kind E_ONE_OPTION"]),
      ([("kind", "补办"), ("serial", "")], 1, ["serial E_REQUIRED"]),
      ([("kind", "补办"), ("serial", "20 26 AB CD")], 1, []),
      ([("serial", "12345678")], 1, ["serial W_NOT_APPLICABLE"]),
      ([("code", "000000000")], 1, ["code E_DIFFERS"]),
      ([], 0, ["seals E_ITEMS"]),
      ([("seals[1].name", "公章")], 2, ["seals[0].name W_SAME"]),
      ([("seals[1].name", "私章")], 2, []),
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
