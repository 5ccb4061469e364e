import Glyphs
import Testing
import TrueType

/// Composite glyphs on the coarser grid are put together as their parts say.
@Suite struct CompositeGlyphs {
  /// A triangle at (100, 0), (300, 0), (300, 400).
  private static let triangle: [UInt8] =
    [0, 1, 0, 100, 0, 0, 1, 44, 1, 144, 0, 2, 0, 0, 1, 1, 1]
    + [100, 200, 0].flatMap { SmallFont.big16($0) } + [0, 0, 400].flatMap { SmallFont.big16($0) }

  private func contours(_ outlines: [[UInt8]]) throws -> [[GlyphShape.Point]]? {
    let small = SmallFont(glyphs: [SmallFont.dot(0)] + outlines, characters: [(0x41, 1)])
    let font = try TrueTypeFont(small.bytes)
    return font.coarseGlyph(1).map { GlyphShape($0.bytes, scale: 2).contours }
  }

  private static func part(_ flags: Int, _ glyph: Int, _ rest: [UInt8]) -> [UInt8] {
    SmallFont.big16(flags) + SmallFont.big16(glyph) + rest
  }

  private static let head: [UInt8] = [0xFF, 0xFF] + Array(repeating: 0, count: 8)

  /// Where the triangle's corners come to lie.
  @Test(
    arguments: [
      ("moved", 0x0003, [0, 10, 0xFF, 0xEC], [(110, -20), (310, -20), (310, 380)]),
      ("moved by bytes", 0x0002, [10, 0xEC], [(110, -20), (310, -20), (310, 380)]),
      ("half as large", 0x000B, [0, 10, 0, 20, 0x20, 0], [(60, 20), (160, 20), (160, 220)]),
      ("half as large, the offset too", 0x080B, [0, 12, 0, 20, 0x20, 0], [(56, 10), (156, 10), (156, 210)]),
      ("narrower", 0x0043, [0, 0, 0, 0, 0x20, 0, 0x40, 0], [(50, 0), (150, 0), (150, 400)]),
      ("turned left", 0x0083, [0, 0, 0, 0, 0, 0, 0x40, 0, 0xC0, 0, 0, 0], [(0, 100), (0, 300), (-400, 300)]),
    ] as [(String, Int, [UInt8], [(Double, Double)])])
  func aPartIsPlaced(how: String, flags: Int, rest: [UInt8], corners: [(Double, Double)]) throws {
    let found = try #require(try contours([Self.head + Self.part(flags, 2, rest), Self.triangle]))
    #expect(found.count == 1, "\(how)")
    for (x, y) in corners { #expect(found[0].contains { $0.x == x && $0.y == y }, "\(how): \(x) \(y) in \(found)") }
  }

  @Test func partsMeetAtTheirPoints() throws {
    // The third corner of the first part, point 2, and the first of the second part, point 0.
    let glyph = Self.head + Self.part(0x0023, 2, [0, 0, 0, 0]) + Self.part(0x0000, 2, [2, 0])
    let found = try #require(try contours([glyph, Self.triangle]))
    #expect(found.count == 2 && found[1].contains { $0.x == 300 && $0.y == 400 })
    #expect(found[1].contains { $0.x == 500 && $0.y == 800 })
    #expect(try contours([Self.head + Self.part(0x0000, 2, [0, 0]), Self.triangle]) == nil, "no point before")
  }

  /// Parts of parts, up to a depth and a number that no font needs to go beyond.
  @Test func damagedFontsHaveLimits() throws {
    func chain(_ depth: Int) -> [[UInt8]] {
      (0..<depth).map { Self.head + Self.part(0x0002, $0 + 2, [1, 0]) } + [Self.triangle]
    }
    let deep = try #require(try contours(chain(8)))
    #expect(deep[0].contains { $0.x == 108 && $0.y == 0 })
    #expect(try contours(chain(9)) == nil)
    let doubling = (0..<8).map { Self.head + Self.part(0x0022, $0 + 2, [0, 0]) + Self.part(0x0002, $0 + 2, [0, 0]) }
    #expect(try contours(doubling + [Self.triangle]) == nil)
    #expect(try contours([Self.head + Self.part(0x0002, 1, [0, 0])]) == nil, "made of itself")
    let enlarging = (0..<8).map { Self.head + Self.part(0x000A, $0 + 2, [0, 0, 0x7F, 0xFF]) }
    #expect(try contours(enlarging + [Self.triangle]) == nil, "beyond what a font can say")
  }

  /// ´ ˊ ¨ − ∕ are composite in the forms' font, of one part each, which stands where it stood.
  @Test func signsOfTheFormsFontAreCoarse() throws {
    let font = try TestFonts.wenkai.get()
    for scalar: UInt32 in [0xB4, 0x2CA, 0xA8, 0x2212, 0x2215] {
      let whole = Program(bytes: try FontSubset(of: font, scalars: [scalar]).program)
      let composite = Program(bytes: try whole.outline(1))
      #expect(composite.word(0) == 0xFFFF, "it is composite")
      let part = GlyphShape(try whole.outline(2), scale: 1)
      let coarse = try #require(font.coarseGlyph(font.glyph(for: scalar)))
      let shape = GlyphShape(coarse.bytes, scale: 2)
      #expect(shape.contours.count == part.contours.count && !shape.contours.isEmpty)
      for (one, other) in zip(shape.contours, part.contours) {
        let far = max(GlyphShape.distance(one, from: other), GlyphShape.distance(other, from: one))
        #expect(far < 3.1, "\(scalar)")
      }
    }
  }

  @Test func aFontWhoseEmHasNoHalfGivesNoPack() throws {
    var bytes = SmallFont(glyphs: [SmallFont.dot(0), Self.triangle], characters: [(0x41, 1)]).bytes
    #expect(GlyphPackWriter.packs(of: [try TrueTypeFont(bytes)], tiers: [[0x41]]).count == 1)
    let em = try #require(Program(bytes: bytes).table("head")).lowerBound + 18
    bytes.replaceSubrange(em..<em + 2, with: SmallFont.big16(1001))
    let odd = try TrueTypeFont(bytes)
    #expect(odd.coarseTables() == nil && GlyphPackWriter.packs(of: [odd], tiers: [[0x41]]).isEmpty)
    #expect(try FontSubset(of: odd, scalars: [0x41], isCoarse: true).program.count > 100, "it is drawn as it is")
  }
}
