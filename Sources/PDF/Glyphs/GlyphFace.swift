/// A face as measuring and filling see it: of a font file, or of packs. It is bound to classes, so that faces of both
/// kinds stand in one chain where the language has no other existentials.
package protocol GlyphFace: AnyObject, Sendable {
  /// Measures of the whole font.
  var metrics: FontMetrics { get }
  /// The name that PDF calls the font by, ASCII without delimiters.
  var postScriptName: [UInt8] { get }
  /// Number of glyphs of the font file.
  var glyphCount: Int { get }

  /// The face's own number of a character's glyph; 0 when it has none.
  func glyph(for scalar: UInt32) -> UInt16
  /// How far a glyph moves the pen, thousandths of the em; 0 for a glyph that is not there.
  func advance(of glyph: UInt16) -> Int32

  /// What all programs on the coarser grid share; `nil` when the em has no half.
  func coarseTables() -> CoarseTables?
  /// A glyph on the coarser grid; `nil` when it is damaged or not there.
  func coarseGlyph(_ glyph: UInt16) -> CoarseGlyph?
  /// Bits of each byte, and of the end, in the Huffman code for outlines: 257 lengths of 1 to 15.
  func codeLengths() -> [UInt8]
  /// A program of these glyphs, the first of which is 0, as they stand in the font file, and its number of glyphs.
  func program(of glyphs: [UInt16]) throws(GlyphError) -> (bytes: [UInt8], glyphCount: Int)
}

/// Why a program cannot be made of a face.
package enum GlyphError: Error, Equatable {
  /// The outline of this glyph lies outside of the font, refers to a glyph that is not there, or is not at hand.
  case damagedGlyph(UInt16)
  /// A subset of more glyphs than a font can number, 65,535, or of more than 64 MB of outlines.
  case tooLarge
}
