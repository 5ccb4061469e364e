/// Appends numbers (little-endian), byte strings and lists to a byte table.
package struct FormByteWriter: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Nothing written yet.
  package init() {}

  /// One byte as it is; 0 or 1 for a flag.
  package mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// As many bytes as the type has, the least significant one first.
  package mutating func integer<Integer: FixedWidthInteger>(_ value: Integer) {
    var rest = value
    for _ in 0..<(Integer.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// A 32-bit length and the bytes.
  package mutating func string(_ value: [UInt8]) {
    integer(UInt32(value.count))
    bytes.append(contentsOf: value)
  }

  /// A 16-bit count and the elements.
  package mutating func list<Element>(_ elements: [Element], _ write: (inout Self, Element) -> Void) {
    integer(UInt16(elements.count))
    for element in elements { write(&self, element) }
  }

  /// 0 for nothing; 1 and the value.
  package mutating func optional<Value>(_ value: Value?, _ write: (inout Self, Value) -> Void) {
    guard let value else { return byte(0) }
    byte(1)
    write(&self, value)
  }
}

/// Why a compiled form cannot be used.
package enum CompiledFormError: Error, Equatable {
  /// The bytes do not start as a compiled form does.
  case notACompiledForm
  /// The format's version is another one.
  case otherFormat(UInt16)
  /// The checksum or the structure is wrong.
  case damaged
  /// The blank PDF is not the one that the form was compiled with.
  case otherBlank
}

/// Reads what ``FormByteWriter`` wrote; anything missing or out of range is ``CompiledFormError/damaged``.
package struct FormByteReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var depth = 0

  /// Reads from the slice's first byte on.
  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Whether every byte was read.
  package var isAtEnd: Bool { position == bytes.endIndex }

  /// The next byte.
  package mutating func byte() throws(CompiledFormError) -> UInt8 {
    guard position < bytes.endIndex else { throw .damaged }
    position += 1
    return bytes[position - 1]
  }

  /// The next number: as many bytes as the type has, the least significant one first.
  package mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws(CompiledFormError) -> Integer {
    let size = Integer.bitWidth / 8
    guard bytes.endIndex - position >= size else { throw .damaged }
    var value: Integer = 0
    for place in 0..<size { value |= Integer(truncatingIfNeeded: bytes[position + place]) << Integer(8 * place) }
    position += size
    return value
  }

  /// A 32-bit length and so many bytes.
  package mutating func string() throws(CompiledFormError) -> [UInt8] {
    let count = try integer(UInt32.self)
    guard count <= UInt32(bytes.endIndex - position) else { throw .damaged }
    let start = position
    position += Int(count)
    return [UInt8](bytes[start..<position])
  }

  /// A 16-bit count and so many elements.
  package mutating func list<Element>(
    _ read: (inout Self) throws(CompiledFormError) -> Element
  ) throws(CompiledFormError) -> [Element] {
    let count = try integer(UInt16.self)
    var elements: [Element] = []
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  /// `nil` for 0, a value after 1.
  package mutating func optional<Value>(
    _ read: (inout Self) throws(CompiledFormError) -> Value
  ) throws(CompiledFormError) -> Value? {
    try flag() ? try read(&self) : nil
  }

  /// A byte that is 0 or 1.
  package mutating func flag() throws(CompiledFormError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw .damaged
    }
  }

  /// Runs `read` one level deeper; more than 16 levels are damaged.
  package mutating func nested<Element>(
    _ read: (inout Self) throws(CompiledFormError) -> Element
  ) throws(CompiledFormError) -> Element {
    guard depth < 16 else { throw .damaged }
    depth += 1
    let element = try read(&self)
    depth -= 1
    return element
  }
}
