/// Numbers of the foreign permanent resident card (外国人永久居留身份证): 18 characters since 2023, 15 on the card of
/// 2017.
public enum ForeignResidentNumber {
  static func check(
    _ text: UnsafeBufferPointer<UInt8>, adult: Bool, _ today: CalendarDate, _ canonical: inout [UInt8]
  ) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    return canonical.withUnsafeBufferPointer { number in
      switch number.count {
      case 0: return Verdict(.eEmpty)
      case 18: return verdict(onCardOf2023: number, adult: adult, today)
      case 15: return verdict(onCardOf2017: number, adult: adult, today)
      default: return Verdict(charsetOrLength(number))
      }
    }
  }

  /// 9, province (2), nationality in ISO 3166-1 numeric (3), birthday (8), sequence (3), MOD 11-2.
  private static func verdict(
    onCardOf2023 number: UnsafeBufferPointer<UInt8>, adult: Bool, _ today: CalendarDate
  ) -> Verdict {
    guard CitizenNumber.hasRightCharacters(number) else { return Verdict(charsetOrLength(number)) }
    guard number[0] == 0x39 else { return Verdict(.eFormat) }
    guard AdministrativeDivision.isProvince(number.number(1, 3)) else { return Verdict(.eRegion) }
    let country = number.number(3, 6)
    guard country != 156, Country.isNumeric(country) else { return Verdict(.eCountry) }
    guard let birthday = CitizenNumber.birthday(in: number) else { return Verdict(.eDate) }
    guard birthday.year >= 1900, birthday <= today else { return Verdict(.eDateRange) }
    guard CitizenNumber.hasRightCheck(number) else { return Verdict(.eCheck) }
    if adult, !birthday.isBirthday(ofAge: 18, on: today) { return Verdict(.eAge) }
    return Verdict()
  }

  /// Nationality in ISO 3166-1 alpha-3 (3), province and city (4), birthday YYMMDD, sequence (1), ICAO check digit.
  private static func verdict(
    onCardOf2017 number: UnsafeBufferPointer<UInt8>, adult: Bool, _ today: CalendarDate
  ) -> Verdict {
    for byte in number.part(0, 3) where !byte.isCapital { return Verdict(charsetOrLength(number)) }
    guard number.areDigits(3, 15) else { return Verdict(charsetOrLength(number)) }
    guard let country = Country.numeric(alpha3: number.part(0, 3)), country != 156 else { return Verdict(.eCountry) }
    guard AdministrativeDivision.isProvince(number.number(3, 5)) else { return Verdict(.eRegion) }
    // The century is not written: the later one that is not in the future counts.
    var birthday: CalendarDate?
    var isReal = false
    for century: Int32 in [1900, 2000] {
      let day = CalendarDate(
        year: century + number.number(7, 9), month: number.number(9, 11), day: number.number(11, 13))
      guard let day else { continue }
      isReal = true
      if day <= today { birthday = day }
    }
    guard isReal else { return Verdict(.eDate) }
    guard let birthday else { return Verdict(.eDateRange) }
    guard hasRightICAOCheck(number) else { return Verdict(.eCheck) }
    if adult, !birthday.isBirthday(ofAge: 18, on: today) { return Verdict(.eAge) }
    return Verdict(.wOldCard)
  }

  private static func charsetOrLength(_ number: UnsafeBufferPointer<UInt8>) -> Code {
    let length = number.scalarCount
    return length == 15 || length == 18 ? .eCharset : .eLength
  }

  /// ICAO 9303: weights 7 3 1, letters from A = 10, modulo 10.
  private static func hasRightICAOCheck(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    var sum: UInt32 = 0
    for place in 0..<14 {
      let byte = UInt32(number[place])
      let value = byte <= 0x39 ? byte & 0x0F : byte - 55
      sum += value * (place % 3 == 0 ? 7 : place % 3 == 1 ? 3 : 1)
    }
    return sum % 10 == UInt32(number[14] & 0x0F)
  }
}
