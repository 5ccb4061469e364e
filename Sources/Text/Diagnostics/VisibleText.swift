/// Text of others as a terminal may show it.
package enum VisibleText {
  /// The text with control characters of ASCII as their pictures (␊), and other characters that are not seen or that
  /// change how their neighbours are seen as `<U+202E>`.
  package static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: misleads) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20: shown.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case 0x7F: shown.append("\u{2421}")
      case _ where misleads(scalar):
        let hex = String(scalar.value, radix: 16, uppercase: true)
        shown.append(contentsOf: "<U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)>".unicodeScalars)
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// Whether it is a control character (C0, C1), or sets the direction of writing, or has no width, or ends a line, so
  /// that what is seen is not what is there (Unicode Technical Report 36 §2; the bidirectional controls of UAX #9).
  /// The joiners of emoji and of Indic scripts are none, nor are variation selectors, which names may have.
  package static func misleads(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200E, 0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// The text with its middle left out where it has more than 2,000 characters.
  package static func shortened(_ text: String) -> String {
    let most = 2000
    guard text.utf8.count > most, text.unicodeScalars.count > most else { return text }
    var short = String.UnicodeScalarView(text.unicodeScalars.prefix(most * 3 / 4))
    short.append(contentsOf: " … ".unicodeScalars)
    short.append(contentsOf: text.unicodeScalars.suffix(most / 4))
    return String(short)
  }
}
