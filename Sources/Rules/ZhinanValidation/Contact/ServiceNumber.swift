/// Numbers that are dialled as they are, or after an area code: 12345, 95598, 96123, 10086.
enum ServiceNumber {
  /// The rule for one text: five to eight digits, an area code before them or none. Spaces and hyphens may stand between
  /// them, but not behind what is a service's number already: 95598-1 is not 955981.
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    guard let length = canonical.withUnsafeBufferPointer({ areaLength($0) }), !goesOn(text) else {
      return Verdict(.eFormat)
    }
    if length > 0 { canonical.insert(0x2D, at: length) }
    return Verdict()
  }

  /// Whether digits follow a whole number, a space or a hyphen between them.
  private static func goesOn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var written: [UInt8] = []
    Folding.fold(text, .full, into: &written)
    var digits: [UInt8] = []
    var isBehindGap = false
    for byte in written {
      guard byte.isDigit else {
        isBehindGap = true
        continue
      }
      if isBehindGap, digits.withUnsafeBufferPointer({ areaLength($0) }) != nil { return true }
      isBehindGap = false
      digits.append(byte)
    }
    return false
  }

  /// The digits of an area code before a service number; `nil` when there is no service number.
  private static func areaLength(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard digits.areDigits() else { return nil }
    if isService(digits) { return 0 }
    guard digits.count >= 8, digits[0] == 0x30 else { return nil }
    for length in 3...4 where isService(digits.part(length, digits.count)) {
      let isArea = AreaCode.localDigits(digits.number(1, length)) != .none
      if isArea { return length }
    }
    return nil
  }

  /// Whether digits are of the numbers that the plan keeps for services (YD/T, 电信网编号计划): 100xx, 101xx and 125xx of the
  /// networks, 111xx of the post, 121xx and 123xx of governments, 95xxx to eight digits of businesses in the whole country, 96xxx and 96xxxx in one
  /// province, 116114 and 118114.
  static func isService(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    guard digits.count >= 5, digits.count <= 8, digits.areDigits() else { return false }
    let start = digits.number(0, 2)
    switch digits.count {
    case 5: return start == 95 || start == 96 || [100, 101, 111, 121, 123, 125].contains(digits.number(0, 3))
    case 6: return start == 95 || start == 96 || [116_114, 118_114].contains(digits.number(0, 6))
    default: return start == 95
    }
  }
}
