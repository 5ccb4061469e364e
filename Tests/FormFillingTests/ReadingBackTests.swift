import FormFilling
import FormModel
import FilledFields
import FormReading
import Foundation
import Testing
import ZhinanValidation

/// What the filler writes is what the reader reads.
@Suite struct ReadingBack {
  @Test(arguments: FilledRecord.examples)
  func everyExampleIsReadBackFromAnUnalteredForm(example: String) throws {
    let record = try FilledRecord(example: example, fonts: Fonts.all)
    let filled = try FilledForm(reading: record.pdf)
    let read = ReadAnswers(of: filled, to: record.form.compiled)
    #expect(read.missing.isEmpty && read.unknown.isEmpty && read.contradictions.isEmpty && read.ambiguous.isEmpty)
    #expect(filled.origin?.formID == String(decoding: record.form.compiled.id, as: UTF8.self))
    #expect(!filled.wasRepaired && !filled.isRestricted)
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    var violations: [Violation] = []
    let checked = try #require(
      record.form.compiled.check(read.answers, today: today, violations: &violations), "\(violations)")
    #expect(record.form.compiled.changes(from: record.checked.answers, to: checked.answers, today: today) == [])
    let painted = record.form.compiled.painted(for: checked.answers)
    let altered = try filled.differences(from: record.form.blank, painted: painted).filter { difference in
      if case .droppedPage = difference { return false }
      return true
    }
    #expect(altered == [])
    #expect(read.damages(in: record.form.compiled).isEmpty)
    #expect(!filled.hasStaleCode(for: checked, of: record.form.compiled))
  }

  /// A download that broke off: what stands in it whole is the blank, and nobody may take it for what was filled in.
  @Test func anUpdateThatWasCutIsTold() throws {
    let record = try FilledRecord(newCompanyWith: [])
    let blank = record.form.blank.count
    for length in [blank + 4, blank + 200, blank + 900, blank + 3000, record.pdf.count - 8] {
      let read: FilledForm
      do {
        read = try FilledForm(reading: Array(record.pdf[..<length]))
      } catch FormReadingError.damaged {
        continue
      }
      #expect(read.wasRepaired, "cut at \(length) of \(record.pdf.count)")
    }
  }

  /// A changed answer leaves the code of the old ones; a blank that was filled by hand has none.
  @Test func anAnswerThatChangedLaterMakesTheCodeStale() throws {
    let old = try FilledRecord(newCompanyWith: [])
    let new = try FilledRecord(newCompanyWith: [("orgName", "鞍山示例钢铁有限公司")])
    let form = old.form.compiled
    #expect(try !FilledForm(reading: old.pdf).hasStaleCode(for: old.checked, of: form))
    #expect(try FilledForm(reading: old.pdf).hasStaleCode(for: new.checked, of: form))
    #expect(try FilledForm(reading: new.pdf).hasStaleCode(for: old.checked, of: form))
    #expect(try !FilledForm(reading: old.form.blank).hasStaleCode(for: old.checked, of: form))
  }

  /// Samples are outlined at the size that is asked for; outlines of another are somebody's drawing.
  @Test func outlinesOfAnotherSizeAreTold() throws {
    func sheet(_ width: Int) throws -> FilledRecord {
      try FilledRecord(seals: ["type: orgSeal, name: 示例, shape: square, widthMM: \(width), heightMM: \(width)"])
    }
    let (small, large) = (try sheet(20), try sheet(30))
    func isOf(_ answers: FilledRecord) throws -> Bool {
      try !FilledForm(reading: small.pdf).differences(
        from: small.form.blank, painted: small.form.compiled.painted(for: answers.checked.answers)
      ).contains(.addition(page: 1))
    }
    #expect(try isOf(small))
    #expect(try !isOf(large))
  }

  /// What is locked is known by the fields: nothing, all of them, or those of whole roles.
  @Test func locksAreReadBack() throws {
    for locked in [FillOptions.Locked.none, .all, .roles(1), .roles(2)] {
      let record = try FilledRecord(
        example: "ca-application/new-company.yml", fonts: Fonts.all, options: FillOptions(locked: locked))
      let form = record.form.compiled
      let filled = try FilledForm(reading: record.pdf)
      let expected: FieldLocks =
        switch locked {
        case .none: .none
        case .all: .all
        case .roles(let bits): .roles(bits)
        }
      #expect(filled.locks(of: form) == expected)
    }
  }

  /// Objects stand in object streams, which libqpdf does not look into when it rebuilds a table.
  @Test(arguments: ["startxref lost", "bytes behind", "bytes before", "end cut"])
  func aFileWithDamagedEndsIsMended(damage: String) throws {
    let record = try FilledRecord(example: "pickup/by-agent.yml", fonts: Fonts.all)
    var bytes = record.pdf
    switch damage {
    case "startxref lost":
      for range in bytes.ranges(of: Array("startxref".utf8)).reversed() {
        bytes.replaceSubrange(range, with: Array("startxxxx".utf8))
      }
    case "bytes behind": bytes += Array(repeating: 0x20, count: 5000)
    case "bytes before": bytes.insert(contentsOf: Array("Content-Type: application/pdf\r\n\r\n".utf8), at: 0)
    default: bytes.removeLast(20)
    }
    let filled = try FilledForm(reading: bytes)
    let read = ReadAnswers(of: filled, to: record.form.compiled)
    #expect(read.missing.isEmpty)
    let whole = ReadAnswers(of: try FilledForm(reading: record.pdf), to: record.form.compiled)
    #expect(read.answers == whole.answers)
    #expect(
      try filled.differences(
        from: record.form.blank, painted: record.form.compiled.painted(for: record.checked.answers)) == [])
  }

  /// Bytes of a filled form are changed, dropped, doubled and cut in 500 files, the same in every run.
  @Test func noDamageStopsTheProgram() throws {
    let record = try FilledRecord(example: "pickup/by-agent.yml", fonts: Fonts.all)
    var chance = Chance(state: 20_261_122)
    var readable = 0
    for _ in 0..<500 {
      var bytes = record.pdf
      for _ in 0..<[1, 4, 40, 400][chance.below(4)] {
        let place = chance.below(bytes.count)
        let end = min(bytes.count, place + 1 + chance.below(40))
        switch chance.below(5) {
        case 0: bytes[place] = UInt8(chance.below(256))
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: chance.below(bytes.count))
        case 3: bytes.replaceSubrange(place..<(place + 1), with: Self.tokens[chance.below(Self.tokens.count)])
        default: if chance.below(50) == 0 { bytes.removeSubrange(place...) }
        }
        if bytes.isEmpty { break }
      }
      guard let filled = try? FilledForm(reading: bytes) else { continue }
      readable += 1
      let read = ReadAnswers(of: filled, to: record.form.compiled)
      _ = read.damages(in: record.form.compiled)
      _ = try? filled.differences(
        from: record.form.blank, painted: record.form.compiled.painted(for: record.checked.answers))
    }
    #expect(readable > 50, "most files still have fields, so that reading them is tried")
  }

  private static let tokens = ["<<", ">>", "[", "]", "(", " 0 R", "null", "/Kids", "/Parent", "-1", "99999999999"]
    .map { Array($0.utf8) }
}

/// Numbers that look random and are the same in every run (xorshift).
private struct Chance {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(limit, 1)))
  }
}
