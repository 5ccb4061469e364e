import Bridge
import FormMessages
import Testing
import ZhinanValidation

/// What tools on pages are told of a guide's facts, as `GuideFacts` compiles them.
@Suite("A session's facts") struct ToolFactTests {
  /// 10 to 2000 bytes, safe from 20 to 1000; JPEG and PDF. No hours. 2.90 each up to 180, then 3.77.
  private static let facts = """
    {"$rules":{"inputs":["n"],"doubts":["W_MANY"],"numbers":[5,10,2000,20,1000,300,2,0,3,0,0,0,0,0,
    0,10000000,0,2,0,1,1,0,0,2,1800000,29000,9223372036854775807,37700,0,1,0,1800000]}}
    """

  private func session(_ facts: String) -> Session {
    var session = Session()
    let isTaken = session.accept(facts: Array(facts.utf8))
    #expect(isTaken)
    return session
  }

  private func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  @Test(arguments: [
    ("180", "522", "[]"), ("180.01", "522.0377", "[\"W_MANY\"]"), ("3", "8.7", "[]"),
  ])
  func reckon(number: String, sum: String, warnings: String) {
    let answer = text(session(Self.facts).answerTool(Array("fee\n2026-11-22\n{\"n\":\(number)}".utf8)))
    #expect(
      answer
        == "{\"rule\":\"fee\",\"ok\":true,\"value\":{\"estimate\":\(sum),\"upper\":\(sum)},\"errors\":[],\"warnings\":\(warnings)}"
    )
  }

  @Test func aGuideWithoutThemHasNoAnswer() {
    let none = session("{\"fees\":{\"prices\":[]}}")
    #expect(none.answerTool(Array("fee\n2026-11-22\n{\"n\":1}".utf8)) == nil)
    #expect(none.answerTool(Array("review_hours\n2026-11-22\n\"2026-11-23T09:00\"".utf8)) == nil)
    #expect(none.judgeFile(Array("500\na.pdf\n%PDF-1.4".utf8)) == nil)
    #expect(session(Self.facts).answerTool(Array("review_hours\n2026-11-22\n\"2026-11-23T09:00\"".utf8)) == nil)
  }

  @Test func formatsAreThoseOfTheGuide() throws {
    var session = session(Self.facts)
    #expect(
      text(session.judgeFile(Array("500\na.pdf\n%PDF-1.4".utf8)))?.contains("\"ok\":true,\"value\":\"pdf\"") == true)
    let isTaken = session.accept(messages: RuleSentence.Language.english.table.encoded())
    #expect(isTaken)
    #expect(text(session.tell(Array("A\nE_EXT".utf8)))?.contains("Formats that are taken: JPEG, PDF.") == true)
    // Nothing is promised that nobody said.
    var none = Session()
    _ = none.accept(messages: RuleSentence.Language.english.table.encoded())
    #expect(text(none.tell(Array("A\nE_EXT".utf8)))?.contains("hint") == false)
  }

  @Test(
    "Numbers of any kind stop nothing",
    arguments: [
      "9223372036854775807", "-1",
      "0,0,0,0,0,0,0,0,1,1,1,1,1,9223372036854775807,9223372036854775807,9223372036854775807",
      "0,0,0,0,0,0,0,-9223372036854775807,9223372036854775807,0,9,0,1,9223372036854775807,9223372036854775807,5,5,3,3,3,3",
      "0,0,3,9223372036854775807,9223372036854775807,9223372036854775807,1,1,1,1,1,1,1,1,0,9,1,1,1,1,1,1,1,1,1",
    ])
  func anything(numbers: String) {
    let session = session("{\"$rules\":{\"inputs\":[\"n\"],\"doubts\":[\"W_A\"],\"numbers\":[\(numbers)]}}")
    for message in ["fee\n2026-11-22\n{\"n\":5}", "review_hours\n2026-11-22\n\"2026-11-23T09:00\""] {
      let answer = text(session.answerTool(Array(message.utf8)))
      #expect(answer?.hasPrefix("{\"rule\":") ?? true)
    }
  }
}
