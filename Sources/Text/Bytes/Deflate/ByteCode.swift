/// A Huffman code of single bytes that is made once, so that a piece is coded once for all files that hold it. It does
/// not look for repetitions, which each file would pay for with a search.
package struct ByteCode: Sendable {
  /// For each byte its code, first bit lowest, below the code's length << 16; entry 256 ends the block.
  let codes: [UInt32]
  /// The block's head: final, own code, its lengths (RFC 1951 §3.2.7), as bits in order.
  let head: [(bits: UInt32, count: UInt32)]

  /// The code for bytes that come so often: 256 counts and one for the block's end, each at least 1.
  package init(counts: [UInt32]) { self.init(HuffmanCode(counts)) }

  /// The code whose bytes, and the block's end, have codes so long: ``lengths`` of another code.
  package init(lengths: [UInt8]) { self.init(HuffmanCode(lengths: lengths)) }

  /// For each byte, and for the block's end, the bits of its code.
  package var lengths: [UInt8] { codes.map { UInt8(truncatingIfNeeded: $0 >> 16) } }

  private init(_ code: HuffmanCode) {
    codes = code.codes
    head = HuffmanCode.head(code, nil)
  }

  /// These bytes coded, to be put into many files.
  package func coded(_ bytes: [UInt8]) -> CodedBytes {
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
    var adler = Adler32(from: (0, 0))
    adler.add(bytes)
    return CodedBytes(bits: words, bitCount: count, byteCount: UInt32(bytes.count), sums: adler.sums)
  }
}

/// Bytes by a ``ByteCode``, without the block's head and end.
package struct CodedBytes: Sendable {
  /// Their code, first bit lowest.
  let bits: [UInt64]
  let bitCount: Int
  let byteCount: UInt32
  /// Adler-32's two sums over the bytes, started at 0.
  let sums: (UInt32, UInt32)
}
