/// A Huffman code made once for bytes of one kind, so that more of the kind is deflated by one look at a table a byte.
/// It does not look for repetitions: in outlines that would gain 3 % more.
package struct ByteCode: Sendable {
  /// For each byte its code, first bit lowest, below the code's length << 16; entry 256 ends the block.
  let codes: [UInt32]
  /// The block's head: final, own code, its lengths (RFC 1951 §3.2.7), as bits in order.
  let head: [(bits: UInt32, count: UInt32)]

  /// The code for a font's outlines, counted over some 256 of its glyphs.
  package init(for font: TrueTypeFont) {
    var counts = [UInt32](repeating: 1, count: 257)
    let step = max(1, font.glyphCount / 256)
    for glyph in stride(from: 0, to: min(font.glyphCount, 65535), by: step) {
      guard let outline = try? font.outline(of: UInt16(glyph)) else { continue }
      for byte in font.source[outline].prefix(2048) { counts[Int(byte)] += 1 }
    }
    self.init(counts)
  }

  /// The code for bytes like a sample.
  package init(sample: [UInt8]) {
    var counts = [UInt32](repeating: 1, count: 257)
    for byte in sample.prefix(1 << 20) { counts[Int(byte)] += 1 }
    self.init(counts)
  }

  private init(_ counts: [UInt32]) {
    let lengths = Self.lengths(counts)
    codes = Self.codes(lengths)
    var head: [(bits: UInt32, count: UInt32)] = [(0b101, 3), (0, 5), (0, 5), (15, 4)]
    // Lengths of the lengths, in the order 16, 17, 18, 0, 8, …: runs are not used, 0 to 15 have four bits each.
    for symbol in 0..<19 { head.append((symbol < 3 ? 0 : 4, 3)) }
    for length in lengths { head.append((Self.reversed(UInt32(length), 4), 4)) }
    head.append((Self.reversed(1, 4), 4))  // one distance code, never used
    self.head = head
  }

  /// The bytes as a zlib stream (RFC 1950).
  package func zlib(_ bytes: [UInt8]) -> [UInt8] {
    // A code has at most 15 bits; whole words are written, so 8 bytes more than are needed.
    let room = 32 + head.count + bytes.count * 2
    return [UInt8](unsafeUninitializedCapacity: room) { out, count in
      out[0] = 0x78
      out[1] = 0x01
      var end = 2
      var bits: UInt64 = 0
      var held: UInt64 = 0
      for (value, length) in head {
        bits |= UInt64(value) << held
        held += UInt64(length)
        while held >= 8 {
          out[end] = UInt8(truncatingIfNeeded: bits)
          end += 1
          bits >>= 8
          held -= 8
        }
      }
      (bits, held) = encode(bytes, bits, held, to: UnsafeMutableRawPointer(out.baseAddress.unsafelyUnwrapped), &end)
      bits |= UInt64(codes[256] & 0xFFFF) << held
      held += UInt64(codes[256] >> 16)
      while held > 0 {
        out[end] = UInt8(truncatingIfNeeded: bits)
        end += 1
        bits >>= 8
        held -= min(held, 8)
      }
      let sum = Self.adler32(bytes)
      for shift in [24, 16, 8, 0] as [UInt32] {
        out[end] = UInt8(truncatingIfNeeded: sum >> shift)
        end += 1
      }
      count = end
    }
  }

  /// Writes the codes of bytes behind `held` bits; returns the bits that fill no byte, fewer than 8.
  private func encode(
    _ bytes: [UInt8], _ first: UInt64, _ count: UInt64, to out: UnsafeMutableRawPointer, _ end: inout Int
  ) -> (UInt64, UInt64) {
    codes.withUnsafeBufferPointer { codes in
      bytes.withUnsafeBufferPointer { bytes in
        var (bits, held, place) = (first, count, end)
        for byte in bytes {
          let code = codes[Int(byte)]
          bits |= UInt64(code & 0xFFFF) << held
          held &+= UInt64(code >> 16)
          if held > 48 {
            out.storeBytes(of: bits.littleEndian, toByteOffset: place, as: UInt64.self)
            place &+= Int(held >> 3)
            bits >>= held & ~7
            held &= 7
          }
        }
        out.storeBytes(of: bits.littleEndian, toByteOffset: place, as: UInt64.self)
        place &+= Int(held >> 3)
        bits >>= held & ~7
        held &= 7
        end = place
        return (bits, held)
      }
    }
  }

  /// The code of these bytes without the block's head and end, first bit lowest.
  func bits(of bytes: [UInt8]) -> (words: [UInt64], count: Int) {
    var words: [UInt64] = []
    var count = 0
    for byte in bytes {
      let (code, length) = (UInt64(codes[Int(byte)] & 0xFFFF), Int(codes[Int(byte)] >> 16))
      let place = count & 63
      if place == 0 { words.append(0) }
      words[words.count - 1] |= code << UInt64(place)
      if place + length > 64 { words.append(code >> UInt64(64 - place)) }
      count += length
    }
    return (words, count)
  }

  static func adler32(_ bytes: [UInt8]) -> UInt32 {
    let (a, b) = sums(bytes, from: (1, 0))
    return b << 16 | a
  }

  /// Adler-32's two sums (RFC 1950 §8.2), carried on over these bytes.
  static func sums(_ bytes: [UInt8], from start: (UInt32, UInt32)) -> (UInt32, UInt32) {
    var (a, b) = start
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
    return (a, b)
  }

  /// Lengths of a Huffman code of at most 15 bits; counts are flattened until it is.
  private static func lengths(_ counts: [UInt32]) -> [UInt8] {
    var counts = counts
    while true {
      let lengths = huffman(counts)
      if lengths.allSatisfy({ $0 <= 15 }) { return lengths }
      for index in counts.indices { counts[index] = (counts[index] + 1) / 2 }
    }
  }

  private static func huffman(_ counts: [UInt32]) -> [UInt8] {
    // Two queues: the symbols by count, and the nodes in the order of their making, which is by count too.
    let order = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var weights: [UInt32] = []
    var parents = [Int](repeating: 0, count: counts.count * 2)
    var leaf = 0
    var node = 0
    func take() -> (weight: UInt32, id: Int) {
      if leaf < order.count, node >= weights.count || counts[order[leaf]] <= weights[node] {
        leaf += 1
        return (counts[order[leaf - 1]], order[leaf - 1])
      }
      node += 1
      return (weights[node - 1], counts.count + node - 1)
    }
    for made in 0..<counts.count - 1 {
      let first = take()
      let second = take()
      parents[first.id] = counts.count + made
      parents[second.id] = counts.count + made
      weights.append(first.weight &+ second.weight)
    }
    let root = counts.count * 2 - 2
    var depths = [UInt8](repeating: 0, count: counts.count * 2)
    for id in stride(from: root - 1, through: 0, by: -1) { depths[id] = depths[parents[id]] &+ 1 }
    return Array(depths[..<counts.count])
  }

  /// Canonical codes (RFC 1951 §3.2.2), bits in the order of writing, each below its length << 16.
  private static func codes(_ lengths: [UInt8]) -> [UInt32] {
    var codes = [UInt32](repeating: 0, count: lengths.count)
    var code: UInt32 = 0
    for length in 1...15 as ClosedRange<UInt8> {
      for symbol in lengths.indices where lengths[symbol] == length {
        codes[symbol] = reversed(code, UInt32(length)) | UInt32(length) << 16
        code += 1
      }
      code <<= 1
    }
    return codes
  }

  private static func reversed(_ value: UInt32, _ count: UInt32) -> UInt32 {
    var result: UInt32 = 0
    for bit in 0..<count where value >> bit & 1 != 0 { result |= 1 << (count - 1 - bit) }
    return result
  }
}
