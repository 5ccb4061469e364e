/// The unified social credit code (统一社会信用代码), GB 32100-2015.
public enum CreditCode {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    if text.count == 18 {
      // Folding can only help a character that is not in the set.
      let verdict = verdict(on: text)
      if !verdict.errors.contains(.eCharset) {
        if verdict.isValid { canonical.append(contentsOf: text) }
        return verdict
      }
    }
    Folding.fold(text, .identifier, into: &canonical)
    return canonical.withUnsafeBufferPointer { verdict(on: $0) }
  }

  /// The verdict on a folded code.
  static func verdict(on code: UnsafeBufferPointer<UInt8>) -> Verdict {
    guard code.count == 18 else {
      if code.isEmpty { return Verdict(.eEmpty) }
      return Verdict(code.scalarCount == 18 ? .eCharset : .eLength)
    }
    // Σ v·3^(i−1) + C ≡ 0 (mod 31): Horner's rule from the 17th character, for odd and even places side by side.
    var odd = UInt64(value(code[16]))
    var even: UInt64 = 0
    var strange = value(code[16])
    var place = 16
    while place > 0 {
      place &-= 2
      let first = value(code[place])
      let second = value(code[place &+ 1])
      strange |= first | second
      odd = odd &* 9 &+ UInt64(first)
      even = even &* 9 &+ UInt64(second)
    }
    let check = value(code[17])
    guard (strange | check) & 0x80 == 0 else { return Verdict(.eCharset) }
    guard code.areDigits(2, 8) else { return Verdict(.eRegionFormat) }
    let isRight = (odd &+ even &* 3 &+ UInt64(check)) % 31 == 0
    guard isRight || isOldCodeOfXiamen(code) else { return Verdict(.eCheck) }
    var verdict = warnings(code)
    if !isRight { verdict.add(.wOldCheck) }
    return verdict
  }

  private static func warnings(_ code: UnsafeBufferPointer<UInt8>) -> Verdict {
    var verdict = Verdict()
    let categories = categories(ofDepartment: code[0])
    if categories == 0 {
      // One digit throughout has a right check character when it is 0.
      if code.allSatisfy({ $0 == 0x30 }) { return Verdict(.ePlaceholder) }
      verdict.add(.wDepartment)
    } else if !code[1].isDigit || categories &>> UInt16(code[1] & 0x0F) & 1 == 0 {
      verdict.add(.wCategory)
    }
    if !AdministrativeDivision.isProvince(code.number(2, 4)), code.number(2, 8) != 100_000 { verdict.add(.wRegion) }
    if !OrganisationCode.hasRightCheck(code.part(8, 17)) { verdict.add(.wOrgCheck) }
    return verdict
  }

  /// Whether a code is one of those that Xiamen (3502…) gave out before 2016, with organisation codes from M0 on: their
  /// 18th character is not that of GB 32100, but the organisation code inside is right (known from businesses' own
  /// published codes, such as 91350203M0001FUE2P).
  private static func isOldCodeOfXiamen(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    code.number(2, 6) == 3502 && code[8] == 0x4D && code[9] == 0x30 && OrganisationCode.hasRightCheck(code.part(8, 17))
  }

  /// Whether a byte is a character of such codes.
  static func isCharacter(_ byte: UInt8) -> Bool { value(byte) & 0x80 == 0 }

  /// The digits that a registering department gives out as second characters, as bits (GB 32100-2015 table 2; 4 and 5 of the
  /// civil affairs' department came later, for villagers' committees); 0 where there is no such department.
  private static func categories(ofDepartment department: UInt8) -> UInt16 {
    switch department {
    case 0x31: 0b10_0000_1110
    case 0x35: 0b10_0011_1110
    case 0x33: 0b10_0011_1110
    case 0x36, 0x37: 0b10_0000_0110
    case 0x39, 0x4E: 0b10_0000_1110
    case 0x32, 0x34, 0x38, 0x41: 0b10_0000_0010
    case 0x59: 0b00_0000_0010
    default: 0
    }
  }

  /// The value of a character of the set without I, O, S, V and Z; 0x80 for any other byte.
  @inline(__always)
  static func value(_ character: UInt8) -> UInt8 { values[Int(character)] }

  private static let values: [UInt8] = [
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 128, 128, 128, 128, 128, 128,
    128, 10, 11, 12, 13, 14, 15, 16, 17, 128, 18, 19, 20, 21, 22, 128,
    23, 24, 25, 128, 26, 27, 128, 28, 29, 30, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
  ]
}
