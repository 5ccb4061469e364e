import FormModel
import Testing

/// Fields 0 to 3 that conditions ask about, and the field that has the condition.
private func form(_ key: String, _ condition: String) -> ReadForm {
  ReadForm(fields: [
    "{key: kind, label: Kind, type: choice, options: [{value: new, label: N}, {value: renew, label: R}, {value: lost, label: L}]}",
    "{key: extras, label: Extras, type: choices, options: [{value: seal, label: S}, {value: other, label: O}]}",
    "{key: name, label: Name}",
    "{key: number, label: Number}",
    "{key: last, label: Last, \(key): \"\(condition)\"}",
    "{key: later, label: Later}",
  ])
}

@Suite struct Conditions {
  @Test(
    arguments: [
      ("kind = renew", .chosen(field: 0, options: 0b010)),
      ("kind=renew", .chosen(field: 0, options: 0b010)),
      ("  kind  =  renew ", .chosen(field: 0, options: 0b010)),
      ("kind != new", .not(.chosen(field: 0, options: 0b001))),
      ("kind!=new", .not(.chosen(field: 0, options: 0b001))),
      ("kind in renew, lost", .chosen(field: 0, options: 0b110)),
      ("kind in renew,lost", .chosen(field: 0, options: 0b110)),
      ("kind in lost", .chosen(field: 0, options: 0b100)),
      ("extras has other", .chosen(field: 1, options: 0b10)),
      ("name present", .present(field: 2)),
      ("name absent", .not(.present(field: 2))),
      ("kind = new and name present", .all([.chosen(field: 0, options: 1), .present(field: 2)])),
      ("name absent or number absent", .any([.not(.present(field: 2)), .not(.present(field: 3))])),
      (
        "kind in new, lost and extras has seal and name present",
        .all([.chosen(field: 0, options: 0b101), .chosen(field: 1, options: 1), .present(field: 2)])
      ),
    ] as [(String, FieldCondition)])
  func everyOperatorCompiles(text: String, expected: FieldCondition) {
    let when = form("when", text)
    #expect(when.problems.isEmpty)
    #expect(when["last"]?.appliesWhen == expected)
    #expect(form("required", text)["last"]?.need == .when(expected))
  }

  @Test(
    arguments: [
      ("", "a field's key is missing", nil),
      ("knd = new", "there is no field “knd”", "Did you mean “kind”?"),
      ("nothing at all", "there is no field “nothing”", nil),
      ("kind", "after “kind” there should be =, !=, <, <=, >, >=, in, has, present or absent", nil),
      ("kind is new", "after “kind” there should be =, !=, <, <=, >, >=, in, has, present or absent", nil),
      ("kind = renw", "“renw” is no option of the field", "Did you mean “renew”?"),
      ("kind = 新办", "“新办” is no option of the field", nil),
      ("kind =", "an option is missing", nil),
      ("kind in new,", "an option is missing", nil),
      ("name = new", "“name” is no number, date, month or time", nil),
      ("kind = new lost", "“lost” is not expected here", nil),
      ("kind = new and", "a field's key is missing", nil),
      ("kind = new and name present or number present", "“and” and “or” cannot be mixed", nil),
      (
        "later present", "“later” stands after the field that depends on it",
        "Move the field down, or “later” to an earlier place."
      ),
      (
        "last present", "“last” stands after the field that depends on it",
        "Move the field down, or “last” to an earlier place."
      ),
    ] as [(String, String, String?)])
  func everyMistakeIsNamed(text: String, reason: String, hint: String?) {
    let hint =
      hint
      ?? "A condition reads: key = option, key in a, b, key has a, key present, newPeople > 3, endDate >= startDate."
    for key in ["when", "required"] {
      let read = form(key, text)
      #expect(read.compiled == nil)
      let column = 36 + key.count
      #expect(
        read.problems == [
          "form.yml:10:\(column): error: The condition “\(text)” is wrong: \(reason). [form.condition]\n  hint: \(hint)"
        ])
    }
  }

  @Test func aConditionInARepeatedPartMeansItsOwnElement() throws {
    let read = ReadForm(
      """
      title: T
      version: 1
      sections:
        - title: A
          fields: [{key: kind, label: K, type: choice, options: {data: colours}}]
        - title: B
          repeat: {key: seals, min: 0, max: 2, item: "No. {n} "}
          fields:
            - {key: kind, label: K, type: choice, options: {data: colours}}
            - {key: name, label: N, when: kind = blue}
      """)
    #expect(read.problems.isEmpty)
    #expect(read["seals[0].name"]?.appliesWhen == .chosen(field: 1, options: 0b10))
    #expect(read["seals[1].name"]?.appliesWhen == .chosen(field: 3, options: 0b10))
    #expect(read["seals[1].name"].map { String(decoding: $0.label, as: UTF8.self) } == "No. 2 N")
  }
}
