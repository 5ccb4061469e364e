import Bridge
import FormFilling
import FormModel
import Foundation
import Glyphs
import Testing
import TextLayout
import TrueType
import ZhinanValidation

@Suite struct SessionFilling {
  /// The font that forms are drawn with, and two packs of it.
  private static let font = Result {
    let url = URL(filePath: "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf")
    return try TrueTypeFont([UInt8](Data(contentsOf: url, options: .alwaysMapped)))
  }
  static let packs = Result {
    let ascii = (0x20...0x7E).map { UInt32($0) }
    return GlyphPackWriter.packs(
      of: [try font.get()], tiers: [ascii + "王小明公章年月日".unicodeScalars.map(\.value), "钱𬭎".unicodeScalars.map(\.value)])
  }
  /// A record that is right.
  static let record =
    #"{"business":"new","uscc":"91210302WWG7LCMK6D","applyDate":"2026-01-05","agentName":"王小明","seals":[{"name":"公章"}]}"#

  private func filled(_ session: inout Session, _ record: String = record, _ options: String = "") -> [UInt8]? {
    session.fill(Array("2026-11-22\n\(options)\n\(record)".utf8))
  }

  /// A session with the blank and so many packs.
  private func session(packs count: Int) throws -> Session {
    var session = try DraftForm.session()
    for pack in try Self.packs.get().prefix(count) {
      let isTaken = session.accept(pack: pack)
      #expect(isTaken)
    }
    let isTaken = session.accept(blank: DraftForm.blank.bytes)
    #expect(isTaken)
    return session
  }

  @Test func itIsThatOfAFillerWithTheFontItself() throws {
    let form = DraftForm.form
    var session = try session(packs: 2)
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    var answers = Answers(for: form)
    answers.itemCounts = [1]
    answers.set(0, options: 1)
    for (field, text) in [(3, "91210302WWG7LCMK6D"), (7, "2026-01-05"), (8, "王小明"), (12, "公章")] {
      answers.set(field, text: Array(text.utf8))
    }
    var violations: [Violation] = []
    let record = try #require(form.check(answers, today: today, violations: &violations))
    for (words, options) in [
      ("", FillOptions()), ("flatten", FillOptions(flattens: true)), ("lock", FillOptions(locked: .all)),
      ("lock:经办人", FillOptions(locked: .roles(2))), ("lock:申请人 lock:经办人", FillOptions(locked: .roles(3))),
    ] {
      var filler = try FormFiller(
        form: form, blank: VerifiedBlank(DraftForm.blank.bytes, of: form), fonts: FontChain([try Self.font.get()]))
      let placed = try #require(filler.place(record, violations: &violations))
      #expect(filled(&session, Self.record, words) == (try filler.fill(record, placed, options: options)), "\(words)")
      // The second time too, with what is kept from the first.
      #expect(filled(&session, Self.record, words) == (try filler.fill(record, placed, options: options)))
    }
  }

  @Test(arguments: ["flat", "lock:", "lock:谁", "flatten lock", "lock lock:经办人", "flatten lock:经办人", "lock:经办人,申请人"])
  func optionsThatTheCommandRefusesFillNothing(words: String) throws {
    var session = try session(packs: 2)
    #expect(filled(&session, Self.record, words) == nil)
  }

  @Test func nothingIsFilledWithoutABlankOrPacksOrFromAWrongRecord() throws {
    var session = try DraftForm.session()
    for pack in try Self.packs.get() { _ = session.accept(pack: pack) }
    #expect(filled(&session) == nil)
    let isOtherTaken = session.accept(blank: Array("%PDF-1.7\n%%EOF ".utf8))
    #expect(!isOtherTaken && filled(&session) == nil)
    let isTaken = session.accept(blank: DraftForm.blank.bytes)
    #expect(isTaken && filled(&session) != nil)
    #expect(filled(&session, "{}") == nil && filled(&session, "x") == nil)
    #expect(filled(&session, Self.record.replacing("{\"business\"", with: "{\"没有\":1,\"business\"")) == nil)
    // Another form has another blank.
    let isOpen = session.open(form: DraftForm.form.encoded())
    #expect(isOpen && filled(&session) == nil)
    var without = try self.session(packs: 0)
    #expect(filled(&without) == nil)
  }

  @Test func aCharacterMayStillComeUntilTheLastPackIsThere() throws {
    let rare = Self.record.replacing("王小明", with: "钱𬭎")
    var session = try session(packs: 1)
    let early = try DraftForm.state(rare, in: &session)
    #expect(early.ready && early.missing == "钱𬭎" && filled(&session, rare) == nil)
    let isTaken = session.accept(pack: try Self.packs.get()[1])
    let late = try DraftForm.state(rare, in: &session)
    #expect(isTaken && late.ready && late.missing == nil && filled(&session, rare) != nil)
    let strange = try DraftForm.state(Self.record.replacing("王小明", with: "王𠀀"), in: &session)
    #expect(!strange.ready && strange.missing == nil)
    #expect(strange.found == ["agentName W_NON_BMP", "agentName E_NO_GLYPH"])
  }

  @Test func whatHasNoRoomIsToldWhileOtherAnswersAreStillWrong() throws {
    var session = try session(packs: 2)
    let state = try DraftForm.state(#"{"seals":[{"name":"\#(String(repeating: "公章", count: 30))"}]}"#, in: &session)
    #expect(state.found.contains("seals[0].name E_NO_ROOM") && state.found.contains("uscc E_REQUIRED"))
    #expect(state["seals[0].name"].answered)
  }

  @Test func aPackThatIsDamagedOrComesOutOfTurnChangesNothing() throws {
    let packs = try Self.packs.get()
    var session = try session(packs: 1)
    for wrong in [packs[0], Array(packs[1].dropLast()), []] {
      let isTaken = session.accept(pack: wrong)
      #expect(!isTaken)
    }
    #expect(filled(&session) != nil)
  }
}
