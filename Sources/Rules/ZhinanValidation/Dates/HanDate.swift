#if canImport(Bytes)
  internal import Bytes
#endif

/// Dates in Chinese numerals: 二〇二六年十一月二十二日.
enum HanDate {
  /// 十.
  static let ten: UInt32 = 0x5341

  /// The folded text with ASCII digits for the numerals of year, month and day; `nil` where it does not begin with such
  /// a date.
  static func inDigits(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var reader = ScalarReader(text)
    var written: [UInt8] = []
    for unit: UInt32 in [0x5E74, 0x6708, 0] {
      var numeral: [UInt32] = []
      var end: UInt32?
      while let scalar = reader.nextInSmall() {
        if scalar == 0x20 { continue }
        guard scalar == ten || digit(scalar) != nil else {
          end = scalar
          break
        }
        numeral.append(scalar)
      }
      // 日 and 号 end the day, or nothing.
      let isUnit = unit == 0 ? end == nil || end == 0x65E5 || end == 0x53F7 : end == unit
      guard isUnit, let value = unit == 0x5E74 ? year(numeral) : number(numeral) else { return nil }
      written.appendDecimal(value, digits: unit == 0x5E74 ? 4 : 2)
      if let end { written.append(scalar: end) }
    }
    written.append(contentsOf: text.part(reader.position, text.count))
    return written
  }

  /// Four digits one behind the other.
  private static func year(_ numeral: [UInt32]) -> Int32? {
    numeral.count == 4 ? value(ofDigits: numeral) : nil
  }

  /// One or two digits, or tens as they are said: 十, 十一, 二十, 二十二.
  private static func number(_ numeral: [UInt32]) -> Int32? {
    guard let place = numeral.firstIndex(of: ten) else {
      return numeral.count == 1 || numeral.count == 2 ? value(ofDigits: numeral) : nil
    }
    guard place <= 1, numeral.count - place <= 2, let tens = place == 0 ? 1 : digit(numeral[0]), tens > 0 else {
      return nil
    }
    guard place + 1 < numeral.count else { return tens * 10 }
    guard let ones = digit(numeral[place + 1]), ones > 0 else { return nil }
    return tens * 10 + ones
  }

  private static func value(ofDigits numeral: [UInt32]) -> Int32? {
    var value: Int32 = 0
    for scalar in numeral {
      guard let digit = Self.digit(scalar) else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// The value of 〇, ○, 零 and 一 to 九.
  static func digit(_ scalar: UInt32) -> Int32? {
    switch scalar {
    case 0x3007, 0x25CB, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }
}
