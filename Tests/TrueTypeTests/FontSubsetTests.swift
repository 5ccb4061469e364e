import Glyphs
import Testing
import TrueType

@Suite struct Subsetting {
  private static let text = "法定代表人：䶮𬭎𠅤 ABC 012，☑"

  private func subset(_ text: String = Subsetting.text) throws -> FontSubset {
    try FontSubset(of: TestFonts.wenkai.get(), scalars: text.unicodeScalars.map(\.value))
  }

  @Test func charactersAreNumberedInTheirOrder() throws {
    let subset = try subset("乙甲A甲")
    #expect(subset.scalars == [0x41, 0x4E59, 0x7532])
    #expect([0x41, 0x4E59, 0x7532, 0x4E01].map { subset.glyph(for: $0) } == [1, 2, 3, 0])
    #expect(subset.glyphCount == 4)
  }

  @Test func whatTheFontLacksIsListed() throws {
    #expect(try subset().missing == [0x2611])
    #expect(try subset().glyph(for: 0x2611) == 0)
    #expect(try subset().width(of: 0x2611) == 0)
  }

  @Test func orderAndRepetitionOfTheTextDoNotMatter() throws {
    let one = try subset()
    let other = try subset(String(Self.text.reversed()) + Self.text)
    #expect(one.program == other.program)
    #expect(one.name == other.name)
    #expect(try subset("甲").name != subset("乙").name)
  }

  @Test func theProgramHasTheTablesThatPDFNeedsInOrder() throws {
    let subset = try FontSubset(of: TestFonts.hanaA.get(), scalars: [0x4E00, 0x2611])
    let tags = Program(bytes: subset.program).tags
    #expect(tags == ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"])
    #expect(try Program(bytes: self.subset().program).tags == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"])
  }

  @Test func checksumsAreRight() throws {
    let program = Program(bytes: try FontSubset(of: TestFonts.hanaA.get(), scalars: [0x4E00, 0x4E8C]).program)
    #expect(program.wrongChecksums == [])
  }

  @Test func outlinesAndWidthsAreTheFonts() throws {
    let font = try TestFonts.wenkai.get()
    let bytes = try TestFonts.bytes("lxgw-wenkai/LXGWWenKai-Regular.ttf")
    let subset = try subset()
    let program = Program(bytes: subset.program)
    for scalar in subset.scalars {
      let outline = bytes[try font.outline(of: font.glyph(for: scalar))]
      let copy = try program.outline(Int(subset.glyph(for: scalar)))
      #expect(copy.starts(with: outline) && copy.count - outline.count < 2)
      #expect(subset.width(of: scalar) == font.advance(of: font.glyph(for: scalar)))
    }
  }

  @Test func partsOfCompositeGlyphsComeAlongOnce() throws {
    // 1 is made of 3 and 2; 2 of 4; 5 of 3: wanted are 1 and 5.
    let small = SmallFont(
      glyphs: [
        SmallFont.dot(0), SmallFont.composite(of: [3, 2]), SmallFont.composite(of: [4]), SmallFont.dot(3),
        SmallFont.dot(4), SmallFont.composite(of: [3]),
      ], characters: [(0x41, 1), (0x42, 5)])
    let subset = try FontSubset(of: TrueTypeFont(small.bytes), scalars: [0x41, 0x42])
    let program = Program(bytes: subset.program)
    #expect(subset.glyphCount == 6)
    #expect(subset.widthsArray() == Array("[0[500 501 505]]".utf8))
    func parts(_ glyph: Int) throws -> [Int] {
      let outline = Program(bytes: try program.outline(glyph))
      let count = outline.word(10) & 0x20 == 0 ? 1 : 2
      return (0..<count).map { outline.word(12 + $0 * 10) }
    }
    #expect(try parts(1) == [3, 4])
    #expect(try parts(2) == [3])
    #expect(try parts(4) == [5])
    #expect(try program.outline(3).starts(with: SmallFont.dot(3)))
    #expect(try program.outline(5).starts(with: SmallFont.dot(4)))
  }

  @Test(
    arguments: [
      SmallFont.composite(of: [9]), [0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1],
      SmallFont.composite(of: [0, 0]).dropLast(3),
    ] as [[UInt8]])
  func aDamagedGlyphIsRefused(outline: [UInt8]) throws {
    let font = try TrueTypeFont(SmallFont(glyphs: [SmallFont.dot(0), outline], characters: [(0x41, 1)]).bytes)
    #expect(throws: GlyphError.damagedGlyph(1)) { try FontSubset(of: font, scalars: [0x41]) }
  }

  @Test func aGlyphMadeOfItselfEnds() throws {
    let small = SmallFont(glyphs: [SmallFont.dot(0), SmallFont.composite(of: [1])], characters: [(0x41, 1)])
    #expect(try FontSubset(of: TrueTypeFont(small.bytes), scalars: [0x41]).glyphCount == 3)
  }

  @Test func moreGlyphsThanAFontCanNumberAreRefused() throws {
    let small = SmallFont(
      glyphs: [SmallFont.dot(0), SmallFont.dot(1)], characters: (0x100..<0x10100).map { (UInt32($0), 1) })
    #expect(throws: GlyphError.tooLarge) {
      try FontSubset(of: TrueTypeFont(small.bytes), scalars: Array(0x100..<0x10100))
    }
  }

  @Test func oneLongOutlineUnderManyCharactersIsRefused() throws {
    let long = SmallFont.dot(0) + [UInt8](repeating: 0, count: 1 << 20)
    let small = SmallFont(glyphs: [SmallFont.dot(0), long], characters: (0x100..<0x150).map { (UInt32($0), 1) })
    #expect(throws: GlyphError.tooLarge) {
      try FontSubset(of: TrueTypeFont(small.bytes), scalars: Array(0x100..<0x150))
    }
  }

  @Test func textIsReadBackThroughTheUnicodeMap() throws {
    let map = String(decoding: try subset("A𠅤").toUnicode(), as: UTF8.self)
    #expect(map.contains("2 beginbfchar\n<0001> <0041>\n<0002> <D840DD64>\nendbfchar\n"))
    #expect(!map.contains("begincidrange"))
  }

  @Test func blocksOfTheUnicodeMapHoldAHundred() throws {
    let subset = try FontSubset(of: TestFonts.wenkai.get(), scalars: Array(0x4E00..<0x4E00 + 250))
    let map = String(decoding: subset.toUnicode(), as: UTF8.self)
    let starts = map.split(separator: "\n").filter { $0.hasSuffix("beginbfchar") }
    #expect(starts == ["100 beginbfchar", "100 beginbfchar", "50 beginbfchar"])
  }

  @Test func theNameTellsSubsetsApart() throws {
    let name = String(decoding: try subset().name, as: UTF8.self)
    #expect(name.wholeMatch(of: /[A-Z]{6}\+LXGWWenKai-Regular/) != nil)
  }

  @Test func noTextMakesAFontOfOneGlyph() throws {
    let subset = try subset("")
    #expect(subset.glyphCount == 1)
    #expect(subset.widthsArray() == Array("[0[\(subset.widths[0])]]".utf8))
  }
}
