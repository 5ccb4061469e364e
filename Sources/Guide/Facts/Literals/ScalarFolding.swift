/// Scalars that mean the same where a value is written.
enum ScalarFolding {
  /// The scalar as it is compared; U+0000 for one that nobody sees.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20) ?? scalar
    case 0x09, 0x0A, 0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0x7E: "-"
    case 0x20...0x7E, 0x4E00...0x9FFF: scalar
    // A comma of Chinese text parts numbers, too.
    case 0xFF0C: scalar
    case 0xFF5E: "-"
    case 0xFF01...0xFF5D: folded(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    case 0x2010...0x2015, 0x2212, 0x301C, 0xFE58, 0xFE63: "-"
    case 0xA5, 0xFFE5: "¥"
    case 0x2236, 0xFE55: ":"
    case 0x2044, 0x2215: "/"
    case 0x2715, 0x2716, 0x2A2F: "×"
    case 0x25CB, 0x25EF: "〇"
    case 0xAD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: "\0"
    default: digit(scalar) ?? scalar
    }
  }

  /// A digit of another script, or of another style, as ASCII has it (Unicode, Numeric_Type=Decimal).
  private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.value >= 0x660, scalar.properties.numericType == .decimal,
      let value = scalar.properties.numericValue, (0...9).contains(value)
    else { return nil }
    return Unicode.Scalar(0x30 + UInt8(value))
  }

  /// The letters of a unit that is one sign.
  static func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard (0x3380...0x33DF).contains(scalar.value), let parts = squares[scalar] else { return [scalar] }
    return parts
  }

  private static let squares: [Unicode.Scalar: [Unicode.Scalar]] = [
    "㎅": ["k", "b"], "㎆": ["m", "b"], "㎇": ["g", "b"], "㎜": ["m", "m"], "㎝": ["c", "m"], "㎞": ["k", "m"],
    "㎎": ["m", "g"], "㎏": ["k", "g"],
  ]
}
