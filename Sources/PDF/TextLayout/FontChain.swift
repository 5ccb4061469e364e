#if canImport(Glyphs)
  package import Glyphs
#endif

/// Fonts in the order in which they are asked for a character.
package struct FontChain: Sendable {
  /// At most 256; a character is drawn with the first that has it.
  package let fonts: [any GlyphFace]

  /// A chain of at most 256 fonts, the one to be asked first at the front.
  package init(_ fonts: [any GlyphFace]) { self.fonts = fonts }

  /// Index of the first font that has the character, and its width in thousandths of the em; `nil` when none has.
  package func measure(_ scalar: UInt32) -> (font: Int, advance: Int32)? {
    guard let found = find(scalar) else { return nil }
    return (Int(found.font), found.advance)
  }

  /// Every character of a text with its font and width; characters that no font has are left out and listed.
  package func measure(text: some Sequence<UInt32>) -> MeasuredText {
    var cache = GlyphCache(self)
    return cache.measure(text: text)
  }

  func find(_ scalar: UInt32) -> MeasuredGlyph? {
    for index in fonts.indices {
      let glyph = fonts[index].glyph(for: scalar)
      if glyph != 0 {
        return MeasuredGlyph(
          scalar: scalar, advance: fonts[index].advance(of: glyph), glyph: glyph, font: UInt8(index))
      }
    }
    return nil
  }
}

/// A character with the font and the glyph that draw it.
package struct MeasuredGlyph: Sendable, Equatable {
  /// Unicode scalar value; 10 starts a new line.
  package var scalar: UInt32
  /// Thousandths of the em.
  package var advance: Int32
  /// The font's own glyph id.
  package var glyph: UInt16
  /// Index of the font in its chain.
  package var font: UInt8
}

/// A font chain that remembers the characters it was asked for last.
package struct GlyphCache: Sendable {
  private let chain: FontChain
  /// One place for each remainder of a scalar value by their number; empty until they are worth it.
  private var glyphs: [MeasuredGlyph] = []
  private var misses = 0
  private static let count = 4096

  /// A cache that is empty.
  package init(_ chain: FontChain) { self.chain = chain }

  /// Every character of a text with its font and width; characters that no font has are left out and listed.
  package mutating func measure(text: some Sequence<UInt32>) -> MeasuredText {
    var measured = MeasuredText()
    for scalar in text {
      if scalar == 10 {
        measured.glyphs.append(MeasuredGlyph(scalar: 10, advance: 0, glyph: 0, font: 0))
      } else if let glyph = find(scalar) {
        measured.glyphs.append(glyph)
      } else {
        measured.missing.append(scalar)
      }
    }
    return measured
  }

  private mutating func find(_ scalar: UInt32) -> MeasuredGlyph? {
    let place = Int(scalar) % Self.count
    if !glyphs.isEmpty, glyphs[place].scalar == scalar { return glyphs[place] }
    guard let found = chain.find(scalar) else { return nil }
    misses += 1
    if misses == 256 {
      glyphs = Array(repeating: MeasuredGlyph(scalar: 10, advance: 0, glyph: 0, font: 0), count: Self.count)
    }
    if misses >= 256 { glyphs[place] = found }
    return found
  }
}

/// Characters with the font that draws each and its width.
package struct MeasuredText: Sendable, Equatable {
  /// In the order of the text, line breaks among them, without the characters that no font has.
  package fileprivate(set) var glyphs: [MeasuredGlyph] = []
  /// Characters that no font has.
  package fileprivate(set) var missing: [UInt32] = []

  /// No characters; their width is 0.
  package init() {}

  /// Unicode scalar values; 10 starts a new line.
  package var scalars: [UInt32] { glyphs.map { $0.scalar } }

  /// Width of a part in thousandths of the em.
  package func width(_ part: Range<Int>) -> Int64 {
    var width: Int64 = 0
    for index in part { width += Int64(glyphs[index].advance) }
    return width
  }

  /// Width of the whole in thousandths of the em.
  package var width: Int64 { width(0..<glyphs.count) }
}
