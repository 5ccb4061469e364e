/// What a character that a number's rule does not take was probably typed for.
public enum LookAlike: Sendable {
  /// The letter X that stands last in numbers of identity documents and codes.
  case letterX
  /// The digit 0 or 1, for which the letter O, l or I was typed.
  case digit
}

extension UnexpectedScalar {
  /// What the character was typed for in a number that `rule` refuses; `nil` for other characters, for rules whose values
  /// are no numbers, and for an X that does not stand last in `text` (UTF-8).
  public func lookAlike(in text: [UInt8], of rule: Rule) -> LookAlike? {
    switch scalar {
    // O o Ο ο О о, l I and their full widths, and І of other alphabets
    case 0x4F, 0x6F, 0xFF2F, 0xFF4F, 0x39F, 0x3BF, 0x41E, 0x43E, 0x6C, 0x49, 0xFF4C, 0xFF29, 0x399, 0x406:
      return rule.isNumber && rule != .code ? .digit : nil
    // × Χ χ Х х Ⅹ ⅹ ╳ ✕ ✖ ✗
    case 0xD7, 0x3A7, 0x3C7, 0x425, 0x445, 0x2169, 0x2179, 0x2573, 0x2715, 0x2716, 0x2717:
      guard rule.endsInX else { return nil }
      let scalars = text.withUnsafeBufferPointer { CompanyReading.scalars(of: $0) }
      return scalars.dropFirst(offset + 1).allSatisfy { Folding.change($0, .identifier) == nil } ? .letterX : nil
    default: return nil
    }
  }
}

extension Rule {
  /// Whether the last character of its values may be X.
  fileprivate var endsInX: Bool {
    switch self {
    case .uscc, .orgCode, .citizenID, .citizenIDAdult, .residencePermitHMT, .residencePermitHMTAdult,
      .foreignPermanentResident, .foreignPermanentResidentAdult, .identityNumberAdult, .taxID:
      true
    default: false
    }
  }
}
