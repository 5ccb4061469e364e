/// A Huffman code made once for a font's outlines, so that each of them is coded once for all documents. It does not
/// look for repetitions, which would make a subset some 10 % smaller and each document pay for the search.
package struct ByteCode: Sendable {
  /// For each byte its code, first bit lowest, below the code's length << 16; entry 256 ends the block.
  let codes: [UInt32]
  /// The block's head: final, own code, its lengths (RFC 1951 §3.2.7), as bits in order.
  let head: [(bits: UInt32, count: UInt32)]

  /// Counted over some 256 of the font's glyphs.
  package init(for font: TrueTypeFont) {
    var counts = [UInt32](repeating: 1, count: 257)
    let step = max(1, font.glyphCount / 256)
    for glyph in stride(from: 0, to: min(font.glyphCount, 65535), by: step) {
      guard let outline = try? font.outline(of: UInt16(glyph)) else { continue }
      for byte in font.source[outline].prefix(2048) { counts[Int(byte)] += 1 }
    }
    let code = HuffmanCode(counts)
    codes = code.codes
    head = HuffmanCode.head(code, nil)
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
}
