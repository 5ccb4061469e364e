#if canImport(Glyphs)
  package import Glyphs
#endif

/// One face of a TrueType font with `glyf` outlines, read where it lies: nothing of the file is copied or indexed.
/// Damaged bytes are rejected or read as zeros; they never trap.
package final class TrueTypeFont: GlyphFace {
  /// Measures of the whole font, thousandths of the em.
  package let metrics: FontMetrics
  /// The name that PDF calls the font by, ASCII without delimiters (name table, id 6).
  package let postScriptName: [UInt8]
  /// Number of glyphs; glyph ids are below it.
  package let glyphCount: Int

  let source: FontBytes
  let head: Range<Int>
  let hhea: Range<Int>
  let maxp: Range<Int>
  let glyf: Range<Int>
  /// The tables of hinting instructions, copied into a subset as they are.
  let controlValues: Range<Int>?
  let fontProgram: Range<Int>?
  let controlProgram: Range<Int>?
  let hasLongLocations: Bool

  private let loca: Range<Int>
  private let hmtx: Range<Int>
  private let longMetrics: Int
  private let unitsPerEm: Int32
  private let characters: CharacterMap

  /// Reads a `.ttf` file, or face `face` of a `.ttc` file.
  package convenience init(_ bytes: [UInt8], face: Int = 0) throws(TrueTypeError) {
    try self.init(FontMemory(copying: bytes), face: face)
  }

  /// Reads a `.ttf` file, or face `face` of a `.ttc` file, where it lies.
  package init(_ memory: FontMemory, face: Int = 0) throws(TrueTypeError) {
    source = FontBytes(memory)
    let tables = try TableDirectory(source, face: face)
    head = try tables.required(.head, atLeast: 54)
    hhea = try tables.required(.hhea, atLeast: 36)
    maxp = try tables.required(.maxp, atLeast: 6)
    glyf = try tables.required(.glyf, atLeast: 0)
    controlValues = tables[.controlValues]
    fontProgram = tables[.fontProgram]
    controlProgram = tables[.controlProgram]

    unitsPerEm = Int32(source.u16(head.lowerBound + 18))
    guard unitsPerEm >= 16, unitsPerEm <= 16384 else { throw .damagedTable(.head) }
    hasLongLocations = source.u16(head.lowerBound + 50) != 0
    glyphCount = Int(source.u16(maxp.lowerBound + 4))
    guard glyphCount > 0 else { throw .damagedTable(.maxp) }
    loca = try tables.required(.loca, atLeast: (glyphCount + 1) * (hasLongLocations ? 4 : 2))
    longMetrics = Int(source.u16(hhea.lowerBound + 34))
    guard longMetrics > 0 else { throw .damagedTable(.hhea) }
    hmtx = try tables.required(.hmtx, atLeast: longMetrics * 4)
    let cmap = try tables.required(.cmap, atLeast: 4)
    guard let characters = CharacterMap(source, table: cmap) else { throw .damagedTable(.cmap) }
    self.characters = characters
    postScriptName = FontNaming.postScriptName(source, table: tables[.name])

    var heightOfH: Int16?
    let letterH = Int(characters.glyph(for: 0x48, in: source))
    if letterH != 0, letterH < glyphCount,
      let start = Self.location(letterH, source, loca, long: hasLongLocations), start < glyf.count
    {
      heightOfH = source.i16(glyf.lowerBound + start + 8)
    }
    metrics = FontMetrics(
      source, tables: tables, head: head.lowerBound, hhea: hhea.lowerBound, unitsPerEm: unitsPerEm,
      heightOfH: heightOfH)
  }

  /// The glyph of a Unicode scalar value; 0 when the font has none.
  package func glyph(for scalar: UInt32) -> UInt16 {
    let glyph = characters.glyph(for: scalar, in: source)
    return glyph < UInt32(glyphCount) ? UInt16(glyph) : 0
  }

  /// How far a glyph moves the pen, in thousandths of the em; 0 for a glyph that is not there.
  package func advance(of glyph: UInt16) -> Int32 {
    guard Int(glyph) < glyphCount else { return 0 }
    return (Int32(horizontalMetrics(of: glyph).advance) * 1000 + unitsPerEm / 2) / unitsPerEm
  }

  /// The `hmtx` entry of a glyph in font units; glyphs after the last full entry share its advance.
  func horizontalMetrics(of glyph: UInt16) -> (advance: UInt16, leftBearing: UInt16) {
    let index = Int(glyph)
    if index < longMetrics {
      let entry = hmtx.lowerBound + index * 4
      return (source.u16(entry), source.u16(entry + 2))
    }
    let bearing = longMetrics * 4 + (index - longMetrics) * 2
    return (
      source.u16(hmtx.lowerBound + (longMetrics - 1) * 4),
      bearing + 2 <= hmtx.count ? source.u16(hmtx.lowerBound + bearing) : 0
    )
  }

  /// Where the outline of a glyph lies in the file; empty for a glyph without ink.
  package func outline(of glyph: UInt16) throws(GlyphError) -> Range<Int> {
    guard Int(glyph) < glyphCount,
      let start = Self.location(Int(glyph), source, loca, long: hasLongLocations),
      let end = Self.location(Int(glyph) + 1, source, loca, long: hasLongLocations),
      start <= end, end <= glyf.count, end == start || end - start >= 10
    else { throw .damagedGlyph(glyph) }
    return glyf.lowerBound + start..<glyf.lowerBound + end
  }

  private static func location(_ index: Int, _ source: FontBytes, _ loca: Range<Int>, long: Bool) -> Int? {
    long ? source.size(loca.lowerBound + index * 4) : Int(source.u16(loca.lowerBound + index * 2)) * 2
  }
}

extension TrueTypeFont {
  /// Height above the baseline, thousandths of the em.
  package var ascent: Int32 { metrics.ascent }
  /// Depth below the baseline, negative, thousandths of the em.
  package var descent: Int32 { metrics.descent }
  /// Height of capital letters, thousandths of the em.
  package var capHeight: Int32 { metrics.capHeight }
  /// Degrees counter-clockwise from the vertical.
  package var italicAngle: Int32 { metrics.italicAngle }
}
