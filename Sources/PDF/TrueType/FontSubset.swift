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

  /// Takes the glyphs of these characters out of `font`; a character may come several times and in any order.
  ///
  /// - Parameters:
  ///   - isCoarse: whether outlines have fewer points on a coarser grid, which makes the program smaller, where none of
  ///     them is composite.
  package init(of font: TrueTypeFont, scalars: [UInt32], isCoarse: Bool = false) throws(TrueTypeError) {
    var present: [(scalar: UInt32, glyph: UInt16)] = []
    var missing: [UInt32] = []
    var last: UInt32?
    for scalar in scalars.sorted() where scalar != last {
      last = scalar
      let glyph = font.glyph(for: scalar)
      if glyph == 0 { missing.append(scalar) } else { present.append((scalar, glyph)) }
    }
    try self.init(of: font, characters: present, missing: missing, isCoarse: isCoarse)
  }

  /// Takes these glyphs out of `font`, each once, in the order of their characters.
  package init(
    of font: TrueTypeFont, characters: [(scalar: UInt32, glyph: UInt16)], missing: [UInt32] = [],
    isCoarse: Bool = false
  ) throws(TrueTypeError) {
    scalars = characters.map { $0.scalar }
    let glyphs = [0] + characters.map { $0.glyph }
    widths = glyphs.map { font.advance(of: $0) }
    if isCoarse, let coarse = CoarseProgram.bytes(font, glyphs: glyphs) {
      program = coarse
      glyphCount = glyphs.count
    } else {
      let builder = try SubsetProgram(font, glyphs: glyphs)
      program = builder.bytes
      glyphCount = builder.glyphCount
    }
    metrics = font.metrics
    name = FontNaming.tag(for: scalars) + [0x2B] + font.postScriptName
    self.missing = missing
  }

  /// These glyphs of `font`, each once, in the order of their characters, without a program.
  package init(listing characters: [(scalar: UInt32, glyph: UInt16)], of font: TrueTypeFont) {
    scalars = characters.map { $0.scalar }
    widths = [font.advance(of: 0)] + characters.map { font.advance(of: $0.glyph) }
    program = []
    glyphCount = characters.count + 1
    metrics = font.metrics
    name = FontNaming.tag(for: scalars) + [0x2B] + font.postScriptName
    missing = []
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
