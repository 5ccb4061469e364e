/// The parts of a TrueType program (ISO/IEC 14496-22 §4.5) before and behind its outlines.
package struct ProgramDraft {
  private(set) var before: [UInt8] = []
  private(set) var after: [UInt8] = []
  private(set) var size = 0
  private static let glyf: UInt32 = 0x676C_7966
  private static let head: UInt32 = 0x6865_6164

  /// `nil` when there are more outlines than a font can number or they have more than 64 MiB: a damaged font may call all
  /// of its outlines one glyph, again and again.
  init?(_ shared: CoarseTables, _ outlines: [CoarseGlyph.Measures]) {
    guard outlines.count <= 0xFFFF else { return nil }
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
    var directory: [(tag: UInt32, checksum: UInt32, offset: UInt32, size: UInt32)] = [
      (Self.glyf, glyf.checksum, 108, glyf.size)
    ]
    var offset = 108 + glyf.size
    var headOffset = 0
    for (tag, table) in [
      (Self.head, head), (0x6868_6561, hhea), (0x686D_7478, metrics), (0x6C6F_6361, loca), (0x6D61_7870, maxp),
    ] {
      if tag == Self.head { headOffset = after.count }
      let start = after.count
      after += table
      while after.count & 3 != 0 { after.append(0) }
      directory.append((tag, Self.checksum(after[start...]), offset, UInt32(table.count)))
      offset += UInt32(after.count - start)
    }
    size = Int(offset)
    before = [0, 1, 0, 0, 0, 6, 0, 64, 0, 2, 0, 32]  // six tables, and what a binary search needs
    var sum: UInt32 = 0
    for entry in directory {
      for number in [entry.tag, entry.checksum, entry.offset, entry.size] {
        Self.append(UInt16(number >> 16), to: &before)
        Self.append(UInt16(truncatingIfNeeded: number), to: &before)
      }
      sum &+= entry.checksum
    }
    let adjustment = 0xB1B0_AFBA &- (sum &+ Self.checksum(before[...]))
    Self.set(UInt16(adjustment >> 16), at: headOffset + 8, of: &after)
    Self.set(UInt16(truncatingIfNeeded: adjustment), at: headOffset + 10, of: &after)
  }

  /// The program of these glyphs; `nil` when one of them is damaged or the font's em has no half.
  static func program(of face: any GlyphFace, glyphs: [UInt16]) -> [UInt8]? {
    guard let shared = face.coarseTables() else { return nil }
    var outlines: [CoarseGlyph] = []
    var size = 0
    for glyph in glyphs {
      guard let outline = face.coarseGlyph(glyph), size <= 64 << 20 else { return nil }
      outlines.append(outline)
      size += outline.bytes.count
    }
    guard let draft = ProgramDraft(shared, outlines.map { $0.measures }) else { return nil }
    var bytes = draft.before
    for outline in outlines { bytes += outline.bytes }
    return bytes + draft.after
  }

  private static func append(_ number: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(number >> 8))
    bytes.append(UInt8(truncatingIfNeeded: number))
  }

  private static func set(_ number: UInt16, at offset: Int, of bytes: inout [UInt8]) {
    bytes[offset] = UInt8(number >> 8)
    bytes[offset + 1] = UInt8(truncatingIfNeeded: number)
  }

  /// Sum of the big-endian 32-bit words of bytes whose number is a multiple of four.
  package static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    let words = bytes.span.bytes
    var sum: UInt32 = 0
    for offset in stride(from: 0, to: bytes.count, by: 4) {
      sum &+= UInt32(bigEndian: words.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    return sum
  }
}
