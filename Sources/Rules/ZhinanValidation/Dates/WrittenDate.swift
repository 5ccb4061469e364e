#if canImport(Bytes)
  internal import Bytes
#endif

/// Dates as people and spreadsheets write them: 2020-01-01, 2020/1/1, 2020.1.1, 2020年1月1日, 二〇二〇年一月一日, 20200101, a
/// time or the right day of the week behind them; a cell's serial number. A time but midnight is told.
public enum WrittenDate {
  /// Years ahead after which a date is told: longer than a life, it can only be a slip of the pen.
  static let mostYearsAhead: Int32 = 80

  /// Reads a date; from 1900 on.
  ///
  /// - Parameters:
  ///   - text: the date, UTF-8.
  ///   - today: the day from which dates far ahead are told (`W_FAR_DATE`); `nil` to tell none.
  /// - Returns: the date; `E_FORMAT` for another spelling, `E_DATE` for a day that the calendar has not,
  ///   `E_DATE_RANGE` before 1900.
  public static func check(
    _ text: UnsafeBufferPointer<UInt8>, today: CalendarDate? = nil
  ) -> CheckedValue<CalendarDate> {
    var canonical: [UInt8] = []
    let verdict = Rule.date.check(text, today: today ?? .last, canonical: &canonical)
    guard verdict.isValid, let date = CalendarDate(iso: canonical) else { return CheckedValue(rejected: verdict) }
    return CheckedValue(date, verdict)
  }

  static func check(
    _ text: UnsafeBufferPointer<UInt8>, _ today: CalendarDate, _ canonical: inout [UInt8]
  ) -> Verdict {
    Folding.fold(text, .full, into: &canonical)
    if canonical.first ?? 0 >= 0x80, let inDigits = canonical.withUnsafeBufferPointer({ HanDate.inDigits($0) }) {
      canonical = inDigits
    }
    let checked = canonical.withUnsafeBufferPointer { read($0) }
    canonical.removeAll(keepingCapacity: true)
    guard let date = checked.value else { return checked.verdict }
    date.appendISO(to: &canonical)
    if isFar(date, from: today) { return checked.verdict.union(Verdict(.wFarDate)) }
    return checked.verdict
  }

  static func isFar(_ date: CalendarDate, from today: CalendarDate) -> Bool {
    (date.year - mostYearsAhead, date.month, date.day) > (today.year, today.month, today.day)
  }

  private static func read(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<CalendarDate> {
    if text.isEmpty { return CheckedValue(.eEmpty) }
    if text.count >= 5, text.areDigits(0, 5), isFraction(text.part(5, text.count)) { return serial(text.number(0, 5)) }
    guard text.count >= 8, text.areDigits(0, 4) else { return CheckedValue(.eFormat) }
    let year = text.number(0, 4)
    if text.count == 8, text.areDigits() {
      return date(year, text.number(4, 6), text.number(6, 8))
    }
    var place = 4
    skipSpaces(text, &place)
    guard place < text.count else { return CheckedValue(.eFormat) }
    let sign = text[place]
    let hasSigns = sign == 0x2D || sign == 0x2F || sign == 0x2E
    guard hasSigns ? skip(sign, text, &place) : skip("年", text, &place), let month = shortNumber(text, &place),
      hasSigns ? skip(sign, text, &place) : skip("月", text, &place), let day = shortNumber(text, &place),
      skip("日", text, &place) || skip("号", text, &place) || hasSigns || place == text.count
    else { return CheckedValue(.eFormat) }
    return dated(date(year, month, day), text.part(place, text.count))
  }

  /// A date and what stands behind it.
  private static func dated(
    _ date: CheckedValue<CalendarDate>, _ rest: UnsafeBufferPointer<UInt8>
  ) -> CheckedValue<CalendarDate> {
    if isMidnight(rest) { return date }
    if let weekday = DateSuffix.weekday(rest) {
      guard let day = date.value else { return date }
      return weekday == day.weekday ? date : CheckedValue(.eFormat)
    }
    guard let isMidnight = DateSuffix.isMidnight(rest) else { return CheckedValue(.eFormat) }
    guard let day = date.value, !isMidnight else { return date }
    return CheckedValue(day, Verdict(.wSpreadsheet))
  }

  private static func date(_ year: Int32, _ month: Int32, _ day: Int32) -> CheckedValue<CalendarDate> {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return CheckedValue(.eDate) }
    return year >= 1900 ? CheckedValue(date) : CheckedValue(.eDateRange)
  }

  /// A spreadsheet's count of days: 46348 is 2026-11-22. Smaller numbers than that of 1954 are no date for certain.
  private static func serial(_ number: Int32) -> CheckedValue<CalendarDate> {
    guard number >= 20_000, let date = CalendarDate(daysSince1970: number - 25_569) else {
      return CheckedValue(.eFormat)
    }
    return CheckedValue(date, Verdict(.wSpreadsheet))
  }

  /// Nothing, or the part of a day that a spreadsheet counts behind the days.
  private static func isFraction(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.isEmpty || (text.count >= 2 && text.count <= 18 && text[0] == 0x2E && text.areDigits(1, text.count))
  }

  /// Nothing, or a space and a time of zeros, as spreadsheets put behind a date.
  private static func isMidnight(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.isEmpty { return true }
    guard text.count >= 5, text[0] == 0x20, text.contains(0x3A) else { return false }
    for byte in text where byte != 0x20 && byte != 0x30 && byte != 0x3A && byte != 0x2E { return false }
    return true
  }

  /// One or two digits.
  private static func shortNumber(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int32? {
    let start = place
    while place < text.count, place < start + 2, text[place].isDigit { place += 1 }
    return place > start ? text.number(start, place) : nil
  }

  private static func skipSpaces(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) {
    while place < text.count, text[place] == 0x20 { place += 1 }
  }

  /// Passes a sign and the spaces around it.
  private static func skip(_ sign: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Bool {
    skipSpaces(text, &place)
    guard place < text.count, text[place] == sign else { return false }
    place += 1
    skipSpaces(text, &place)
    return true
  }

  /// Passes a character and the spaces around it.
  private static func skip(
    _ character: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> Bool {
    var next = place
    skipSpaces(text, &next)
    guard text.part(next, text.count).starts(with: character) else { return false }
    place = next + character.utf8CodeUnitCount
    if !("日" as StaticString).equals(character.bytes), !("号" as StaticString).equals(character.bytes) {
      skipSpaces(text, &place)
    }
    return true
  }

  /// Whether a date may have a folded scalar.
  static func takes(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x2D...0x3A, 0x5E74, 0x6708, 0x65E5, 0x53F7: true
    // T Z and 星期天周
    case 0x54, 0x5A, 0x661F, 0x671F, 0x5929, 0x5468: true
    default: HanDate.digit(scalar) != nil || scalar == HanDate.ten
    }
  }
}
