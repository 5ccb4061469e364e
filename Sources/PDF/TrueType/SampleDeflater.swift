/// Deflates text that is like a sample (RFC 1951), as fast as repetitions are found: the Huffman codes are those of the
/// sample and made once.
package struct SampleDeflater: Sendable {
  /// Codes of the bytes, of the end (256) and of the lengths of repetitions (from 257 on).
  private let symbols: HuffmanCode
  private let distances: HuffmanCode
  private let head: [(bits: UInt32, count: UInt32)]

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

/// What a text is made of: single bytes and repetitions.
private protocol RepetitionVisitor {
  mutating func byte(_ byte: UInt8)
  /// `length` bytes, 4 to 258, that stand `distance` bytes before, at most 32,768.
  mutating func repetition(_ length: Int, _ distance: Int)
}

/// Finds repetitions of four bytes and more, each by the last place where the same four bytes stood.
private enum Repetitions {
  private typealias Places = UnsafeMutableBufferPointer<Int32>

  static func visit(_ bytes: [UInt8], _ visitor: inout some RepetitionVisitor) {
    bytes.withUnsafeBytes { bytes in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 4096) { places in
        places.update(repeating: Int32.min)
        var index = 0
        while index + 4 <= bytes.count {
          let place = note(index, bytes, places)
          let length = place >= 0 && index - place <= 32768 ? repetition(at: index, place, bytes) : 0
          if length == 0 {
            visitor.byte(bytes[index])
            index += 1
          } else {
            visitor.repetition(length, index - place)
            // Most of what is inside of a repetition is found by what stands before it.
            for inner in index + 1..<min(index + min(length, 5), bytes.count - 3) { note(inner, bytes, places) }
            index += length
          }
        }
        for byte in bytes[min(index, bytes.count)...] { visitor.byte(byte) }
      }
    }
  }

  /// Puts the place of four bytes into the table; returns the one that stood there.
  @discardableResult
  private static func note(_ index: Int, _ bytes: UnsafeRawBufferPointer, _ places: Places) -> Int {
    let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)
    let hash = Int((word &* 2_654_435_761) >> 20)  // 12 bits
    let before = Int(places[hash])
    places[hash] = Int32(truncatingIfNeeded: index)
    return before
  }

  /// How many bytes at `index` stand at `place`, too, at most 258; 0 when fewer than four.
  private static func repetition(at index: Int, _ place: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    let most = min(258, bytes.count - index)
    var length = 0
    while length + 8 <= most {
      let difference =
        bytes.loadUnaligned(fromByteOffset: index + length, as: UInt64.self)
        ^ bytes.loadUnaligned(fromByteOffset: place + length, as: UInt64.self)
      if difference != 0 {
        length += difference.littleEndian.trailingZeroBitCount / 8
        return length < 4 ? 0 : length
      }
      length += 8
    }
    while length < most, bytes[index + length] == bytes[place + length] { length += 1 }
    return length < 4 ? 0 : length
  }
}

/// How lengths and distances are written (RFC 1951 §3.2.5).
private enum RepetitionSymbol {
  /// Symbol, and how many bits of which value follow.
  static func length(_ length: Int) -> (symbol: Int, extra: UInt64, count: UInt64) {
    if length == 258 { return (285, 0, 0) }
    if length < 11 { return (254 + length, 0, 0) }
    let (symbol, extra, count) = steps(length - 3, fine: 3)
    return (257 + symbol, extra, count)
  }

  static func distance(_ distance: Int) -> (symbol: Int, extra: UInt64, count: UInt64) {
    distance < 5 ? (distance - 1, 0, 0) : steps(distance - 1, fine: 2)
  }

  /// Symbols of a number, 2^(fine - 1) of them for each doubling.
  private static func steps(_ number: Int, fine: Int) -> (symbol: Int, extra: UInt64, count: UInt64) {
    let count = Int.bitWidth - 1 - number.leadingZeroBitCount - (fine - 1)
    return (count << (fine - 1) + number >> count, UInt64(number & (1 << count - 1)), UInt64(count))
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
