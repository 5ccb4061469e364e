internal import ArgumentParser
internal import Foundation
internal import Validation

/// Today's date where the guide's readers are.
enum Clock {
  /// The date of `--today`, or the machine's date in China (UTC+8).
  static func today(_ text: String?) throws -> CalendarDate {
    guard let text else {
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
      let parts = calendar.dateComponents([.year, .month, .day], from: Date())
      guard let year = parts.year, let month = parts.month, let day = parts.day,
        let date = CalendarDate(year: Int32(year), month: Int32(month), day: Int32(day))
      else { throw Outcome.fault }
      return date
    }
    guard let date = CalendarDate(iso: Array(text.utf8)) else {
      throw ValidationError("--today should be a date such as 2026-11-22, not “\(text)”.")
    }
    return date
  }
}
