#if canImport(Bytes)
  internal import Bytes
#endif

/// A day of the proleptic Gregorian calendar in the years 1 to 9999; only real days can be made.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// 1 to 9999.
  public let year: Int32
  /// 1 to 12.
  public let month: Int32
  /// 1 to 31.
  public let day: Int32

  /// The day, or `nil` when the calendar has none such.
  public init?(year: Int32, month: Int32, day: Int32) {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The last day of the year 9999, after which nothing is.
  static let last = CalendarDate()

  private init() {
    year = 9999
    month = 12
    day = 31
  }

  /// The day written as `YYYY-MM-DD` in ASCII, nothing before or after it.
  public init?(iso text: some Collection<UInt8>) {
    guard text.count == 10 else { return nil }
    var numbers: (Int32, Int32, Int32) = (0, 0, 0)
    var place: Int32 = 0
    for byte in text {
      if place == 4 || place == 7 {
        guard byte == 0x2D else { return nil }
      } else {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        let digit = Int32(byte) - 0x30
        switch place {
        case 0..<4: numbers.0 = numbers.0 * 10 + digit
        case 5..<7: numbers.1 = numbers.1 * 10 + digit
        default: numbers.2 = numbers.2 * 10 + digit
        }
      }
      place += 1
    }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// The day that is `number` days after 1970-01-01, or `nil` when its year is not 1 to 9999.
  public init?(daysSince1970 number: Int32) {
    guard number >= -719_162, number <= 2_932_896 else { return nil }
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days after 1970-01-01, negative before it.
  public var daysSince1970: Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int32 {
    let number = (daysSince1970 + 3) % 7
    return (number < 0 ? number + 7 : number) + 1
  }

  /// The day `number` days later (earlier when negative), or `nil` outside the years 1 to 9999.
  public func adding(days number: Int32) -> CalendarDate? {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(number)
    return overflow ? nil : CalendarDate(daysSince1970: sum)
  }

  /// Days from `other` to this day, negative when `other` is later.
  public func days(since other: CalendarDate) -> Int32 { daysSince1970 - other.daysSince1970 }

  /// Whether somebody born on this day is `age` years old or older on `today`.
  public func isBirthday(ofAge age: Int32, on today: CalendarDate) -> Bool {
    let reached = today.year - year
    if reached != age { return reached > age }
    return (month, day) <= (today.month, today.day)
  }

  /// Appends `YYYY-MM-DD` in ASCII.
  public func appendISO(to bytes: inout [UInt8]) {
    bytes.appendDecimal(year, digits: 4)
    for number in [month, day] {
      bytes.append(0x2D)
      bytes.appendDecimal(number, digits: 2)
    }
  }

  /// Whether the left day is the earlier one.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func length(ofMonth month: Int32, year: Int32) -> Int32 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
