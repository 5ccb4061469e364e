#if canImport(Bytes)
  internal import Bytes
#endif

/// A PDF text string as code points (PDF 32000-1 §7.9.2.2). A surrogate without its partner stays, as the number that it
/// is, because it tells which character a viewer cut.
package struct PDFText: Sendable, Equatable {
  /// Unicode scalar values, and surrogates that stand alone; read from a PDF, every line end is U+000A.
  package var scalars: [UInt32]

  /// The text of UTF-8; what is none becomes U+FFFD.
  package init(utf8 text: some Sequence<UInt8>) { scalars = UnicodeText.scalars(text) }

  /// The text of code points.
  package init(scalars: [UInt32]) { self.scalars = scalars }

  /// The text in a string's bytes: UTF-16 of either byte order or UTF-8 by their marks, else PDFDocEncoding. Language
  /// marks in UTF-16 are left out and line ends become U+000A.
  package init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFE, 0xFF]) {
      scalars = Self.scalars(utf16: bytes.dropFirst(2), isBigEndian: true)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      scalars = Self.scalars(utf16: bytes.dropFirst(2), isBigEndian: false)
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      scalars = UnicodeText.scalars(bytes[3...])
    } else {
      scalars = []
      for byte in bytes { scalars.append(Self.documentEncoding(byte)) }
    }
    scalars = Self.withPlainLineEnds(scalars)
  }

  /// The text in UTF-8; a lone surrogate becomes U+FFFD.
  package var utf8: [UInt8] {
    var text: [UInt8] = []
    for scalar in scalars { text.appendUTF8(scalar) }
    return text
  }

  private static func scalars(utf16 bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt32] {
    var units: [UInt32] = []
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    var scalars: [UInt32] = []
    index = 0
    while index < units.count {
      let unit = units[index]
      index += 1
      if unit == 0x1B, let end = units[index...].prefix(8).firstIndex(of: 0x1B) {
        index = end + 1
      } else if unit & 0xFC00 == 0xD800, index < units.count, units[index] & 0xFC00 == 0xDC00 {
        scalars.append(0x10000 + (unit & 0x3FF) << 10 + units[index] & 0x3FF)
        index += 1
      } else {
        scalars.append(unit)
      }
    }
    return scalars
  }

  private static func withPlainLineEnds(_ scalars: [UInt32]) -> [UInt32] {
    var plain: [UInt32] = []
    for (index, scalar) in scalars.enumerated() {
      if scalar == 10, index > 0, scalars[index - 1] == 13 { continue }
      plain.append(scalar == 13 ? 10 : scalar)
    }
    return plain
  }

  /// PDFDocEncoding (PDF 32000-1 annex D.3), which differs from Latin 1 in two rows.
  private static func documentEncoding(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0x18...0x1F: accents[Int(byte - 0x18)]
    case 0x80...0xA0: signs[Int(byte - 0x80)]
    default: UInt32(byte)
    }
  }

  private static let accents: [UInt32] = [0x2D8, 0x2C7, 0x2C6, 0x2D9, 0x2DD, 0x2DB, 0x2DA, 0x2DC]
  private static let signs: [UInt32] = [
    0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x192, 0x2044, 0x2039, 0x203A, 0x2212, 0x2030, 0x201E, 0x201C,
    0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x141, 0x152, 0x160, 0x178, 0x17D, 0x131, 0x142, 0x153,
    0x161, 0x17E, 0xFFFD, 0x20AC,
  ]
}

#if !hasFeature(Embedded)
  extension PDFText {
    /// The text of a Swift string.
    package init(_ text: String) { self.init(utf8: text.utf8) }

    /// The text as Unicode; a lone surrogate becomes U+FFFD.
    package var text: String { String(decoding: utf8, as: UTF8.self) }
  }
#endif
