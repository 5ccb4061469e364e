#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(TextLayout)
  internal import TextLayout
#endif
#if canImport(Glyphs)
  internal import Glyphs
#endif

/// The glyphs of one record's answers: which the blank's own font draws, and which number each other one has in the
/// subset of its font.
struct ValueGlyphs {
  /// The font number of the blank's own font.
  static let printed: UInt8 = 254

  private let printed: PrintedGlyphs
  /// Font, scalar value and glyph of each character that the blank lacks: `font << 40 | scalar << 16 | glyph`, sorted.
  fileprivate private(set) var characters: [UInt64] = []
  /// Where each font's characters start, and the end.
  fileprivate private(set) var starts: [Int] = []

  init(of placed: [PlacedText], printed: PrintedGlyphs, fonts: Int) {
    self.printed = printed
    var wanted: [UInt64] = []
    wanted.reserveCapacity(256)
    for text in placed {
      for run in text.runs {
        for glyph in run.glyphs where printed.glyph(for: glyph.scalar, font: glyph.font) == 0 {
          wanted.append(UInt64(glyph.font) << 40 | UInt64(glyph.scalar) << 16 | UInt64(glyph.glyph))
        }
      }
    }
    wanted.sortAscending()
    characters.reserveCapacity(wanted.count)
    var last: UInt64?
    for character in wanted where character != last {
      last = character
      while starts.count <= Int(character >> 40) { starts.append(characters.count) }
      characters.append(character)
    }
    while starts.count <= fonts { starts.append(characters.count) }
  }

  /// The font number and the code that show a character.
  func characterCode(for glyph: MeasuredGlyph) -> (font: UInt8, code: UInt16) {
    let code = printed.glyph(for: glyph.scalar, font: glyph.font)
    if code != 0 { return (Self.printed, code) }
    let wanted = UInt64(glyph.font) << 40 | UInt64(glyph.scalar) << 16 | UInt64(glyph.glyph)
    var low = 0
    var high = characters.count
    while low < high {
      let middle = (low + high) / 2
      if characters[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    // Glyph 0 of a subset is `.notdef`.
    return (glyph.font, UInt16(truncatingIfNeeded: low - starts[Int(glyph.font)] + 1))
  }
}

/// A font's glyphs for one record.
struct ValueSubset {
  var font: FontSubset
  var file: DeflatedSubset
}

extension FormFiller {
  /// For each font of the chain a subset with the characters that it draws and the blank's own font lacks.
  mutating func subsets(of glyphs: ValueGlyphs) throws(GlyphError) -> [ValueSubset?] {
    var subsets: [ValueSubset?] = []
    for font in fonts.fonts.indices {
      var characters: [(scalar: UInt32, glyph: UInt16)] = []
      for character in glyphs.characters[glyphs.starts[font]..<glyphs.starts[font + 1]] {
        characters.append((UInt32(character >> 16 & 0xFFFFFF), UInt16(truncatingIfNeeded: character)))
      }
      if characters.isEmpty {
        subsets.append(nil)
      } else if let file = outlines[font].subset(characters) {
        subsets.append(ValueSubset(font: FontSubset(listing: characters, of: fonts.fonts[font]), file: file))
      } else {  // a damaged glyph, or an em without a half
        let whole = try FontSubset(of: fonts.fonts[font], characters: characters)
        subsets.append(ValueSubset(font: whole, file: outlines[font].deflated(whole)))
      }
    }
    return subsets
  }
}
