import Testing
import TrueType

@Suite struct FontReading {
  @Test func theFormsFontIsMeasured() throws {
    let font = try TestFonts.wenkai.get()
    #expect(String(decoding: font.postScriptName, as: UTF8.self) == "LXGWWenKai-Regular")
    #expect(font.advance(of: font.glyph(for: 0x4E2D)) == 1000)
    #expect((1..<1000).contains(font.advance(of: font.glyph(for: 0x41))))
    #expect(font.ascent == 928 && font.descent == -256 && font.italicAngle == 0)
    #expect((500..<900).contains(font.capHeight))
  }

  @Test(arguments: [0x4DAE, 0x2CB4E, 0x20164, 0x41, 0xFF0C] as [UInt32])
  func namesOfEveryPlaneHaveGlyphs(scalar: UInt32) throws {
    #expect(try TestFonts.wenkai.get().glyph(for: scalar) != 0)
  }

  @Test(arguments: [0x0, 0xD800, 0xFFFF, 0x2611, 0x10FFFF, 0x110000, UInt32.max])
  func whatIsNoCharacterOfTheFontHasNoGlyph(scalar: UInt32) throws {
    #expect(try TestFonts.wenkai.get().glyph(for: scalar) == 0)
  }

  @Test(arguments: [4, 12])
  func bothMapFormatsAreRead(format: Int) throws {
    let map: [(UInt32, Int)] = [(0x20, 1), (0x41, 3), (0x42, 2), (0x4E00, 4), (0x9FFF, 5)]
    let small = SmallFont(
      glyphs: (0..<6).map { SmallFont.dot(UInt8($0)) }, characters: map, mapFormat: format)
    let font = try TrueTypeFont(small.bytes)
    for (scalar, glyph) in map {
      #expect(font.glyph(for: scalar) == UInt16(glyph))
      #expect(font.glyph(for: scalar + 0x100) == 0)
    }
    #expect(font.advance(of: 3) == 503)
    #expect(font.advance(of: 6) == 0)
    #expect(font.postScriptName == Array("Tiny".utf8))
  }

  @Test func aMapCannotNameAGlyphThatIsNotThere() throws {
    let small = SmallFont(characters: [(0x41, 1), (0x42, 70_000)])
    let font = try TrueTypeFont(small.bytes)
    #expect(font.glyph(for: 0x41) == 0)
    #expect(font.glyph(for: 0x42) == 0)
  }

  @Test func aFaceOfACollectionIsRead() throws {
    let single = SmallFont(glyphs: [SmallFont.dot(0), SmallFont.dot(1)], characters: [(0x41, 1)]).bytes
    // Offsets in a collection count from its start: move the tables, not the directory.
    var face = single
    let header: [UInt8] = Array("ttcf".utf8) + [0, 1, 0, 0, 0, 0, 0, 2] + SmallFont.big32(20) + SmallFont.big32(20)
    for index in 0..<8 {
      let entry = 12 + index * 16 + 8
      let offset = Program(bytes: single).long(entry) + header.count
      face.replaceSubrange(entry..<entry + 4, with: SmallFont.big32(offset))
    }
    #expect(try TrueTypeFont(header + face, face: 1).glyph(for: 0x41) == 1)
    #expect(throws: TrueTypeError.noSuchFace(2)) { try TrueTypeFont(header + face, face: 2) }
    #expect(throws: TrueTypeError.noSuchFace(-1)) { try TrueTypeFont(header + face, face: -1) }
    #expect(throws: TrueTypeError.noSuchFace(1)) { try TrueTypeFont(single, face: 1) }
  }

  @Test func otherFilesAreRefused() {
    #expect(throws: TrueTypeError.notTrueType) { try TrueTypeFont([]) }
    #expect(throws: TrueTypeError.notTrueType) { try TrueTypeFont(Array("OTTO and so on".utf8)) }
  }

  @Test(arguments: [
    ("cmap", FontTable.cmap), ("glyf", .glyf), ("head", .head), ("hhea", .hhea), ("hmtx", .hmtx), ("loca", .loca),
    ("maxp", .maxp),
  ])
  func aTableThatMustBeThereIsMissed(tag: String, table: FontTable) {
    #expect(throws: TrueTypeError.missingTable(table)) { try TrueTypeFont(SmallFont(left: [tag]).bytes) }
  }
}
