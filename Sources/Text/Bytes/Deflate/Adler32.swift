/// The checksum of a zlib stream (RFC 1950 §8.2).
struct Adler32: Sendable {
  /// The two sums; over no bytes 1 and 0.
  private(set) var sums: (UInt32, UInt32)

  init(from start: (UInt32, UInt32) = (1, 0)) { sums = start }

  var value: UInt32 { sums.1 << 16 | sums.0 }

  mutating func add(_ bytes: [UInt8]) {
    var (a, b) = sums
    var start = 0
    while start < bytes.count {
      let end = min(start + 5552, bytes.count)  // most bytes before the sums may overflow
      for byte in bytes[start..<end] {
        a &+= UInt32(byte)
        b &+= a
      }
      a %= 65521
      b %= 65521
      start = end
    }
    sums = (a, b)
  }

  /// Carries on over `count` bytes whose own sums, started at 0, are known.
  mutating func add(_ other: (UInt32, UInt32), count: UInt32) {
    // Behind so many bytes the second sum has grown by the first one so often.
    sums.1 = (sums.1 + UInt32(UInt64(sums.0) * UInt64(count) % 65521) + other.1) % 65521
    sums.0 = (sums.0 + other.0) % 65521
  }
}
