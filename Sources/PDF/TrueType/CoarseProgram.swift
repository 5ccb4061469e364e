/// A glyph on the coarser grid, as it stands in a program.
struct CoarseGlyph {
  /// What the other tables say of it.
  struct Measures: Sendable {
    /// Bytes with their padding to four.
    var size: UInt32
    /// Sum of its big-endian words.
    var checksum: UInt32
    /// New units.
    var advance: UInt16
    var leftBearing: UInt16
  }

  let bytes: [UInt8]
  let measures: Measures

  /// `nil` for a composite glyph and for a damaged one.
  init?(_ glyph: UInt16, of font: TrueTypeFont) {
    guard let range = try? font.outline(of: glyph),
      let outline = range.isEmpty
        ? CoarseOutline() : CoarseOutline(font.source[range], em: font.source.u16(font.head.lowerBound + 18))
    else { return nil }
    var bytes = outline.bytes
    while bytes.count & 3 != 0 { bytes.append(0) }
    self.bytes = bytes
    // A left bearing that is not the outline's edge would move the glyph.
    measures = Measures(
      size: UInt32(bytes.count), checksum: SubsetProgram.checksum(bytes[...]),
      advance: UInt16(CoarseOutline.half(Int32(font.horizontalMetrics(of: glyph).advance))),
      leftBearing: UInt16(truncatingIfNeeded: outline.xMin))
  }
}

/// A whole TrueType program on the coarser grid, without instructions.
enum CoarseProgram {
  /// The program of these glyphs; `nil` when one of them is composite or damaged, or the font's em has no half.
  static func bytes(_ font: TrueTypeFont, glyphs: [UInt16]) -> [UInt8]? {
    guard let shared = SharedTables(font) else { return nil }
    var outlines: [CoarseGlyph] = []
    var size = 0
    for glyph in glyphs {
      guard let outline = CoarseGlyph(glyph, of: font), size <= 64 << 20 else { return nil }
      outlines.append(outline)
      size += outline.bytes.count
    }
    guard let draft = ProgramDraft(shared, outlines.map { $0.measures }) else { return nil }
    var bytes = draft.before
    for outline in outlines { bytes += outline.bytes }
    return bytes + draft.after
  }
}

/// `head`, `hhea` and `maxp` of a font on the coarser grid, the same in all of its subsets but for two counts.
struct SharedTables: Sendable {
  let head: [UInt8]
  let hhea: [UInt8]
  let maxp: [UInt8]

  /// `nil` when the em has no half or is small already.
  init?(_ font: TrueTypeFont) {
    let em = font.source.u16(font.head.lowerBound + 18)
    guard em % 2 == 0, em >= 1000 else { return nil }
    var head = Array(font.source[font.head.lowerBound..<font.head.lowerBound + 54])
    for offset in 8..<12 { head[offset] = 0 }  // checkSumAdjustment
    Self.halve([18] + Array(stride(from: 36, through: 42, by: 2)), of: &head)
    head[50] = 0
    var hhea = Array(font.source[font.hhea.prefix(36)])
    Self.halve([4, 6, 8, 10, 12, 14, 16, 22], of: &hhea)
    self.head = head
    self.hhea = hhea
    maxp = Array(font.source[font.maxp])
  }

  /// Halves signed 16-bit numbers at these offsets.
  private static func halve(_ offsets: [Int], of table: inout [UInt8]) {
    for offset in offsets {
      let number = Int16(bitPattern: UInt16(table[offset]) << 8 | UInt16(table[offset + 1]))
      let half = UInt16(bitPattern: Int16(CoarseOutline.half(Int32(number))))
      table[offset] = UInt8(half >> 8)
      table[offset + 1] = UInt8(truncatingIfNeeded: half)
    }
  }
}

/// The parts of a TrueType program (ISO/IEC 14496-22 §4.5) before and behind its outlines.
struct ProgramDraft {
  private(set) var before: [UInt8] = []
  private(set) var after: [UInt8] = []
  private(set) var size = 0

  /// `nil` when the outlines have more than 64 MiB: a damaged font may call all of its outlines one glyph, again and
  /// again.
  init?(_ shared: SharedTables, _ outlines: [CoarseGlyph.Measures]) {
    var glyf: (size: UInt32, checksum: UInt32) = (0, 0)
    var locations: [UInt32] = [0]
    for outline in outlines {
      glyf.size += outline.size
      glyf.checksum &+= outline.checksum
      guard glyf.size <= 64 << 20 else { return nil }
      locations.append(glyf.size)
    }
    let isLong = glyf.size > 0x1FFFE
    var head = shared.head
    head[51] = isLong ? 1 : 0
    var hhea = shared.hhea
    Self.set(UInt16(outlines.count), at: 34, of: &hhea)
    var maxp = shared.maxp
    Self.set(UInt16(outlines.count), at: 4, of: &maxp)
    var metrics: [UInt8] = []
    metrics.reserveCapacity(outlines.count * 4)
    for outline in outlines {
      Self.append(outline.advance, to: &metrics)
      Self.append(outline.leftBearing, to: &metrics)
    }
    var loca: [UInt8] = []
    loca.reserveCapacity(locations.count * 4)
    for location in locations {
      if isLong { Self.append(UInt16(location >> 16), to: &loca) }
      Self.append(UInt16(truncatingIfNeeded: isLong ? location : location / 2), to: &loca)
    }
    var directory: [(tag: FontTable, checksum: UInt32, offset: UInt32, size: UInt32)] = [
      (.glyf, glyf.checksum, 108, glyf.size)
    ]
    var offset = 108 + glyf.size
    var headOffset = 0
    for (tag, table) in [
      (FontTable.head, head), (.hhea, hhea), (.hmtx, metrics), (.loca, loca), (.maxp, maxp),
    ] {
      if tag == .head { headOffset = after.count }
      let start = after.count
      after += table
      while after.count & 3 != 0 { after.append(0) }
      directory.append((tag, SubsetProgram.checksum(after[start...]), offset, UInt32(table.count)))
      offset += UInt32(after.count - start)
    }
    size = Int(offset)
    before = [0, 1, 0, 0, 0, 6, 0, 64, 0, 2, 0, 32]  // six tables, and what a binary search needs
    var sum: UInt32 = 0
    for entry in directory {
      for number in [entry.tag.rawValue, entry.checksum, entry.offset, entry.size] {
        Self.append(UInt16(number >> 16), to: &before)
        Self.append(UInt16(truncatingIfNeeded: number), to: &before)
      }
      sum &+= entry.checksum
    }
    let adjustment = 0xB1B0_AFBA &- (sum &+ SubsetProgram.checksum(before[...]))
    Self.set(UInt16(adjustment >> 16), at: headOffset + 8, of: &after)
    Self.set(UInt16(truncatingIfNeeded: adjustment), at: headOffset + 10, of: &after)
  }

  private static func append(_ number: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(number >> 8))
    bytes.append(UInt8(truncatingIfNeeded: number))
  }

  private static func set(_ number: UInt16, at offset: Int, of bytes: inout [UInt8]) {
    bytes[offset] = UInt8(number >> 8)
    bytes[offset + 1] = UInt8(truncatingIfNeeded: number)
  }
}
