internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import ZhinanValidation

/// Today's date where the guide's readers are.
enum Clock {
  /// The date of `--today`, or the machine's date in China (UTC+8).
  ///
  /// - Parameter option: what a wrong date was given for.
  static func today(_ text: String?, option: String = "--today") throws -> CalendarDate {
    guard let text else {
      let days = (time(nil) + 8 * 3600) / 86_400
      guard let date = CalendarDate(daysSince1970: Int32(clamping: days)) else { throw Outcome.fault }
      return date
    }
    guard let date = CalendarDate(iso: Array(text.utf8)) else {
      throw ValidationError(saying: "usage.today", ["option": .text(option), "text": .text(text)])
    }
    return date
  }
}
