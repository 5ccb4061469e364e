#if canImport(Bytes)
  internal import Bytes
#endif

/// Passport numbers. None has a check digit of its own.
public enum PassportNumber {
  /// Checks a number for the country that issued the passport.
  ///
  /// - Parameters:
  ///   - text: the number, UTF-8.
  ///   - country: `CHN` (passports of the mainland, Hong Kong and Macao), or any other ISO 3166-1 alpha-3 code, or
  ///     `OTH`.
  public static func check(
    _ text: UnsafeBufferPointer<UInt8>, country: UnsafeBufferPointer<UInt8>
  ) -> CheckedValue<[UInt8]> {
    var canonical: [UInt8] = []
    var issuer: [UInt8] = []
    Folding.fold(country, .identifier, into: &issuer)
    let isChinese = issuer.elementsEqual(("CHN" as StaticString).bytes)
    let circumstances = RuleCircumstances(today: .last, isChinesePassport: isChinese)
    let verdict = Rule.passport.check(text, circumstances, mends: true, &canonical)
    return CheckedValue(canonical, verdict)
  }

  static func check(
    _ text: UnsafeBufferPointer<UInt8>, isChinese: Bool, _ canonical: inout [UInt8]
  ) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    return canonical.withUnsafeBufferPointer { number in
      if number.isEmpty { return Verdict(.eEmpty) }
      return (isChinese ? isChineseNumber(number) : isNumber(number)) ? Verdict() : Verdict(.eFormat)
    }
  }

  /// 5 to 12 letters and digits with a digit among them.
  private static func isNumber(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    guard number.count >= 5, number.count <= 12 else { return false }
    var hasDigit = false
    for byte in number {
      guard byte.isDigit || byte.isCapital else { return false }
      if byte.isDigit { hasDigit = true }
    }
    return hasDigit
  }

  /// Ordinary E and G, diplomatic D, service S, public affairs P (new: DE, SE, PE), Hong Kong H and K, Macao M.
  private static func isChineseNumber(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    guard number.count == 8 || number.count == 9 else { return false }
    let second = number[1]
    let hasSevenDigits = number.areDigits(number.count - 7)
    guard hasSevenDigits else { return false }
    let isLong = number.count == 9
    switch number[0] {
    case 0x45: return isLong && (second.isDigit || (second.isCapital && second != 0x49 && second != 0x4F))
    case 0x47: return isLong && second.isDigit
    case 0x44, 0x53, 0x50: return !isLong || second == 0x45
    case 0x48, 0x4B, 0x4D: return isLong && (second.isDigit || second.isCapital)
    default: return false
    }
  }
}
