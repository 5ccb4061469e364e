/// Whole numbers of 32 bits in decimal digits.
public enum WholeNumber {
  /// Checks a number against limits.
  ///
  /// - Returns: the number; `E_FORMAT` for anything but an optional sign and digits, `E_RANGE` outside the limits.
  public static func check(
    _ text: UnsafeBufferPointer<UInt8>, in range: ClosedRange<Int32> = Int32.min...Int32.max
  ) -> CheckedValue<Int32> {
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    return folded.withUnsafeBufferPointer { digits in
      if digits.isEmpty { return CheckedValue(.eEmpty) }
      guard let number = read(digits) else { return CheckedValue(.eFormat) }
      guard let number = Int32(exactly: number), range.contains(number) else { return CheckedValue(.eRange) }
      return CheckedValue(number)
    }
  }

  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .full, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    guard let number = canonical.withUnsafeBufferPointer({ read($0) }) else { return Verdict(.eFormat) }
    guard number >= Int64(Int32.min), number <= Int64(Int32.max) else { return Verdict(.eRange) }
    canonical.removeAll(keepingCapacity: true)
    if number < 0 { canonical.append(0x2D) }
    var power: UInt64 = 1
    while power * 10 <= number.magnitude { power *= 10 }
    while power > 0 {
      canonical.append(0x30 + UInt8(truncatingIfNeeded: number.magnitude / power % 10))
      power /= 10
    }
    return Verdict()
  }

  /// The number, or `nil` when it is not one; beyond 32 bits only that it is too large holds.
  private static func read(_ digits: UnsafeBufferPointer<UInt8>) -> Int64? {
    let start = digits[0] == 0x2D || digits[0] == 0x2B ? 1 : 0
    guard start < digits.count else { return nil }
    var number: Int64 = 0
    for place in start..<digits.count {
      guard digits[place].isDigit else { return nil }
      number = min(number * 10 + Int64(digits[place] & 0x0F), 1 << 40)
    }
    return digits[0] == 0x2D ? -number : number
  }
}
