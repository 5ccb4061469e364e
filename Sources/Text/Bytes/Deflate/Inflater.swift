/// Undoes deflate (RFC 1951) in zlib's wrapping (RFC 1950), for data of strangers: what is damaged, or grows beyond a
/// limit, gives nothing.
package struct Inflater {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var output: [UInt8] = []
  private let limit: Int

  /// What zlib data hold; bytes behind them do not count. `nil` when they are damaged, their checksum is another, or
  /// they hold more than `limit` bytes.
  package static func inflated(_ bytes: ArraySlice<UInt8>, atMost limit: Int) -> [UInt8]? {
    var inflater = Inflater(bytes, limit)
    return inflater.run() ? inflater.output : nil
  }

  private init(_ bytes: ArraySlice<UInt8>, _ limit: Int) {
    self.bytes = bytes
    self.limit = limit
    position = bytes.startIndex + 2
  }

  private mutating func run() -> Bool {
    guard bytes.count >= 2, bytes[bytes.startIndex] & 15 == 8, bytes[bytes.startIndex + 1] & 0x20 == 0 else {
      return false
    }
    var isLast = false
    while !isLast {
      guard let head = take(3) else { return false }
      isLast = head & 1 == 1
      let isRight: Bool
      switch head >> 1 {
      case 0: isRight = copyStored()
      case 1: isRight = copy(Self.fixedLiterals, Self.fixedDistances)
      case 2: isRight = copyWithOwnCodes()
      default: isRight = false
      }
      if !isRight { return false }
    }
    var checksum = Adler32()
    checksum.add(output)
    // Whole bytes that were read ahead are given back.
    position -= Int(bitCount / 8)
    guard bytes.endIndex - position >= 4 else { return false }
    var expected: UInt32 = 0
    for byte in bytes[position..<(position + 4)] { expected = expected << 8 | UInt32(byte) }
    return expected == checksum.value
  }

  /// The next bits, at most 16, the first the lowest.
  private mutating func take(_ count: UInt32) -> UInt32? {
    while bitCount < count {
      guard position < bytes.endIndex else { return nil }
      bits |= UInt32(bytes[position]) << bitCount
      position += 1
      bitCount += 8
    }
    let value = bits & (1 << count - 1)
    bits >>= count
    bitCount -= count
    return value
  }

  private mutating func copyStored() -> Bool {
    position -= Int(bitCount / 8)
    (bits, bitCount) = (0, 0)
    guard let length = take(16), let inverse = take(16), length ^ inverse == 0xFFFF,
      bytes.endIndex - position >= Int(length), limit - output.count >= Int(length)
    else { return false }
    output += bytes[position..<(position + Int(length))]
    position += Int(length)
    return true
  }

  private mutating func copyWithOwnCodes() -> Bool {
    guard let literals = take(5), let distances = take(5), let count = take(4) else { return false }
    var lengths = [UInt8](repeating: 0, count: 19)
    for index in 0..<Int(count + 4) {
      guard let length = take(3) else { return false }
      lengths[Int(Self.order[index])] = UInt8(length)
    }
    let code = InflateCode(lengths[...])
    let (first, all) = (Int(literals) + 257, Int(literals + distances) + 258)
    lengths.removeAll()
    while lengths.count < all {
      guard let symbol = symbol(of: code) else { return false }
      var repeated: UInt8 = 0
      let run: UInt32?
      switch symbol {
      case 0...15:
        lengths.append(UInt8(symbol))
        continue
      case 16:
        guard let last = lengths.last else { return false }
        repeated = last
        run = take(2).map { $0 + 3 }
      case 17: run = take(3).map { $0 + 3 }
      default: run = take(7).map { $0 + 11 }
      }
      guard let run, lengths.count + Int(run) <= all else { return false }
      for _ in 0..<run { lengths.append(repeated) }
    }
    return copy(InflateCode(lengths[..<first]), InflateCode(lengths[first...]))
  }

  private mutating func copy(_ literals: InflateCode, _ distances: InflateCode) -> Bool {
    while let symbol = symbol(of: literals) {
      guard symbol != 256 else { return true }
      guard symbol > 256 else {
        guard output.count < limit else { return false }
        output.append(UInt8(symbol))
        continue
      }
      guard let length = size(symbol - 257, perStep: 4, largest: 28),
        let code = self.symbol(of: distances), let distance = size(code, perStep: 2, largest: 30),
        distance < output.count, length + 3 <= limit - output.count
      else { return false }
      for _ in 0..<(length + 3) { output.append(output[output.count - distance - 1]) }
    }
    return false
  }

  /// A length less 3, or a distance less 1, by its symbol and the bits behind it (RFC 1951 §3.2.5).
  private mutating func size(_ symbol: Int, perStep: Int, largest: Int) -> Int? {
    if symbol == 28, perStep == 4 { return 255 }
    guard symbol < largest else { return nil }
    let extra = max(symbol / perStep - 1, 0)
    let base = extra == 0 ? symbol : (symbol % perStep + perStep) << extra
    return take(UInt32(extra)).map { base + Int($0) }
  }

  private mutating func symbol(of code: InflateCode) -> Int? {
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      guard let bit = take(1) else { return nil }
      value |= Int(bit)
      let count = code.counts[length]
      if value - first < count { return Int(code.symbols[index + value - first]) }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }

  private static let order: [UInt8] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static var fixedLiterals: InflateCode {
    var lengths = [UInt8](repeating: 8, count: 288)
    for symbol in 144..<280 { lengths[symbol] = symbol < 256 ? 9 : 7 }
    return InflateCode(lengths[...])
  }
  private static var fixedDistances: InflateCode { InflateCode([UInt8](repeating: 5, count: 30)[...]) }
}

/// A Huffman code by the lengths of its symbols: how many have each length, and the symbols in the code's order.
private struct InflateCode {
  private(set) var counts = [Int](repeating: 0, count: 16)
  private(set) var symbols: [UInt16] = []

  init(_ lengths: ArraySlice<UInt8>) {
    for length in 1...15 {
      for index in lengths.indices where lengths[index] == length {
        symbols.append(UInt16(index - lengths.startIndex))
        counts[length] += 1
      }
    }
  }
}
