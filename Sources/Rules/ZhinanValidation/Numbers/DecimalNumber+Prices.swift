#if canImport(Bytes)
  internal import Bytes
#endif

// Money is reckoned exactly: prices in ten-thousandths, sums in hundred-millionths.
extension DecimalNumber {
  /// The number that a text is, in ten-thousandths: decimal digits, behind a point as many as `digits` (0 to 4) at most,
  /// and perhaps a minus sign before them. `nil` for any other text; a number of more than ``mostWholeDigits`` before its
  /// point is the largest there is, or the least.
  public static func tenThousandths(_ text: [UInt8], digits: Int32) -> Int64? {
    if text.first == 0x2B || text.contains(0x2C) { return nil }
    if let point = text.firstIndex(of: 0x2E), digits == 0 || text.count - 1 - point > digits { return nil }
    let checked = text.withUnsafeBufferPointer { read($0) }
    guard checked.verdict.errors.contains(.eRange) else { return checked.value }
    return text.first == 0x2D ? -.max : .max
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
