internal import Diagnostics
internal import SourceText
internal import ZhinanValidation

/// How long a page is good for after somebody has held it against what it is about: `90 days`, `6 months`, `1 year`.
package struct ReviewInterval: Sendable, Hashable {
  private enum Unit: String { case day, month, year }

  private let count: Int32
  private let unit: Unit

  /// Reads a number from 1 to 999 without a leading zero, one space and a unit; `nil` for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.allSatisfy({ (48...57).contains($0) }), parts[0].utf8.first != 48,
      let count = Int32(parts[0]), count < 1000,
      let unit = Unit(rawValue: String(parts[1].hasSuffix("s") ? parts[1].dropLast() : parts[1]))
    else { return nil }
    (self.count, self.unit) = (count, unit)
  }

  /// The day on which a review of `day` is due again; `nil` after the year 9999. A month without such a day ends a
  /// little earlier.
  func due(after day: CalendarDate) -> CalendarDate? {
    switch unit {
    case .day: return day.adding(days: count)
    case .month: return Self.day(day, months: count)
    case .year: return Self.day(day, months: 12 * count)
    }
  }

  private static func day(_ day: CalendarDate, months: Int32) -> CalendarDate? {
    let month = day.year * 12 + day.month - 1 + months
    return (0...3).lazy.compactMap {
      CalendarDate(year: month / 12, month: month % 12 + 1, day: day.day - $0)
    }.first
  }
}

extension MapReader {
  /// The time between reviews that stands under `review-in`; what is none is reported.
  mutating func reviewInterval() -> ReviewInterval? {
    guard let node = node("review-in") else { return nil }
    if let interval = node.text.flatMap(ReviewInterval.init) { return interval }
    report(.error("review.interval", at: node.place, ["found": .message(node.textOrKind)]))
    return nil
  }
}
