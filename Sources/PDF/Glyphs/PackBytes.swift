/// Numbers of a pack, one after another. What lies beyond the end reads as 0 and is remembered as damage, so that a
/// reader looks once, at the end.
struct PackBytes {
  let bytes: [UInt8]
  private(set) var position: Int
  private(set) var end: Int
  private(set) var isDamaged = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Whether everything was read and nothing beyond it.
  var isDone: Bool { !isDamaged && position == end }
  var rest: Int { end - position }

  mutating func byte() -> UInt8 {
    guard position < end else {
      isDamaged = true
      return 0
    }
    position += 1
    return bytes[position - 1]
  }

  /// Seven bits a byte, lowest first; the top bit says that more follow. At most `limit`.
  mutating func number(upTo limit: UInt32) -> UInt32 {
    var number: UInt32 = 0
    for shift in [0, 7, 14, 21] as [UInt32] {
      let byte = byte()
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 {
        if number > limit { break }
        return number
      }
    }
    isDamaged = true
    return 0
  }

  /// A number with its sign in the lowest bit.
  mutating func signed() -> Int32 {
    let number = number(upTo: 0x1FFFF)
    return Int32(number >> 1) ^ -Int32(number & 1)
  }

  /// The next `count` bytes; none when there are fewer.
  mutating func part(_ count: Int) -> Range<Int> {
    guard count <= rest else {
      isDamaged = true
      return end..<end
    }
    position += count
    return position - count..<position
  }

  /// The next `count` bytes, copied; none when there are fewer.
  mutating func copy(_ count: Int) -> [UInt8] { [UInt8](bytes[part(count)]) }
}
