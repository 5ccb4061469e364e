import CZlib
import Foundation
import Glyphs
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

  /// Programs that were made without the store, as those of fonts whose em has no half are.
  @Test(arguments: ["", "甲", "法定代表人：䶮𬭎𠅤 ABC 012，", String(repeating: "示例建筑工程有限公司", count: 9)])
  func zlibReadsProgramsThatAreDeflatedWhole(text: String) throws {
    for font in [try TestFonts.wenkai.get(), try TestFonts.hanaA.get()] {
      let whole = try FontSubset(of: font, scalars: text.unicodeScalars.map(\.value))
      #expect(try inflated(OutlineStore(font).deflated(whole)).bytes == whole.program)
    }
  }

  @Test func everyByteHasACodeAndOutlinesGetSmaller() throws {
    let font = try TestFonts.wenkai.get()
    let whole = try FontSubset(of: font, scalars: Array(UInt32(0x4E00)..<0x4E80))
    #expect(Set(whole.program).count == 256)
    let deflated = OutlineStore(font).deflated(whole)
    #expect(try inflated(deflated).bytes == whole.program)
    #expect(deflated.zlib.count * 100 < whole.program.count * 82)
  }

  /// A font of one glyph gives the code nothing to count; the deepest code still has at most 15 bits.
  @Test func aFontWithoutOutlinesHasACodeToo() throws {
    let font = try TrueTypeFont(SmallFont(glyphs: [SmallFont.dot(0)], characters: []).bytes)
    for program in [font, try TestFonts.wenkai.get()] {
      let whole = try FontSubset(of: program, scalars: [0x4E00])
      #expect(try inflated(OutlineStore(font).deflated(whole)).bytes == whole.program)
    }
  }

  @Test func aStoreRefusesWhatItCannotCoarsen() throws {
    // Glyph 1 is made of a glyph that is not there, glyph 2 of itself.
    let small = SmallFont(
      glyphs: [SmallFont.dot(0), SmallFont.composite(of: [9]), SmallFont.composite(of: [2])],
      characters: [(0x41, 1), (0x42, 2)])
    var store = OutlineStore(try TrueTypeFont(small.bytes))
    for glyph: UInt16 in [1, 1, 2, 60_000] {
      let refused = store.subset([(0x41, glyph)]) == nil
      #expect(refused, "damaged glyphs, and one that the font does not have")
    }
  }

  /// The edge is at most 1.5 units of 1,000 an em away from where it was, and one more each way for the grid. Some of
  /// the characters have tips and loops that are easily cut off.
  @Test(arguments: ["wenkai", "hana"]) func outlinesKeepTheirShape(name: String) throws {
    let font = try (name == "wenkai" ? TestFonts.wenkai : TestFonts.hanaA).get()
    let scalars =
      (Array(0x4E00..<0x4E08) + [0x41, 0x53, 0x67, 0x3002, 0xFF08, 0x9F98, 0x7F3E, 0x7B1D, 0x4EAA, 0x20300])
      .filter { font.glyph(for: $0) != 0 }
    #expect(scalars.count > 10)
    let fine = Program(bytes: try FontSubset(of: font, scalars: scalars).program)
    let coarse = Program(bytes: try FontSubset(of: font, scalars: scalars, isCoarse: true).program)
    let unit = Double(fine.word(try #require(fine.table("head")).lowerBound + 18)) / 1000
    var sizes = (fine: 0, coarse: 0)
    for glyph in 0...scalars.count {
      let (one, other) = (try fine.outline(glyph), try coarse.outline(glyph))
      sizes = (sizes.fine + one.count, sizes.coarse + other.count)
      let (before, after) = (GlyphShape(one, scale: 1), GlyphShape(other, scale: 2))
      #expect(before.contours.count == after.contours.count, "glyph \(glyph)")
      for (before, after) in zip(before.contours, after.contours) {
        let far = max(GlyphShape.distance(before, from: after), GlyphShape.distance(after, from: before))
        #expect(far < 1.5 * unit + 2.0.squareRoot() + 0.1, "glyph \(glyph)")
      }
    }
    #expect(sizes.coarse * 6 < sizes.fine * 5)
  }

  /// Contours that are damaged or drawn in odd ways: a dot, a line there and back, a circle without a point on it.
  @Test func oddContoursAreKeptOrDrawNothing() throws {
    func outline(_ points: [(Int, Int, Int)]) -> [UInt8] {
      var bytes = SmallFont.big16(1) + [0, 0, 0, 0, 0, 0, 0, 0] + SmallFont.big16(points.count - 1) + [0, 0]
      bytes += points.map { UInt8($0.2) }
      var last = 0
      for point in points {
        bytes += SmallFont.big16(point.0 - last)
        last = point.0
      }
      last = 0
      for point in points {
        bytes += SmallFont.big16(point.1 - last)
        last = point.1
      }
      return bytes
    }
    let tip = [(0, 0, 1), (101, 445, 0), (101, 446, 0), (200, 0, 1)]
    let circle = [(0, 0, 0), (400, 0, 0), (400, 400, 0), (0, 400, 0)]
    let there = [(0, 0, 1), (100, 0, 1), (300, 0, 1), (100, 0, 1)]
    let square = [(10, 10, 1), (10, 210, 1), (110, 210, 1), (210, 210, 1), (210, 10, 1), (10, 10, 1)]
    let small = SmallFont(
      glyphs: [[], outline(circle), outline(there), SmallFont.dot(9), outline(square), outline(tip)],
      characters: (1...5).map { (UInt32(0x40 + $0), $0) })
    let font = try TrueTypeFont(small.bytes)
    let program = Program(bytes: try FontSubset(of: font, scalars: Array(0x41...0x45), isCoarse: true).program)
    #expect(GlyphShape(try program.outline(0), scale: 2).contours.isEmpty)
    let round = GlyphShape(try program.outline(1), scale: 2).contours
    #expect(round.count == 1 && round[0].allSatisfy { abs(hypot($0.x - 200, $0.y - 200) - 200) < 16 })
    let line = GlyphShape(try program.outline(2), scale: 2).contours
    #expect(line.count == 1 && line[0].allSatisfy { $0.y == 0 } && line[0].contains { $0.x == 300 })
    #expect(try program.outline(3).isEmpty)
    let corners = GlyphShape(try program.outline(4), scale: 2)
    #expect(
      corners.pointCount == 4
        && GlyphShape.distance(
          corners.contours[0],
          from: [
            .init(x: 10, y: 10), .init(x: 10, y: 210), .init(x: 210, y: 210), .init(x: 210, y: 10), .init(x: 10, y: 10),
          ]) == 0
    )
    let sharp = GlyphShape(try program.outline(5), scale: 2).contours
    #expect(sharp.count == 1 && sharp[0].contains { $0.y > 443 })
  }
}
