extension CitizenNumber {
  /// Of a citizen's number, the sex that its sequence number says.
  public enum Sex: UInt8, CaseIterable, Sendable {
    /// Even sequence numbers.
    case female
    /// Odd sequence numbers.
    case male
  }

  /// What a number of 18 or 15 characters holds, whether or not it is right (GB 11643-1999 and, for 15 digits, GB 11643-89).
  public struct Explanation: Sendable, Equatable {
    /// Six digits, a code of GB/T 2260: where the number was given, or 810000, 820000, 830000 for a resident from Hong Kong,
    /// Macao, Taiwan.
    public let division: Int32
    /// The birthday; `nil` where the digits name no day, and for 15 digits that end in 996 to 999, which were kept for
    /// people of a hundred years and more, whose century is not written.
    public let birthday: CalendarDate?
    /// By the 17th character, of 15 the last.
    public let sex: Sex
    /// The check character (ISO 7064 MOD 11-2); `nil` for 15 digits, which have none.
    public let check: CheckCharacter?
    /// What 15 digits become in 18 characters, ASCII: 19 before the year, a check character behind. A suggestion, because
    /// only the identity card tells the number; `nil` for 18 characters and where there is no birthday.
    public let modernForm: [UInt8]?
  }

  /// What a number holds.
  ///
  /// - Parameter text: UTF-8, in any spelling that the rule `citizen_id` reads.
  /// - Returns: `nil` for what is not 17 digits and a digit or X, or 15 digits.
  public static func explain(_ text: some Sequence<UInt8>) -> Explanation? {
    Folding.identifier(text).withUnsafeBufferPointer { number in
      switch number.count {
      case 18 where hasRightCharacters(number): explanation(ofEighteen: number)
      case 15 where number.areDigits(): explanation(ofFifteen: number)
      default: nil
      }
    }
  }

  private static func explanation(ofEighteen number: UnsafeBufferPointer<UInt8>) -> Explanation {
    Explanation(
      division: number.number(0, 6), birthday: birthday(in: number), sex: sex(number[16]),
      check: CheckCharacter(found: number[17], expected: checkCharacter(of: number)), modernForm: nil)
  }

  private static func explanation(ofFifteen number: UnsafeBufferPointer<UInt8>) -> Explanation {
    let isOfCentenarian = number.number(12, 15) >= 996
    let birthday = CalendarDate(
      year: 1900 + number.number(6, 8), month: number.number(8, 10), day: number.number(10, 12))
    var modern = [UInt8](number.part(0, 6)) + [0x31, 0x39] + number.part(6, 15)
    modern.append(modern.withUnsafeBufferPointer { checkCharacter(of: $0) })
    let isCertain = birthday != nil && !isOfCentenarian
    return Explanation(
      division: number.number(0, 6), birthday: isCertain ? birthday : nil, sex: sex(number[14]), check: nil,
      modernForm: isCertain ? modern : nil)
  }

  private static func sex(_ digit: UInt8) -> Sex { digit & 1 == 1 ? .male : .female }

  /// The check character of the first 17 digits, ASCII.
  static func checkCharacter(of number: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var sum: UInt32 = 0
    for place in 0..<17 { sum = (sum &+ UInt32(number[place] & 0x0F)) &* 2 }
    let check = (12 - sum % 11) % 11
    return check == 10 ? 0x58 : 0x30 + UInt8(check)
  }
}

extension CalendarDate {
  /// The age in whole years on `today` of somebody born on this day; `nil` before the birth.
  public func age(on today: CalendarDate) -> Int32? {
    guard self <= today else { return nil }
    return today.year - year - ((month, day) <= (today.month, today.day) ? 0 : 1)
  }
}
