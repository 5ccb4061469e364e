/// Reads Unicode scalars from UTF-8. A byte that is part of none reads as U+FFFD.
struct ScalarReader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next scalar starts.
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next scalar, or `nil` at the end.
  #if hasFeature(Embedded)
    @inline(never)
  #else
    @inline(__always)
  #endif
  mutating func next() -> UInt32? {
    guard position < bytes.count else { return nil }
    let first = bytes[position]
    if first < 0x80 {
      position += 1
      return UInt32(first)
    }
    guard position < bytes.count - 1, bytes[position + 1] & 0xC0 == 0x80 else {
      position += 1
      return 0xFFFD
    }
    // Three bytes that need no further test, as Han has them.
    if first >= 0xE1, first <= 0xEF, first != 0xED, bytes.count - position >= 3 {
      let third = bytes[position + 2]
      if third & 0xC0 == 0x80 {
        let second = bytes[position + 1]
        position += 3
        return UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      }
    }
    return multibyte(first)
  }

  /// The next scalar, in few instructions where it is called and many where it runs.
  @inline(never)
  mutating func nextInSmall() -> UInt32? { next() }

  private mutating func multibyte(_ first: UInt8) -> UInt32 {
    let start = position
    position += 1
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0xFFFD
    }
    guard bytes.count - start >= length else { return 0xFFFD }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for place in 1..<length {
      let byte = bytes[start + place]
      guard byte & 0xC0 == 0x80 else { return 0xFFFD }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    switch length {
    case 3: guard scalar >= 0x800, scalar & 0xFFFFF800 != 0xD800 else { return 0xFFFD }
    case 4: guard scalar >= 0x1_0000, scalar <= 0x10_FFFF else { return 0xFFFD }
    default: break
    }
    position = start + length
    return scalar
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The number of Unicode scalars of a valid UTF-8 text.
  var scalarCount: Int {
    var number = 0
    for byte in self where byte & 0xC0 != 0x80 { number += 1 }
    return number
  }

  /// The bytes from `start` up to, not including, `end`, in place.
  func part(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[start..<end])
  }
}
