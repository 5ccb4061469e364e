import FormMessages
import FormModel
import Foundation
import Testing
import ZhinanValidation

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// A household's application: every kind of number and date, a list with counts and sums, answers that are worked out.
private let household: ReadForm = {
  let file = project.appending(path: "Tests/Fixtures/FormLanguage/content/v1/forms/household.yml")
  do { return ReadForm(try String(contentsOf: file, encoding: .utf8)) } catch { preconditionFailure("\(error)") }
}()

private let today: CalendarDate = {
  guard let day = CalendarDate(year: 2026, month: 11, day: 30) else { preconditionFailure("no day") }
  return day
}()

/// What is said of a record: codes with their fields' keys, `+` and the canonical answer of what was asked for.
private func checked(_ answers: [String: String], members: Int = 0, asking keys: [String] = []) -> [String] {
  guard let form = household.compiled else { return household.problems }
  var given = Answers(for: form)
  for (key, text) in answers {
    guard let field = form.field(bytes(key)) else { return ["no field \(key)"] }
    if form.fields[field].options.isEmpty {
      given.set(field, text: bytes(text))
    } else {
      given.choose(field, word: bytes(text), in: form)
    }
  }
  given.itemCounts[0] = UInt16(members)
  var violations: [Violation] = []
  let found = RecordChecker(form).find(given, today: today, violations: &violations)
  let told = violations.map { violation -> String in
    guard case .field(let index) = violation.subject else { return "\(violation.name)" }
    return "\(violation.name) \(String(decoding: form.fields[index].key, as: UTF8.self))"
  }
  return told
    + keys.map { key in
      let text = form.field(bytes(key)).map { found.answers.text($0) } ?? []
      return "\(key) = \(String(decoding: text, as: UTF8.self))"
    }
}

/// A record with nothing wrong, and what is changed in it.
private func changed(_ answers: [String: String], members: Int = 0, asking keys: [String] = []) -> [String] {
  let right = ["oldPeople": "2", "newPeople": "3", "mobile": "13800000000"]
  return checked(
    right.merging(answers) { $1 }.filter { !$0.value.isEmpty }, members: members, asking: keys)
}

@Suite struct FormLanguage {
  @Test func theFormCompilesAndReadsBack() throws {
    #expect(household.problems.isEmpty)
    let form = try #require(household.compiled)
    var whole = form
    whole.blank.objectCount = 1
    #expect(try CompiledForm(decoding: whole.encoded()) == whole)
  }

  @Test(
    arguments: [
      ("area", "89.5", ["area = 89.50"]), ("area", "８９.５㎡", ["area = 89.50"]), ("area", "0.01", ["area = 0.01"]),
      ("area", "999.99", ["area = 999.99"]), ("area", "1.500", ["area = 1.50"]),
      ("area", "0", ["E_RANGE area", "area = "]),
      ("area", "1000", ["E_RANGE area", "area = "]), ("area", "1.234", ["E_DECIMALS area", "area = "]),
      ("area", "1,0", ["E_FORMAT area", "area = "]), ("area", "12.3.4", ["E_FORMAT area", "area = "]),
      ("newPeople", "3 人", ["newPeople = 3"]), ("newPeople", "21", ["E_RANGE newPeople", "newPeople = "]),
      ("since", "2026年11月", ["since = 2026-11"]), ("since", "202611", ["since = 2026-11"]),
      ("since", "2000-01", ["since = 2000-01"]), ("since", "1999-12", ["E_EARLY since", "since = "]),
      ("since", "2031-01", ["E_LATE since", "since = "]), ("since", "2026-13", ["E_DATE since", "since = "]),
      ("since", "2026-11-02", ["E_FORMAT since", "since = "]),
      ("since", "2026-11-01", ["W_SPREADSHEET since", "since = 2026-11"]),
      ("visit", "9:00", ["visit = 09:00"]), ("visit", "下午2点半", ["visit = 14:30"]),
      ("visit", "17:30", ["visit = 17:30"]),
      ("visit", "8:59", ["E_EARLY visit", "visit = "]), ("visit", "17:31", ["E_LATE visit", "visit = "]),
      ("visit", "25:00", ["E_DATE visit", "visit = "]), ("visit", "noon", ["E_FORMAT visit", "visit = "]),
      ("start", "2026-11-30", ["start = 2026-11-30"]), ("start", "2026-11-29", ["E_EARLY start", "start = "]),
      ("birthDate", "2008-11-30", ["birthDate = 2008-11-30"]),
      ("birthDate", "2008-12-01", ["E_LATE birthDate", "birthDate = "]),
    ])
  func everyKindKeepsItsLimits(key: String, typed: String, expected: [String]) {
    #expect(changed([key: typed], asking: [key]) == expected)
  }

