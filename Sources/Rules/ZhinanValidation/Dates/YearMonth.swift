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

  private static func read(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<YearMonth> {
    if text.isEmpty { return CheckedValue(.eEmpty) }
    guard text.count >= 6, text.areDigits(0, 4) else { return CheckedValue(.eFormat) }
    let year = text.number(0, 4)
    if text.count == 6, text.areDigits() { return month(year, text.number(4, 6)) }
    var place = 4
    while place < text.count, text[place] == 0x20 { place += 1 }
    let isHan = text.part(place, text.count).starts(with: "年")
    guard isHan || place < text.count && (text[place] == 0x2D || text[place] == 0x2F || text[place] == 0x2E) else {
      return CheckedValue(.eFormat)
    }
    place += isHan ? 3 : 1
    while place < text.count, text[place] == 0x20 { place += 1 }
    let start = place
    while place < text.count, place < start + 2, text[place].isDigit { place += 1 }
    guard place > start else { return CheckedValue(.eFormat) }
    let found = text.number(start, place)
    while place < text.count, text[place] == 0x20 { place += 1 }
    let rest = text.part(place, text.count)
    if rest.isEmpty || isHan && ("月" as StaticString).equals(rest) || isHan && ("月份" as StaticString).equals(rest) {
      return month(year, found)
    }
    // The first of a month, all that a date's cell can hold.
    let date = WrittenDate.check(text)
    guard let day = date.value, day.day == 1 else { return CheckedValue(.eFormat) }
    return CheckedValue(rejectedUnless: YearMonth(year: day.year, month: day.month), Verdict(.wSpreadsheet))
  }

  private static func month(_ year: Int32, _ month: Int32) -> CheckedValue<YearMonth> {
    guard let month = YearMonth(year: year, month: month) else { return CheckedValue(.eDate) }
    return year >= 1900 ? CheckedValue(month) : CheckedValue(.eDateRange)
  }

  /// Appends `YYYY-MM` in ASCII.
  public func appendISO(to bytes: inout [UInt8]) {
    bytes.appendDecimal(year, digits: 4)
    bytes.append(0x2D)
    bytes.appendDecimal(month, digits: 2)
  }

  /// Whether the left month is the earlier one.
  public static func < (left: YearMonth, right: YearMonth) -> Bool { left.number < right.number }
}

extension CheckedValue {
  /// A value that passes with warnings; `E_FORMAT` for none.
  fileprivate init(rejectedUnless value: Value?, _ verdict: Verdict) {
    guard let value else {
      self.init(.eFormat)
      return
    }
    self.init(value, verdict)
  }
}
