#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

/// The numbers of a guide's facts, one behind another: lists, each behind the count of its numbers. Those of the limits of
/// uploads come first, then the calendar's; what is left is the price list's. What is not there is 0.
struct FactNumbers {
  private let all: [Int64]
  private var place = 0

  /// The numbers of a guide's rules.
  init(_ rules: JSONValue) { all = (rules.member("numbers")?.elements ?? []).compactMap { $0.wholeNumber } }

  private mutating func next() -> Int64 {
    if place == all.count { return 0 }
    place += 1
    return all[place - 1]
  }

  /// The next list.
  mutating func list() -> [Int64] {
    var list: [Int64] = []
    let count = next()
    while list.count < count, place < all.count { list.append(next()) }
    return list
  }

  /// Sizes and kinds; `nil` where the guide has none.
  mutating func uploadLimits() -> UploadLimits? {
    let sizes = list()
    let kinds = list()
    guard sizes.count == 5 else { return nil }
    return UploadLimits(
      smallest: sizes[0], largest: sizes[1], safeSmallest: sizes[2], safeLargest: sizes[3],
      resolution: Int32(truncatingIfNeeded: sizes[4]),
      kinds: kinds.compactMap { UploadKind(rawValue: UInt8(truncatingIfNeeded: $0)) })
  }

  /// Windows (weekday, first minute, minute after the last), years, holidays, days worked in exchange (the digits of
  /// `YYYYMMDD`), fixed holidays (those of `2000MMDD`); `nil` without windows.
  mutating func calendar() -> ReviewCalendar? {
    let windows = list().map { Int32(truncatingIfNeeded: $0) }
    var all: [ReviewCalendar.Window] = []
    for place in 0..<windows.count / 3 {
      all.append(
        ReviewCalendar.Window(
          weekday: windows[place * 3], opens: windows[place * 3 + 1], closes: windows[place * 3 + 2]))
    }
    let years = list().map { Int32(truncatingIfNeeded: $0) }
    let holidays = days()
    let workdays = days()
    let fixed = days().map { ReviewCalendar.FixedHoliday(month: $0.month, day: $0.day) }
    if all.isEmpty { return nil }
    return ReviewCalendar(
      windows: all, holidays: holidays, weekendWorkdays: workdays, years: years, fixedHolidays: fixed)
  }

  private mutating func days() -> [CalendarDate] {
    list().compactMap { digits in
      let digits = Int32(truncatingIfNeeded: digits)
      return CalendarDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }
  }

  /// What is left.
  var rest: [Int64] { Array(all[place...]) }
}
