/// The taxpayer's number (纳税人识别号): of an organisation its unified social credit code; before 2015 a region and an
/// organisation code (15), or a citizen's number and two digits, or 15 digits and five more (20). A person's is the number
/// of the identity card.
public enum TaxNumber {
  /// Checks a number and tells (`W_NOT_USCC`) when it is not the organisation's unified social credit code.
  ///
  /// - Parameters:
  ///   - text: the number, UTF-8.
  ///   - creditCode: the unified social credit code, UTF-8; empty when it is not known.
  ///   - today: the day that a person's birthday is not after; `nil` for any.
  public static func check(
    _ text: UnsafeBufferPointer<UInt8>, against creditCode: UnsafeBufferPointer<UInt8>, today: CalendarDate? = nil
  ) -> CheckedValue<[UInt8]> {
    var canonical: [UInt8] = []
    var verdict = Rule.taxID.check(text, today: today ?? .last, canonical: &canonical)
    guard verdict.isValid else { return CheckedValue(rejected: verdict) }
    var whole: [UInt8] = []
    Folding.fold(creditCode, .identifier, into: &whole)
    if !whole.isEmpty, whole != canonical { verdict.add(.wNotUSCC) }
    return CheckedValue(canonical, verdict)
  }

  static func check(
    _ text: UnsafeBufferPointer<UInt8>, _ today: CalendarDate, _ canonical: inout [UInt8]
  ) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    return canonical.withUnsafeBufferPointer { number in
      switch number.scalarCount {
      case 0: return Verdict(.eEmpty)
      case 18: return verdict(onEighteen: number, today)
      case 15: return number.count == 15 ? verdict(onRegionAndCode: number) : Verdict(.eCharset)
      case 20: return number.count == 20 ? verdict(onTwenty: number, today) : Verdict(.eCharset)
      default: return Verdict(.eLength)
      }
    }
  }

  private static func verdict(onRegionAndCode number: UnsafeBufferPointer<UInt8>) -> Verdict {
    for byte in number where !byte.isDigit && !byte.isCapital { return Verdict(.eCharset) }
    guard number.areDigits(0, 6) else { return Verdict(.eRegionFormat) }
    let code = number.part(6, 15)
    guard OrganisationCode.hasRightCharacters(code) else { return Verdict(.eCharset) }
    guard OrganisationCode.hasRightCheck(code) else { return Verdict(.eCheck) }
    var verdict = Verdict(.wLegacy)
    if !AdministrativeDivision.isProvince(number.number(0, 2)) { verdict.add(.wRegion) }
    return verdict
  }

  /// An organisation's code, or a person's number, which then is told.
  private static func verdict(onEighteen number: UnsafeBufferPointer<UInt8>, _ today: CalendarDate) -> Verdict {
    let verdict = CreditCode.verdict(on: number)
    guard !verdict.isValid, number.count == 18, CitizenNumber.looksRight(number, today) else { return verdict }
    return CitizenNumber.hasRightCheck(number) ? Verdict(.wPersonNumber) : Verdict(.eCheck)
  }

  private static func verdict(onTwenty number: UnsafeBufferPointer<UInt8>, _ today: CalendarDate) -> Verdict {
    let person = number.part(0, 18)
    guard CitizenNumber.hasRightCharacters(person), number.areDigits(18) else { return Verdict(.eCharset) }
    if number.allSatisfy({ $0 == number[0] }) { return Verdict(.ePlaceholder) }
    if CitizenNumber.looksRight(person, today), !CitizenNumber.hasRightCheck(person) { return Verdict(.eCheck) }
    return Verdict(.wLegacy)
  }
}
