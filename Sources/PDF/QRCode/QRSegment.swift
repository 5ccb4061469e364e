/// A text in the mode that takes the fewest bits (ISO/IEC 18004:2015 §7.4).
struct QRSegment {
  enum Mode: UInt32 { case numeric = 1, alphanumeric = 2, byte = 4 }

  let mode: Mode
  let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
    if text.isEmpty {
      mode = .byte
    } else if text.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      mode = .numeric
    } else {
      mode = text.allSatisfy({ Self.value(of: $0) != nil }) ? .alphanumeric : .byte
    }
  }

  /// Bits of the mode indicator, the character count and the text in a code of a version.
  func bitCount(in version: Int) -> Int {
    let count = text.count
    switch mode {
    case .numeric: return 4 + countBits(in: version) + count / 3 * 10 + [0, 4, 7][count % 3]
    case .alphanumeric: return 4 + countBits(in: version) + count / 2 * 11 + count % 2 * 6
    case .byte: return 4 + countBits(in: version) + count * 8
    }
  }

  func write(to bits: inout QRBits, version: Int) {
    bits.append(mode.rawValue, count: 4)
    bits.append(UInt32(text.count), count: countBits(in: version))
    switch mode {
    case .numeric: writeGroups(of: 3, bits: [0, 4, 7, 10], base: 10, to: &bits) { UInt32($0) - 48 }
    case .alphanumeric: writeGroups(of: 2, bits: [0, 6, 11], base: 45, to: &bits) { Self.value(of: $0) ?? 0 }
    case .byte: for byte in text { bits.append(UInt32(byte), count: 8) }
    }
  }

  private func writeGroups(
    of length: Int, bits widths: [Int], base: UInt32, to bits: inout QRBits, value: (UInt8) -> UInt32
  ) {
    var start = 0
    while start < text.count {
      let end = min(start + length, text.count)
      var number: UInt32 = 0
      for index in start..<end { number = number * base + value(text[index]) }
      bits.append(number, count: widths[end - start])
      start = end
    }
  }

  /// Width of the character count (§7.4.1, table 3).
  private func countBits(in version: Int) -> Int {
    switch mode {
    case .numeric: version < 10 ? 10 : 12
    case .alphanumeric: version < 10 ? 9 : 11
    case .byte: version < 10 ? 8 : 16
    }
  }

  /// A character's value in alphanumeric mode (§7.4.4, table 5).
  private static func value(of character: UInt8) -> UInt32? {
    switch character {
    case 48...57: UInt32(character) - 48
    case 65...90: UInt32(character) - 55
    case 32: 36
    case 36: 37
    case 37: 38
    case 42: 39
    case 43: 40
    case 45: 41
    case 46: 42
    case 47: 43
    case 58: 44
    default: nil
    }
  }
}

/// Bits in the order in which they are read, highest first.
struct QRBits {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  mutating func append(_ value: UInt32, count width: Int) {
    var left = width
    while left > 0 {
      if count % 8 == 0 { bytes.append(0) }
      let free = 8 - count % 8
      let part = min(free, left)
      left -= part
      let piece = value >> UInt32(left) & (1 << UInt32(part) - 1)
      bytes[bytes.count - 1] |= UInt8(truncatingIfNeeded: piece << UInt32(free - part))
      count += part
    }
  }
}
