internal import Bytes

/// Text of others as a terminal may show it.
package enum VisibleText {
  /// The text with control characters of ASCII as their pictures (␊), and other characters that are not seen or that
  /// change how their neighbours are seen as `<U+202E>`.
  package static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.misleads) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20: shown.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case 0x7F: shown.append("\u{2421}")
      case _ where scalar.misleads:
        shown.append(contentsOf: "<\(Hexadecimal.codePoint(scalar.value))>".unicodeScalars)
      default: shown.append(scalar)
      }
    }
    return String(shown)
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
