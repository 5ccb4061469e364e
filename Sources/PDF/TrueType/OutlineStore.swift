#if canImport(Bytes)
  internal import Bytes
#endif

/// Outlines of one font that were coarsened and deflated once, to be put together to the programs of many subsets: a
/// deflated program then costs a copy of bits a glyph.
package struct OutlineStore: Sendable {
  /// A glyph as it stands in the `glyf` tables of subsets.
  struct Outline: Sendable {
    var measures: CoarseGlyph.Measures
    var coded: CodedBytes
  }

  /// The font that the outlines are from; glyph ids are its own.
  package let font: TrueTypeFont
  let huffmanCode: ByteCode
  private var outlines: [Outline] = []
  /// By the font's glyph: index into `outlines` and 1, 0 when not asked for yet, 0xFFFF when it cannot be had.
  private var places: [UInt16]
  /// What all programs share.
  private let shared: SharedTables?

  /// An empty store, whose Huffman code is counted over some 256 glyphs of the font.
  package init(_ font: TrueTypeFont) {
    self.font = font
    huffmanCode = ByteCode(for: font)
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
    guard let program = ProgramDraft(shared, chosen.map { outlines[$0].measures }) else { return nil }
    var writer = DeflateWriter(huffmanCode, reserving: program.size)
    writer.append(program.before)
    for index in chosen { writer.append(outlines[index].coded) }
    writer.append(program.after)
    return DeflatedSubset(zlib: writer.finished(), length: program.size)
  }

  /// A subset that was made without the store.
  package func deflated(_ subset: FontSubset) -> DeflatedSubset {
    var writer = DeflateWriter(huffmanCode, reserving: subset.program.count)
    writer.append(subset.program)
    return DeflatedSubset(zlib: writer.finished(), length: subset.program.count)
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
    guard let coarse = CoarseGlyph(glyph, of: font) else { return nil }
    return Outline(measures: coarse.measures, coded: huffmanCode.coded(coarse.bytes))
  }
}

extension ByteCode {
  /// The code for a font's outlines, counted over some 256 of its glyphs.
  init(for font: TrueTypeFont) {
    var counts = [UInt32](repeating: 1, count: 257)
    let step = max(1, font.glyphCount / 256)
    for glyph in stride(from: 0, to: min(font.glyphCount, 65535), by: step) {
      guard let outline = try? font.outline(of: UInt16(glyph)) else { continue }
      for byte in font.source[outline].prefix(2048) { counts[Int(byte)] += 1 }
    }
    self.init(counts: counts)
  }
}

/// A font program as a PDF's `FontFile2` holds it.
package struct DeflatedSubset: Sendable {
  /// The program as a zlib stream.
  package let zlib: [UInt8]
  /// Size of the program itself in bytes: `/Length1`.
  package let length: Int
}
