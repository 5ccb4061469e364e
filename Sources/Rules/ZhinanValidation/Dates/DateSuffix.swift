#if canImport(Bytes)
  internal import Bytes
#endif

/// What programs write behind a date: a time, or the day of the week.
enum DateSuffix {
  /// 1 for Monday to 7 for Sunday from 星期日, 周日, 星期天, in brackets or not; `nil` for another text.
  static func weekday(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    var scalars: [UInt32] = []
    var reader = ScalarReader(text)
    while let scalar = reader.nextInSmall() {
      if scalar != 0x20 { scalars.append(scalar) }
    }
    if scalars.count > 2, scalars.first == 0x28, scalars.last == 0x29 {
      scalars.removeFirst()
      scalars.removeLast()
    }
    // 星期, 周
    if scalars.starts(with: [0x661F, 0x671F]) {
      scalars.removeFirst(2)
    } else if scalars.first == 0x5468 {
      scalars.removeFirst()
    } else {
      return nil
    }
    guard scalars.count == 1 else { return nil }
    // 日, 天
    if scalars[0] == 0x65E5 || scalars[0] == 0x5929 { return 7 }
    return HanDate.digit(scalars[0]).flatMap { $0 >= 1 && $0 <= 6 ? $0 : nil }
  }

  /// Whether a time of the day is midnight: ` 08:30`, `T08:30:00`, `T00:00:00.000Z`, `T08:30:00+08:00`.
  ///
  /// - Returns: `nil` for another text, and for a time of another zone that is another day in China.
  static func isMidnight(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    guard let first = text.first, first == 0x20 || first | 0x20 == 0x74 else { return nil }
    var place = 1
    while place < text.count, text[place] == 0x20 { place += 1 }
    guard let hours = number(text, &place), hours < 24, skip(0x3A, text, &place), let minutes = number(text, &place),
      minutes < 60
    else { return nil }
    var seconds: Int32 = 0
    // The T is of programs, which write the seconds.
    let hasSeconds = skip(0x3A, text, &place)
    guard hasSeconds || first == 0x20 else { return nil }
    if hasSeconds {
      guard let written = number(text, &place), written < 60 else { return nil }
      seconds = written
      if skip(0x2E, text, &place) {
        let start = place
        while place < text.count, text[place].isDigit {
          if text[place] != 0x30 { seconds = max(seconds, 1) }
          place += 1
        }
        guard place > start else { return nil }
      }
    }
    let zone = text.part(place, text.count)
    let isUTC = zone.count == 1 && zone[0] | 0x20 == 0x7A
    guard zone.isEmpty || zone.starts(with: "+08:00") && zone.count == 6 || isUTC && hours < 16 else { return nil }
    return hours == 0 && minutes == 0 && seconds == 0
  }

  /// One or two digits.
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int32? {
    let start = place
    while place < text.count, place < start + 2, text[place].isDigit { place += 1 }
    return place > start ? text.number(start, place) : nil
  }

  private static func skip(_ sign: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Bool {
    guard place < text.count, text[place] == sign else { return false }
    place += 1
    return true
  }
}
