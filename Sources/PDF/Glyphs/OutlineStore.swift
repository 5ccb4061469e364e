#if canImport(Bytes)
  internal import Bytes
#endif

/// Outlines of one face that were coarsened and deflated once, to be put together to the programs of many subsets: a
/// deflated program then costs a copy of bits a glyph.
package struct OutlineStore: Sendable {
  /// A glyph as it stands in the `glyf` tables of subsets.
  struct Outline: Sendable {
    var measures: CoarseGlyph.Measures
    var coded: CodedBytes
  }

  private let face: any GlyphFace
  private let huffmanCode: ByteCode
  private var outlines: [Outline] = []
  /// By the face's glyph: index into `outlines` and 1, 0 when not asked for yet, 0xFFFF when it cannot be had.
  private var places: [UInt16] = []
  /// What all programs share.
  private let shared: CoarseTables?

  /// An empty store of a face's outlines.
  package init(_ face: any GlyphFace) {
    self.face = face
    huffmanCode = ByteCode(lengths: face.codeLengths())
    shared = face.coarseTables()
  }

  /// A subset of these characters, in the order of their scalar values and each once, deflated; `nil` when one of
  /// them is damaged, or the font's em has no half.
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
    while places.count <= Int(glyph) { places.append(0) }
    let place = places[Int(glyph)]
    if place == 0xFFFF { return nil }
    if place > 0 { return Int(place) - 1 }
    guard outlines.count < 0xFFFE, let coarse = face.coarseGlyph(glyph) else {
      places[Int(glyph)] = 0xFFFF
      return nil
    }
    outlines.append(Outline(measures: coarse.measures, coded: huffmanCode.coded(coarse.bytes)))
    places[Int(glyph)] = UInt16(outlines.count)
    return outlines.count - 1
  }
}

/// A font program as a PDF's `FontFile2` holds it.
package struct DeflatedSubset: Sendable {
  /// The program as a zlib stream.
  package let zlib: [UInt8]
  /// Size of the program itself in bytes: `/Length1`.
  package let length: Int
}
