#if canImport(Bytes)
  internal import Bytes
#endif

/// Numbers of identity papers whose kind nobody has told.
enum IdentityNumber {
  /// The number of an adult's paper, by the rule of the paper that it looks like (``rule(of:)``).
  static func checkAdult(
    _ text: UnsafeBufferPointer<UInt8>, _ circumstances: RuleCircumstances, _ canonical: inout [UInt8]
  ) -> Verdict {
    // Mending is done once, by the rule that asks.
    rule(of: text).check(text, circumstances, mends: false, &canonical)
  }

  /// The rule of the paper that a number looks like. What begins with a digit must be a number with a check digit: a
  /// mistyped one would else pass as that of a paper that has none, so the number of a Taiwan permit or of a passport of
  /// digits alone needs its kind told.
  static func rule(of text: UnsafeBufferPointer<UInt8>) -> Rule {
    var folded: [UInt8] = []
    Folding.fold(text, .identifier, into: &folded)
    return folded.withUnsafeBufferPointer { number in
      guard let first = number.first, first.isCapital else {
        guard number.count == 18 else { return .citizenIDAdult }
        // 810000, 820000 and 830000 are Hong Kong, Macao and Taiwan; no province begins with 9.
        if number[0] == 0x38, (0x31...0x33).contains(number[1]) { return .residencePermitHMTAdult }
        return number[0] == 0x39 ? .foreignPermanentResidentAdult : .citizenIDAdult
      }
      // The card of 2017 has three letters and twelve digits.
      if number.count == 15, number.areDigits(3) { return .foreignPermanentResidentAdult }
      let isPermit = (first == 0x48 || first == 0x4D) && (number.count == 11 || number.count == 9)
      return isPermit && (number[1].isDigit || number[1] == 0x41) && number.areDigits(2) ? .hkMacaoPermit : .passport
    }
  }
}
