/// Postal codes of the mainland: six digits, the first two of which are given out.
public enum PostalCode {
  /// Checks a code and tells (`W_NOT_HOME_REGION`) when it does not start with the digits of the region that the
  /// address is said to be in.
  ///
  /// - Parameters:
  ///   - text: the code, UTF-8.
  ///   - homePrefix: the first digits of the region's codes, ASCII; empty when there is no such region.
  public static func check(
    _ text: UnsafeBufferPointer<UInt8>, homePrefix: UnsafeBufferPointer<UInt8>
  ) -> CheckedValue<[UInt8]> {
    var canonical: [UInt8] = []
    var verdict = Rule.postalCode.check(text, today: .last, canonical: &canonical)
    if verdict.isValid, !canonical.starts(with: homePrefix) { verdict.add(.wOutsideHomeRegion) }
    return CheckedValue(canonical, verdict)
  }

  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .full, into: &canonical)
    if canonical.contains(where: { $0 <= 0x20 }) { canonical.replaceBytes { Folding.isTrimmed(UInt32($0)) ? nil : $0 } }
    return canonical.withUnsafeBufferPointer { code in
      if code.isEmpty { return Verdict(.eEmpty) }
      guard code.areDigits() else { return Verdict(.eCharset) }
      guard code.count == 6 else { return Verdict(.eLength) }
      if isStandIn(code.number(0, 6)) { return Verdict(.wPlaceholder) }
      return isGivenOut(code.number(0, 2)) ? Verdict() : Verdict(.eRegion)
    }
  }

  /// What forms of the mainland ask of Hong Kong, Macao and Taiwan, which have no codes of China Post.
  private static func isStandIn(_ code: Int32) -> Bool { code >= 999_077 && code <= 999_079 }

  private static func isGivenOut(_ prefix: Int32) -> Bool {
    switch prefix {
    case 1...7, 10...13, 15, 16, 20...27, 30...36, 40...47, 51...57, 61...67, 71...75, 81, 83...86: true
    default: false
    }
  }
}
