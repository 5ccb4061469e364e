#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(Glyphs)
  package import Glyphs
#endif

// Programs of the font's glyphs, coarse and whole.
extension TrueTypeFont {
  private var em: UInt16 { source.u16(head.lowerBound + 18) }

  /// `head`, `hhea` and `maxp` on the coarser grid; `nil` when the em has no half or is small already.
  package func coarseTables() -> CoarseTables? {
    guard em % 2 == 0 else { return nil }
    var head = Array(source[head.prefix(54)])
    for offset in 8..<12 { head[offset] = 0 }  // checkSumAdjustment
    Self.halve([18] + Array(stride(from: 36, through: 42, by: 2)), of: &head)
    head[50] = 0
    var hhea = Array(source[hhea.prefix(36)])
    Self.halve([4, 6, 8, 10, 12, 14, 16, 22], of: &hhea)
    return CoarseTables(head: head, hhea: hhea, maxp: Array(source[maxp]))
  }

  /// A glyph with fewer points on the coarser grid, composite ones flattened; `nil` when it is damaged.
  package func coarseGlyph(_ glyph: UInt16) -> CoarseGlyph? {
    guard let contours = GlyphContours(glyph, of: self) else { return nil }
    let outline = CoarseOutline(contours, em: em)
    return CoarseGlyph(outline: outline.bytes, xMin: outline.xMin, advance: horizontalMetrics(of: glyph).advance)
  }

  /// The lengths of a code that is counted over some 256 of the font's glyphs.
  package func codeLengths() -> [UInt8] {
    var counts = [UInt32](repeating: 1, count: 257)
    let step = max(1, glyphCount / 256)
    for glyph in stride(from: 0, to: min(glyphCount, 65535), by: step) {
      guard let outline = try? outline(of: UInt16(glyph)) else { continue }
      for byte in source[outline].prefix(2048) { counts[Int(byte)] += 1 }
    }
    return ByteCode(counts: counts).lengths
  }

  /// A program of glyphs as they stand in the font, with the parts of composite ones.
  package func program(of glyphs: [UInt16]) throws(GlyphError) -> (bytes: [UInt8], glyphCount: Int) {
    let program = try SubsetProgram(self, glyphs: glyphs)
    return (program.bytes, program.glyphCount)
  }

  /// Halves signed 16-bit numbers at these offsets.
  private static func halve(_ offsets: [Int], of table: inout [UInt8]) {
    for offset in offsets {
      let number = Int16(bitPattern: UInt16(table[offset]) << 8 | UInt16(table[offset + 1]))
      let half = UInt16(bitPattern: Int16(CoarseGlyph.half(Int32(number))))
      table[offset] = UInt8(half >> 8)
      table[offset + 1] = UInt8(truncatingIfNeeded: half)
    }
  }
}
