/// Outlines of one font that were coarsened and deflated once, to be put together to the programs of many subsets: a
/// deflated program then costs a copy of bits a glyph.
package struct OutlineStore: Sendable {
  /// A glyph as it stands in the `glyf` tables of subsets.
  struct Outline: Sendable {
    /// Bytes with their padding to four.
    var size: UInt32
    var leftBearing: UInt16
    var advance: UInt16
    /// Sum of its big-endian words.
    var checksum: UInt32
    /// Adler-32's two sums over its bytes, started at 0.
    var adler: (UInt32, UInt32)
    /// Its code, first bit lowest.
    var bits: [UInt64]
    var bitCount: Int
  }

  package let font: TrueTypeFont
  package let code: ByteCode
  private var outlines: [Outline] = []
  /// By the font's glyph: index into `outlines` and 1, 0 when not asked for yet, 0xFFFF when it cannot be had.
  private var places: [UInt16]
  /// What all programs share.
  private let shared: SharedTables?

  package init(_ font: TrueTypeFont) {
    self.font = font
    code = ByteCode(for: font)
    places = Array(repeating: 0, count: font.glyphCount)
    shared = SharedTables(font)
  }

  /// A subset of these characters, in the order of their scalar values and each once, deflated; `nil` when one of
  /// them is composite or damaged, or the font's em has no half.
  package mutating func subset(_ characters: [(scalar: UInt32, glyph: UInt16)]) -> DeflatedSubset? {
    guard let shared, characters.count < 0xFFFF else { return nil }
    var chosen: [Int] = []
    chosen.reserveCapacity(characters.count + 1)
    guard let undefined = outline(0) else { return nil }
    chosen.append(undefined)
    for character in characters {
      guard let outline = outline(character.glyph) else { return nil }
      chosen.append(outline)
    }
    let program = ProgramDraft(shared, chosen.map { outlines[$0] })
    var writer = DeflateWriter(code, reserving: program.glyphBits / 8 + program.before.count + program.after.count)
    writer.append(program.before)
    for index in chosen { writer.append(outlines[index]) }
    writer.append(program.after)
    return DeflatedSubset(zlib: writer.finished(), length: program.size)
  }

  private mutating func outline(_ glyph: UInt16) -> Int? {
    guard Int(glyph) < places.count else { return nil }
    let place = places[Int(glyph)]
    if place == 0xFFFF { return nil }
    if place > 0 { return Int(place) - 1 }
    guard outlines.count < 0xFFFE, let made = made(glyph) else {
      places[Int(glyph)] = 0xFFFF
      return nil
    }
    outlines.append(made)
    places[Int(glyph)] = UInt16(outlines.count)
    return outlines.count - 1
  }

  private func made(_ glyph: UInt16) -> Outline? {
    guard let range = try? font.outline(of: glyph),
      let coarse = range.isEmpty ? CoarseOutline() : CoarseOutline(font.source[range])
    else { return nil }
    var bytes = coarse.bytes
    while bytes.count & 3 != 0 { bytes.append(0) }
    let (bits, count) = code.bits(of: bytes)
    return Outline(
      size: UInt32(bytes.count), leftBearing: UInt16(truncatingIfNeeded: coarse.xMin),
      advance: UInt16(CoarseOutline.half(Int32(font.horizontalMetrics(of: glyph).advance))),
      checksum: SubsetProgram.checksum(bytes[...]), adler: ByteCode.sums(bytes, from: (0, 0)), bits: bits,
      bitCount: count)
  }
}

/// A font program as a PDF's `FontFile2` holds it.
package struct DeflatedSubset: Sendable {
  /// The program as a zlib stream.
  package let zlib: [UInt8]
  /// Size of the program itself in bytes: `/Length1`.
  package let length: Int

  package init(zlib: [UInt8], length: Int) {
    self.zlib = zlib
    self.length = length
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
  private(set) var glyphBits = 0

  init(_ shared: SharedTables, _ outlines: [OutlineStore.Outline]) {
    var glyf: (size: UInt32, checksum: UInt32) = (0, 0)
    var locations: [UInt32] = [0]
    for outline in outlines {
      glyf.size += outline.size
      glyf.checksum &+= outline.checksum
      locations.append(glyf.size)
      glyphBits += outline.bitCount
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
