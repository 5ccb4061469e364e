/// Reads one outline's bytes; `nil` where they end too early.
struct OutlineReader {
  private let bytes: FontBytes.Part
  private var position: Int

  init(_ bytes: FontBytes.Part) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func skip(_ count: Int) -> Bool {
    guard bytes.endIndex - position >= count else { return false }
    position += count
    return true
  }

  mutating func u8() -> UInt8? {
    guard skip(1) else { return nil }
    return bytes[position - 1]
  }

  mutating func u16() -> UInt16? {
    guard skip(2) else { return nil }
    return UInt16(bytes[position - 2]) << 8 | UInt16(bytes[position - 1])
  }

  mutating func i16() -> Int16? { u16().map { Int16(bitPattern: $0) } }

  mutating func flags(_ count: Int) -> [UInt8]? {
    var flags: [UInt8] = []
    while flags.count < count {
      guard let flag = u8() else { return nil }
      var times = 1
      if flag & 0x08 != 0 {
        guard let more = u8() else { return nil }
        times += Int(more)
      }
      guard flags.count + times <= count else { return nil }
      for _ in 0..<times { flags.append(flag) }
    }
    return flags
  }

  /// Absolute coordinates, which stay within ±2³⁰ for the 65,536 points that a glyph may have.
  mutating func coordinates(_ flags: [UInt8], short: UInt8, same: UInt8) -> [Int32]? {
    var coordinates: [Int32] = []
    coordinates.reserveCapacity(flags.count)
    var last: Int32 = 0
    for flag in flags {
      if flag & short != 0 {
        guard let step = u8() else { return nil }
        last += flag & same != 0 ? Int32(step) : -Int32(step)
      } else if flag & same == 0 {
        guard let step = i16() else { return nil }
        last += Int32(step)
      }
      coordinates.append(last)
    }
    return coordinates
  }
}
