/// The unified social credit code (统一社会信用代码), GB 32100-2015.
enum CreditCode {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    return canonical.withUnsafeBufferPointer { verdict(on: $0) }
  }

  /// The verdict on a folded code.
  static func verdict(on code: UnsafeBufferPointer<UInt8>) -> Verdict {
    guard code.count == 18 else {
      if code.isEmpty { return Verdict(.eEmpty) }
      return Verdict(code.scalarCount == 18 ? .eCharset : .eLength)
    }
    // Σ v·3^(i−1) + C ≡ 0 (mod 31), by Horner's rule from the 17th character.
    var sum: UInt64 = 0
    var strange: UInt8 = 0
    var place = 17
    while place > 0 {
      place &-= 1
      let value = value(code[place])
      strange |= value
      sum = sum &* 3 &+ UInt64(value)
    }
    let check = value(code[17])
    guard (strange | check) & 0x80 == 0 else { return Verdict(.eCharset) }
    guard code.areDigits(2, 8) else { return Verdict(.eRegionFormat) }
    guard (sum &+ UInt64(check)) % 31 == 0 else { return Verdict(.eCheck) }
    return warnings(code)
  }

  private static func warnings(_ code: UnsafeBufferPointer<UInt8>) -> Verdict {
    var verdict = Verdict()
    if let categories = categories(ofDepartment: code[0]) {
      if !categories.bytes.contains(code[1]) { verdict.add(.wCategory) }
    } else {
      verdict.add(.wDepartment)
    }
    if !AdministrativeDivision.isProvince(code.number(2, 4)), code.number(2, 8) != 100_000 { verdict.add(.wRegion) }
    if !OrganisationCode.hasRightCheck(code.part(8, 17)) { verdict.add(.wOrgCheck) }
    return verdict
  }

  /// The second characters that a registering department gives out (GB 32100-2015 table 2; 4 of the civil affairs'
  /// department came later, for villagers' committees).
  private static func categories(ofDepartment department: UInt8) -> StaticString? {
    switch department {
    case 0x31: "12349"
    case 0x33: "123459"
    case 0x35: "12349"
    case 0x36, 0x37: "129"
    case 0x39, 0x4E: "1239"
    case 0x32, 0x34, 0x38, 0x41: "19"
    case 0x59: "1"
    default: nil
    }
  }

  /// The value of a character of the set without I, O, S, V and Z; 0x80 for any other.
  @inline(__always)
  private static func value(_ character: UInt8) -> UInt8 { values[Int(character & 0x7F)] | (character & 0x80) }

  private static let values: [UInt8] = [
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 128, 128, 128, 128, 128, 128,
    128, 10, 11, 12, 13, 14, 15, 16, 17, 128, 18, 19, 20, 21, 22, 128,
    23, 24, 25, 128, 26, 27, 128, 28, 29, 30, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
  ]
}
