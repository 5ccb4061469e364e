#if canImport(TrueType)
  package import TrueType
#endif

/// Fonts in the order in which they are asked for a character.
package struct FontChain: Sendable {
  package let fonts: [TrueTypeFont]

  package init(_ fonts: [TrueTypeFont]) { self.fonts = fonts }

  /// Index of the first font that has the character, and its width in thousandths of the em; `nil` when none has.
  package func measure(_ scalar: UInt32) -> (font: Int, advance: Int32)? {
    for index in fonts.indices {
      let glyph = fonts[index].glyph(for: scalar)
      if glyph != 0 { return (index, fonts[index].advance(of: glyph)) }
    }
    return nil
  }

  /// Every character of a text with its font and width; characters that no font has are left out and listed.
  package func measure(text: some Sequence<UInt32>) -> MeasuredText {
    var measured = MeasuredText()
    for scalar in text {
      if scalar == 10 {
        measured.append(scalar, font: 0, advance: 0)
      } else if let (font, advance) = measure(scalar) {
        measured.append(scalar, font: UInt8(font), advance: advance)
      } else {
        measured.missing.append(scalar)
      }
    }
    return measured
  }
}

/// Characters with the font that draws each and its width.
package struct MeasuredText: Sendable, Equatable {
  /// Unicode scalar values; 10 starts a new line.
  package private(set) var scalars: [UInt32] = []
  package private(set) var fonts: [UInt8] = []
  /// Thousandths of the em.
  package private(set) var advances: [Int32] = []
  /// Characters that no font has.
  package fileprivate(set) var missing: [UInt32] = []

  package init() {}

  fileprivate mutating func append(_ scalar: UInt32, font: UInt8, advance: Int32) {
    scalars.append(scalar)
    fonts.append(font)
    advances.append(advance)
  }

  /// Width of a part in thousandths of the em.
  package func width(_ part: Range<Int>) -> Int64 {
    var width: Int64 = 0
    for index in part { width += Int64(advances[index]) }
    return width
  }

  /// Width of the whole in thousandths of the em.
  package var width: Int64 { width(0..<scalars.count) }
}
