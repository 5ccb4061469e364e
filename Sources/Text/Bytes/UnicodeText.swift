/// UTF-8 as Unicode scalar values, and these as UTF-16.
@usableFromInline
package enum UnicodeText {
  /// Scalar values of well-formed UTF-8; anything else becomes U+FFFD.
  @inlinable
  package static func scalars(_ text: some Sequence<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.underestimatedCount)
    var decoder = UTF8()
    var bytes = text.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): scalars.append(scalar.value)
      case .emptyInput: return scalars
      case .error: scalars.append(0xFFFD)
      }
    }
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-16, four upper-case hexadecimal digits a unit.
  @inlinable
  package mutating func appendUTF16Hexadecimal(_ scalar: UInt32) {
    guard scalar > 0xFFFF else { return appendUpperHexadecimal(UInt16(scalar)) }
    let rest = scalar &- 0x10000
    appendUpperHexadecimal(0xD800 | UInt16(truncatingIfNeeded: rest >> 10 & 0x3FF))
    appendUpperHexadecimal(0xDC00 | UInt16(truncatingIfNeeded: rest & 0x3FF))
  }
}
