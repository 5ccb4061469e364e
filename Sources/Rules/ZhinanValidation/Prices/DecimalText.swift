#if canImport(Bytes)
  internal import Bytes
#endif

/// Decimal numbers as texts and as whole parts of one, so that money is reckoned exactly.
public enum DecimalText {
  /// The number that a text is, in ten-thousandths: decimal digits, behind a point as many as `digits` (0 to 4) at most,
  /// and perhaps a minus sign before them. `nil` for any other text; a number of 14 digits and more before its point is
  /// the largest there is, or the least.
  public static func tenThousandths(_ text: [UInt8], digits: Int32) -> Int64? {
    var number: Int64 = 0
    var isHuge = false
    // Digits behind the point; below 0 before it.
    var behind: Int32 = -1
    let isNegative = text.first == 0x2D
    var isAfterDigit = false
    for byte in isNegative ? text[1...] : text[...] {
      if byte == 0x2E, isAfterDigit, behind < 0, digits > 0 {
        behind = 0
        isAfterDigit = false
        continue
      }
      guard byte >= 0x30, byte <= 0x39, behind < digits else { return nil }
      if behind >= 0 { behind += 1 } else if number >= 1_000_000_000_000 { isHuge = true }
      if !isHuge { number = number * 10 + Int64(byte - 0x30) }
      isAfterDigit = true
    }
    guard isAfterDigit else { return nil }
    for _ in max(behind, 0)..<4 where !isHuge { number *= 10 }
    if isHuge { number = .max }
    return isNegative ? -number : number
  }

  /// Appends a number of hundred-millionths that is not negative, in ASCII: no point behind a whole number, and as many
  /// digits as are needed behind the point of any other.
  public static func append(hundredMillionths number: Int64, to bytes: inout [UInt8]) {
    bytes.appendDecimal(number / 100_000_000)
    let rest = Int32(truncatingIfNeeded: number % 100_000_000)
    guard rest > 0 else { return }
    bytes.append(0x2E)
    bytes.appendDecimal(rest, digits: 8)
    while bytes.last == 0x30 { bytes.removeLast() }
  }
}
