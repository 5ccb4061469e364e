/// Numbers of 17 digits and a check character after GB 11643-1999: citizens, and residents from Hong Kong, Macao and
/// Taiwan (港澳台居民居住证), whose address code is exactly 810000, 820000 or 830000.
public enum CitizenNumber {
  /// Whose number it is.
  enum Holder {
    case citizen
    case residentFromHMT
  }

  /// The birthday that a canonical number of 18 characters holds, or `nil` when there is no such day.
  public static func birthday(in number: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard number.count == 18, number.areDigits(6, 14) else { return nil }
    return CalendarDate(year: number.number(6, 10), month: number.number(10, 12), day: number.number(12, 14))
  }

  static func check(
    _ text: UnsafeBufferPointer<UInt8>, _ holder: Holder, adult: Bool, _ today: CalendarDate,
    _ canonical: inout [UInt8]
  ) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    return canonical.withUnsafeBufferPointer { verdict(on: $0, holder, adult: adult, today) }
  }

  private static func verdict(
    on number: UnsafeBufferPointer<UInt8>, _ holder: Holder, adult: Bool, _ today: CalendarDate
  ) -> Verdict {
    guard number.count == 18 else {
      if number.isEmpty { return Verdict(.eEmpty) }
      if holder == .citizen, number.count == 15, number.areDigits() { return Verdict(.eLegacy15) }
      return Verdict(number.scalarCount == 18 ? .eCharset : .eLength)
    }
    guard hasRightCharacters(number) else { return Verdict(.eCharset) }
    let division = number.number(0, 6)
    switch holder {
    case .citizen:
      guard AdministrativeDivision.isProvince(division / 10_000) else { return Verdict(.eRegion) }
    case .residentFromHMT:
      guard division == 810_000 || division == 820_000 || division == 830_000 else { return Verdict(.eRegion) }
    }
    guard let birthday = birthday(in: number) else { return Verdict(.eDate) }
    guard birthday.year >= 1900, birthday <= today else { return Verdict(.eDateRange) }
    guard hasRightCheck(number) else { return Verdict(.eCheck) }
    if adult, !birthday.isBirthday(ofAge: 18, on: today) { return Verdict(.eAge) }
    var verdict = Verdict()
    if holder == .citizen, !AdministrativeDivision.isKnown(division) { verdict.add(.wRegion) }
    if number.number(14, 17) == 0 { verdict.add(.wSequence) }
    return verdict
  }

  /// Whether 18 bytes can be a citizen's number but for the check character: a province and a birthday from 1900 to
  /// `today`.
  static func looksRight(_ number: UnsafeBufferPointer<UInt8>, _ today: CalendarDate) -> Bool {
    guard hasRightCharacters(number), AdministrativeDivision.isProvince(number.number(0, 2)),
      let birthday = birthday(in: number), birthday.year > 1899
    else { return false }
    return birthday <= today
  }

  /// Whether 18 bytes are 17 digits and then a digit or X.
  static func hasRightCharacters(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    number.areDigits(0, 17) && (number[17].isDigit || number[17] == 0x58)
  }

  /// ISO 7064 MOD 11-2: Σ a·2^(18−i) ≡ 1 (mod 11), X for 10.
  static func hasRightCheck(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    var sum: UInt32 = 0
    for place in 0..<17 { sum = (sum &+ UInt32(number[place] & 0x0F)) &* 2 }
    let check: UInt32 = number[17] == 0x58 ? 10 : UInt32(number[17] & 0x0F)
    return (sum &+ check) % 11 == 1
  }
}
