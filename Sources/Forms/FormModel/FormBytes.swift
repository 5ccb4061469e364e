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

/// Reads what ``FormByteWriter`` wrote. Once anything is missing or out of range, it is damaged, and nothing more is read:
/// numbers are 0, and texts and lists are empty.
package struct FormByteReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var depth = 0
  /// Whether anything was missing or out of range.
  package private(set) var isDamaged = false

  /// Reads from the slice's first byte on.
  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Whether every byte was read, and nothing was damaged.
  package var isWhole: Bool { !isDamaged && position == bytes.endIndex }

  /// Tells that something is out of range.
  package mutating func fail() {
    isDamaged = true
    position = bytes.endIndex
  }

  /// The next byte.
  package mutating func byte() -> UInt8 {
    guard position < bytes.endIndex else {
      fail()
      return 0
    }
    position += 1
    return bytes[position - 1]
  }

  /// The next number: as many bytes as the type has, the least significant one first.
  package mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer {
    Integer(truncatingIfNeeded: number(UInt64(Integer.bitWidth)))
  }

  private mutating func number(_ bits: UInt64) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < bits {
      value |= UInt64(byte()) << shift
      shift += 8
    }
    return isDamaged ? 0 : value
  }

  /// A 32-bit length and so many bytes.
  package mutating func string() -> [UInt8] {
    let count = integer(UInt32.self)
    guard count <= UInt32(bytes.endIndex - position) else {
      fail()
      return []
    }
    let start = position
    position += Int(count)
    return [UInt8](bytes[start..<position])
  }

  /// A 16-bit count and so many elements.
  package mutating func list<Element>(_ read: (inout Self) -> Element) -> [Element] {
    let count = integer(UInt16.self)
    var elements: [Element] = []
    for _ in 0..<count {
      if isDamaged { break }
      elements.append(read(&self))
    }
    return elements
  }

  /// `nil` for 0, a value after 1.
  package mutating func optional<Value>(_ read: (inout Self) -> Value) -> Value? { flag() ? read(&self) : nil }

  /// A byte that is 0 or 1.
  package mutating func flag() -> Bool {
    let value = byte()
    if value > 1 { fail() }
    return value == 1
  }

  /// Runs `read` one level deeper; more than 16 levels are damaged.
  package mutating func nested<Element>(_ read: (inout Self) -> Element) -> Element {
    if depth == 16 { fail() }
    depth += 1
    let element = read(&self)
    depth -= 1
    return element
  }
}
