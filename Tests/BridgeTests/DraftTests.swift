import Bridge
import FormModel
import Foundation
import Testing

@Suite struct DraftQuestions {
  @Test func aQuestionOpensRightAfterTheChoiceThatAsksForIt() throws {
    let empty = try DraftForm.state("{}")
    #expect(empty["business"].applies && empty["business"].required && !empty["business"].answered)
    #expect(!empty["reason"].applies && !empty["reason"].required)
    let reissue = try DraftForm.state(#"{"business":"reissue"}"#)
    #expect(reissue["reason"].applies && reissue["reason"].required)
    #expect(!reissue["otherReason"].applies)
    let other = try DraftForm.state(#"{"business":"reissue","reason":"other"}"#)
    #expect(other["otherReason"].applies && other["otherReason"].required)
    #expect(other.found.contains("otherReason E_REQUIRED"))
  }

  @Test func anAnswerToAQuestionThatNoLongerAppliesIsKeptAndOnlyWarnedOf() throws {
    let state = try DraftForm.state(#"{"business":"new","reason":"lost","otherReason":"王小明丢了"}"#)
    #expect(!state["reason"].applies && state["reason"].answered && state["reason"].value == "lost")
    #expect(state["reason"].shown == "遗失")
    // The question that asks for it is answered, but is itself not asked.
    #expect(!state["otherReason"].applies && state["otherReason"].value == "王小明丢了")
    #expect(state["otherReason"].masked != "王小明丢了")
    let warned = state.problems.filter { $0.code == "W_NOT_APPLICABLE" }
    #expect(warned.map(\.key) == ["reason", "otherReason"] && warned.allSatisfy(\.warns))
  }

  @Test func whereTheChoiceIsWrongNobodyIsToldThatItsQuestionsDoNotApply() throws {
    let state = try DraftForm.state(#"{"business":"补一下","reason":"lost"}"#)
    #expect(state.found.contains("business E_OPTION") && !state.found.contains("reason W_NOT_APPLICABLE"))
    #expect(state["business"].answered && state["business"].value == "补一下" && state["business"].masked == "补***")
    #expect(!state["reason"].applies)
  }

  @Test func aSectionGrowsWithItsElements() throws {
    for count in 0...4 {
      let seals = Array(repeating: #"{"name":"公章"}"#, count: count).joined(separator: ",")
      let state = try DraftForm.state("{\"seals\":[\(seals)]}")
      #expect(state.groups == [TestedState.Group(key: "seals", title: "印章", count: count, minimum: 1, maximum: 3)])
      for element in 0..<3 {
        let name = state["seals[\(element)].name"]
        #expect(name.applies == (element < count) && name.required == (element < count))
        #expect(name.value == (element < count ? "公章" : nil))
      }
      #expect(state.found.contains("seals E_ITEMS") == (count == 0 || count == 4))
    }
    let half = try DraftForm.state(#"{"seals":[{"name":"公章"},{}]}"#)
    #expect(half.found.contains("seals[1].name E_REQUIRED") && !half["seals[1].name"].answered)
  }

  @Test func fieldsStandInTheFormsOrderAndEachOnce() throws {
    let state = try DraftForm.state(#"{"uscc":"x","没有":1}"#)
    #expect(state.fields.map(\.key) == DraftForm.form.fields.map { String(decoding: $0.key, as: UTF8.self) })
  }
}

@Suite struct DraftAnswers {
  @Test func whatIsTypedWithAnInputMethodIsNarrowedAndSaid() throws {
    let state = try DraftForm.state(
      #"{"uscc":"９１２１０３０２ＷＷＧ７ＬＣＭＫ６Ｄ","agentMobile":"138 0000 0001","certCount":"１２","applyDate":"２０２６年１月５日"}"#)
    #expect(state["uscc"].value == "91210302WWG7LCMK6D" && state["uscc"].changed == "width")
    #expect(state["agentMobile"].value == "13800000001" && state["agentMobile"].changed == "spaces")
    #expect(state["certCount"].value == "12" && state["certCount"].changed == "width")
    #expect(state["applyDate"].value == "2026-01-05" && state["applyDate"].shown == "2026年1月5日")
    #expect(state["applyDate"].changed == "date" && state["applyDate"].from == "typed")
  }

  @Test(arguments: [
    ("uscc", "91210302wwg7lcmk6d", "case"), ("uscc", "91210302-WWG7LCMK6D", "signs"),
    ("uscc", "９１２１０３０２ wwg7lcmk6d", "case"), ("agentMobile", "138-0000-0001", "signs"),
    ("agentMobile", "+8613800000001", "other"), ("agentName", " 王小明 ", "spaces"),
    ("orgName", "示例(鞍山)有限公司", "signs"), ("business", "补办", "signs"),
  ])
  func oneWordSaysWhatMadeTheDifference(key: String, typed: String, word: String) throws {
    let field = try DraftForm.state("{\"\(key)\":\"\(typed)\"}")[key]
    #expect(field.changed == word && field.value != typed)
    // What is canonical already is not changed.
    let value = try #require(field.value)
    #expect(try DraftForm.state("{\"\(key)\":\"\(value)\"}")[key].changed == nil)
  }

  @Test func aCopyIsDerivedAsSoonAsItsSourceIsRight() throws {
    let half = try DraftForm.state(#"{"uscc":"91210302WWG7LCMK6D","agentName":"X1"}"#)
    #expect(!half.ready)
    #expect(half["orgCode"].answered && half["orgCode"].from == "derived" && half["orgCode"].value == "WWG7LCMK6")
    #expect(half["certCount"].value == "1" && half["certCount"].from == "derived" && half["certCount"].changed == nil)
    #expect(try DraftForm.state(#"{"certCount":"7"}"#)["keyCount"].value == "7")
    let wrong = try DraftForm.state(#"{"uscc":"91210302WWG7LCMK6E"}"#)
    #expect(!wrong["orgCode"].answered && wrong["orgCode"].value == nil)
    // Blanks are no answer.
    let blank = try DraftForm.state(#"{"uscc":"91210302WWG7LCMK6D","orgCode":"  "}"#)
    #expect(blank["orgCode"].from == "derived" && blank["orgCode"].changed == nil)
    let typed = try DraftForm.state(#"{"uscc":"91210302WWG7LCMK6D","orgCode":"WWG7LCMK6"}"#)
    #expect(typed["orgCode"].from == "typed")
  }

  @Test func aWrongAnswerIsShownAsItWasTypedAndMasked() throws {
    let state = try DraftForm.state(#"{"uscc":"９１210302WWG7LCMK6E","certCount":"王小明","platforms":["anshan","鞍钢"]}"#)
    #expect(state["uscc"].value == "９１210302WWG7LCMK6E" && state["uscc"].shown == state["uscc"].value)
    #expect(state["uscc"].changed == nil && state["uscc"].from == "typed")
    #expect(state["uscc"].masked?.contains("WWG7LCMK6E") == false)
    #expect(state["certCount"].value == "王小明" && state["certCount"].masked?.contains("小明") == false)
    #expect(state["platforms"].value?.contains("鞍钢") == true)
  }

  @Test func privateAnswersAreMaskedAndOthersAreNot() throws {
    let state = try DraftForm.state(
      #"{"agentName":"王小明","agentMobile":"13800000001","orgName":"鞍山示例有限公司","platforms":"鞍山平台、other"}"#)
    #expect(state["agentName"].shown == "王小明" && state["agentName"].masked != "王小明")
    #expect(state["agentMobile"].masked?.contains("0000") == false)
    #expect(state["orgName"].masked == "鞍山示例有限公司")
    #expect(state["platforms"].value == "anshan other" && state["platforms"].shown == "鞍山平台；其他平台")
    #expect(state["platforms"].masked == state["platforms"].shown && state["platforms"].changed == "signs")
  }
}

@Suite struct DraftProblems {
  @Test func theyStandInTheFormsOrderWarningsAmongThem() throws {
    let state = try DraftForm.state(
      #"{"zzz":1,"business":"new","certCount":"12","uscc":"91210302WWG7LCMK6D","agentName":["x"],"seals":[]}"#)
    #expect(!state.ready)
    #expect(state.found == ["- unknown-field", "certCount W_BOUNDS", "agentName type", "seals E_ITEMS"])
    #expect(state.problems.map(\.warns) == [false, true, false, false])
    #expect(state.problems[1].say == "超过9个要另附说明")
  }

  @Test func oneThatALaterQuestionCanPutRightSaysWhich() throws {
    func check(_ field: UInt16, _ kind: FieldCheck.Kind) -> FieldCheck {
      FieldCheck(field: field, kind: kind, warns: false, say: [])
    }
    let seals = FieldExpression([.init(.count, 0)])
    let state = try DraftForm.state(
      #"{"certCount":"2","keyCount":"1","seals":[{"name":"公章","widthMM":"9"}]}"#,
      checks: [
        check(5, .holds(.compared(FieldExpression([.init(.answer, 5)]), .equal, seals))),
        check(
          5, .holds(.compared(FieldExpression([.init(.answer, 5)]), .atMost, FieldExpression([.init(.answer, 6)])))),
        check(6, .equal(5, first: 1, last: 0)),
        check(9, .oneOf([7, 9, 10])),
        check(
          13, .holds(.compared(FieldExpression([.init(.answer, 13)]), .atMost, FieldExpression([.init(.answer, 5)])))),
      ])
    let told = state.problems.filter { $0.code != "E_REQUIRED" }.map { "\($0.key ?? "") \($0.code) \($0.until ?? "-")" }
    #expect(
      told == [
        "certCount E_CONDITION seals", "certCount E_CONDITION keyCount", "keyCount E_DIFFERS -",
        "agentMobile E_ONE_OF orgName", "seals[0].widthMM E_CONDITION -",
      ])
  }

  @Test func theyAreThoseOfACheck() throws {
    let session = try DraftForm.session()
    for record in [
      "{}", #"{"uscc":"1","reason":"x","seals":[{"name":1},2],"agentName":"王"}"#, "[]", "{", #"{"a":1,"a":2}"#,
    ] {
      struct Checked: Decodable {
        var ok: Bool
        var problems: [Told]
        struct Told: Decodable { var code, say: String }
      }
      let reply = try #require(session.checkRecord(Array("2026-11-22\n\(record)".utf8)))
      let checked = try JSONDecoder().decode(Checked.self, from: Data(reply))
      let state = try DraftForm.state(record)
      #expect(state.ready == checked.ok)
      #expect(state.problems.map { $0.code + $0.say }.sorted() == checked.problems.map { $0.code + $0.say }.sorted())
    }
  }

  @Test func whatIsNoRecordIsAnEmptyOneWithOneProblem() throws {
    for text in ["", "[1]", "{\"uscc\":"] {
      let state = try DraftForm.state(text)
      #expect(!state.ready && state.problems.count == 1 && state["business"].applies && !state["uscc"].answered)
    }
  }

  @Test func warningsAloneLeaveTheRecordReady() throws {
    let right = #"{"business":"new","uscc":"91210302WWG7LCMK6D","agentName":"王小明","seals":[{"name":"公章"}]"#
    #expect(try DraftForm.state(right + "}").ready)
    let warned = try DraftForm.state(right + #","certCount":"12","reason":"lost"}"#)
    #expect(warned.ready && warned.found == ["reason W_NOT_APPLICABLE", "certCount W_BOUNDS"])
  }

  @Test func messagesOfAnotherShapeHaveNoState() throws {
    var session = try DraftForm.session()
    for message in ["", "{}", "2026-13-01\n{}", "2026-11-22"] { #expect(session.state(Array(message.utf8)) == nil) }
    var closed = Session()
    #expect(closed.state(Array("2026-11-22\n{}".utf8)) == nil)
  }
}
