internal import Diagnostics

/// Reads a style sheet, or the value of a style attribute, in the tokens of CSS Syntax Module Level 3, and finds what
/// leads out of a picture.
///
/// What browsers might read in two ways (escapes, a string or a comment that does not end, signs of no meaning in an
/// address, a name beyond ASCII before a bracket) is a problem too, so that nothing is seen here otherwise than by them.
struct StyleReader {
  /// Functions whose arguments may be addresses. A name that ends with one is not taken for another name: browsers differ
  /// in where a name begins.
  static let functions = ["image-set", "image", "src", "expression"]
  /// Words after `@` that load or declare something.
  private static let rules: Set<String> = ["import", "charset", "namespace", "document", "-moz-document"]

  private let bytes: [UInt8]
  private var index = 0

  private struct Problem: Error {
    var reason: Message
  }

  /// Why the style may not stand in a picture; `nil` when it may.
  static func problem(in text: String) -> Message? {
    if text.utf8.contains(UInt8(ascii: "\\")) { return Message("reason.active-style-escape") }
    var reader = StyleReader(bytes: Array(text.utf8))
    do {
      try reader.read()
      return nil
    } catch {
      return error.reason
    }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private static func unreadable(_ reason: Message) -> Problem {
    Problem(reason: Message("reason.active-style-unreadable", ["reason": .message(reason)]))
  }

  private mutating func read() throws(Problem) {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "/") where follows("/*"): try skipComment()
      case UInt8(ascii: "/") where follows("//"): throw Problem(reason: Message("reason.active-style-comment"))
      case UInt8(ascii: "<") where follows("<!--"): index += 4
      case UInt8(ascii: "\""), UInt8(ascii: "'"): try checkText(readString())
      case UInt8(ascii: "@"): try readRule()
      case UInt8(ascii: "#"):
        index += 1
        _ = readName()
        if follows("(") { throw Self.unreadable(Message("reason.css-bracket")) }
      case let byte where Self.isName(byte): try readWord()
      case let byte:
        if Self.isControl(byte) { throw Self.unreadable(Message("reason.css-control")) }
        index += 1
      }
    }
  }

  private func follows(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private mutating func skipComment() throws(Problem) {
    index += 2
    while index < bytes.count {
      if follows("*/") {
        index += 2
        return
      }
      index += 1
    }
    throw Self.unreadable(Message("reason.css-comment"))
  }

  /// The bytes between two quotation marks, behind which reading goes on.
  private mutating func readString() throws(Problem) -> ArraySlice<UInt8> {
    let quote = bytes[index]
    let start = index + 1
    index = start
    while index < bytes.count, !Self.isControl(bytes[index]), !Self.isLineEnd(bytes[index]) {
      index += 1
      if bytes[index - 1] == quote { return bytes[start..<index - 1] }
    }
    throw Self.unreadable(Message("reason.css-text"))
  }

  private func checkText(_ text: ArraySlice<UInt8>) throws(Problem) {
    for word in ["//", "javascript:"] where Self.lowered(text).utf8.firstRange(of: word.utf8) != nil {
      throw Problem(reason: Message("reason.active-style-word", ["word": .text(word)]))
    }
  }

  private mutating func readRule() throws(Problem) {
    index += 1
    let name = readName()
    if Self.rules.contains(Self.lowered(name)) || !name.allSatisfy({ $0 < 0x80 }) {
      throw Problem(reason: Message("reason.active-style-rule", ["word": .text(Self.lowered(name))]))
    }
  }

  /// A word; with a bracket behind it, a function.
  private mutating func readWord() throws(Problem) {
    let name = readName()
    let word = Self.lowered(name)
    if word == "-moz-binding" || word == "behavior" || word == "javascript" && follows(":") {
      throw Problem(reason: Message("reason.active-style-word", ["word": .text(word)]))
    }
    guard follows("(") else { return }
    index += 1
    if let function = Self.functions.first(where: word.hasSuffix) {
      throw Problem(reason: Message("reason.active-style-function", ["word": .text(function)]))
    }
    if !name.allSatisfy({ $0 < 0x80 }) || word != "url" && word.hasSuffix("url") {
      throw Self.unreadable(Message("reason.css-function", ["word": .text(word)]))
    }
    if word == "url" { try readAddress() }
  }

  /// The rest of `url(…)`: in quotation marks or without, where neither comments nor quotation marks have a meaning.
  private mutating func readAddress() throws(Problem) {
    skipSpace()
    let address: ArraySlice<UInt8>
    if follows("\"") || follows("'") {
      address = try readString()
    } else {
      let start = index
      while index < bytes.count, !Self.endsAddress.contains(bytes[index]), bytes[index] > 0x20, bytes[index] != 0x7F {
        index += 1
      }
      address = bytes[start..<index]
    }
    skipSpace()
    guard follows(")") else { throw Self.unreadable(Message("reason.css-url")) }
    index += 1
    guard SVGRules.isInside(String(decoding: address, as: UTF8.self)) else {
      throw Problem(reason: Message("reason.active-style-out"))
    }
  }

  private static let endsAddress = Set("\"'()".utf8)

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || Self.isLineEnd(bytes[index]) {
      index += 1
    }
  }

  private mutating func readName() -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
    return bytes[start..<index]
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0C || byte == 0x0D }

  /// Whether CSS gives the byte no meaning; spaces and line ends have one.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && !isLineEnd(byte) || byte == 0x7F
  }

  /// In small letters, of ASCII only: CSS folds no others.
  private static func lowered(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
