/// Numbers and bytes in hexadecimal digits.
@usableFromInline
package enum Hexadecimal {
  /// The digit of 0 to 15 in ASCII, lower case.
  @inlinable
  package static func lowerDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  /// The digit of 0 to 15 in ASCII, upper case.
  @inlinable
  package static func upperDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  /// What an ASCII digit of either case stands for; `nil` for any other byte.
  @inlinable
  package static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }

  /// The bytes that pairs of digits stand for; `nil` when there is another byte or half a pair.
  package static func bytes(_ digits: some Collection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      guard let value = value(of: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }
}

extension [UInt8] {
  /// Appends two lower-case digits a byte.
  package mutating func appendLowerHexadecimal(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      append(Hexadecimal.lowerDigit(byte >> 4))
      append(Hexadecimal.lowerDigit(byte & 15))
    }
  }

  /// Appends two upper-case digits a byte.
  @inlinable
  package mutating func appendUpperHexadecimal(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { appendUpperHexadecimal(byte) }
  }

  /// Appends a byte's two upper-case digits.
  @inlinable
  package mutating func appendUpperHexadecimal(_ byte: UInt8) {
    append(Hexadecimal.upperDigit(byte >> 4))
    append(Hexadecimal.upperDigit(byte & 15))
  }

  /// Appends four upper-case digits.
  @inlinable
  package mutating func appendUpperHexadecimal(_ number: UInt16) {
    appendUpperHexadecimal(UInt8(number >> 8))
    appendUpperHexadecimal(UInt8(truncatingIfNeeded: number))
  }
}

#if !hasFeature(Embedded)
  extension Hexadecimal {
    /// Bytes as a text of lower-case digits, two a byte.
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
      var digits: [UInt8] = []
      digits.appendLowerHexadecimal(bytes)
      return String(decoding: digits, as: UTF8.self)
    }

    /// A number's lower-case digits, zeros in front up to `count` of them.
    package static func text(_ number: some BinaryInteger, digits count: Int) -> String {
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }

    /// A code point's name as the Unicode Standard writes it (appendix A), such as `U+4E00`.
    ///
    /// - Parameter count: the fewest digits; the standard's is four.
    package static func codePoint(_ scalar: UInt32, digits count: Int = 4) -> String {
      var name: [UInt8] = []
      name.appendCodePoint(scalar, digits: count)
      return String(decoding: name, as: UTF8.self)
    }
  }
#endif
