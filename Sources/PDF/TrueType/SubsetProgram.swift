#if canImport(Glyphs)
  internal import Glyphs
#endif

/// A TrueType program (ISO/IEC 14496-22 §4.5) made of some glyphs of a font.
struct SubsetProgram {
  private(set) var bytes: [UInt8] = []
  /// Glyphs written: the wanted ones, then the parts of composite glyphs.
  var glyphCount: Int { sources.count }

  private let font: TrueTypeFont
  /// New glyph id → glyph of the font.
  private var sources: [UInt16]
  /// Parts of composite glyphs, `font's glyph << 16 | new glyph`, sorted.
  private var components: [UInt32] = []
  private var locations: [UInt32] = []
  private var directory: [(tag: FontTable, checksum: UInt32, range: Range<Int>)] = []

  /// Writes the program; `glyphs` starts with 0, the font's `.notdef`.
  init(_ font: TrueTypeFont, glyphs: [UInt16]) throws(GlyphError) {
    guard glyphs.count <= 0xFFFF else { throw .tooLarge }
    self.font = font
    sources = glyphs
    let tables = 6 + [font.controlValues, font.fontProgram, font.controlProgram].count { $0 != nil }
    bytes.reserveCapacity(4096 + glyphs.count * 400)
    bytes.append(contentsOf: repeatElement(0, count: 12 + tables * 16))
    copy(font.controlValues, as: .controlValues)
    copy(font.fontProgram, as: .fontProgram)
    let outlines = bytes.count
    try writeOutlines()
    finish(.glyf, from: outlines)
    let head = bytes.count
    writeHead()
    finish(.head, from: head)
    write(.hhea, copying: font.hhea.prefix(36), replacing: 34)
    writeMetrics()
    writeLocations()
    write(.maxp, copying: font.maxp, replacing: 4)
    copy(font.controlProgram, as: .controlProgram)
    writeDirectory(head: head)
  }

  private mutating func copy(_ range: Range<Int>?, as tag: FontTable) {
    guard let range else { return }
    let start = bytes.count
    bytes.append(contentsOf: font.source[range])
    finish(tag, from: start)
  }

  /// Copies a table and puts the number of glyphs at `offset`.
  private mutating func write(_ tag: FontTable, copying range: Range<Int>, replacing offset: Int) {
    let start = bytes.count
    bytes.append(contentsOf: font.source[range])
    set(UInt16(glyphCount), at: start + offset)
    finish(tag, from: start)
  }

  /// Whether offsets of outlines need 32 bits; halves of them fit 16 bits in a small subset.
  private var hasLongLocations: Bool { (locations.last ?? 0) > 0x1FFFE }

  private mutating func writeHead() {
    let start = bytes.count
    bytes.append(contentsOf: font.source[font.head.lowerBound..<font.head.lowerBound + 54])
    set(0 as UInt32, at: start + 8)  // checkSumAdjustment, known at the end
    set(hasLongLocations ? 1 : 0 as UInt16, at: start + 50)  // indexToLocFormat
  }

  private mutating func writeMetrics() {
    let start = bytes.count
    for source in sources {
      let metrics = font.horizontalMetrics(of: source)
      append(metrics.advance)
      append(metrics.leftBearing)
    }
    finish(.hmtx, from: start)
  }

  private mutating func writeLocations() {
    let start = bytes.count
    for location in locations {
      if hasLongLocations {
        append(UInt16(location >> 16))
        append(UInt16(truncatingIfNeeded: location))
      } else {
        append(UInt16(location / 2))
      }
    }
    finish(.loca, from: start)
  }
}

// MARK: Outlines

extension SubsetProgram {
  private mutating func writeOutlines() throws(GlyphError) {
    let start = bytes.count
    locations.reserveCapacity(sources.count + 1)
    var index = 0
    while index < sources.count {  // grows while composite glyphs ask for their parts
      locations.append(UInt32(bytes.count - start))
      let outline = try font.outline(of: sources[index])
      // A damaged font may call all of its outlines one glyph, again and again.
      guard bytes.count + outline.count <= 64 << 20 else { throw .tooLarge }
      let copy = bytes.count
      bytes.append(contentsOf: font.source[outline])
      if bytes.count & 1 != 0 { bytes.append(0) }
      if font.source.i16(outline.lowerBound) < 0, !outline.isEmpty {
        try renumberComponents(of: sources[index], at: copy, count: outline.count)
      }
      index += 1
    }
    locations.append(UInt32(bytes.count - start))
  }

