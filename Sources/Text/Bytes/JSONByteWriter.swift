/// Writes JSON as UTF-8 bytes (RFC 8259), without Foundation. Whatever writes JSON writes it through this.
package struct JSONByteWriter: Sendable {
  /// What is written so far.
  package internal(set) var bytes: [UInt8] = []
  #if !hasFeature(Embedded)
    let escapes: Escapes

    /// A writer whose texts have these escapes; in the browser there are only those that JSON needs.
    package init(_ escapes: Escapes = .needed) { self.escapes = escapes }
  #else
    /// A writer that escapes no more than JSON asks for.
    package init() {}
  #endif

  /// JSON that is written already.
  package mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: text.bytes)
  }

  /// The same in bytes.
  package mutating func raw(_ json: [UInt8]) { bytes += json }

  /// `true` or `false`.
  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// A whole number.
  package mutating func number(_ value: Int64) {
    bytes.appendDecimal(value)
  }

  /// Forgets what is written and keeps its room, so that a writer that is used again does not allocate.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Text in quotation marks. Bytes that are not UTF-8 become U+FFFD.
  package mutating func string(_ text: some Sequence<UInt8>) {
    if text.withContiguousStorageIfAvailable({ string(inOnePiece: $0) }) == nil { string(decoding: text) }
  }

  /// The same for bytes that are an array already.
  package mutating func string(_ text: [UInt8]) { text.withUnsafeBufferPointer { string(inOnePiece: $0) } }

  private mutating func string(inOnePiece text: UnsafeBufferPointer<UInt8>) {
    guard standsForItself(text) else { return string(decoding: text) }
    bytes.append(0x22)
    bytes.append(contentsOf: text)
    bytes.append(0x22)
  }

  private mutating func string(decoding text: some Sequence<UInt8>) {
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

  /// Text of the program in quotation marks.
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

  /// Whether the bytes of a text are written as they are.
  private func standsForItself(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var strange: UInt8 = 0
    for byte in text { strange |= byte &- 0x20 >= 0x5F || byte == 0x22 || byte == 0x5C ? 1 : 0 }
    return strange == 0 || needsNoEscape(text)
  }

  /// Whether a text is UTF-8 up to U+FFFF, and JSON asks for no escape in it.
  private func needsNoEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    #if !hasFeature(Embedded)
      guard case .needed = escapes else { return false }
    #endif
    var place = 0
    while place < text.count {
      let first = text[place]
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3
      guard text.count - place >= length else { return false }
      switch first {
      case 0x20, 0x21, 0x23...0x5B, 0x5D...0x7E: break
      case 0xC2...0xDF:
        guard text[place + 1] & 0xC0 == 0x80 else { return false }
      case 0xE1...0xEC, 0xEE, 0xEF:
        let (second, third) = (text[place + 1], text[place + 2])
        guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return false }
        // U+2028 and U+2029.
        if first == 0xE2, second == 0x80, third | 1 == 0xA9 { return false }
      default: return false
      }
      place += length
    }
    return true
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    #if !hasFeature(Embedded)
      if wroteEscape(scalar) { return }
    #endif
    switch scalar.value {
    case 0x22, 0x5C:
      bytes.append(0x5C)
      bytes.append(UInt8(scalar.value))
    case 0..<0x20, 0x7F, 0x2028, 0x2029: escape(scalar.value)
    default: for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
    }
  }

  /// Writes one UTF-16 unit as an escape.
  #if !hasFeature(Embedded)
    @inline(__always)
  #endif
  mutating func escape(_ unit: UInt32) {
    raw("\\u")
    bytes.appendLowerHexadecimal([UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)])
  }
}
