internal import ArgumentParser
internal import Foundation
internal import Validation

/// Today's date where the guide's readers are.
enum Clock {
  /// The date of `--today`, or the machine's date in China (UTC+8).
  static func today(_ text: String?) throws -> CalendarDate {
    guard let text else {
      var seconds = time(nil) + 8 * 3600
      var parts = tm()
      gmtime_r(&seconds, &parts)
      guard let date = CalendarDate(year: parts.tm_year + 1900, month: parts.tm_mon + 1, day: parts.tm_mday) else {
        throw Outcome.fault
      }
      return date
    }
    guard let date = CalendarDate(iso: Array(text.utf8)) else {
      throw ValidationError("--today should be a date such as 2026-11-22, not “\(text)”.")
    }
    return date
  }
}
