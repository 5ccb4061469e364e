/// What a pack says of a face besides its glyphs.
struct FaceFacts: Sendable {
  var postScriptName: [UInt8]
  var glyphCount: Int
  var metrics: FontMetrics
  var tables: CoarseTables
  /// 257, each 1 to 15, of a code that uses every word.
  var codeLengths: [UInt8]

  /// `nil` when something cannot be, so that what is made of it neither traps nor is wrong in silence.
  init?(_ pack: inout PackBytes) {
    postScriptName = pack.copy(Int(pack.number(upTo: 63)))
    glyphCount = Int(pack.number(upTo: 0xFFFF))
    metrics = FontMetrics(
      ascent: pack.signed(), descent: pack.signed(), capHeight: pack.signed(), italicAngle: pack.signed(),
      stemV: pack.signed(), xMin: pack.signed(), yMin: pack.signed(), xMax: pack.signed(), yMax: pack.signed())
    let head = pack.copy(54)
    let hhea = pack.copy(36)
    let maxp = pack.copy(Int(pack.number(upTo: 0xFFFF)))
    codeLengths = pack.copy(257)
    guard let tables = CoarseTables(head: head, hhea: hhea, maxp: maxp), !postScriptName.isEmpty else { return nil }
    self.tables = tables
    var words: UInt32 = 0
    for length in codeLengths {
      guard length > 0, length < 16 else { return nil }
      words += 1 << UInt32(15 - length)
    }
    guard words == 1 << 15, !pack.isDamaged else { return nil }
  }
}

/// A face whose glyphs come out of packs. The first glyph of the first pack is `.notdef`, and stands for U+0000.
final class PackedFace: GlyphFace {
  let facts: FaceFacts
  /// Of each pack; glyphs are numbered through.
  let packs: [PackedGlyphs]

  init(_ facts: FaceFacts, _ packs: [PackedGlyphs]) {
    self.facts = facts
    self.packs = packs
  }

  var metrics: FontMetrics { facts.metrics }
  var postScriptName: [UInt8] { facts.postScriptName }
  var glyphCount: Int { facts.glyphCount }
  /// Number of glyphs in all packs.
  var count: Int {
    var count = 0
    for pack in packs { count += pack.places.count }
    return count
  }

  func glyph(for scalar: UInt32) -> UInt16 {
    var first = 0
    for pack in packs {
      if let index = pack.index(of: scalar) { return UInt16(truncatingIfNeeded: first + index) }
      first += pack.places.count
    }
    return 0
  }

  func advance(of glyph: UInt16) -> Int32 {
    guard let (pack, index) = find(glyph) else { return 0 }
    let em = facts.tables.em * 2
    return (Int32(packs[pack].places[index].advance) * 1000 + em / 2) / em
  }

  func coarseTables() -> CoarseTables? { facts.tables }

  func coarseGlyph(_ glyph: UInt16) -> CoarseGlyph? {
    guard let (pack, index) = find(glyph) else { return nil }
    return packs[pack].glyph(index)
  }

  func codeLengths() -> [UInt8] { facts.codeLengths }

  func program(of glyphs: [UInt16]) throws(GlyphError) -> (bytes: [UInt8], glyphCount: Int) {
    throw .damagedGlyph(glyphs.first ?? 0)
  }

  private func find(_ glyph: UInt16) -> (pack: Int, index: Int)? {
    var index = Int(glyph)
    for pack in packs.indices {
      let count = packs[pack].places.count
      if index < count { return (pack, index) }
      index -= count
    }
    return nil
  }
}
