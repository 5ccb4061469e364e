import FormFilling
import FormModel
import FilledFields
import FormReading
import Foundation
import Testing
import ZhinanValidation

@Suite(.serialized) struct ChangedOptions {
  private static let example = "ca-application/new-company.yml"

  /// The second half of `/ID` tells two files of one record apart (PDF 32000-1 §14.4).
  @Test func filesWithOtherBytesHaveOtherIdentifiers() throws {
    let all: [FillOptions] = [
      .init(), .init(locked: .all), .init(locked: .roles(1)), .init(locked: .roles(2)), .init(flattens: true),
    ]
    let identifiers = try all.map { options in
      let pdf = try FilledRecord(example: Self.example, options: options).pdf
      let end = String(decoding: pdf.suffix(1200), as: UTF8.self)
      let start = try #require(end.firstRange(of: "/ID["))
      return String(end[start.upperBound...].prefix(68))
    }
    #expect(Set(identifiers).count == all.count, "\(identifiers)")
  }

  private func answers(_ pdf: [UInt8], _ form: CompiledForm) throws -> ReadAnswers {
    ReadAnswers(of: try FilledForm(reading: pdf), to: form)
  }

  @Test(arguments: FilledRecord.examples)
  func aLockRewritesNoAnswer(example: String) throws {
    let open = try FilledRecord(example: example)
    let form = open.form.compiled
    let expected = try answers(open.pdf, form)
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    #expect(form.changes(from: open.checked.answers, to: expected.answers, today: today) == [])
    for locked in [FillOptions.Locked.all, .roles(1), .roles(2)] {
      let sealed = try FilledRecord(example: example, options: FillOptions(locked: locked))
      #expect(try answers(sealed.pdf, form) == expected)
    }
  }

  /// A form may have 64 roles.
  @Test(arguments: [31, 32, 63] as [UInt8])
  func roles32AndMoreCanBeLocked(role: UInt8) throws {
    let filled = try FilledRecord(example: Self.example)
    var form = filled.form.compiled
    while form.roles.count <= Int(role) { form.roles.append(Array("role \(form.roles.count)".utf8)) }
    for index in form.fields.indices { form.fields[index].role = role }
    var filler = try FormFiller(form: form, blank: VerifiedBlank(filled.form.blank, of: form), fonts: Fonts.first)
    func locked(_ options: FillOptions) throws -> Set<Int> {
      try FilledForm(reading: filler.fill(filled.checked, filled.placed, options: options)).lockedFields(of: form)
    }
    let all = try locked(FillOptions(locked: .all))
    #expect(all.count > 20)
    #expect(try locked(FillOptions(locked: .roles(1 << UInt64(role)))) == all)
    #expect(try locked(FillOptions(locked: .roles(1 << UInt64(role - 1)))) == [])
  }

  @Test func aCharacterWiderThanItsCellIsRefused() throws {
    let filled = try FilledRecord(example: Self.example)
    var form = filled.form.compiled
    let field = try #require(form.field(Array("uscc".utf8)))
    let room = form.fields[field].widgets[0].rectangle.width / 18
    for (size, fits) in [(room, true), (room * 3, false)] {
      form.fields[field].widgets[0].size = UInt16(size)
      var filler = try FormFiller(form: form, blank: VerifiedBlank(filled.form.blank, of: form), fonts: Fonts.first)
      var violations: [Violation] = []
      let placed = filler.place(filled.checked, violations: &violations)
      #expect((placed != nil) == fits && violations == (fits ? [] : [Violation(.field(field), .form(.eNoRoom))]))
    }
  }

  @Test(arguments: [(17, false), (18, true), (19, true)] as [(UInt8, Bool)])
  func aTextNeedsACellForEachCharacter(cells: UInt8, fits: Bool) throws {
    let filled = try FilledRecord(example: Self.example)
    var form = filled.form.compiled
    let field = try #require(form.field(Array("uscc".utf8)))
    form.fields[field].widgets[0].kind = .text(cells: cells)
    var filler = try FormFiller(form: form, blank: VerifiedBlank(filled.form.blank, of: form), fonts: Fonts.first)
    var violations: [Violation] = []
    #expect((filler.place(filled.checked, violations: &violations) != nil) == fits)
  }

  /// The longest text passes, counted in characters and not in bytes.
  @Test func aTextOfExactlyItsLengthIsTaken() throws {
    let filled = try FilledRecord(example: Self.example)
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    var form = filled.form.compiled
    let field = try #require(form.field(Array("orgName".utf8)))
    let length = UInt16(String(decoding: filled.checked.answers.text(field), as: UTF8.self).unicodeScalars.count)
    for (limit, isTaken) in [(length, true), (length - 1, false)] {
      form.fields[field].maxLength = limit
      var violations: [Violation] = []
      _ = form.check(filled.checked.answers, today: today, violations: &violations)
      #expect(violations.contains(Violation(.field(field), .rule(.eLength))) != isTaken)
    }
  }

  @Test func bracketsBackslashesAndDatesAreReadBackAsTheyAreMeant() throws {
    let filled = try FilledRecord(newCompanyWith: [
      ("businessType", "change"), ("originalCertNo", "ABCDEF0123456789"), ("changeItems", "[other]"),
      ("changeOld", "'a(b\\c) \\\\(('"), ("changeNew", "'))\\'"), ("applyDate", "2026-03-05"),
    ])
    let read = try answers(filled.pdf, filled.form.compiled)
    for (key, value) in [("changeOld", "a(b\\c) \\\\(("), ("changeNew", "))\\")] {
      let field = try #require(filled.form.compiled.field(Array(key.utf8)))
      #expect(read.texts[field]?.text == value)
    }
    #expect(filled.values["applyDate"] == "2026年3月5日")
  }
}
