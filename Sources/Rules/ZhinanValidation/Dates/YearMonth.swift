#if canImport(Bytes)
  internal import Bytes
#endif

/// A month of a year, as people and spreadsheets write it: 2026-11, 2026/11, 2026.11, 2026年11月, 202611.
public struct YearMonth: Sendable, Hashable, Comparable {
  /// 1 to 9999.
  public let year: Int32
  /// 1 to 12.
  public let month: Int32

  /// The month, or `nil` when the calendar has none such.
  public init?(year: Int32, month: Int32) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    (self.year, self.month) = (year, month)
  }

  /// Months after January of the year 0, which count on without a gap.
  public var number: Int32 { year * 12 + month - 1 }

  /// The month of a ``number``; `nil` outside the years 1 to 9999.
  public init?(number: Int32) {
    guard number >= 12 else { return nil }
    self.init(year: number / 12, month: number % 12 + 1)
  }

  /// Reads a month from 1900 on.
  ///
  /// - Parameter text: the month, UTF-8.
  /// - Returns: the month; `E_FORMAT` for another spelling, `E_DATE` for a month that the year has not, `E_DATE_RANGE`
  ///   before 1900. The first day of a month is what a spreadsheet makes of a month, and is told (`W_SPREADSHEET`).
  public static func check(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<YearMonth> {
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    return folded.withUnsafeBufferPointer { read($0) }
  }

  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    let checked = check(text)
    canonical.removeAll(keepingCapacity: true)
    checked.value?.appendISO(to: &canonical)
    return checked.verdict
  }

  /// A month is read as its first day is.
  private static func read(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<YearMonth> {
    if text.isEmpty { return CheckedValue(.eEmpty) }
    guard text.count >= 6 else { return CheckedValue(.eFormat) }
    var day = Array(text)
    if text.count == 6, text.areDigits() {
      day.appendASCII("01")
    } else if text.ends(with: "月份") {
      day.removeLast(3)
      day.appendASCII("1日")
    } else if text.ends(with: "月") {
      day.appendASCII("1日")
    } else if let sign = text[4...].first(where: { !$0.isDigit && $0 != 0x20 }), sign == 0xE5 {
      day.appendASCII("月1日")
    } else {
      day.append(text[4] == 0x20 ? text[5] : text[4])
      day.appendASCII("1")
    }
    let month = day.withUnsafeBufferPointer { WrittenDate.check($0) }
    if let first = month.value, month.verdict.warnings.isEmpty { return CheckedValue(YearMonth(first)) }
    // The first of a month, all that a date's cell can hold.
    if let first = WrittenDate.check(text).value, first.day == 1, text.count > 7 {
      return CheckedValue(YearMonth(first), Verdict(.wSpreadsheet))
    }
    return CheckedValue(rejected: month.value == nil ? month.verdict : Verdict(.eFormat))
  }

  private init(_ day: CalendarDate) { (year, month) = (day.year, day.month) }

  /// Appends `YYYY-MM` in ASCII.
  public func appendISO(to bytes: inout [UInt8]) {
    bytes.appendDecimal(year, digits: 4)
    bytes.append(0x2D)
    bytes.appendDecimal(month, digits: 2)
  }

  /// Whether the left month is the earlier one.
  public static func < (left: YearMonth, right: YearMonth) -> Bool { left.number < right.number }
}
