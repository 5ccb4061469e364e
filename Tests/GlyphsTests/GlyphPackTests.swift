import Bytes
import Foundation
import Glyphs
import Testing
import TrueType

/// The fonts that forms are drawn with.
enum TestFonts {
  static let chain = Result { try [font("lxgw-wenkai/LXGWWenKai-Regular"), font("hanazono/HanaMinB")] }

  private static func font(_ name: String) throws -> TrueTypeFont {
    let url = URL(filePath: "/usr/share/fonts/truetype/\(name).ttf")
    return try TrueTypeFont([UInt8](Data(contentsOf: url, options: .alwaysMapped)))
  }
}

@Suite struct GlyphPacks {
  /// The second font alone has 𪛖.
  private static let tiers = ["鞍山ABC 012，´−", "示例䶮𬭎𠅤A\u{E123}", "𪛖"].map { $0.unicodeScalars.map(\.value) }
  private static let packs = Result { GlyphPackWriter.packs(of: try TestFonts.chain.get(), tiers: tiers) }

  private func reader(_ packs: some Sequence<[UInt8]>) -> GlyphPackReader {
    var reader = GlyphPackReader()
    for pack in packs {
      let isTaken = reader.add(pack)
      #expect(isTaken)
    }
    return reader
  }

  @Test func facesOfPacksAreThoseOfTheFonts() throws {
    let reader = reader(try Self.packs.get())
    let fonts = try TestFonts.chain.get()
    #expect(reader.isComplete && reader.packCount == 3 && reader.faces.count == 2)
    for (face, font) in zip(reader.faces, fonts) {
      #expect(face.postScriptName == font.postScriptName && face.glyphCount == font.glyphCount)
      #expect(face.metrics == font.metrics && face.codeLengths() == font.codeLengths())
      let (one, other) = (try #require(face.coarseTables()), try #require(font.coarseTables()))
      #expect(one.head == other.head && one.hhea == other.hhea && one.maxp == other.maxp)
      #expect(face.coarseGlyph(0)?.bytes == font.coarseGlyph(0)?.bytes && face.advance(of: 0) == font.advance(of: 0))
    }
    for scalar in Self.tiers.joined() {
      for (face, font) in zip(reader.faces, fonts) where face.glyph(for: scalar) != 0 {
        let (glyph, source) = (face.glyph(for: scalar), font.glyph(for: scalar))
        #expect(face.coarseGlyph(glyph)?.bytes == font.coarseGlyph(source)?.bytes, "\(scalar)")
        #expect(face.advance(of: glyph) == font.advance(of: source), "\(scalar)")
      }
      #expect(
        reader.faces.firstIndex { $0.glyph(for: scalar) != 0 } == fonts.firstIndex { $0.glyph(for: scalar) != 0 })
    }
    #expect(reader.faces[0].glyph(for: 0x4E59) == 0 && reader.faces[0].glyph(for: 0) == 0)
    #expect(reader.faces[0].coarseGlyph(60_000) == nil && reader.faces[0].advance(of: 60_000) == 0)
  }

  @Test func charactersComeWithTheirPack() throws {
    let packs = try Self.packs.get()
    var reader = GlyphPackReader()
    #expect(reader.faces.isEmpty && !reader.isComplete)
    for (number, pack) in packs.enumerated() {
      let isTaken = reader.add(pack)
      #expect(isTaken && reader.isComplete == (number == 2))
      #expect(reader.faces[0].glyph(for: 0x978D) != 0)
      #expect((reader.faces[0].glyph(for: 0x4DAE) != 0) == (number > 0))
      #expect((reader.faces[1].glyph(for: 0x2A6D6) != 0) == (number > 1))
    }
  }

