/// The organisation code (组织机构代码), GB 11714-1997: eight characters and a check character.
public enum OrganisationCode {
  /// Checks a code, and that it equals characters 9 to 17 of a unified social credit code.
  ///
  /// - Parameters:
  ///   - text: the organisation code, UTF-8.
  ///   - creditCode: the unified social credit code, UTF-8.
  /// - Returns: the canonical code; `E_MISMATCH` when it is another one. A credit code that is not 18 characters long
  ///   is not compared.
  public static func check(
    _ text: UnsafeBufferPointer<UInt8>, against creditCode: UnsafeBufferPointer<UInt8>
  ) -> CheckedValue<[UInt8]> {
    var canonical: [UInt8] = []
    let verdict = Rule.orgCode.check(text, today: .last, canonical: &canonical)
    guard verdict.isValid else { return CheckedValue(rejected: verdict) }
    var whole: [UInt8] = []
    Folding.fold(creditCode, .identifier, into: &whole)
    if whole.count == 18, !whole[8..<17].elementsEqual(canonical) { return CheckedValue(.eMismatch) }
    return CheckedValue(canonical, verdict)
  }

  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    return canonical.withUnsafeBufferPointer { code in
      if code.isEmpty { return Verdict(.eEmpty) }
      guard code.scalarCount == 9 else { return Verdict(.eLength) }
      guard code.count == 9, hasRightCharacters(code) else { return Verdict(.eCharset) }
      return hasRightCheck(code) ? Verdict() : Verdict(.eCheck)
    }
  }

  /// Whether nine bytes are eight digits or capitals and then a digit or X.
  static func hasRightCharacters(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in code.part(0, 8) where !byte.isDigit && !byte.isCapital { return false }
    return code[8].isDigit || code[8] == 0x58
  }

  /// Whether the ninth of nine digits and capitals is the check character of the others. The weights are modulo 11
  /// while values go to 35, so that 0, B, M and X (1, C, N and Y …) cannot be told apart.
  static func hasRightCheck(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    @inline(__always)
    func value(_ place: Int) -> UInt32 {
      // Digits as they are, letters from 10, without a branch that no processor could foresee.
      let byte = UInt32(code[place])
      return byte &- 48 &- 7 &* (byte &>> 6)
    }
    let upper = value(0) &* 3 &+ value(1) &* 7 &+ value(2) &* 9 &+ value(3) &* 10
    let lower = value(4) &* 5 &+ value(5) &* 8 &+ value(6) &* 4 &+ value(7) &* 2
    let check: UInt32 = code[8] == 0x58 ? 10 : code[8].isDigit ? UInt32(code[8] & 0x0F) : 100
    return check <= 10 && (upper &+ lower &+ check) % 11 == 0
  }
}
