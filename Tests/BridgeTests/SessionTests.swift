import Bridge
import FormMessages
import FormModel
import Testing
import ZhinanValidation

private let form: [UInt8] = {
  var form = CompiledForm(
    id: Array("sample".utf8), version: [0x31], guideVersion: [0x31], title: Array("样表".utf8))
  var code = CompiledField(key: Array("uscc".utf8), label: Array("代码".utf8), kind: .text, rule: .one(.uscc))
  code.need = .always
  code.privacy = .id
  form.fields = [code]
  form.blank.objectCount = 1
  return form.encoded()
}()

private func table(_ sentence: String) -> [UInt8] {
  var table = MessageTable(language: Array("zh-CN".utf8))
  for code in ["E_CHECK", "E_REQUIRED"] {
    table.set(Array(code.utf8), MessageTable.Message(say: MessageTemplate(Array(sentence.utf8))))
  }
  return table.encoded()
}

@Suite struct SessionAnswers {
  private func answer(_ session: Session, _ record: String) -> String? {
    session.checkRecord(Array("2026-11-22\n\(record)".utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  private func opened() -> Session {
    var session = Session()
    let isOpen = session.open(form: form)
    #expect(isOpen)
    return session
  }

  @Test func withoutAFormNothingIsChecked() {
    var session = Session()
    #expect(session.checkRecord(Array("2026-11-22\n{}".utf8)) == nil)
    let isOpen = session.open(form: [1, 2, 3])
    #expect(!isOpen)
  }

  @Test func messagesOfAnotherShapeHaveNoAnswer() {
    let session = opened()
    for message in ["", "{}", "2026-13-01\n{}", "2026-11-22"] {
      #expect(session.checkRecord(Array(message.utf8)) == nil)
    }
  }

  @Test func aRightRecordHasNoProblems() {
    #expect(answer(opened(), #"{"uscc":"91210302WWG7LCMK6D"}"#) == #"{"ok":true,"problems":[]}"#)
  }

  @Test func problemsAreToldInTheLanguageOfTheTable() {
    var session = opened()
    let wrong = #"{"uscc":"91210302WWG7LCMK6E"}"#
    #expect(
      answer(session, wrong)?.contains(#""key":"uscc","code":"E_CHECK","say":"代码: E_CHECK","line":1,"column":9"#)
        == true)
    let isTaken = session.accept(messages: table("{label}不对"))
    #expect(isTaken && answer(session, wrong)?.contains(#""say":"代码不对""#) == true)
    // A damaged table leaves the sentences; a form opened later has them too.
    let isDamagedTaken = session.accept(messages: Array(table("另一句").dropLast()))
    #expect(!isDamagedTaken && answer(session, wrong)?.contains("代码不对") == true)
    let isOpen = session.open(form: form)
    #expect(isOpen && answer(session, wrong)?.contains("代码不对") == true)
    let isOtherTaken = session.accept(messages: table("另一句"))
    #expect(isOtherTaken && answer(session, wrong)?.contains("另一句") == true)
  }

  @Test func whatIsNoJSONIsToldWithItsPlace() {
    #expect(
      answer(opened(), #"{"uscc":}"#)
        == #"{"ok":false,"problems":[{"code":"json.syntax","say":"This is not JSON: a value is missing.","#
        + #""hint":"A text stands in quotation marks.","line":1,"column":9}]}"#)
  }
}
