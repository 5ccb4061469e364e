#if canImport(Bytes)
  internal import Bytes
#endif

/// The glyphs of one text as a small font of their own, with all that a PDF Type0 font dictionary needs.
///
/// Glyph 0 is `.notdef`; the characters follow from 1 in the order of their scalar values, one glyph each.
package struct FontSubset: Sendable {
  /// Characters that the font does not have, ascending.
  package let missing: [UInt32]
  /// Empty when an ``OutlineStore`` gives it. The TrueType program for `FontFile2`: `cvt fpgm glyf head hhea hmtx loca maxp prep`.
  package let program: [UInt8]
  /// Number of glyphs in `program`, with `.notdef` and the parts of composite glyphs.
  package let glyphCount: Int
  /// Such as `ABCDEF+LXGWWenKai-Regular`: a PDF name without its slash.
  package let name: [UInt8]
  /// Measures of the whole font.
  package let metrics: FontMetrics
  /// The characters it has, ascending; the one at index `n` is glyph `n + 1`.
  package let scalars: [UInt32]
  /// Advance of `.notdef` and of each character, thousandths of the em.
  package let widths: [Int32]

  /// Takes the glyphs of these characters out of `face`; a character may come several times and in any order.
  ///
  /// - Parameters:
  ///   - isCoarse: whether outlines have fewer points on a coarser grid, which makes the program smaller, where none of
  ///     them is damaged and the font's em has a half.
  package init(of face: any GlyphFace, scalars: [UInt32], isCoarse: Bool = false) throws(GlyphError) {
    var present: [(scalar: UInt32, glyph: UInt16)] = []
    var missing: [UInt32] = []
    var last: UInt32?
    for scalar in scalars.sorted() where scalar != last {
      last = scalar
      let glyph = face.glyph(for: scalar)
      if glyph == 0 { missing.append(scalar) } else { present.append((scalar, glyph)) }
    }
    try self.init(of: face, characters: present, missing: missing, isCoarse: isCoarse)
  }

  /// Takes these glyphs out of `face`, each once, in the order of their characters.
  package init(
    of face: any GlyphFace, characters: [(scalar: UInt32, glyph: UInt16)], missing: [UInt32] = [],
    isCoarse: Bool = false
  ) throws(GlyphError) {
    let glyphs = [0] + characters.map { $0.glyph }
    if isCoarse, let coarse = ProgramDraft.program(of: face, glyphs: glyphs) {
      self.init(characters, of: face, missing: missing, program: coarse, glyphCount: glyphs.count)
    } else {
      let (bytes, count) = try face.program(of: glyphs)
      self.init(characters, of: face, missing: missing, program: bytes, glyphCount: count)
    }
  }

  /// These glyphs of `face`, each once, in the order of their characters, without a program.
  package init(listing characters: [(scalar: UInt32, glyph: UInt16)], of face: any GlyphFace) {
    self.init(characters, of: face, missing: [], program: [], glyphCount: characters.count + 1)
  }

  private init(
    _ characters: [(scalar: UInt32, glyph: UInt16)], of face: any GlyphFace, missing: [UInt32], program: [UInt8],
    glyphCount: Int
  ) {
    var scalars: [UInt32] = []
    var widths = [face.advance(of: 0)]
    scalars.reserveCapacity(characters.count)
    widths.reserveCapacity(characters.count + 1)
    for (scalar, glyph) in characters {
      scalars.append(scalar)
      widths.append(face.advance(of: glyph))
    }
    self.scalars = scalars
    self.widths = widths
    self.missing = missing
    self.program = program
    self.glyphCount = glyphCount
    metrics = face.metrics
    name = Self.tag(for: scalars) + [0x2B] + face.postScriptName
  }

  /// Six letters that tell subsets of one font apart (PDF 32000-1 §9.6.4): the same characters give the same letters.
  private static func tag(for scalars: [UInt32]) -> [UInt8] {
    var hash = FNV1a.start32
    for scalar in scalars {
      for shift in [0, 8, 16] as [UInt32] { hash = FNV1a.next(hash, UInt8(truncatingIfNeeded: scalar >> shift)) }
    }
    var letters: [UInt8] = []
    for _ in 0..<6 {
      letters.append(0x41 + UInt8(hash % 26))
      hash /= 26
    }
    return letters
  }

  /// The subset's own glyph id of a character, which is also its CID; 0 when it is not in the subset.
  package func glyph(for scalar: UInt32) -> UInt16 {
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < scalars.count && scalars[low] == scalar ? UInt16(low + 1) : 0
  }

  /// How far a character moves the pen, thousandths of the em; 0 when it is not in the subset.
  package func width(of scalar: UInt32) -> Int32 {
    let glyph = glyph(for: scalar)
    return glyph == 0 ? 0 : widths[Int(glyph)]
  }
}
