extension [UInt8] {
  /// Appends the bytes of a fixed text.
  @inlinable
  package mutating func appendASCII(_ text: StaticString) {
    append(contentsOf: text.bytes)
  }

  /// Appends a number in decimal digits, with a minus sign before a negative one.
  @inlinable
  package mutating func appendDecimal(_ number: Int64) {
    if number < 0 { append(0x2D) }
    if number.magnitude < 10 { return append(0x30 + UInt8(number.magnitude)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var rest = number.magnitude
      var start = 20
      while rest > 0 {
        start -= 1
        digits[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Appends a number that is not negative in exactly so many decimal digits, zeros in front.
  @inlinable
  package mutating func appendDecimal(_ number: Int32, digits: Int) {
    var power: Int32 = 1
    for _ in 1..<Swift.max(digits, 2) where digits > 1 { power *= 10 }
    while power > 0 {
      append(0x30 + UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }
}
