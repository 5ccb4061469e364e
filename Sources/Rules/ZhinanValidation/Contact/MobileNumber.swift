/// Mobile numbers of the mainland: 11 digits, with or without +86. A zero in front, which was dialled for other towns'
/// numbers, is left out and told.
enum MobileNumber {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    let prefix = canonical.withUnsafeBufferPointer { prefixLength($0) }
    if prefix > 0 { canonical.removeFirst(prefix) }
    if canonical.count == 12, canonical[0] == 0x30, canonical[1] == 0x31, canonical[2] >= 0x33 {
      canonical.removeFirst()
      return canonical.withUnsafeBufferPointer { verdict(on: $0) }.union(Verdict(.wSign))
    }
    return canonical.withUnsafeBufferPointer { verdict(on: $0) }
  }

  private static func verdict(on number: UnsafeBufferPointer<UInt8>) -> Verdict {
    guard number.areDigits() else { return Verdict(.eCharset) }
    guard number.count == 11 else { return Verdict(.eLength) }
    guard number[0] == 0x31, number[1] >= 0x33 else { return Verdict(.eSegment) }
    switch number.number(0, 3) {
    // Not given out by the list of 2022.
    case 142, 143, 154, 161, 164, 194: return Verdict(.wSegment)
    default: return Verdict()
    }
  }

  /// The bytes of the country code in front. A bare 86 counts only before 11 digits.
  static func prefixLength(_ number: UnsafeBufferPointer<UInt8>) -> Int {
    if number.starts(with: "(+86)") { return 5 }
    if number.starts(with: "(86)") { return 4 }
    if number.starts(with: "0086") { return 4 }
    if number.starts(with: "+86") { return 3 }
    return number.count == 13 && number.starts(with: "86") ? 2 : 0
  }
}
