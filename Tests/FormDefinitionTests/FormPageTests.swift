import FormDefinition
import FormMessages
import FormModel
import FormPage
import Testing
import ZhinanValidation

/// The page of a form whose fields are given one a line, with English words.
private func page(_ fields: [String], expectation: (Rule) -> String? = { _ in nil }) throws -> FormPage {
  let form = ReadForm(fields: fields)
  #expect(form.problems == [])
  let (definition, compiled) = (try #require(form.definition), try #require(form.compiled))
  return definition.page(of: compiled, words: FormWords(), expectation: expectation)
}

/// The only question of a page with one field, or the last of several.
private func question(_ fields: String..., expectation: (Rule) -> String? = { _ in nil }) throws -> FormPage.Question {
  try #require(try page(fields, expectation: expectation).sections.last?.questions.last)
}

@Suite("A form as a page asks it") struct FormPageTests {
  private static let before = [
    "{key: kind, label: Kind, type: choice, options: [{value: new, label: N}, {value: renew, label: R}, {value: lost, label: L}]}",
    "{key: extras, label: Extras, type: choices, options: [{value: seal, label: S}, {value: other, label: O}]}",
    "{key: name, label: Name, short-label: Short}",
  ]

  @Test(
    "says every condition in words",
    arguments: [
      ("kind = renew", "“Kind” is “R”"),
      ("kind != new", "“Kind” is not “N”"),
      ("kind in renew, lost", "“Kind” is “R” or “L”"),
      ("kind in new, renew, lost", "“Kind” is “N”, “R” or “L”"),
      ("extras has other", "“Extras” includes “O”"),
      ("extras != other", "“Extras” does not include “O”"),
      ("name present", "“Name” is answered"),
      ("name absent", "“Name” is not answered"),
      ("kind = new and name present", "“Kind” is “N” and “Name” is answered"),
      ("name absent or extras has seal", "“Name” is not answered or “Extras” includes “S”"),
    ])
  func conditions(_ condition: String, _ words: String) throws {
    let asked = try page(Self.before + ["{key: last, label: Last, when: \"\(condition)\"}"]).sections[0].questions[3]
    #expect(asked.condition == "Only if \(words)" && asked.requirement == nil && !asked.isRequired)
    let needed = try page(Self.before + ["{key: last, label: Last, required: \"\(condition)\"}"])
    #expect(needed.sections[0].questions[3].requirement == "Required if \(words)")
    #expect(needed.sections[0].questions[3].condition == nil)
  }

  @Test("says that all hold, or that none does, also where several stand under a “not”")
  func negated() throws {
    let form = try #require(ReadForm(fields: Self.before).compiled)
    let both: [FieldCondition] = [.chosen(field: 0, options: 1), .present(field: 2)]
    let words = FormWords()
    #expect(words.words(for: .not(.all(both)), in: form) == "“Kind” is not “N” or “Name” is not answered")
    #expect(words.words(for: .not(.any(both)), in: form) == "“Kind” is not “N” and “Name” is not answered")
    #expect(words.words(for: .not(.not(both[1])), in: form) == "“Name” is answered")
  }

  @Test("puts words into places, and leaves braces that are no place")
  func places() {
    #expect(FormWords.fill("{a} {b} {c} {", ["a": "{b}", "b": "1"]) == "{b} 1 {c} {")
  }

  @Test("calls a question required when it must be answered whenever it is asked")
  func required() throws {
    let number = "{key: last, label: Last, when: kind != new, required: kind != new}"
    let question = try page(Self.before + [number]).sections[0].questions[3]
    #expect(question.isRequired && question.requirement == nil && question.condition == "Only if “Kind” is not “N”")
    #expect(try self.required("required: true"))
    #expect(try !self.required("required: false"))
    // Something stands for an answer that is not given.
    #expect(try !self.required("required: true, default: a"))
    #expect(try !self.required("required: true, default: {copy: name}"))
    #expect(try self.required("required: true, default: {copy: free}"))
    #expect(try self.required("required: true, default: {copy: name, characters: 2-3}"))
  }

  private func required(_ keys: String) throws -> Bool {
    try question(
      "{key: name, label: Name, required: true}", "{key: free, label: Free}", "{key: last, label: Last, \(keys)}"
    ).isRequired
  }

  @Test("has the hint, what the rule asks, limits and defaults beside the question")
  func notes() throws {
    let asked: (Rule) -> String? = { $0 == .uscc ? "18 signs" : $0 == .number ? "a number" : nil }
    func notes(_ keys: String) throws -> [String] {
      try question("{key: name, label: Name}", "{key: last, label: Last, \(keys)}", expectation: asked).notes
    }
    #expect(try notes("rule: uscc") == ["18 signs"])
    #expect(try notes("rule: uscc, hint: As printed") == ["As printed", "18 signs"])
    #expect(try notes("rule: uscc, hint: All 18 signs") == ["All 18 signs"])
    #expect(try notes("type: integer, min: 1, max: 5") == ["1 to 5"])
    #expect(try notes("type: integer, min: 1") == ["1 at least"])
    #expect(try notes("type: integer, max: 5, default: 2") == ["5 at most", "2 if left empty"])
    #expect(try notes("type: integer") == [])
    #expect(try notes("default: {copy: name}") == ["As “Name” if left empty"])
    #expect(try notes("default: {copy: name, characters: 2-3}") == [])
    let options = "type: choice, options: [{value: a, label: First}, {value: b, label: Second}]"
    #expect(try notes("\(options), default: b") == ["“Second” if left empty"])
  }

  @Test(
    "knows how an answer is typed",
    arguments: [
      ("rule: uscc", .code), ("rule: citizen_id", .code), ("rule: passport", .code), ("rule: code", .code),
      ("rule: mobile", .telephone), ("rule: phone", .telephone), ("rule: phone_list", .words),
      ("rule: email", .email), ("rule: postal_code", .digits), ("rule: bank_account_corporate", .digits),
      ("type: integer", .digits), ("type: date", .words), ("rule: person_name", .words), ("max-length: 3", .words),
      ("rule: {by: kind, cases: {a: citizen_id, b: bank_card}, otherwise: passport}", .code),
      ("rule: {by: kind, cases: {a: mobile, b: landline}, otherwise: phone}", .telephone),
      ("rule: {by: kind, cases: {a: citizen_id}, otherwise: person_name}", .words),
      ("rule: {by: kind, cases: {a: citizen_id}}", .words),
      ("rule: {by: kind, cases: {a: citizen_id, b: passport}}", .code),
    ] as [(String, AnswerTyping)])
  func typing(_ keys: String, _ typing: AnswerTyping) throws {
    let kind = "{key: kind, label: Kind, type: choice, options: [{value: a, label: A}, {value: b, label: B}]}"
    #expect(try question(kind, "{key: last, label: Last, \(keys)}").typing == typing)
  }

  @Test("asks the questions of a list once, with # for the number")
  func repeated() throws {
    func section(_ item: String) throws -> FormPage.Section {
      let form = ReadForm(
        """
        title: Seals of a firm
        short-title: Seals
        version: 1.0.0
        prepare: [Ruler, Ink]
        sections:
          - title: Seal
            repeat: {key: seals, min: 1, max: 3, item: "\(item)"}
            fields:
              - {key: kind, label: Kind, type: choice, options: [{value: a, label: A}, {value: b, label: B}]}
              - {key: size, label: Size, when: kind = b, required: kind = b}
              - {key: stamp, label: Stamp, type: blank}

        """)
      #expect(form.problems == [])
      let page = try #require(form.definition).page(of: try #require(form.compiled), words: FormWords()) { _ in nil }
      #expect(page.shortTitle == "Seals" && page.preparation == ["Ruler", "Ink"])
      return page.sections[0]
    }
    let seal = try section("第{n}枚印章·")
    #expect(
      seal.repetition == FormPage.Repetition(key: "seals", elementTitle: "第#枚印章", minimum: 1, maximum: 3))
    #expect(seal.questions.map(\.key) == ["seals[#].kind", "seals[#].size", "seals[#].stamp"])
    #expect(seal.questions[1].condition == "Only if “Kind” is “B”" && seal.questions[1].isRequired)
    #expect(seal.questions.map(\.isAnswerable) == [true, true, false])
    #expect(try section("Seal {n}: ").repetition?.elementTitle == "Seal #")
    #expect(try section("{n}").repetition?.elementTitle == "Seal #")
  }

  @Test("lets a browser offer what the form calls the applicant's own, and nothing else")
  func autofill() throws {
    #expect(try question("{key: a, label: A, autocomplete: tel-national}").autofill == "tel-national")
    #expect(try question("{key: a, label: A}").autofill == nil)
    let wrong = ReadForm(fields: ["{key: a, label: A, autocomplete: phone}"])
    #expect(wrong.problems.count == 1 && wrong.problems[0].contains("“autocomplete” is “phone”"), "\(wrong.problems)")
  }

  @Test("offers answers that the form or a data file lists")
  func suggestions() throws {
    #expect(try question("{key: a, label: A, suggestions: [x, y]}").suggestions == ["x", "y"])
    let missing = ReadForm(fields: ["{key: a, label: A, suggestions: {data: colours}}"])
    #expect(missing.problems.count == 1 && missing.problems[0].contains("“suggestions”"))
  }
}
