import CZlib
import Testing
import TrueType

@Suite struct OutlineStores {
  private func characters(_ text: String, of font: TrueTypeFont) -> [(scalar: UInt32, glyph: UInt16)] {
    Set(text.unicodeScalars.map(\.value)).sorted().map { ($0, font.glyph(for: $0)) }
  }

  private func inflated(_ subset: DeflatedSubset) throws -> Program {
    var bytes = [UInt8](repeating: 0, count: subset.length)
    var size = uLong(subset.length)
    #expect(uncompress(&bytes, &size, subset.zlib, uLong(subset.zlib.count)) == Z_OK && size == uLong(subset.length))
    return Program(bytes: bytes)
  }

  /// Several subsets of one store, so that outlines come from before; each is what the ordinary way makes.
  @Test func subsetsFromAStoreAreThoseMadeAtOnce() throws {
    let font = try TestFonts.wenkai.get()
    var store = OutlineStore(font)
    for text in ["甲", "法定代表人：䶮𬭎𠅤 ABC 012，", "", "甲乙丙丁 012", "示例建筑工程有限公司鞍山市铁东区"] {
      let wanted = characters(text, of: font)
      let subset = store.subset(wanted)
      let program = try inflated(try #require(subset))
      let whole = Program(bytes: try FontSubset(of: font, characters: wanted, isCoarse: true).program)
      #expect(program.tags == whole.tags)
      #expect(program.wrongChecksums == [] && whole.wrongChecksums == [])
      for tag in ["hhea", "hmtx", "maxp"] {
        let (one, other) = (try #require(program.table(tag)), try #require(whole.table(tag)))
        #expect(program.bytes[one] == whole.bytes[other], "\(tag)")
      }
      for glyph in 0...wanted.count {
        let (one, other) = (try program.outline(glyph), try whole.outline(glyph))
        #expect(one.starts(with: other.dropLast(other.last == 0 ? 1 : 0)) && one.count - other.count < 4, "\(glyph)")
      }
    }
  }

  @Test func aStoreRefusesWhatItCannotCoarsen() throws {
    // Glyph 1 is made of glyph 2.
    let small = SmallFont(
      glyphs: [SmallFont.dot(0), SmallFont.composite(of: [2]), SmallFont.dot(2)], characters: [(0x41, 1), (0x42, 2)])
    var store = OutlineStore(try TrueTypeFont(small.bytes))
    for glyph: UInt16 in [1, 1, 60_000] {
      let refused = store.subset([(0x41, glyph)]) == nil
      #expect(refused, "a composite glyph, and one that the font does not have")
    }
  }

  /// A coordinate moves by at most one unit of 1,000 an em.
  @Test func outlinesKeepTheirPlace() throws {
    let font = try TestFonts.wenkai.get()
    let scalars = Array(UInt32(0x4E00)..<0x4E40)
    let fine = Program(bytes: try FontSubset(of: font, scalars: scalars).program)
    let coarse = Program(bytes: try FontSubset(of: font, scalars: scalars, isCoarse: true).program)
    for glyph in 1...scalars.count {
      let (one, other) = (try fine.outline(glyph), try coarse.outline(glyph))
      for edge in 1...4 {
        func number(_ outline: [UInt8]) -> Int {
          Int(Int16(bitPattern: UInt16(outline[edge * 2]) << 8 | UInt16(outline[edge * 2 + 1])))
        }
        #expect(abs(number(one) - 2 * number(other)) <= 1)
      }
      #expect(Int(one[0]) << 8 | Int(one[1]) == Int(other[0]) << 8 | Int(other[1]), "as many contours")
      #expect(other.count <= one.count)
    }
  }
}