  /// Puts the new ids of its parts into a composite glyph (ISO/IEC 14496-22 §5.3.3.2).
  private mutating func renumberComponents(of glyph: UInt16, at start: Int, count: Int) throws(GlyphError) {
    var offset = start + 10
    let end = start + count
    while true {
      guard offset + 4 <= end else { throw .damagedGlyph(glyph) }
      let flags = UInt16(bytes[offset]) << 8 | UInt16(bytes[offset + 1])
      let component = UInt16(bytes[offset + 2]) << 8 | UInt16(bytes[offset + 3])
      guard Int(component) < font.glyphCount else { throw .damagedGlyph(glyph) }
      set(try newGlyph(forComponent: component), at: offset + 2)
      offset += 4 + (flags & 0x0001 != 0 ? 4 : 2)
      if flags & 0x0008 != 0 {
        offset += 2
      } else if flags & 0x0040 != 0 {
        offset += 4
      } else if flags & 0x0080 != 0 {
        offset += 8
      }
      guard offset <= end else { throw .damagedGlyph(glyph) }
      if flags & 0x0020 == 0 { return }
    }
  }

  private mutating func newGlyph(forComponent glyph: UInt16) throws(GlyphError) -> UInt16 {
    var low = 0
    var high = components.count
    while low < high {
      let middle = (low + high) / 2
      if components[middle] >> 16 < UInt32(glyph) { low = middle + 1 } else { high = middle }
    }
    if low < components.count, components[low] >> 16 == UInt32(glyph) {
      return UInt16(truncatingIfNeeded: components[low])
    }
    guard sources.count < 0xFFFF else { throw .tooLarge }
    components.insert(UInt32(glyph) << 16 | UInt32(sources.count), at: low)
    sources.append(glyph)
    return UInt16(sources.count - 1)
  }
}

// MARK: Directory and checksums

extension SubsetProgram {
  /// Ends a table: pads it to four bytes and notes it for the directory.
  private mutating func finish(_ tag: FontTable, from start: Int) {
    let end = bytes.count
    while bytes.count & 3 != 0 { bytes.append(0) }
    directory.append((tag, checksum(start..<bytes.count), start..<end))
  }

  private mutating func writeDirectory(head: Int) {
    let count = UInt16(directory.count)
    var power: UInt16 = 1
    var selector: UInt16 = 0
    while power * 2 <= count {
      power *= 2
      selector += 1
    }
    set(0x0001_0000 as UInt32, at: 0)
    set(count, at: 4)
    set(power * 16, at: 6)
    set(selector, at: 8)
    set((count - power) * 16, at: 10)
    var sum: UInt32 = 0
    for (index, entry) in directory.enumerated() {
      let offset = 12 + index * 16
      set(entry.tag.rawValue, at: offset)
      set(entry.checksum, at: offset + 4)
      set(UInt32(entry.range.lowerBound), at: offset + 8)
      set(UInt32(entry.range.count), at: offset + 12)
      sum &+= entry.checksum
    }
    sum &+= checksum(0..<12 + directory.count * 16)
    set(0xB1B0_AFBA &- sum, at: head + 8)
  }

  private func checksum(_ range: Range<Int>) -> UInt32 { ProgramDraft.checksum(bytes[range]) }

  private mutating func append(_ number: UInt16) {
    bytes.append(UInt8(number >> 8))
    bytes.append(UInt8(truncatingIfNeeded: number))
  }

  private mutating func set(_ number: UInt16, at offset: Int) {
    bytes[offset] = UInt8(number >> 8)
    bytes[offset + 1] = UInt8(truncatingIfNeeded: number)
  }

  private mutating func set(_ number: UInt32, at offset: Int) {
    set(UInt16(number >> 16), at: offset)
    set(UInt16(truncatingIfNeeded: number), at: offset + 2)
  }
}
