/// Big-endian numbers in a font's bytes. What lies outside the bytes reads as zero, so that no font makes a reader trap.
struct FontBytes: Sendable {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  func u16(_ offset: Int) -> UInt16 {
    guard offset >= 0, offset <= bytes.count - 2 else { return 0 }
    return UInt16(bytes[offset]) << 8 | UInt16(bytes[offset + 1])
  }

  func i16(_ offset: Int) -> Int16 { Int16(bitPattern: u16(offset)) }

  func u32(_ offset: Int) -> UInt32 {
    guard offset >= 0, offset <= bytes.count - 4 else { return 0 }
    return UInt32(bytes[offset]) << 24 | UInt32(bytes[offset + 1]) << 16 | UInt32(bytes[offset + 2]) << 8
      | UInt32(bytes[offset + 3])
  }

  /// The 32-bit number as an offset or count; `nil` when it is larger than the file, which also keeps sums of two of
  /// them within a 32-bit `Int`.
  func size(_ offset: Int) -> Int? {
    let number = u32(offset)
    return number <= UInt32(clamping: bytes.count) ? Int(number) : nil
  }
}
