internal import Diagnostics

/// What looks like Markdown, of this dialect or another, and came out as text.
enum Leftovers {
  /// Warnings about a paragraph or a heading, each with the place of what it shows. What is written with backslashes is
  /// meant as it is.
  static func problems(in content: [Inline], _ node: CMarkNode, _ places: PlaceMap) -> [Diagnostic] {
    let lines = node.line...max(node.line, node.lastLine)
    let text = shown(content)
    var found: [(key: String, text: String)] = []
    if text.holdsAny(of: "]{~/=$") {
      found += inText(text)
    }
    if node.kind == .paragraph { found += inLines(lines, places) }
    return found.prefix(mostTold).compactMap { key, text in
      places.place(of: text, in: lines).map {
        .warning(key, at: $0, ["text": .text(text)])
      }
    }
  }

  /// The text that readers see as such; what is marked stands as U+FFFC.
  private static func shown(_ content: [Inline]) -> String {
    content.map { inline in
      switch inline {
      case .text(let text): text
      case .softBreak, .lineBreak: "\n"
      case .emphasis(let content), .strong(let content): shown(content)
      case .code, .link, .image, .role: "\u{FFFC}"
      }
    }.joined()
  }

  /// Leftovers of a paragraph that are told, and bytes of an address that are shown.
  private static let mostTold = 20
  private static let longestAddress = 500

  private typealias Found = (key: String, text: String)

  private static func inText(_ text: String) -> [Found] {
    let bytes = Array(text.utf8)
    var found: [Found] = []
    var at = 0
    while at < bytes.count, found.count < mostTold {
      let rest = bytes[at...]
      let leftover: (key: String, end: Int)? =
        switch bytes[at] {
        case UInt8(ascii: "["): bracket(rest)
        case UInt8(ascii: "~"): paired(rest, "~~", "markdown.leftover/strike")
        case UInt8(ascii: "="): paired(rest, "==", "markdown.leftover/mark")
        case UInt8(ascii: "$"): paired(rest, "$$", "markdown.leftover/math")
        case UInt8(ascii: "{"): brace(rest)
        case UInt8(ascii: "h"): address(rest)
        default: nil
        }
      guard let leftover else {
        at += 1
        continue
      }
      found.append((leftover.key, String(decoding: bytes[at..<leftover.end], as: UTF8.self)))
      at = leftover.end
    }
    return found
  }

  /// `[a](b)`, `[a]（b）`, `[a] (b)`, `[a][b]`, `[^1]`, `[[a]]`.
  private static func bracket(_ bytes: ArraySlice<UInt8>) -> (key: String, end: Int)? {
    let inside = bytes.dropFirst()
    if inside.first == UInt8(ascii: "["), let end = end(of: inside.dropFirst(), before: "]]", none: "["),
      end > inside.startIndex + 1
    {
      // `[[toc]]` is told as a list of contents.
      let isContents =
        bytes[bytes.startIndex..<end + 2].elementsEqual("[[toc]]".utf8) || bytes.starts(with: "[[TOC]]".utf8)
      return isContents ? nil : ("markdown.leftover/wiki", end + 2)
    }
    guard let close = end(of: inside, before: "]", none: "["), close > inside.startIndex else { return nil }
    let rest = bytes[(close + 1)...]
    if rest.first == UInt8(ascii: "("), let end = end(of: rest.dropFirst(), before: ")", none: "(") {
      return ("markdown.leftover/link", end + 1)
    }
    if rest.starts(with: "（".utf8), let end = end(of: rest.dropFirst(3), before: "）", none: "（") {
      return ("markdown.leftover/link", end + 3)
    }
    if rest.starts(with: " (".utf8), let end = end(of: rest.dropFirst(2), before: ")", none: "("),
      end > rest.startIndex + 2, !bytes[(rest.startIndex + 2)..<end].contains(0x20)
    {
      return ("markdown.leftover/link", end + 1)
    }
    if rest.first == UInt8(ascii: "["), let end = end(of: rest.dropFirst(), before: "]", none: "[") {
      return ("markdown.leftover/reference", end + 1)
    }
    return inside.first == UInt8(ascii: "^") && close > inside.startIndex + 1
      ? ("markdown.leftover/footnote", close + 1) : nil
  }

