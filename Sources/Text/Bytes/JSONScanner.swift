/// Where the reading of a JSON text in UTF-8 stands, and the words at that place.
struct JSONScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var line: Int
  /// A position of this line that was asked for, and its column in Unicode scalars.
  private var mark = 0
  private var markColumn = 1

  init(_ bytes: [UInt8], line: Int) {
    self.bytes = bytes
    self.line = line
  }

  /// The byte that comes next; `nil` at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  var here: TextPosition {
    mutating get {
      while mark < position {
        if !Self.continues(bytes[mark]) { markColumn += 1 }
        mark += 1
      }
      return TextPosition(line: line, column: markColumn)
    }
  }

  mutating func problem(_ reason: StaticString, hint: StaticString? = nil) -> JSONProblem {
    JSONProblem(position: here, reason: Self.bytes(reason), hint: hint)
  }

  static func bytes(_ text: StaticString) -> [UInt8] {
    Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func advance() { position += 1 }

  mutating func skipSpace() {
    while let byte = next {
      switch byte {
      case 10:
        position += 1
        line += 1
        (mark, markColumn) = (position, 1)
      case 32, 9, 13: position += 1
      default: return
      }
    }
  }

  /// Takes an opening bracket and, if the closing one follows, that too.
  mutating func consumeFirst(orEnd end: UInt8) -> Bool {
    position += 1
    skipSpace()
    guard next == end else { return false }
    position += 1
    return true
  }

  /// Takes the comma or closing bracket after a value: whether it is the bracket.
  mutating func consumeSeparator(orEnd end: UInt8) throws(JSONProblem) -> Bool {
    skipSpace()
    switch next {
    case end: position += 1
    case 0x2C:
      position += 1
      return false
    default:
      throw JSONProblem(position: here, reason: Self.bytes("a comma or ") + [end] + Self.bytes(" is missing"))
    }
    return true
  }

  mutating func bareWord() -> [UInt8] {
    let start = position
    scan: while let byte = next {
      switch byte {
      case 9, 10, 13, 32, 0x22, 0x2C, 0x3A, 0x5B,
        0x5D, 0x7B, 0x7D:
        break scan
      default: position += 1
      }
    }
    return Array(bytes[start..<position])
  }

  /// A text in quotation marks, the first of which comes next.
  mutating func string() throws(JSONProblem) -> [UInt8] {
    position += 1
    let start = position
    skipPlain()
    if next == 0x22 {
      position += 1
      return Array(bytes[start..<(position - 1)])
    }
    var whole = Array(bytes[start..<position])
    while let byte = next {
      switch byte {
      case 0x22:
        position += 1
        return whole
      case 0x5C:
        position += 1
        whole += UTF8.encode(try escaped()) ?? UTF8.encodedReplacementCharacter
      default: throw problem("a control character stands in a text", hint: "Write a line break as \\n.")
      }
      let start = position
      skipPlain()
      whole += bytes[start..<position]
    }
    throw problem("a text has no closing quotation mark")
  }

  /// Goes to the next quotation mark, backslash or control character.
  private mutating func skipPlain() {
    var end = position
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != 0x22, bytes[end] != 0x5C { end += 1 }
    position = end
  }

  private mutating func escaped() throws(JSONProblem) -> Unicode.Scalar {
    guard let sign = next else { throw problem("the text ends in the middle of an escape") }
    let start = position
    position += 1
    switch sign {
    case 0x22, 0x5C, 0x2F: return Unicode.Scalar(sign)
    case 0x62: return "\u{8}"
    case 0x66: return "\u{C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75:
      let first = try hexadecimal()
      if let scalar = Unicode.Scalar(first) { return scalar }
      if (0xD800..<0xDC00).contains(first), next == 0x5C {
        position += 1
        if next == 0x75 {
          position += 1
          let second = try hexadecimal()
          if (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
          {
            return scalar
          }
        }
      }
      throw problem("half of a surrogate pair stands alone")
    default:
      while let byte = next, Self.continues(byte) { position += 1 }
      throw JSONProblem(
        position: here, reason: [0x5C] + bytes[start..<position] + Self.bytes(" is no escape"))
    }
  }

  private mutating func hexadecimal() throws(JSONProblem) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let next, let digit = Hexadecimal.value(of: next) else {
        throw problem("four hexadecimal digits should follow \\u")
      }
      number = number << 4 + UInt32(digit)
      position += 1
    }
    return number
  }

  /// Whether a byte is not a character's first.
  private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
