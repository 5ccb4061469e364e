/// What a text is made of: single bytes and repetitions.
protocol RepetitionVisitor {
  mutating func byte(_ byte: UInt8)
  /// `length` bytes, 4 to 258, that stand `distance` bytes before, at most 32,768.
  mutating func repetition(_ length: Int, _ distance: Int)
}

/// Finds repetitions of four bytes and more, each by the last place where the same four bytes stood.
enum Repetitions {
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
enum RepetitionSymbol {
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
