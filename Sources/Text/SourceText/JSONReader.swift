package import Diagnostics

/// Reads JSON (RFC 8259) into nodes with places. A key given twice, a lone surrogate and anything after the value
/// are errors.
package enum JSONReader {
  /// The file's one value; `nil` with a diagnostic when it cannot be read.
  package static func read(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> SourceNode? {
    read(file.text, path: file.path, lineOffset: 0, diagnostics: &diagnostics)
  }

  /// The same for text that starts after `lineOffset` lines of the file at `path`.
  package static func read(
    _ text: String, path: String, lineOffset: Int, diagnostics: inout [Diagnostic]
  ) -> SourceNode? {
    var parser = JSONParser(text: text, path: path, line: lineOffset + 1)
    do {
      return try parser.document()
    } catch {
      diagnostics.append(
        .error("json.syntax", at: error.place, "This is not JSON: \(error.reason).", hint: error.hint))
      return nil
    }
  }
}

private struct JSONProblem: Error {
  var place: SourcePlace
  var reason: String
  var hint: String?
}

private struct JSONParser {
  private let scalars: [Unicode.Scalar]
  private let path: String
  private var position = 0
  private var line: Int
  private var lineStart = 0
  private static let depthLimit = 100

  init(text: String, path: String, line: Int) {
    scalars = Array(text.unicodeScalars)
    self.path = path
    self.line = line
  }

  private var here: SourcePlace { SourcePlace(path, line: line, column: position - lineStart + 1) }
  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  mutating func document() throws(JSONProblem) -> SourceNode {
    let node = try value(depth: 0)
    skipSpace()
    if next != nil { throw problem("something stands after the value") }
    return node
  }

  private func problem(_ reason: String, hint: String? = nil) -> JSONProblem {
    JSONProblem(place: here, reason: reason, hint: hint)
  }

  private mutating func skipSpace() {
    while let scalar = next {
      switch scalar {
      case "\n":
        position += 1
        line += 1
        lineStart = position
      case " ", "\t", "\r": position += 1
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> SourceNode {
    skipSpace()
    let place = here
    guard depth <= Self.depthLimit else { throw problem("values are nested too deeply") }
    switch next {
    case "{": return SourceNode(.map(try members(depth: depth)), at: place)
    case "[": return SourceNode(.list(try elements(depth: depth)), at: place)
    case "\"": return SourceNode(.scalar(try string()), at: place)
    case nil: throw problem("the text ends where a value should stand")
    default:
      let word = bareWord()
      switch word {
      case "null": return SourceNode(.null, at: place)
      case "true", "false": return SourceNode(.scalar(word), at: place)
      default:
        guard Self.isNumber(word) else {
          throw JSONProblem(
            place: place, reason: word.isEmpty ? "a value is missing" : "this is no value",
            hint: "A text stands in quotation marks.")
        }
        return SourceNode(.scalar(word), at: place)
      }
    }
  }

  private mutating func bareWord() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = next, !"{}[]\",: \t\r\n".unicodeScalars.contains(scalar) {
      word.append(scalar)
      position += 1
    }
    return String(word)
  }

  /// RFC 8259 §6.
  private static func isNumber(_ word: String) -> Bool {
    var rest = word.utf8[...]
    func digits() -> Int {
      let run = rest.prefix { (48...57).contains($0) }.count
      rest = rest.dropFirst(run)
      return run
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "0") { rest = rest.dropFirst() } else if digits() == 0 { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if digits() == 0 { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  private mutating func members(depth: Int) throws(JSONProblem) -> [SourceEntry] {
    var entries: [SourceEntry] = []
    var keys: Set<String> = []
    position += 1
    skipSpace()
    if next == "}" {
      position += 1
      return []
    }
    while true {
      skipSpace()
      let place = here
      guard next == "\"" else { throw problem("a key in quotation marks should stand here") }
      let key = try string()
      guard keys.insert(key).inserted else {
        throw JSONProblem(place: place, reason: "this key is given twice")
      }
      skipSpace()
      guard next == ":" else { throw problem("a colon is missing after the key") }
      position += 1
      entries.append(SourceEntry(key: key, keyPlace: place, value: try value(depth: depth + 1)))
      skipSpace()
      let sign = next
      if sign != nil { position += 1 }
      if sign == "}" { return entries }
      if sign != "," {
        if sign != nil { position -= 1 }
        throw problem("a comma or } is missing")
      }
    }
  }

  private mutating func elements(depth: Int) throws(JSONProblem) -> [SourceNode] {
    var nodes: [SourceNode] = []
    position += 1
    skipSpace()
    if next == "]" {
      position += 1
      return []
    }
    while true {
      nodes.append(try value(depth: depth + 1))
      skipSpace()
      let sign = next
      if sign != nil { position += 1 }
      if sign == "]" { return nodes }
      if sign != "," {
        if sign != nil { position -= 1 }
        throw problem("a comma or ] is missing")
      }
    }
  }

  private mutating func string() throws(JSONProblem) -> String {
    var text = String.UnicodeScalarView()
    position += 1
    while let scalar = next {
      position += 1
      switch scalar {
      case "\"": return String(text)
      case "\\": text.append(try escaped())
      case _ where scalar.value < 0x20:
        position -= 1
        throw problem("a control character stands in a text", hint: "Write a line break as \\n.")
      default: text.append(scalar)
      }
    }
    throw problem("a text has no closing quotation mark")
  }

  private mutating func escaped() throws(JSONProblem) -> Unicode.Scalar {
    guard let sign = next else { throw problem("the text ends in the middle of an escape") }
    position += 1
    switch sign {
    case "\"", "\\", "/": return sign
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let first = try hexadecimal()
      if let scalar = Unicode.Scalar(first) { return scalar }
      if (0xD800..<0xDC00).contains(first), next == "\\" {
        position += 1
        if next == "u" {
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
    default: throw problem("\\\(sign) is no escape")
    }
  }

  private mutating func hexadecimal() throws(JSONProblem) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let scalar = next, let digit = Character(scalar).hexDigitValue, scalar.isASCII else {
        throw problem("four hexadecimal digits should follow \\u")
      }
      number = number << 4 + UInt32(digit)
      position += 1
    }
    return number
  }
}
