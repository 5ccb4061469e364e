#if canImport(Bytes)
  internal import Bytes
#endif

/// A wall-clock time to the second, without a zone.
public struct LocalTime: Sendable, Hashable, Comparable {
  /// The day.
  public let date: CalendarDate
  /// Seconds after midnight, below 86,400.
  public let second: Int32

  /// The time, or `nil` when the day has no such second.
  public init?(date: CalendarDate, second: Int32) {
    guard second >= 0, second < 86_400 else { return nil }
    self.date = date
    self.second = second
  }

  /// Reads `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`, a space for the T also.
  ///
  /// - Returns: the time; `E_FORMAT`, or `E_DATE` for a day or hour that there is not.
  public static func check(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<LocalTime> {
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    return folded.withUnsafeBufferPointer { text in
      if text.isEmpty { return CheckedValue(.eEmpty) }
      guard text.count == 16 || text.count == 19, text.areDigits(0, 4), text[4] == 0x2D, text.areDigits(5, 7),
        text[7] == 0x2D, text.areDigits(8, 10), text[10] == 0x54 || text[10] == 0x74 || text[10] == 0x20,
        text.areDigits(11, 13), text[13] == 0x3A, text.areDigits(14, 16)
      else { return CheckedValue(.eFormat) }
      var seconds: Int32 = 0
      if text.count == 19 {
        guard text[16] == 0x3A, text.areDigits(17, 19) else { return CheckedValue(.eFormat) }
        seconds = text.number(17, 19)
      }
      let hours = text.number(11, 13)
      let minutes = text.number(14, 16)
      guard hours < 24, minutes < 60, seconds < 60,
        let date = CalendarDate(iso: text.part(0, 10)),
        let time = LocalTime(date: date, second: hours * 3600 + minutes * 60 + seconds)
      else { return CheckedValue(.eDate) }
      return CheckedValue(time)
    }
  }

  /// Appends `YYYY-MM-DDTHH:MM:SS` in ASCII.
  public func appendISO(to bytes: inout [UInt8]) {
    date.appendISO(to: &bytes)
    bytes.append(0x54)
    bytes.appendDecimal(second / 3600, digits: 2)
    bytes.append(0x3A)
    bytes.appendDecimal(second / 60 % 60, digits: 2)
    bytes.append(0x3A)
    bytes.appendDecimal(second % 60, digits: 2)
  }

  /// Whether the left time is the earlier one.
  public static func < (left: LocalTime, right: LocalTime) -> Bool {
    (left.date, left.second) < (right.date, right.second)
  }
}
