extension ForeignResidentNumber {
  /// The cards that numbers stand on.
  public enum Card: UInt8, CaseIterable, Sendable {
    /// 15 characters.
    case of2017
    /// 18 characters.
    case of2023
  }

  /// What a number holds, whether or not it is right.
  public struct Explanation: Sendable, Equatable {
    /// Which card it is of.
    public let card: Card
    /// Where the card was applied for, a code of GB/T 2260: a province's, on the card of 2017 a city's.
    public let division: Int32
    /// The nationality, three ASCII capitals (ISO 3166-1 alpha-3); `nil` where there is no such country.
    public let nationality: [UInt8]?
    /// The birthday; `nil` where the digits name no day. On the card of 2017 the later century that is not in the future.
    public let birthday: CalendarDate?
    /// The check character: MOD 11-2, on the card of 2017 that of ICAO 9303.
    public let check: CheckCharacter
  }

  /// What a number holds.
  ///
  /// - Parameters:
  ///   - text: UTF-8, in any spelling that the rule `foreign_pr_id` reads.
  ///   - today: the day that no birthday is after.
  /// - Returns: `nil` for what has not the characters of such a number.
  public static func explain(_ text: some Sequence<UInt8>, today: CalendarDate) -> Explanation? {
    Folding.identifier(text).withUnsafeBufferPointer { number in
      switch number.count {
      case 18 where number[0] == 0x39 && CitizenNumber.hasRightCharacters(number):
        return Explanation(
          card: .of2023, division: number.number(1, 3) * 10_000,
          nationality: Country.alpha3(numeric: number.number(3, 6)),
          birthday: CitizenNumber.birthday(in: number),
          check: CheckCharacter(found: number[17], expected: CitizenNumber.checkCharacter(of: number)))
      case 15 where number.areDigits(3, 15):
        let country = number.part(0, 3)
        for byte in country where !byte.isCapital { return nil }
        return Explanation(
          card: .of2017, division: number.number(3, 7) * 100,
          nationality: Country.numeric(alpha3: country) == nil ? nil : [UInt8](country),
          birthday: birthday(onCardOf2017: number, today),
          check: CheckCharacter(found: number[14], expected: checkCharacter(of: number)))
      default: return nil
      }
    }
  }

  private static func birthday(
    onCardOf2017 number: UnsafeBufferPointer<UInt8>, _ today: CalendarDate
  ) -> CalendarDate? {
    for century: Int32 in [2000, 1900] {
      let day = CalendarDate(
        year: century + number.number(7, 9), month: number.number(9, 11), day: number.number(11, 13))
      if let day, day <= today { return day }
    }
    return nil
  }

  /// ICAO 9303 of the first 14 characters: weights 7 3 1, letters from A = 10, modulo 10.
  private static func checkCharacter(of number: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var sum: UInt32 = 0
    for place in 0..<14 {
      let byte = UInt32(number[place])
      sum += (byte <= 0x39 ? byte & 0x0F : byte - 55) * (place % 3 == 0 ? 7 : place % 3 == 1 ? 3 : 1)
    }
    return 0x30 + UInt8(sum % 10)
  }
}
