#if canImport(Bytes)
  internal import Bytes
#endif

/// Reads objects out of bytes. It takes what the standard describes and nothing else, so that no two readers can
/// understand the same bytes in two ways.
struct PDFLexer {
  let bytes: [UInt8]
  var position: Int
  /// How many more values may be read.
  var room: Int
  /// What kept a value from being read; values are not to be trusted then.
  private(set) var fault: PDFFault?

  /// Bytes of the longest name and string, which no form comes near.
  private static let longest = 8 << 20
  /// Arrays and dictionaries that a value may stand in.
  private static let deepest = 60

  /// The byte that comes next; 0 at the end.
  private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Goes to the next byte that is no white space and in no comment.
  mutating func skipSpace() {
    while position < bytes.count {
      if bytes[position] == 0x25 {
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
      } else if Self.isSpace(bytes[position]) {
        position += 1
      } else {
        return
      }
    }
  }

  /// Takes a word; whether it stands there, and ends there.
  mutating func take(_ word: StaticString) -> Bool {
    skipSpace()
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, word.equals(bytes[position..<end]), end == bytes.count || Self.isEnd(bytes[end]) else {
      return false
    }
    position = end
    return true
  }

  /// Takes a whole number without a sign.
  mutating func takeNumber() -> Int? {
    skipSpace()
    var number = 0
    let start = position
    while (0x30...0x39).contains(next) {
      guard number < 100_000_000 else { return nil }
      number = number * 10 + Int(next - 0x30)
      position += 1
    }
    return position > start && (position == bytes.count || Self.isEnd(next)) ? number : nil
  }

  /// Takes a value; after a ``fault`` nothing more is taken.
  mutating func value(depth: Int = 0) -> PDFValue {
    skipSpace()
    room -= 1
    if room < 0 || depth > Self.deepest { fault = fault ?? .tooManyParts }
    guard fault == nil else { return PDFValue(.null) }
    switch next {
    case 0x2F: return PDFValue(.name, bytes: name())
    case 0x28: return PDFValue(.string, bytes: literal())
    case 0x5B:
      position += 1
      return PDFValue(.array, parts: values(until: 0x5D, depth))
    case 0x3C:
      position += 1
      guard next == 0x3C else { return PDFValue(.string, bytes: hexadecimal()) }
      position += 1
      let parts = values(until: 0x3E, depth)
      if next != 0x3E || parts.count & 1 == 1 { fail() }
      position += 1
      for (index, part) in parts.enumerated() where index & 1 == 0 && part.kind != .name { fail() }
      return fault == nil ? PDFValue(.dictionary, parts: parts) : PDFValue(.null)
    case 0x30...0x39, 0x2B, 0x2D, 0x2E: return number()
    default:
      if take("null") { return PDFValue(.null) }
      if !take("true"), !take("false") { fail() }
      return PDFValue(.bool)
    }
  }

  private mutating func fail() { fault = fault ?? .damaged }

  /// Whether a name or string may have another byte.
  private mutating func mayGrow(_ text: [UInt8]) -> Bool {
    if text.count >= Self.longest { fault = fault ?? .tooManyParts }
    return fault == nil
  }

  private mutating func values(until end: UInt8, _ depth: Int) -> [PDFValue] {
    var values: [PDFValue] = []
    while fault == nil {
      skipSpace()
      if next == end {
        position += 1
        break
      }
      values.append(value(depth: depth + 1))
    }
    return values
  }

  private mutating func name() -> [UInt8] {
    var name: [UInt8] = []
    repeat {
      var byte = next
      position += 1
      if byte == 0x23 {
        let high = digit()
        byte = high << 4 | digit()
        if byte == 0 { fail() }
      }
      name.append(byte)
    } while position < bytes.count && !Self.isEnd(next) && mayGrow(name)
    return name
  }

  /// Takes a hexadecimal digit.
  private mutating func digit() -> UInt8 {
    let value = Hexadecimal.value(of: next)
    position += 1
    if value == nil { fail() }
    return value ?? 0
  }

  private mutating func number() -> PDFValue {
    let start = position
    if let number = takeNumber() {
      // `12 0 R` is a reference.
      let end = position
      if let generation = takeNumber(), take("R") {
        return PDFValue(.reference, number: Double(number), start: generation)
      }
      position = end
      return PDFValue(.number, number: Double(number))
    }
    position = start
    let isNegative = next == 0x2D
    if isNegative || next == 0x2B { position += 1 }
    var (value, scale, digits) = (0.0, 0.0, 0)
    while position < bytes.count, !Self.isEnd(next) {
      if next == 0x2E, scale == 0 {
        scale = 1
      } else {
        if !(0x30...0x39).contains(next) { fail() }
        value = value * 10 + Double(next)
        value -= 48
        scale *= 10
        digits += 1
      }
      position += 1
    }
    if digits == 0 || digits > 30 { fail() }
    if scale > 1 { value /= scale }
    return PDFValue(.number, number: isNegative ? -value : value)
  }

  private mutating func hexadecimal() -> [UInt8] {
    var text: [UInt8] = []
    var high: UInt8?
    while mayGrow(text) {
      skipWhite()
      if next == 0x3E { break }
      let low = digit()
      if let first = high {
        text.append(first << 4 | low)
        high = nil
      } else {
        high = low
      }
    }
    position += 1
    if let high { text.append(high << 4) }
    return text
  }

  private mutating func skipWhite() { while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 } }

  /// A string in parentheses (PDF 32000-1 §7.3.4.2).
  private mutating func literal() -> [UInt8] {
    var text: [UInt8] = []
    var depth = 0
    while position < bytes.count, mayGrow(text) {
      var byte = next
      position += 1
      switch byte {
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return Array(text.dropFirst()) }
      case 0x0D:
        if next == 10 { position += 1 }
        byte = 10
      case 0x5C:
        guard let escaped = escape() else { continue }
        byte = escaped
      default: break
      }
      text.append(byte)
    }
    fail()
    return []
  }

  /// The byte that an escape stands for; none for a line that goes on.
  private mutating func escape() -> UInt8? {
    let sign = next
    position += 1
    switch sign {
    case 0x6E: return 10
    case 0x72: return 13
    case 0x74: return 9
    case 0x62: return 8
    case 0x66: return 12
    case 10: return nil
    case 13:
      if next == 10 { position += 1 }
      return nil
    case 0x30...0x37:
      var value = sign & 7
      for _ in 0..<2 where (0x30...0x37).contains(next) {
        value = value << 3 | next & 7
        position += 1
      }
      return value
    default: return sign
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 10 || byte == 13 || byte == 9 || byte == 12 || byte == 0
  }

  /// Whether a byte ends a word.
  private static func isEnd(_ byte: UInt8) -> Bool {
    if isSpace(byte) { return true }
    switch byte {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: return true
    default: return false
    }
  }
}
