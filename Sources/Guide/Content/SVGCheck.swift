package import Diagnostics

/// Reads an SVG file as XML and finds what must not be published: opened by its own address, a picture is a page of the
/// site, and what runs in it runs as the site.
///
/// A small strict reader of XML 1.0 without document types, so that nothing is seen here otherwise than by a browser:
/// what it cannot read is an error too.
package struct SVGCheck {
  /// A file is not told more problems than this.
  private static let mostProblems = 100

  private let bytes: [UInt8]
  private let path: String
  private var index = 0
  /// The names of the elements that are open.
  private var open: [[UInt8]] = []
  /// The text so far of the style element that is open, and where it begins.
  private var style: (text: String, offset: Int?)?
  private var hasRoot = false
  private var problems: [Diagnostic] = []

  /// What is wrong with the file, in its order; only the first mistake of its syntax. `path` is how messages show it.
  package static func problems(in bytes: [UInt8], path: String) -> [Diagnostic] {
    var check = SVGCheck(bytes: bytes, path: path)
    do {
      try check.read()
    } catch {
      check.problems.append(
        .error("svg.syntax", at: check.place(of: error.offset), ["reason": .message(error.reason)]))
    }
    return check.problems
  }

  private init(bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  private struct Mistake: Error {
    var offset: Int
    var reason: Message
  }

  /// Line, and column in Unicode scalars, of a byte.
  private func place(of offset: Int) -> SourcePlace {
    let before = bytes[..<offset]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    return SourcePlace(path, line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: column)
  }

  private mutating func report(_ reason: Message?, at offset: Int) {
    guard let reason, problems.count < Self.mostProblems else { return }
    problems.append(
      .error("svg.active", at: place(of: offset), ["reason": .message(reason)]))
  }

  private mutating func read() throws(Mistake) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Mistake(offset: 0, reason: Message("reason.svg-encoding"))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    let start = index
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        try readText()
      } else if follows("<!--") {
        _ = try skip(past: "-->", "reason.svg-comment")
      } else if follows("<![CDATA[") {
        index += 9
        let first = index
        keep(try skip(past: "]]>", "reason.svg-cdata"), at: first)
      } else if follows("<!") {
        report(Message("reason.active-doctype"), at: index)
        throw Mistake(offset: index, reason: Message("reason.svg-doctype"))
      } else if follows("<?") {
        try readInstruction(isFirst: index == start)
      } else if follows("</") {
        try readEnd()
      } else {
        try readElement()
      }
    }
    if let last = open.last {
      throw Mistake(
        offset: bytes.count,
        reason: Message("reason.svg-unclosed", ["name": .text(String(decoding: last, as: UTF8.self))]))
    }
    if !hasRoot { throw Mistake(offset: 0, reason: Message("reason.svg-empty")) }
  }

  private func follows(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  /// What stands before `end`, behind which reading goes on.
  private mutating func skip(past end: StaticString, _ key: String) throws(Mistake) -> String {
    let start = index
    while index < bytes.count {
      if follows(end) {
        defer { index += end.utf8CodeUnitCount }
        return String(decoding: bytes[start..<index], as: UTF8.self)
      }
      index += 1
    }
    throw Mistake(offset: start, reason: Message(key))
  }

  private mutating func readInstruction(isFirst: Bool) throws(Mistake) {
    let start = index
    let text = try skip(past: "?>", "reason.svg-instruction").lowercased()
    guard isFirst, let mark = text.dropFirst(5).first, text.hasPrefix("<?xml"), mark.isWhitespace else {
      report(Message("reason.active-instruction"), at: start)
      return
    }
    if text.contains("encoding"), !text.contains("\"utf-8\""), !text.contains("'utf-8'") {
      throw Mistake(offset: start, reason: Message("reason.svg-other-encoding"))
    }
  }

  private mutating func readText() throws(Mistake) {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    keep(try decoded(start..<index), at: start)
  }

  /// Keeps a style's text: it may stand in several pieces, between which there are comments.
  private mutating func keep(_ text: String, at offset: Int) {
    if style?.offset == nil { style?.offset = offset }
    style?.text += text
  }

  /// Judges the style that ends, if one is open.
  private mutating func endStyle() {
    guard let style else { return }
    report(StyleReader.problem(in: style.text), at: style.offset ?? index)
    self.style = nil
  }

  private mutating func readEnd() throws(Mistake) {
    let start = index
    index += 2
    let name = try readName()
    skipSpace()
    guard follows(">"), let last = open.popLast(), last.elementsEqual(name.utf8) else {
      throw Mistake(offset: start, reason: Message("reason.svg-close", ["name": .text(name)]))
    }
    endStyle()
    index += 1
  }

  private mutating func readElement() throws(Mistake) {
    let start = index
    index += 1
    let name = try readName()
    let local = SVGRules.localName(name)
    if open.isEmpty {
      guard !hasRoot, local == "svg" else {
        throw Mistake(offset: start, reason: Message("reason.svg-root", ["name": .text(name)]))
      }
      hasRoot = true
    }
    report(SVGRules.problem(ofElement: name), at: start)
    if style != nil { throw Mistake(offset: start, reason: Message("reason.svg-in-style", ["name": .text(name)])) }
    while true {
      let hasSpace = skipSpace()
      if follows(">") {
        index += 1
        open.append(Array(name.utf8))
        if local == "style" { style = ("", nil) }
        return
      }
      if follows("/>") {
        index += 2
        return
      }
      guard hasSpace else { throw Mistake(offset: index, reason: Message("reason.svg-tag", ["name": .text(name)])) }
      try readAttribute()
    }
  }

  private mutating func readAttribute() throws(Mistake) {
    let start = index
    let name = try readName()
    skipSpace()
    guard follows("=") else {
      throw Mistake(offset: start, reason: Message("reason.svg-no-value", ["name": .text(name)]))
    }
    index += 1
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      throw Mistake(offset: index, reason: Message("reason.svg-unquoted", ["name": .text(name)]))
    }
    let quote = bytes[index]
    index += 1
    let first = index
    while index < bytes.count, bytes[index] != quote, bytes[index] != UInt8(ascii: "<") { index += 1 }
    guard index < bytes.count, bytes[index] == quote else {
      throw Mistake(offset: first, reason: Message("reason.svg-value", ["name": .text(name)]))
    }
    report(SVGRules.problem(ofAttribute: name, value: try decoded(first..<index, isAttribute: true)), at: start)
    index += 1
  }

  private mutating func readName() throws(Mistake) -> String {
    let start = index
    while index < bytes.count, !Self.isSpace(bytes[index]), !Self.endsName.contains(bytes[index]) { index += 1 }
    guard index > start else { throw Mistake(offset: start, reason: Message("reason.svg-no-name")) }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static let endsName = Set("<>/='\"&?!".utf8)

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  @discardableResult private mutating func skipSpace() -> Bool {
    let start = index
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    return index > start
  }

  /// Text with its character references replaced; in an attribute, line ends and tabs are spaces.
  private func decoded(_ range: Range<Int>, isAttribute: Bool = false) throws(Mistake) -> String {
    var text: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound {
      guard bytes[position] == UInt8(ascii: "&") else {
        text.append(isAttribute && Self.isSpace(bytes[position]) ? 0x20 : bytes[position])
        position += 1
        continue
      }
      guard let end = bytes[position..<range.upperBound].firstIndex(of: UInt8(ascii: ";")),
        let scalar = Self.character(String(decoding: bytes[position + 1..<end], as: UTF8.self))
      else { throw Mistake(offset: position, reason: Message("reason.svg-reference")) }
      text += String(scalar).utf8
      position = end + 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func character(_ name: String) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map(Character.init)
  }
}