  @Test func aDateIsHeldAgainstAnotherOne() {
    #expect(changed(["start": "2026-12-01", "end": "2026-12-01"]).isEmpty)
    #expect(changed(["start": "2026-12-01", "end": "2026-11-30"]) == ["E_EARLY end"])
    #expect(changed(["start": "2026-12-01", "end": "2027-12-01"]).isEmpty)
    #expect(changed(["start": "2026-12-01", "end": "2027-12-02"]) == ["E_LATE end"])
    #expect(changed(["end": "1999-12-02"]).isEmpty)
  }

  @Test(arguments: [("yes", 1), ("是", 1), ("true", 1), ("Y", 1), ("no", 0), ("否", 0), ("false", 0)])
  func aQuestionOfYesOrNoTakesWhatPeopleWrite(word: String, yes: Int) {
    #expect(changed(["owner": word]) == (yes == 1 ? ["E_REQUIRED deed"] : []))
    #expect(changed(["owner": word, "deed": "A 1"]) == (yes == 1 ? [] : ["W_NOT_APPLICABLE deed"]))
  }

  @Test func numbersDecideWhatIsAsked() {
    #expect(changed(["newPeople": "4", "reason": "x"]).isEmpty)
    #expect(changed(["newPeople": "3", "reason": "x"]) == ["W_NOT_APPLICABLE reason"])
    // Nobody knows whether it applies.
    #expect(changed(["newPeople": "x", "reason": "x"]) == ["E_FORMAT newPeople"])
  }

  @Test func numbersAreComparedAndCounted() {
    #expect(changed(["newPeople": "2"]) == ["E_CONDITION newPeople"])
    #expect(changed(["newPeople": "1"]) == ["E_CONDITION newPeople"])
    #expect(changed([:], members: 1).isEmpty)
    #expect(changed([:], members: 2) == ["E_CONDITION newPeople"])
    #expect(changed(["newPeople": "4"], members: 2).isEmpty)
    // What is not known is not compared.
    #expect(changed(["oldPeople": ""]) == ["E_REQUIRED oldPeople"])
  }

  @Test func sumsAndRepeatedAnswersOfAListAreTold() {
    let two = ["newPeople": "4", "members[0].share": "60", "members[1].share": "40"]
    #expect(changed(two, members: 2).isEmpty)
    #expect(changed(two.merging(["members[1].share": "40.1"]) { $1 }, members: 2) == ["W_CONDITION members[0].share"])
    let number = "210302198506159970"
    let twice = ["newPeople": "4", "members[0].number": number, "members[1].number": number]
    #expect(changed(twice, members: 2) == ["E_REPEATED members[1].number"])
    #expect(changed(twice.merging(["members[1].number": "21030220081122998X"]) { $1 }, members: 2).isEmpty)
  }

  @Test func oneOfSeveralIsEnough() {
    #expect(changed(["mobile": ""]) == ["E_ONE_OF mobile"])
    #expect(changed(["mobile": "", "email": "a@example.cn"]).isEmpty)
    #expect(changed(["mobile": "1"]) == ["E_LENGTH mobile"])
  }