  /// `~~a~~`, `==a==`, `$$a$$`: something that begins with no space and no such sign.
  private static func paired(_ bytes: ArraySlice<UInt8>, _ sign: String, _ key: String) -> (key: String, end: Int)? {
    let inside = bytes.dropFirst(2)
    guard bytes.starts(with: sign.utf8), let first = inside.first, first != 0x20, first != bytes.first,
      let end = end(of: inside, before: sign, none: "\n"), end > inside.startIndex
    else { return nil }
    return (key, end + 2)
  }

  /// Roles that the engine knows; behind them a backtick is missing.
  private static let roles = ["{data}", "{tel}", "{quote}", "{literal}"]

  /// `{{< a >}}`, `{{% a %}}`, `{% a %}`, `{.a}`, `{: a}`, `{data}` without what it names.
  private static func brace(_ bytes: ArraySlice<UInt8>) -> (key: String, end: Int)? {
    let isDouble = bytes.starts(with: "{{<".utf8) || bytes.starts(with: "{{%".utf8)
    if isDouble, let end = end(of: bytes.dropFirst(3), before: "}}", none: "{{") {
      return ("markdown.leftover/shortcode", end + 2)
    }
    if bytes.starts(with: "{%".utf8), let end = end(of: bytes.dropFirst(2), before: "%}", none: "{%") {
      return ("markdown.leftover/shortcode", end + 2)
    }
    if bytes.starts(with: "{.".utf8) || bytes.starts(with: "{:".utf8),
      let end = end(of: bytes.dropFirst(2), before: "}", none: "{")
    {
      return ("markdown.leftover/attributes", end + 1)
    }
    guard let role = roles.first(where: { bytes.starts(with: $0.utf8) }) else { return nil }
    // What follows is part of it, so that it is found among roles that are whole; code that does was meant as it stands.
    let next = String(decoding: bytes.dropFirst(role.utf8.count).prefix(4), as: UTF8.self).unicodeScalars.first
    if next == "\u{FFFC}" { return nil }
    let width = next.map { $0 == "\n" ? 0 : String($0).utf8.count } ?? 0
    return ("markdown.leftover/role", bytes.startIndex + role.utf8.count + width)
  }

