/// A JSON value (RFC 8259) over UTF-8 bytes, without Foundation. Numbers keep their spelling.
package indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number([UInt8])
  case string([UInt8])
  case array([JSONValue])
  case object([JSONMember])

  /// The value that `text` is; `nil` when it is no JSON, or nested more than 64 deep.
  package init?(_ text: some Collection<UInt8>) {
    var parser = JSONByteParser(Array(text))
    guard let value = parser.document() else { return nil }
    self = value
  }

  /// The member of an object, or `nil`.
  package func member(_ key: StaticString) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    for member in members where key.isEqual(to: member.key) { return member.value }
    return nil
  }

  /// An array's elements; empty for anything else.
  package var elements: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return []
  }

  /// A string's bytes.
  package var text: [UInt8]? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// A whole number, written without fraction or exponent; one of more than 18 digits is the largest there is.
  package var wholeNumber: Int64? {
    guard case .number(let digits) = self else { return nil }
    return Self.wholeNumber(digits)
  }

  /// A whole number, also when it stands in quotation marks.
  package var looseNumber: Int64? {
    if case .string(let digits) = self { return Self.wholeNumber(digits) }
    return wholeNumber
  }

  private static func wholeNumber(_ digits: [UInt8]) -> Int64? {
    var number: Int64 = 0
    var place = 0
    let isNegative = digits.first == 0x2D
    for byte in isNegative ? digits[1...] : digits[...] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = place < 18 ? number * 10 + Int64(byte - 0x30) : .max
      place += 1
    }
    if place == 0 { return nil }
    return isNegative ? -number : number
  }
}

/// One `"key": value` of an object.
package struct JSONMember: Sendable, Equatable {
  package var key: [UInt8]
  package var value: JSONValue
}

extension StaticString {
  func isEqual(to bytes: [UInt8]) -> Bool {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount).elementsEqual(bytes)
  }
}

private struct JSONByteParser {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func document() -> JSONValue? {
    guard let value = value(depth: 0) else { return nil }
    skipSpace()
    return next == nil ? value : nil
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard depth < 64, let byte = next else { return nil }
    switch byte {
    case 0x7B: return object(depth: depth)
    case 0x5B: return array(depth: depth)
    case 0x22: return string().map { .string($0) }
    case 0x74: return word("true") ? .bool(true) : nil
    case 0x66: return word("false") ? .bool(false) : nil
    case 0x6E: return word("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, word.isEqual(to: Array(bytes[position..<end])) else { return false }
    position = end
    return true
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = next, byte >= 0x30, byte <= 0x39 { position += 1 }
    return position - start
  }

  private mutating func number() -> JSONValue? {
    let start = position
    if next == 0x2D { position += 1 }
    if next == 0x30 {
      position += 1
    } else if digits() == 0 {
      return nil
    }
    if next == 0x2E {
      position += 1
      if digits() == 0 { return nil }
    }
    if next == 0x65 || next == 0x45 {
      position += 1
      if next == 0x2B || next == 0x2D { position += 1 }
      if digits() == 0 { return nil }
    }
    return .number(Array(bytes[start..<position]))
  }

  private mutating func array(depth: Int) -> JSONValue? {
    position += 1
    var elements: [JSONValue] = []
    if take(0x5D) { return .array([]) }
    while let element = value(depth: depth + 1) {
      elements.append(element)
      if take(0x5D) { return .array(elements) }
      if !take(0x2C) { return nil }
    }
    return nil
  }

  private mutating func object(depth: Int) -> JSONValue? {
    position += 1
    var members: [JSONMember] = []
    if take(0x7D) { return .object([]) }
    while true {
      skipSpace()
      guard next == 0x22, let key = string(), take(0x3A), let value = value(depth: depth + 1) else { return nil }
      members.append(JSONMember(key: key, value: value))
      if take(0x7D) { return .object(members) }
      if !take(0x2C) { return nil }
    }
  }

  private mutating func string() -> [UInt8]? {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case 0x22: return text
      case 0x5C: if !escape(into: &text) { return nil }
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) -> Bool {
    guard let byte = next else { return false }
    position += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75:
      guard var unit = unit() else { return false }
      if unit >= 0xD800, unit < 0xDC00, position + 1 < bytes.count, next == 0x5C, bytes[position + 1] == 0x75 {
        position += 2
        guard let low = self.unit(), low >= 0xDC00, low < 0xE000 else { return false }
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(unit) else { return false }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { text.append(byte) }
    default: return false
    }
    return true
  }

  private mutating func unit() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[position..<(position + 4)] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    position += 4
    return unit
  }
}
