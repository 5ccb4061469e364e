/// Deflates text that is like a sample (RFC 1951), as fast as repetitions are found: the Huffman codes are those of the
/// sample and made once.
package struct TrainedDeflater: Sendable {
  /// Codes of the bytes, of the end (256) and of the lengths of repetitions (from 257 on).
  private let symbols: HuffmanCode
  private let distances: HuffmanCode
  private let head: [(bits: UInt32, count: UInt32)]

  /// A deflater for text like `sample`, which may be empty.
  package init(sample: [UInt8]) {
    var counter = SymbolCounter()
    Repetitions.visit(sample, &counter)
    symbols = HuffmanCode(counter.symbols)
    distances = HuffmanCode(counter.distances)
    head = HuffmanCode.head(symbols, distances)
  }

  /// The bytes as a zlib stream (RFC 1950).
  package func zlib(_ bytes: [UInt8]) -> [UInt8] {
    // A byte's code has at most 15 bits; a repetition of four bytes or more has at most 48.
    let room = 32 + head.count + bytes.count * 2
    return [UInt8](unsafeUninitializedCapacity: room) { out, count in
      out[0] = 0x78
      out[1] = 0x01
      var writer = BitWriter(out: UnsafeMutableRawPointer(out.baseAddress.unsafelyUnwrapped), end: 2)
      for (bits, count) in head { writer.put(UInt64(bits), UInt64(count)) }
      symbols.codes.withUnsafeBufferPointer { symbols in
        distances.codes.withUnsafeBufferPointer { distances in
          var coder = RepetitionCoder(symbols: symbols, distances: distances, writer: writer)
          Repetitions.visit(bytes, &coder)
          coder.put(symbol: 256)
          writer = coder.writer
        }
      }
      var adler = Adler32()
      adler.add(bytes)
      count = writer.finished(adler.value)
    }
  }
}

private struct SymbolCounter: RepetitionVisitor {
  // Every symbol has a code, whether the sample has it or not.
  var symbols = [UInt32](repeating: 1, count: 286)
  var distances = [UInt32](repeating: 1, count: 30)

  mutating func byte(_ byte: UInt8) { symbols[Int(byte)] += 1 }

  mutating func repetition(_ length: Int, _ distance: Int) {
    symbols[RepetitionSymbol.length(length).symbol] += 1
    distances[RepetitionSymbol.distance(distance).symbol] += 1
  }
}

private struct RepetitionCoder: RepetitionVisitor {
  let symbols: UnsafeBufferPointer<UInt32>
  let distances: UnsafeBufferPointer<UInt32>
  var writer: BitWriter

  mutating func put(symbol: Int) {
    let code = symbols[symbol]
    writer.put(UInt64(code & 0xFFFF), UInt64(code >> 16))
  }

  mutating func byte(_ byte: UInt8) { put(symbol: Int(byte)) }

  mutating func repetition(_ length: Int, _ distance: Int) {
    let first = RepetitionSymbol.length(length)
    put(symbol: first.symbol)
    writer.put(first.extra, first.count)
    let second = RepetitionSymbol.distance(distance)
    let code = distances[second.symbol]
    writer.put(UInt64(code & 0xFFFF), UInt64(code >> 16))
    writer.put(second.extra, second.count)
  }
}

/// Writes bits, lowest first, behind `end` bytes of `out`.
private struct BitWriter {
  let out: UnsafeMutableRawPointer
  var end: Int
  private var bits: UInt64 = 0
  private var held: UInt64 = 0

  init(out: UnsafeMutableRawPointer, end: Int) {
    self.out = out
    self.end = end
  }

  /// At most 16 bits.
  mutating func put(_ value: UInt64, _ count: UInt64) {
    bits |= value << held
    held &+= count
    if held > 48 {
      out.storeBytes(of: bits.littleEndian, toByteOffset: end, as: UInt64.self)
      end &+= Int(held >> 3)
      bits >>= held & ~7
      held &= 7
    }
  }

  /// Writes what is left and the checksum; returns how many bytes there are.
  mutating func finished(_ checksum: UInt32) -> Int {
    while held > 0 {
      out.storeBytes(of: UInt8(truncatingIfNeeded: bits), toByteOffset: end, as: UInt8.self)
      end += 1
      bits >>= 8
      held -= min(held, 8)
    }
    out.storeBytes(of: checksum.bigEndian, toByteOffset: end, as: UInt32.self)
    return end + 4
  }
}
