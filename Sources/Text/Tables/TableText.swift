#if canImport(Bytes)
  internal import Bytes
#endif

/// Texts of cells (UTF-8).
package enum TableText {
  /// The text without spaces and line breaks at its ends.
  package static func trimmed(_ text: [UInt8]) -> [UInt8] {
    // Few texts have any.
    guard let first = text.first, let last = text.last, mayEndSpace(first) || mayEndSpace(last) else { return text }
    let scalars = UnicodeText.scalars(text)
    var (start, end) = (0, scalars.count)
    while start < end, isSpace(scalars[start]) { start += 1 }
    while end > start, isSpace(scalars[end - 1]) { end -= 1 }
    if start == 0, end == scalars.count { return text }
    var trimmed: [UInt8] = []
    for scalar in scalars[start..<end] { trimmed.appendUTF8(scalar) }
    return trimmed
  }

  /// Whether there is nothing but spaces and line breaks.
  package static func isBlank(_ text: [UInt8]) -> Bool { text.isEmpty || trimmed(text).isEmpty }

  /// Whether the text begins with `#` or its full-width form: such a row is a remark, such a column is left out.
  package static func isRemark(_ text: [UInt8]) -> Bool {
    let text = trimmed(text)
    return text.first == 0x23 || text.starts(with: [0xEF, 0xBC, 0x83])
  }

  /// What spreadsheets call a column, from 0: `A`, `Z`, `AA`.
  package static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// A text (UTF-8) as a cell of CSV (RFC 4180), in quotation marks where it needs them.
  ///
  /// - Parameter isQuoted: whether it is in quotation marks in any case, where there is anything.
  package static func csv(_ text: [UInt8], isQuoted: Bool = false) -> [UInt8] {
    let isQuoted = isQuoted && !text.isEmpty
    guard isQuoted || text.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      return text
    }
    var cell: [UInt8] = [0x22]
    for byte in text {
      if byte == 0x22 { cell.append(byte) }
      cell.append(byte)
    }
    return cell + [0x22]
  }

  /// Whether a byte may be the first or the last one of a space.
  private static func mayEndSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0x80 }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
