#if canImport(Bytes)
  internal import Bytes
#endif

/// A time of day to the minute, as people write it: 9:30, 09:30, 9点30分, 9时半, 下午2:30, 2:30 pm.
public enum TimeOfDay {
  /// Reads a time.
  ///
  /// - Parameter text: the time, UTF-8.
  /// - Returns: minutes after midnight, 0 to 1439; `E_FORMAT` for another spelling, and for seconds but zero; `E_DATE` for
  ///   an hour or a minute that the day has not.
  public static func check(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<Int32> {
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    return folded.withUnsafeBufferPointer { read($0) }
  }

  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    let checked = check(text)
    canonical.removeAll(keepingCapacity: true)
    if let minutes = checked.value { append(minutes, to: &canonical) }
    return checked.verdict
  }

  /// Appends minutes after midnight as `HH:MM`, in ASCII.
  public static func append(_ minutes: Int32, to bytes: inout [UInt8]) {
    bytes.appendDecimal(minutes / 60, digits: 2)
    bytes.append(0x3A)
    bytes.appendDecimal(minutes % 60, digits: 2)
  }

  /// Which half of the day was said.
  private enum Half {
    case unsaid, before, after
  }

  private static func read(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<Int32> {
    if text.isEmpty { return CheckedValue(.eEmpty) }
    var rest = text
    var half = Half.unsaid
    let isEvening = rest.starts(with: "晚上")
    if rest.starts(with: "上午") || rest.starts(with: "早上") { half = .before }
    if rest.starts(with: "下午") || isEvening { half = .after }
    let isHan = half != .unsaid
    if half != .unsaid { rest = trimmed(rest.part(6, rest.count)) }
    if half == .unsaid, rest.count > 2, rest[rest.count - 1] | 0x20 == 0x6D {
      switch rest[rest.count - 2] | 0x20 {
      case 0x61: half = .before
      case 0x70: half = .after
      default: return CheckedValue(.eFormat)
      }
      rest = trimmed(rest.part(0, rest.count - 2))
    }
    guard let (hours, minutes) = clock(rest) else { return CheckedValue(.eFormat) }
    // 12 in the morning, and in the evening 12 and what comes then, nobody can tell.
    if isHan, half == .before || isEvening, hours == 12 || isEvening && hours < 6 { return CheckedValue(.eFormat) }
    var hour = half == .before && hours == 12 ? 0 : hours
    if half == .after, hour < 12 { hour += 12 }
    guard hour < 24, minutes < 60, half != .before || hours <= 12 else { return CheckedValue(.eDate) }
    return CheckedValue(hour * 60 + minutes)
  }

  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, text.count)
    while start < end, text[start] == 0x20 { start += 1 }
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    return text.part(start, end)
  }

  /// `9:30`, `9:30:00`, `9点`, `9点半`, `9时30分`.
  private static func clock(_ text: UnsafeBufferPointer<UInt8>) -> (hours: Int32, minutes: Int32)? {
    var place = 0
    guard let hours = shortNumber(text, &place) else { return nil }
    let rest = text.part(place, text.count)
    if rest.first == 0x3A {
      place += 1
      let start = place
      guard let minutes = shortNumber(text, &place), place == start + 2 else { return nil }
      let seconds = text.part(place, text.count)
      return seconds.isEmpty || (":00" as StaticString).equals(seconds) ? (hours, minutes) : nil
    }
    guard rest.starts(with: "点") || rest.starts(with: "时") else { return nil }
    place += 3
    let behind = text.part(place, text.count)
    if behind.isEmpty || ("整" as StaticString).equals(behind) || ("钟" as StaticString).equals(behind) {
      return (hours, 0)
    }
    if ("半" as StaticString).equals(behind) { return (hours, 30) }
    guard let minutes = shortNumber(text, &place) else { return nil }
    let end = text.part(place, text.count)
    return end.isEmpty || ("分" as StaticString).equals(end) ? (hours, minutes) : nil
  }

  /// Whether a time may have a folded scalar.
  static func takes(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Digits and the colon, a space, letters of am and pm.
    case 0x30...0x3A, 0x20, 0x41, 0x4D, 0x50, 0x61, 0x6D, 0x70: true
    // 点时分半整钟上下早晚午
    case 0x70B9, 0x65F6, 0x5206, 0x534A, 0x6574, 0x949F, 0x4E0A, 0x4E0B, 0x65E9, 0x665A, 0x5348: true
    default: false
    }
  }

  /// One or two digits.
  private static func shortNumber(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int32? {
    let start = place
    while place < text.count, place < start + 2, text[place].isDigit { place += 1 }
    return place > start ? text.number(start, place) : nil
  }
}
