extension UnicodeText {
  /// Whether a scalar is a control or format character, ends a line or a paragraph, or is of private use (general
  /// categories Cc, Cf, Zl, Zp, Co of Unicode 16): nothing that a reader would recognise.
  package static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x600...0x605, 0x61C, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x180E, 0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xE000...0xF8FF, 0xFEFF, 0xFFF9...0xFFFB, 0x110BD, 0x110CD,
      0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0001, 0xE0020...0xE007F, 0xF0000...0xFFFFD,
      0x100000...0x10FFFD:
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// Appends a scalar in UTF-8; one that is none as U+FFFD.
  package mutating func appendUTF8(_ scalar: UInt32) {
    let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Appends a code point's name as the Unicode Standard writes it (appendix A), such as `U+4E00`.
  ///
  /// - Parameter count: the fewest digits, at most 8; the standard's is four.
  package mutating func appendCodePoint(_ scalar: UInt32, digits count: Int = 4) {
    appendASCII("U+")
    var digits = 8
    while digits > Swift.max(count, 1), scalar >> UInt32(4 * (digits - 1)) == 0 { digits -= 1 }
    while digits > 0 {
      digits -= 1
      append(Hexadecimal.upperDigit(UInt8(truncatingIfNeeded: scalar >> UInt32(4 * digits) & 15)))
    }
  }
}
