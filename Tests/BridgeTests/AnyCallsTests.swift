import Bridge
import FormModel
import Foundation
import Testing

/// Numbers from a fixed seed.
private struct Numbers: RandomNumberGenerator {
  var seed: UInt64

  mutating func next() -> UInt64 {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return seed ^ seed >> 29
  }
}

@Suite struct AnyCalls {
  /// Messages that are right, or nearly.
  private static let messages: [[UInt8]] =
    [DraftForm.form.encoded(), Array("%PDF-1.7\n%%EOF\n".utf8)]
    + [
      "", "{}", "uscc\n2026-11-22\n\"91210302WWG7LCMK6D\"", "2026-11-22\n{}", "2026-11-22\nflatten\n{}",
      "2026-11-22\n\n{}",
      "2026-11-22\n{\"business\":\"reissue\",\"reason\":\"other\",\"seals\":[{\"name\":\"公章\"},{}],\"platforms\":[\"anshan\"]}",
      "2026-11-22\nlock lock:x\n{\"uscc\":\"９１210302WWG7LCMK6D\",\"agentName\":null,\"seals\":[[],1]}",
      "open\n9\nbusiness\tuscc\n新办\tx\n\"补办\n", "open\n9\nuscc,序号\nx,1\n\"y\"z\n", "rows\n2026-11-22\n0\n9",
      "cell\n2026-11-22\n1\nagentName\n王", "keep\n2026-11-22\n1", "drop\n0", "columns\nuscc\n", "columns\n?\nuscc",
      "run\n2026-11-22\n\norgName\n\nz", "next", "report", "csv", "overview",
      "2026-11-22\n\n" + SessionFilling.record, "2026-11-22\nflatten\n" + SessionFilling.record,
    ].map { Array($0.utf8) }

  @Test func anyBytesInAnyOrderHaveAnAnswer() throws {
    var numbers = Numbers(seed: 10)
    var session = Session()
    var answered = 0
    var filled = 0
    let packs = try SessionFilling.packs.get()
    let messages = Self.messages + packs
    for pack in packs { _ = session.accept(pack: pack) }
    for round in 0..<7000 {
      var message = messages[Int.random(in: 0..<messages.count, using: &numbers)]
      for _ in 0..<Int.random(in: 0...2, using: &numbers) where !message.isEmpty {
        let place = Int.random(in: 0..<message.count, using: &numbers)
        if Bool.random(using: &numbers) {
          message[place] = UInt8.random(in: 0...255, using: &numbers)
        } else {
          message.removeSubrange(place..<min(message.count, place + Int.random(in: 0...9, using: &numbers)))
        }
      }
      if round % 5 == 0 {
        _ = session.open(form: DraftForm.form.encoded())
        _ = session.accept(blank: DraftForm.blank.bytes)
      }
      var reply: [UInt8]?
      switch Int.random(in: 0..<9, using: &numbers) {
      case 0: _ = session.open(form: message)
      case 1: _ = session.accept(messages: message)
      case 2: _ = session.accept(facts: message)
      case 3: _ = session.accept(blank: message)
      case 4: _ = session.accept(pack: message)
      case 5: reply = session.checkRecord(message)
      case 7:
        guard let answer = session.askTable(message), answer.first == 0x7B else { continue }
        reply = answer
      case 6:
        guard let pdf = session.fill(message) else { continue }
        filled += 1
        #expect(pdf.starts(with: DraftForm.blank.bytes))
      default: reply = session.state(message)
      }
      guard let reply else { continue }
      answered += 1
      #expect((try? JSONSerialization.jsonObject(with: Data(reply))) != nil)
    }
    #expect(answered > 200 && filled > 0)
  }
}
