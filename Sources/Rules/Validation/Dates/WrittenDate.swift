/// Dates as people write them: 2020-01-01, 2020/1/1, 2020.1.1, 2020年1月1日, 20200101.
public enum WrittenDate {
  /// Reads a date; from 1900 on.
  ///
  /// - Returns: the date; `E_FORMAT` for another spelling, `E_DATE` for a day that the calendar has not,
  ///   `E_DATE_RANGE` before 1900.
  public static func check(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<CalendarDate> {
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    return folded.withUnsafeBufferPointer { read($0) }
  }

  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .full, into: &canonical)
    let checked = canonical.withUnsafeBufferPointer { read($0) }
    canonical.removeAll(keepingCapacity: true)
    checked.value?.appendISO(to: &canonical)
    return checked.verdict
  }

  static func read(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<CalendarDate> {
    if text.isEmpty { return CheckedValue(.eEmpty) }
    guard text.count >= 8, text.areDigits(0, 4) else { return CheckedValue(.eFormat) }
    let year = text.number(0, 4)
    if text.count == 8, text.areDigits() {
      return date(year, text.number(4, 6), text.number(6, 8))
    }
    var place = 4
    switch text[4] {
    case 0x2D, 0x2F, 0x2E:
      place = 5
      guard let month = shortNumber(text, &place), place < text.count, text[place] == text[4] else {
        return CheckedValue(.eFormat)
      }
      place += 1
      guard let day = shortNumber(text, &place), place == text.count else { return CheckedValue(.eFormat) }
      return date(year, month, day)
    default:
      guard skip("年", text, &place), let month = shortNumber(text, &place), skip("月", text, &place),
        let day = shortNumber(text, &place), skip("日", text, &place), place == text.count
      else { return CheckedValue(.eFormat) }
      return date(year, month, day)
    }
  }

  private static func date(_ year: Int32, _ month: Int32, _ day: Int32) -> CheckedValue<CalendarDate> {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return CheckedValue(.eDate) }
    return year >= 1900 ? CheckedValue(date) : CheckedValue(.eDateRange)
  }

  /// One or two digits.
  private static func shortNumber(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int32? {
    let start = place
    while place < text.count, place < start + 2, text[place].isDigit { place += 1 }
    return place > start ? text.number(start, place) : nil
  }

  /// Passes a character and the spaces around it.
  private static func skip(
    _ character: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> Bool {
    while place < text.count, text[place] == 0x20 { place += 1 }
    guard text.part(place, text.count).starts(with: character) else { return false }
    place += character.utf8CodeUnitCount
    while place < text.count, text[place] == 0x20 { place += 1 }
    return true
  }
}
