internal import Bytes

/// A tag of HTML: `<a href="…">`, `</a>`, or a comment, whose name is empty.
struct HTMLTag {
  /// In small letters.
  let name: [UInt8]
  let isClosing: Bool
  /// Whether it ends with `/>`.
  let isEmpty: Bool
  /// Where the text goes on.
  let end: Int
  private let attributes: [(name: [UInt8], value: ArraySlice<UInt8>)]

  /// The tag at a `<`; `nil` where that is a character of the text.
  init?(_ html: [UInt8], at start: Int) {
    var place = start + 1
    isClosing = place < html.count && html[place] == UInt8(ascii: "/")
    if isClosing { place += 1 }
    guard place < html.count else { return nil }
    if html[place] == UInt8(ascii: "!") {
      (name, isEmpty, attributes) = ([], true, [])
      end = Self.endOfComment(html, at: start)
      return
    }
    guard Self.isLetter(html[place]) else { return nil }
    name = Self.word(html, &place)
    var attributes: [(name: [UInt8], value: ArraySlice<UInt8>)] = []
    while place < html.count, html[place] != UInt8(ascii: ">") {
      let before = place
      let attribute = Self.word(html, &place)
      if !attribute.isEmpty { attributes.append((attribute, Self.value(html, &place))) }
      if place == before { place += 1 }
    }
    isEmpty = html[place - 1] == UInt8(ascii: "/")
    end = min(place + 1, html.count)
    self.attributes = attributes
  }

  private static func endOfComment(_ html: [UInt8], at start: Int) -> Int {
    let isComment = html[start...].starts(with: "<!--".utf8)
    var place = start + (isComment ? 4 : 2)
    while place < html.count {
      if html[place] == UInt8(ascii: ">"), !isComment || html[place - 1] == 0x2D && html[place - 2] == 0x2D { break }
      place += 1
    }
    return min(place + 1, html.count)
  }

  /// An attribute's value as it is written; empty for one without a value, `nil` for one that is not there.
  subscript(_ name: StaticString) -> ArraySlice<UInt8>? { attributes.first { name.equals($0.name) }?.value }

  /// Whether readers do not see the element, or it only repeats what they see.
  var isHidden: Bool {
    self["hidden"] != nil || self["aria-hidden"].map { $0.elementsEqual("true".utf8) } == true
      || self["class"].map { $0.split(separator: 0x20).contains { $0.elementsEqual("heading-link".utf8) } } == true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// The name at `place`, in small letters; empty where none stands.
  private static func word(_ html: [UInt8], _ place: inout Int) -> [UInt8] {
    let start = place
    while place < html.count, html[place] > 0x20, !"=>/\"'".utf8.contains(html[place]) { place += 1 }
    return html[start..<place].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// What stands behind an attribute's `=`, without quotation marks.
  private static func value(_ html: [UInt8], _ place: inout Int) -> ArraySlice<UInt8> {
    guard place < html.count, html[place] == UInt8(ascii: "=") else { return [] }
    place += 1
    guard place < html.count else { return [] }
    let quote = html[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = place
      while place < html.count, html[place] > 0x20, html[place] != UInt8(ascii: ">") { place += 1 }
      return html[start..<place]
    }
    let start = place + 1
    place = start
    while place < html.count, html[place] != quote { place += 1 }
    defer { place = min(place + 1, html.count) }
    return html[start..<place]
  }
}
