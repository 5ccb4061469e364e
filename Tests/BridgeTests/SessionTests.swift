import Bridge
import Testing

@Suite struct SessionAnswers {
  @Test func withoutAFormNothingIsChecked() {
    var session = Session()
    #expect(session.checkRecord(Array("2026-11-22\n{}".utf8)) == nil)
    let isOpen = session.open(form: [1, 2, 3])
    #expect(!isOpen)
  }
}
