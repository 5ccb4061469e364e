import Diagnostics
import FormFilling
import FormModel
import Foundation
import Glyphs
import Publishing
import Testing
import TextLayout
import ZhinanValidation

/// A form filled from glyph packs is the form filled from fonts, byte for byte.
@Suite struct FillingFromPacks {
  /// What the theme's list makes of the theme's first font, for the forms of the guide.
  private static let packs = Result {
    var diagnostics: [Diagnostic] = []
    let tiers = try #require(GlyphTiers.read(root: project, diagnostics: &diagnostics))
    var printed: Set<UInt32> = []
    for form in [try GuideForm.caApplication.get(), try GuideForm.pickup.get(), try GuideForm.sealSample.get()] {
      printed.formUnion(form.compiled.blank.font.scalars)
    }
    return tiers.packs(of: Fonts.first, printed: printed, words: [])
  }

  private static func chain(_ count: Int) throws -> FontChain {
    var reader = GlyphPackReader()
    for pack in try packs.get().prefix(count) {
      let isTaken = reader.add(pack)
      #expect(isTaken)
    }
    #expect(reader.isComplete == (count == 3))
    return FontChain(reader.faces)
  }

  private static let options = [
    FillOptions(), FillOptions(flattens: true), FillOptions(locked: .all), FillOptions(locked: .roles(1)),
  ]

  @Test(arguments: FilledRecord.examples) func examplesAreTheSame(example: String) throws {
    let chain = try Self.chain(3)
    for options in Self.options {
      let one = try FilledRecord(example: example, fonts: chain, options: options)
      let other = try FilledRecord(example: example, options: options)
      #expect(one.pdf == other.pdf)
      #expect(one.placed.map(\.size) == other.placed.map(\.size))
    }
  }

  /// Addresses and names of all 8,105 characters of 通用规范汉字表, and of what the base has besides.
  @Test func everyCharacterOfTheListComesOutTheSame() throws {
    var diagnostics: [Diagnostic] = []
    let characters = try #require(GlyphTiers.read(root: project, diagnostics: &diagnostics)).characters
      .filter { $0 > 0x3400 && $0 < 0xF900 || $0 > 0x20000 }
    #expect(Set(characters).count == 8105)
    let filled = try FilledRecord(newCompanyWith: [])
    var session = try Session(filled, try Self.chain(3))
    let portion = 40
    for start in stride(from: 0, to: characters.count, by: portion) {
      let part = characters[start..<min(start + portion, characters.count)]
      let names = [part.prefix(3), part.suffix(4), part.dropFirst(5).prefix(2)].map { $0.isEmpty ? part : $0 }
      try session.compare([
        ("address", "鞍山市铁东区\(text(part))1号"), ("recipientAddress", text(Array(part.reversed())) + "路2号"),
        ("legalRepName", text(names[0])), ("agentName", text(names[1])), ("recipientName", text(names[2])),
      ])
    }
    #expect(session.count == 203)
  }

  /// Signs that are composite glyphs in the font, and those that stand beside them.
  @Test func compositeSignsComeOutTheSame() throws {
    let filled = try FilledRecord(newCompanyWith: [])
    var session = try Session(filled, try Self.chain(1))
    let field = try #require(session.form.field(Array("address".utf8)))
    session.form.fields[field].rule = .one(.text)
    session = try Session(filled, try Self.chain(3), form: session.form)
    try session.compare([("address", "´ˊ¨−∕´ˊ¨−∕Ａ①Ⅷ㎡（）“”…—·￥℃×÷")])
  }

  @Test func whatNoPackHasIsNamed() throws {
    let chain = try Self.chain(2)
    let filled = try FilledRecord(newCompanyWith: [])
    for (chain, missing) in [(chain, [0x4DAE, 0x2CB4E, 0x20164]), (try Self.chain(3), [])] as [(FontChain, [UInt32])] {
      var placer = FormPlacer(form: filled.form.compiled, fonts: chain)
      var violations: [Violation] = []
      #expect((placer.place(filled.checked, violations: &violations) == nil) == !missing.isEmpty)
      #expect(Set(violations.compactMap(\.scalar)) == Set(missing))
    }
    let beyond = #expect(throws: Refusal.self) {
      try FilledRecord(newCompanyWith: [("legalRepName", "王\u{2A6D6}")], fonts: try Self.chain(3))
    }
    #expect(beyond?.problems.count == 1)
  }

  private func text(_ scalars: some Sequence<UInt32>) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  /// One filler from fonts and one from packs, as they are used one record after another.
  private struct Session {
    var form: CompiledForm
    private let answers: Answers
    private var fonts: FormFiller
    private var packs: FormFiller
    private(set) var count = 0

    init(_ filled: FilledRecord, _ chain: FontChain, form: CompiledForm? = nil) throws {
      let form = form ?? filled.form.compiled
      self.form = form
      answers = filled.checked.answers
      let blank = try VerifiedBlank(filled.form.blank, of: form)
      fonts = try FormFiller(form: form, blank: blank, fonts: Fonts.first)
      packs = try FormFiller(form: form, blank: blank, fonts: chain)
    }

    mutating func compare(_ changes: [(key: String, text: String)]) throws {
      var answers = answers
      for (key, text) in changes {
        answers.set(try #require(form.field(Array(key.utf8))), text: Array(text.utf8))
      }
      var violations: [Violation] = []
      let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
      let checked = try #require(form.check(answers, today: today, violations: &violations), "\(changes) \(violations)")
      let options = FillingFromPacks.options[count % 4]
      count += 1
      let (one, other) = (fonts.place(checked, violations: &violations), packs.place(checked, violations: &violations))
      let (placed, placedFromPacks) = (try #require(one, "\(violations)"), try #require(other, "\(violations)"))
      #expect(placed.map(\.size) == placedFromPacks.map(\.size))
      let pdf = try fonts.fill(checked, placed, options: options)
      #expect(try packs.fill(checked, placedFromPacks, options: options) == pdf, "\(changes)")
    }
  }
}
