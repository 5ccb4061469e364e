#if canImport(Bytes)
  internal import Bytes
#endif

extension UInt8 {
  /// Whether it is an ASCII digit.
  @inline(__always)
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether it is an ASCII capital letter.
  @inline(__always)
  var isCapital: Bool { self >= 0x41 && self <= 0x5A }

  /// Whether it is an ASCII letter.
  @inline(__always)
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes from `start` up to `end` are all ASCII digits.
  func areDigits(_ start: Int = 0, _ end: Int? = nil) -> Bool {
    for place in start..<(end ?? count) where !self[place].isDigit { return false }
    return true
  }

  /// The number that the ASCII digits from `start` up to `end` make; at most nine of them.
  func number(_ start: Int, _ end: Int) -> Int32 {
    var number: Int32 = 0
    for place in start..<end { number = number &* 10 &+ Int32(self[place] & 0x0F) }
    return number
  }

  /// Whether the text ends with these bytes.
  func ends(with text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && text.equals(part(count - text.utf8CodeUnitCount, count))
  }

  /// Whether the text starts with these bytes.
  func starts(with text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && text.equals(part(0, text.utf8CodeUnitCount))
  }
}