  @Test func whatAFormIsSetInComesOutTheSame() throws {
    let (packed, font) = (reader(try Self.packs.get()).faces[0], try TestFonts.chain.get()[0])
    func subset(_ face: any GlyphFace) throws -> (FontSubset, DeflatedSubset) {
      let characters = Set(Self.tiers.joined()).sorted().map { ($0, face.glyph(for: $0)) }.filter { $0.1 != 0 }
      var store = OutlineStore(face)
      let file = store.subset(characters)
      return (FontSubset(listing: characters, of: face), try #require(file))
    }
    let (one, other) = (try subset(packed), try subset(font))
    #expect(one.0.name == other.0.name && one.0.widthsArray() == other.0.widthsArray())
    #expect(one.0.toUnicode() == other.0.toUnicode())
    #expect(one.1.zlib == other.1.zlib && one.1.length == other.1.length)
  }

  @Test func packsOutOfTurnAndOfOtherSetsAreRefused() throws {
    let packs = try Self.packs.get()
    let fonts = try TestFonts.chain.get()
    let others = [
      GlyphPackWriter.packs(of: fonts, tiers: [Self.tiers[0], Self.tiers[1], [0x2A6D5]]),
      GlyphPackWriter.packs(of: [fonts[0]], tiers: Self.tiers),
      GlyphPackWriter.packs(of: fonts, tiers: Array(Self.tiers.prefix(2))),
    ]
    for wrong in [packs[0], packs[2]] + others.map({ $0[1] }) + [[], [UInt8](repeating: 0, count: 100)] {
      var reader = reader(packs.prefix(1))
      let isTaken = reader.add(wrong)
      #expect(!isTaken)
      let goesOn = reader.add(packs[1]) && reader.add(packs[2])
      #expect(goesOn && reader.isComplete)
      let isTakenAtTheEnd = reader.add(packs[0])
      #expect(!isTakenAtTheEnd)
    }
  }

  @Test func aByteThatChangedIsNoticed() throws {
    let pack = try Self.packs.get()[0]
    for index in pack.indices {
      var changed = pack
      changed[index] ^= UInt8(1 << (index % 8))
      var reader = GlyphPackReader()
      let isTaken = reader.add(changed)
      #expect(!isTaken, "byte \(index)")
    }
  }

  /// Packs that somebody made on purpose: whatever they hold, nothing traps, and what is taken can be used.
  @Test func hostilePacksDoNotTrap() throws {
    let tiers = ["A", "i"].map { $0.unicodeScalars.map(\.value) }
    let packs = GlyphPackWriter.packs(of: try TestFonts.chain.get(), tiers: tiers)
    var taken = 0
    func use(_ body: ArraySlice<UInt8>, behind before: [[UInt8]]) {
      var reader = self.reader(before)
      guard reader.add(Self.sealed(Array(body))) else { return }
      taken += 1
      for face in reader.faces {
        var store = OutlineStore(face)
        let characters = tiers.joined().map { ($0, face.glyph(for: $0)) }
        _ = store.subset(characters)
        _ = FontSubset(listing: characters, of: face).widthsArray()
        for glyph: UInt16 in 0..<4 { _ = face.coarseGlyph(glyph) }
      }
    }
    for (number, pack) in packs.enumerated() {
      let before = Array(packs.prefix(number))
      for index in 16..<pack.count {
        if index % 4 == 0 { use(pack[16..<index], behind: before) }
        for value: UInt8 in index % 2 == 0 ? [0x80] : [0, 0xFF] {
          var changed = pack
          changed[index] = value
          use(changed[16...], behind: before)
        }
      }
    }
    #expect(taken > 100, "some changes are of coordinates alone")
  }

  @Test func whatComesInTwoTiersIsInTheFirst() throws {
    let packs = GlyphPackWriter.packs(of: try TestFonts.chain.get(), tiers: [[0x41, 0x41, 10], [0x41], []])
    #expect(packs.count == 3)
    #expect(packs[1].count == packs[2].count && packs[1].count < packs[0].count)
  }

  /// The pack with a checksum that is right.
  private static func sealed(_ body: [UInt8]) -> [UInt8] {
    let checksum = FNV1a.hash64(body)
    return Array("ZHPACK".utf8) + [1, 0] + (0..<8).map { UInt8(truncatingIfNeeded: checksum >> ($0 * 8)) } + body
  }
}
