/// A glyph on a grid twice as coarse as the font's, as it stands in a program.
package struct CoarseGlyph {
  /// What the other tables say of it.
  package struct Measures: Sendable {
    /// Bytes with their padding to four.
    var size: UInt32
    /// Sum of its big-endian words.
    var checksum: UInt32
    /// New units.
    var advance: UInt16
    var leftBearing: UInt16
  }

  /// An entry of `glyf`, padded to four bytes; empty without ink.
  package let bytes: [UInt8]
  /// Font units.
  package let advance: UInt16
  let measures: Measures

  /// - Parameters:
  ///   - outline: an entry of `glyf` on the coarser grid; empty without ink.
  ///   - xMin: left edge of the outline, new units.
  ///   - advance: font units.
  package init(outline: [UInt8], xMin: Int32, advance: UInt16) {
    var bytes = outline
    while bytes.count & 3 != 0 { bytes.append(0) }
    self.bytes = bytes
    self.advance = advance
    // A left bearing that is not the outline's edge would move the glyph.
    measures = Measures(
      size: UInt32(bytes.count), checksum: ProgramDraft.checksum(bytes[...]),
      advance: UInt16(Self.half(Int32(advance))), leftBearing: UInt16(truncatingIfNeeded: xMin))
  }

  /// Half of a number, rounded away from zero.
  package static func half(_ number: Int32) -> Int32 { (number + (number < 0 ? -1 : 1)) / 2 }
}

/// `head`, `hhea` and `maxp` of a font on the coarser grid, the same in all of its subsets but for two counts.
package struct CoarseTables: Sendable {
  /// 54 bytes.
  package let head: [UInt8]
  /// 36 bytes.
  package let hhea: [UInt8]
  /// At least 6 bytes.
  package let maxp: [UInt8]

  /// `nil` when a table is too short, or the em, which `head` says, has other than 500 to 8,192 units.
  package init?(head: [UInt8], hhea: [UInt8], maxp: [UInt8]) {
    guard head.count == 54, hhea.count == 36, maxp.count >= 6 else { return nil }
    self.head = head
    self.hhea = hhea
    self.maxp = maxp
    guard (500...8192).contains(em) else { return nil }
  }

  /// Units of the em on the coarser grid.
  var em: Int32 { Int32(head[18]) << 8 | Int32(head[19]) }
}
