import Glyphs
import Testing
import TrueType

/// What real fonts seldom use, and some do.
@Suite struct RareFormats {
  /// A segment of a map in format 4 may go through the glyph array and add a delta; a glyph 0 there means none at all.
  @Test func aMapMayHaveAGlyphArrayAndADelta() throws {
    let characters: [(UInt32, Int)] = [(0x20, 1), (0x41, 2), (0x42, 1), (0x43, 0)]
    var bytes = SmallFont(
      glyphs: (0..<8).map { SmallFont.dot(UInt8($0)) }, characters: characters, mapFormat: 4
    ).bytes
    let count = characters.count + 1
    let ends = try #require(Program(bytes: bytes).table("cmap")).lowerBound + 12 + 14
    let deltas = ends + 2 * count + 2 + 2 * count
    for segment in [1, 3] {
      bytes.replaceSubrange(deltas + 2 * segment..<deltas + 2 * segment + 2, with: SmallFont.big16(5))
    }
    let font = try TrueTypeFont(bytes)
    #expect([0x20, 0x41, 0x42, 0x43].map { font.glyph(for: $0) } == [1, 7, 1, 0])
  }

  /// Parts with a scale for each direction (flag 0x40), with a matrix (0x80), and placed by bytes (no flag 0x01).
  @Test(
    arguments: [
      (0x0003, [0, 1, 0, 2]), (0x0002, [1, 2]), (0x0042, [1, 2, 0x40, 0, 0x20, 0]),
      (0x0043, [0, 1, 0, 2, 0x40, 0, 0x20, 0]), (0x0082, [1, 2, 0x40, 0, 0, 0, 0, 0, 0x20, 0]),
      (0x0083, [0, 1, 0, 2, 0x40, 0, 0, 0, 0, 0, 0x20, 0]),
    ] as [(Int, [UInt8])])
  func partsOfEveryShapeAreRenumbered(flags: Int, rest: [UInt8]) throws {
    func outline(_ parts: [Int]) -> [UInt8] {
      [0xFF, 0xFF] + Array(repeating: 0, count: 8)
        + parts.enumerated().flatMap { index, part in
          SmallFont.big16(flags | (index + 1 < parts.count ? 0x20 : 0)) + SmallFont.big16(part) + rest
        }
    }
    let small = SmallFont(
      glyphs: [SmallFont.dot(0), SmallFont.dot(1), outline([4, 3, 1]), SmallFont.dot(3), SmallFont.dot(4)],
      characters: [(0x41, 2)])
    let subset = try FontSubset(of: TrueTypeFont(small.bytes), scalars: [0x41])
    let program = Program(bytes: subset.program)
    #expect(try program.outline(1).starts(with: outline([2, 3, 4])))
    for (glyph, dot) in zip([2, 3, 4], [4, 3, 1] as [UInt8]) {
      #expect(try program.outline(glyph).starts(with: SmallFont.dot(dot)))
    }
  }
}
