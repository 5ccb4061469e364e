/// Writes JSON as UTF-8 bytes, without Foundation.
package struct JSONByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: text.bytes)
  }

  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  package mutating func number(_ value: Int64) {
    bytes.appendDecimal(value)
  }

  /// Text in quotation marks. Bytes that are not UTF-8 become U+FFFD.
  package mutating func string(_ text: some Sequence<UInt8>) {
    bytes.append(0x22)
    var decoder = UTF8()
    var rest = text.makeIterator()
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar): append(scalar)
      case .error: append("\u{FFFD}")
      case .emptyInput:
        bytes.append(0x22)
        return
      }
    }
  }

  package mutating func string(_ text: StaticString) {
    string(text.bytes)
  }

  /// Values in brackets.
  package mutating func array<Element>(_ elements: some Sequence<Element>, _ write: (inout Self, Element) -> Void) {
    bytes.append(0x5B)
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(0x2C) }
      isFirst = false
      write(&self, element)
    }
    bytes.append(0x5D)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22, 0x5C:
      bytes.append(0x5C)
      bytes.append(UInt8(scalar.value))
    case 0..<0x20, 0x7F, 0x2028, 0x2029:
      raw("\\u")
      bytes.appendLowerHexadecimal([UInt8(scalar.value >> 8), UInt8(scalar.value & 0xFF)])
    default: for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
    }
  }
}