  @Test func answersAreWorkedOut() {
    #expect(
      changed(
        [
          "newPeople": "5", "members[0].share": "1.5", "members[0].rate": "0.35", "members[1].share": "2",
          "members[1].rate": "2.90",
        ],
        members: 3, asking: ["people", "total", "dues", "members[0].due", "members[2].due"])
        == ["people = 4", "total = 8.70", "dues = 6.33", "members[0].due = 0.53", "members[2].due = "])
    #expect(
      changed(
        ["birthDate": "2004-02-29", "start": "2027-02-28", "end": "2027-03-01", "idNumber": "210302198506159970"],
        asking: ["age", "idAge", "length", "until"])
        == ["age = 22", "idAge = 41", "length = 1", "until = 2027-03-28"])
    #expect(changed(["start": "2027-01-31"], asking: ["until"]) == ["until = 2027-02-28"])
  }

  /// Products are exact, whatever their order, and rounded once.
  @Test(
    arguments: [
      ("a * b * b", "10000", "0.0049", "0.24"), ("b * b * a", "10000", "0.0049", "0.24"),
      ("a * b", "0.1", "0.0495", "0.00"),
      ("a * b", "-0.1", "0.05", "-0.01"), ("a * b", "0.9997", "92261398788.1842", "92233720368.55"),
      ("a + b * 2", "1", "0.3", "1.60"), ("(a + b) * 2", "1", "0.3", "2.60"), ("a - (b - a)", "1", "0.3", "1.70"),
    ])
  func productsAreRoundedOnce(text: String, a: String, b: String, expected: String) throws {
    let form = try #require(
      ReadForm(fields: [
        "{key: a, label: A, type: decimal, digits: 4}", "{key: b, label: B, type: decimal, digits: 4}",
        "{key: c, label: C, type: decimal, digits: 2, computed: \(text)}",
      ]).compiled)
    var given = Answers(for: form)
    given.set(0, text: bytes(a))
    given.set(1, text: bytes(b))
    var violations: [Violation] = []
    let found = RecordChecker(form).find(given, today: today, violations: &violations)
    #expect(violations.isEmpty)
    #expect(String(decoding: found.answers.text(2), as: UTF8.self) == expected)
  }

  @Test func whatIsTooLargeOrLackingIsTold() throws {
    let read = ReadForm(fields: [
      "{key: a, label: A, type: decimal, digits: 2}", "{key: b, label: B, type: time}",
      "{key: c, label: C, type: decimal, computed: a * 99999999999}",
      "{key: d, label: D, type: time, computed: b + 2 hours}",
      "{key: e, label: E, type: decimal, computed: a * 2, required: true}",
      "{key: f, label: F, type: decimal, when: e > 3}",
    ])
    let form = try #require(read.compiled)
    func told(_ texts: [Int: String]) -> [String] {
      var given = Answers(for: form)
      for (field, text) in texts { given.set(field, text: bytes(text)) }
      var violations: [Violation] = []
      _ = RecordChecker(form).check(given, today: today, violations: &violations)
      return violations.map { violation in
        guard case .field(let index) = violation.subject else { return "" }
        return "\(violation.name) \(String(decoding: form.fields[index].key, as: UTF8.self))"
      }
    }
    #expect(told([0: "99999999999.99", 1: "23:00"]) == ["E_RANGE c", "E_RANGE d", "E_RANGE e"])
    #expect(told([:]) == ["E_REQUIRED e"])
    // A wrong answer is told once, and nothing that follows from it.
    #expect(told([0: "x", 5: "1"]) == ["E_FORMAT a"])
  }

  @Test func unitsAreTakenInAllWidthsAndCapitals() throws {
    for (unit, text) in [("%", "5％"), ("kg", "5KG "), ("kg", "5ｋｇ"), ("㎡", "5㎡"), ("元", "5 元　"), ("kg", "5")] {
      let form = try #require(
        ReadForm(fields: ["{key: a, label: A, type: decimal, digits: 0, unit: \"\(unit)\"}"]).compiled)
      var given = Answers(for: form)
      given.set(0, text: bytes(text))
      var violations: [Violation] = []
      let found = RecordChecker(form).find(given, today: today, violations: &violations)
      #expect(violations.isEmpty && found.answers.text(0).elementsEqual(bytes("5")), "\(text)")
    }
  }

  @Test func aConditionOverAnEmptyListIsHeld() throws {
    let read = ReadForm(
      """
      title: T
      version: 1
      sections:
        - {title: A, fields: [{key: total, label: T, type: decimal}]}
        - title: L
          repeat: {key: l, min: 0, max: 2}
          fields: [{key: s, label: S, type: decimal}, {key: t, label: T}]
      checks:
        - {holds: sum(l.s) = total, say: sums}
        - {distinct: l.t}
      """)
    let form = try #require(read.compiled)
    func told(_ total: String, _ items: [(String, String)]) -> [String] {
      var given = Answers(for: form)
      given.set(0, text: bytes(total))
      given.itemCounts[0] = UInt16(items.count)
      for (place, item) in items.prefix(2).enumerated() {
        given.set(1 + place * 2, text: bytes(item.0))
        given.set(2 + place * 2, text: bytes(item.1))
      }
      var violations: [Violation] = []
      _ = RecordChecker(form).check(given, today: today, violations: &violations)
      return violations.map { "\($0.name)" }
    }
    #expect(told("0", []).isEmpty)
    #expect(told("100", []) == ["E_CONDITION"])
    #expect(told("100", [("40", "a"), ("60", "b")]).isEmpty)
    #expect(told("100", [("40", "Ａnn"), ("60", "ann ")]) == ["E_REPEATED"])
    // More elements than there is room for are told, and no sum of some of them.
    #expect(told("100", [("40", "a"), ("30", "b"), ("30", "c")]) == ["E_ITEMS"])
  }

  @Test(arguments: ["(", "-", "age("])
  func deepExpressionsAreRefused(sign: String) {
    let read = ReadForm(fields: [
      "{key: a, label: A, type: integer, computed: \"\(String(repeating: sign, count: 2000))\"}"
    ])
    #expect(read.compiled == nil && read.problems.count == 1)
  }

  @Test(
    arguments: [
      "{key: a, label: A, type: yes-no, options: [否, 是]}", "{key: a, label: A, type: yes-no, options: [\"0\", \"1\"]}",
      "{key: a, label: A, type: choice, options: [{value: x, label: y}, {value: y, label: z}]}",
      "{key: a, label: A, type: integer, computed: 1 + 1, default: 3}",
      "{key: a, label: A, type: date, computed: today}",
    ])
  func whatWouldTurnAnswersRoundIsRefused(field: String) {
    let read = ReadForm(fields: [field])
    #expect(read.compiled == nil && read.problems.count == 1, "\(read.problems)")
  }

  @Test func whatIsWorkedOutMayBeGivenOnlyAsItIs() {
    #expect(changed(["people": "1"], asking: ["people"]) == ["people = 1"])
    #expect(changed(["people": "2"]) == ["E_COMPUTED people"])
    #expect(changed(["total": "0.0"], asking: ["total"]) == ["total = 0.00"])
    #expect(changed(["length": "3"]) == ["E_COMPUTED length"])
    // What it is worked out from is wrong, and told there.
    #expect(changed(["length": "3", "start": "x"]) == ["E_FORMAT start"])
  }

  @Test func sentencesNameTheLimitAndTheLanguage() throws {
    let form = try #require(household.compiled)
    var table = MessageTable(language: bytes("en"))
    table.set(bytes("E_EARLY"), MessageTable.Message(say: MessageTemplate(bytes("{label} from {limit}"))))
    table.set(bytes("E_COMPUTED/known"), MessageTable.Message(say: MessageTemplate(bytes("{label} is {limit}"))))
    table.set(bytes("E_ONE_OF"), MessageTable.Message(say: MessageTemplate(bytes("one of {options}"))))
    var given = Answers(for: form)
    for (key, text) in [("start", "2026-11-29"), ("newPeople", "1"), ("oldPeople", "2"), ("people", "9")] {
      given.set(try #require(form.field(bytes(key))), text: bytes(text))
    }
    var violations: [Violation] = []
    _ = RecordChecker(form).check(given, today: today, violations: &violations)
    func said(_ table: MessageTable) -> [String] {
      let sentences = RecordSentences(form: form, messages: table)
      return violations.map { String(decoding: sentences.sentence(for: $0, in: given).say, as: UTF8.self) }
    }
    #expect(said(table) == ["Start from 2026-11-30", "People is 1", "more people", "one of Mobile, Mail"])
    #expect(said(MessageTable(language: bytes("zh-CN")))[2] == "应当增加")
    #expect(said(MessageTable(language: bytes("de")))[2] == "more people")
  }

  @Test(
    arguments: [
      ("computed: 1 +", "a field's key is missing"), ("computed: a + b", "it puts values of different kinds together"),
      ("computed: c", "different kinds"), ("computed: sum(c)", "“c” is no number, date, month or time"),
      ("computed: count(people)", "there is no list “people”"), ("computed: mean(a)", "there is no function"),
      ("computed: (a", "“)” is missing at its end"), ("computed: a a", "“a” is not expected here"),
      ("computed: z", "“z” stands after the field that depends on it"), ("computed: today", "different kinds"),
      ("computed: age(d)", "“d” is no number"), ("computed: 2 days", "different kinds"),
    ])
  func mistakesInExpressionsAreNamed(key: String, reason: String) {
    let read = ReadForm(fields: [
      "{key: a, label: A, type: integer}", "{key: b, label: B, type: date}", "{key: c, label: C}",
      "{key: d, label: D, type: choice, options: {data: colours}}",
      "{key: e, label: E, type: integer, \(key)}", "{key: z, label: Z, type: integer}",
    ])
    #expect(read.compiled == nil)
    #expect(read.problems.count == 1)
    #expect(
      read.problems.first?.contains(reason) == true
        || reason == "there is no function" && read.problems.first?.contains("is no function") == true
        || reason == "“d” is no number" && read.problems.first?.contains("“d” is no number") == true,
      "\(read.problems)")
  }

  @Test(
    arguments: [
      "{key: a, label: A, type: decimal, digits: 5}", "{key: a, label: A, type: decimal, min: 0.001}",
      "{key: a, label: A, type: yes-no, options: [x]}", "{key: a, label: A, computed: 1 + 1}",
      "{key: a, label: A, type: decimal, min: 3, max: 2}", "{key: a, label: A, type: date, min: 3}",
      "{key: a, label: A, type: time, max: 2026-01-01}",
    ])
  func mistakesInLimitsAreNamed(field: String) {
    let read = ReadForm(fields: [field])
    #expect(read.compiled == nil)
    #expect(read.problems.count == 1, "\(read.problems)")
  }

  @Test(
    arguments: [
      "{holds: a > 1, distinct: l.n, say: x}", "{at-least-one-of: [a]}", "{distinct: a}", "{distinct: l.x}",
      "{holds: a, say: x}",
      "{holds: 1 < 2, say: x}", "{holds: a > 1}", "{number: a, min: 0.5, say: x}",
    ])
  func mistakesInChecksAreNamed(check: String) {
    let read = ReadForm(fields: ["{key: a, label: A, type: integer}"], checks: [check])
    #expect(read.compiled == nil)
    #expect(read.problems.count == 1, "\(read.problems)")
  }

  /// Words and signs in any order: an expression is read or named, and what was read is worked out or not known.
  @Test func noExpressionTraps() throws {
    let words = [
      "a", "b", "c", "d", "count", "sum", "age", "days", "(", ")", ",", "+", "-", "*", "3", "2.90", "2026-12-01",
      "2026-12",
      "9:30", "today", "months", "day", "hours", "=", "<", ">=", "!=", "and", "or", "present", "in", "people",
      "people.n", "x",
      "99999999999", "0.0001", "重",
    ]
    var generator = SplitMix(state: 13)
    var read = 0
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in words.randomElement(using: &generator) ?? ""
      }
      .joined(separator: " ")
      let key = ["computed", "when", "min"].randomElement(using: &generator) ?? ""
      let form = ReadForm(
        """
        title: T
        version: 1
        sections:
          - title: A
            fields:
              - {key: a, label: A, type: integer}
              - {key: b, label: B, type: date}
              - {key: c, label: C, type: time}
              - {key: d, label: D, type: year-month}
          - title: B
            repeat: {key: people, min: 0, max: 2}
            fields: [{key: n, label: N, type: decimal}]
          - title: C
            fields: [{key: e, label: E, type: \(key == "min" ? "date" : "decimal"), \(key): "\(text)"}]
        """)
      guard let compiled = form.compiled else {
        #expect(form.problems.count == 1 && form.problems[0].contains("[form."), "\(text): \(form.problems)")
        continue
      }
      read += 1
      var whole = compiled
      whole.blank.objectCount = 1
      #expect(try CompiledForm(decoding: whole.encoded()) == whole, "\(text)")
      var given = Answers(for: compiled)
      given.itemCounts[0] = 2
      for (field, answer) in ["3", "2024-02-29", "9:30", "2026-11", "1.5"].enumerated()
      where Bool.random(using: &generator) {
        given.set(field, text: bytes(answer))
      }
      var violations: [Violation] = []
      _ = RecordChecker(compiled).find(given, today: today, violations: &violations)
    }
    #expect(read > 30, "\(read)")
  }
}

/// A generator that gives the same numbers every time.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
