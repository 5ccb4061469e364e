#if canImport(Bytes)
  internal import Bytes
#endif

/// The days from which and to which a document is valid.
public struct ValidityPeriod: Sendable, Equatable {
  /// The first day.
  public let start: CalendarDate
  /// The last day; `nil` for a document that is valid for good (长期).
  public let end: CalendarDate?

  /// What stands for an end that never comes.
  public static let longTerm: StaticString = "长期"

  /// Days before the end on which `W_EXPIRES_SOON` begins.
  public static let warningDays: Int32 = 30

  /// Checks a pair of written dates on a day.
  ///
  /// - Parameters:
  ///   - start: the first day, in a spelling of ``WrittenDate``.
  ///   - end: the last day, or 长期, 永久, 长期有效 or 永久有效.
  /// - Returns: the period; besides the codes of a date `E_ORDER` when it does not end after it starts, `E_NOT_YET`,
  ///   `E_EXPIRED`, and the warnings `W_EXPIRES_SOON` and, for an end that nobody lives to see, `W_FAR_DATE`.
  public static func check(
    start: UnsafeBufferPointer<UInt8>, end: UnsafeBufferPointer<UInt8>, today: CalendarDate
  ) -> CheckedValue<ValidityPeriod> {
    let first = WrittenDate.check(start)
    guard let firstDay = first.value else { return CheckedValue(rejected: first.verdict) }
    var verdict = first.verdict
    var lastDay: CalendarDate?
    if !isLongTerm(end) {
      let last = WrittenDate.check(end, today: today)
      guard let day = last.value else { return CheckedValue(rejected: last.verdict) }
      if day <= firstDay { return CheckedValue(.eOrder) }
      lastDay = day
      verdict = verdict.union(last.verdict)
    }
    if firstDay > today { return CheckedValue(.eNotYet) }
    let period = ValidityPeriod(start: firstDay, end: lastDay)
    guard let lastDay else { return CheckedValue(period, verdict) }
    if lastDay < today { return CheckedValue(.eExpired) }
    if lastDay.days(since: today) <= warningDays { verdict.add(.wExpiresSoon) }
    return CheckedValue(period, verdict)
  }

  /// Appends the last day as `YYYY-MM-DD`, or 长期.
  public func appendEnd(to bytes: inout [UInt8]) {
    if let end { end.appendISO(to: &bytes) } else { bytes.append(contentsOf: Self.longTerm.bytes) }
  }

  private static func isLongTerm(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    folded.replaceBytes { $0 == 0x20 ? nil : $0 }
    return longTerm.equals(folded) || ("永久" as StaticString).equals(folded)
      || ("长期有效" as StaticString).equals(folded) || ("永久有效" as StaticString).equals(folded)
  }
}