  /// `https://a`, up to a space or a sign that ends a sentence or a quotation.
  private static func address(_ bytes: ArraySlice<UInt8>) -> (key: String, end: Int)? {
    let isAddress = bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8)
    guard isAddress, let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let word = bytes[(colon + 3)...].prefix(longestAddress).prefix { $0 > 0x20 }
    let text = String(decoding: word, as: UTF8.self).unicodeScalars
    let ends = "，。；：！？、（）()【】「」『』《》<>“”\"'\u{FFFC}".unicodeScalars
    let taken = text.prefix { !$0.properties.isWhitespace && !ends.contains($0) }
    guard let first = taken.first, first.properties.isAlphabetic || first.properties.numericType != nil else {
      return nil
    }
    return ("markdown.leftover/address", colon + 3 + String(taken).utf8.count)
  }

  /// Where `sign` begins, in the line and before any of `none`.
  private static func end(of bytes: ArraySlice<UInt8>, before sign: String, none: String) -> Int? {
    let (sought, stop) = (Array(sign.utf8), Array(none.utf8))
    for at in bytes.indices {
      if bytes[at] == sought[0], bytes[at...].starts(with: sought) { return at }
      if bytes[at] == 0x0A || bytes[at] == stop[0] && bytes[at...].starts(with: stop) { return nil }
    }
    return nil
  }

  /// What stands at the beginning of a line.
  private static func inLines(_ lines: ClosedRange<Int>, _ places: PlaceMap) -> [Found] {
    var found: [Found] = []
    var (numbered, rows) = (0, 0)
    for number in lines {
      let line = places.bytes(ofLine: number).drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      guard let (key, count) = beginning(of: line) else { continue }
      if key == "markdown.leftover/lines" {
        numbered += 1
        if numbered != 2 { continue }
      } else if key == "markdown.leftover/table" {
        rows += 1
        if rows != 2 { continue }
      }
      found.append((key, String(decoding: line.prefix(count), as: UTF8.self)))
    }
    return found
  }

  /// What a line begins with, and how many bytes of it show that.
  private static func beginning(of line: ArraySlice<UInt8>) -> (key: String, count: Int)? {
    guard let first = line.first else { return nil }
    switch first {
    case UInt8(ascii: "#"):
      let count = line.prefix { $0 == first }.count
      guard count <= 6, let next = line.dropFirst(count).first, next != 0x20, next != 0x09, next != UInt8(ascii: "!"),
        !(0x30...0x39).contains(next)
      else { return nil }
      return ("markdown.leftover/heading", line.count)
    case UInt8(ascii: "!"):
      let word = line.dropFirst(3).drop { $0 == 0x20 }
      guard line.starts(with: "!!!".utf8), let next = word.first, isLetter(next) else { return nil }
      return ("markdown.leftover/admonition", line.count)
    case UInt8(ascii: ":"): return line.starts(with: ":::".utf8) ? ("markdown.leftover/admonition", line.count) : nil
    case UInt8(ascii: "["): return box(line)
    case UInt8(ascii: "-"):
      guard line.starts(with: "- [".utf8), let (key, count) = box(line.dropFirst(2)), key == "markdown.leftover/task"
      else { return nil }
      return (key, count + 2)
    case UInt8(ascii: "|"): return ("markdown.leftover/table", line.count)
    case 0x30...0x39:
      let digits = line.prefix { (0x30...0x39).contains($0) }.count
      let rest = line.dropFirst(digits)
      let mark = [".", "、", "）", "．"].first { rest.starts(with: $0.utf8) }?.utf8.count ?? 0
      guard digits <= 2, mark > 0, let next = rest.dropFirst(mark).first, next >= 0x80 else { return nil }
      return ("markdown.leftover/lines", digits + mark)
    case 0xEF:
      if line.starts(with: "｜".utf8) { return ("markdown.leftover/table", line.count) }
      guard line.starts(with: "（".utf8) else { return nil }
      let rest = String(decoding: line.dropFirst(3).prefix(12), as: UTF8.self)
      let digits = rest.prefix { "0123456789一二三四五六七八九十".contains($0) }
      guard (1...3).contains(digits.count), rest.dropFirst(digits.count).first == "）" else { return nil }
      return ("markdown.leftover/lines", 6 + digits.utf8.count)
    case 0xE2:
      // ① to ⑳.
      let isCircled =
        line.count > 2 && line[line.startIndex + 1] == 0x91 && (0xA0...0xB3).contains(line[line.startIndex + 2])
      return isCircled ? ("markdown.leftover/lines", 3) : nil
    default: return nil
    }
  }

  /// `[!NOTE]`, `[TOC]`, `[[toc]]`, `[ ] `, `[x] `.
  private static func box(_ line: ArraySlice<UInt8>) -> (key: String, count: Int)? {
    for mark in ["[ ] ", "[x] ", "[X] "] where line.starts(with: mark.utf8) { return ("markdown.leftover/task", 3) }
    for mark in ["[TOC]", "[toc]", "[[TOC]]", "[[toc]]"] where line.starts(with: mark.utf8) {
      return ("markdown.leftover/contents", mark.utf8.count)
    }
    guard line.starts(with: "[!".utf8) else { return nil }
    let word = line.dropFirst(2).prefix(while: isLetter).count
    return word > 0 && line.dropFirst(2 + word).first == UInt8(ascii: "]")
      ? ("markdown.leftover/admonition", word + 3) : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }
}
