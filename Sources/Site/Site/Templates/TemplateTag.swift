internal import Diagnostics
internal import SourceText

/// A tag of a template.
struct TemplateTag {
  /// A `parent` is a partial whose blocks the template fills itself, up to an end tag.
  enum Kind { case variable, section, end, partial, parent, block, comment, delimiters, pragma }

  let kind: Kind
  /// What it names, without transforms.
  let name: String
  /// How many transforms stand around the name.
  let transforms: Int
  let place: SourcePlace
  /// Where it stands in the file, in bytes.
  let range: Range<Int>
  /// How many blanks stand before it when nothing else does on its line: a partial's lines begin with them.
  let indentation: Int

  /// All tags in their order, up to one that sets other delimiters.
  static func all(in file: SourceFile) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    let bytes = Array(file.text.utf8)
    var (at, line, column) = (0, 1, 1)
    func pass(to end: Int) {
      for byte in bytes[at..<end] {
        if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 0) }
        if byte & 0xC0 != 0x80 { column += 1 }
      }
      at = end
    }
    while let open = pair(UInt8(ascii: "{"), in: bytes, from: at) {
      pass(to: open)
      guard let close = pair(UInt8(ascii: "}"), in: bytes, from: open + 2) else { break }
      let text = bytes[(open + 2)..<close]
      tags.append(
        tag(
          text, at: SourcePlace(file.path, line: line, column: column), range: open..<close + 2,
          indentation: indentation(before: open, in: bytes)))
      if tags.last?.kind == .delimiters { break }
      pass(to: close + 2)
    }
    return tags
  }

  /// Where a byte stands twice in a row, from `start` on.
  private static func pair(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while at + 1 < bytes.count {
      if bytes[at] == byte, bytes[at + 1] == byte { return at }
      at += 1
    }
    return nil
  }

  private static func indentation(before tag: Int, in bytes: [UInt8]) -> Int {
    let blanks = bytes[..<tag].reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    return tag == blanks || bytes[tag - blanks - 1] == UInt8(ascii: "\n") ? blanks : 0
  }

  private static func tag(
    _ text: ArraySlice<UInt8>, at place: SourcePlace, range: Range<Int>, indentation: Int
  ) -> TemplateTag {
    let kind: Kind =
      switch text.first {
      case UInt8(ascii: "#"), UInt8(ascii: "^"): .section
      case UInt8(ascii: "/"): .end
      case UInt8(ascii: ">"): .partial
      case UInt8(ascii: "<"): .parent
      case UInt8(ascii: "$"): .block
      case UInt8(ascii: "!"): .comment
      case UInt8(ascii: "="): .delimiters
      case UInt8(ascii: "%"): .pragma
      default: .variable
      }
    let hasSign = kind != .variable || text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "&")
    var word = String(decoding: hasSign ? text.dropFirst() : text, as: UTF8.self).filter {
      !$0.isWhitespace && $0 != "}"
    }
    let transforms = word.utf8.count { $0 == UInt8(ascii: "(") }
    if let open = word.lastIndex(of: "(") { word = word[word.index(after: open)...].filter { $0 != ")" } }
    return TemplateTag(
      kind: kind, name: word, transforms: transforms, place: place, range: range, indentation: indentation)
  }
}

extension [TemplateTag] {
  /// The innermost section that is open at the end.
  var unclosed: TemplateTag? {
    var open: [TemplateTag] = []
    for tag in self {
      switch tag.kind {
      case .section, .block, .parent: open.append(tag)
      case .end: _ = open.popLast()
      default: break
      }
    }
    return open.last
  }
}

extension [TemplateTag] {
  /// How deep sections may stand in sections, and how many transforms may stand around a name: what reads and fills
  /// templates takes a part of the stack for each.
  static var deepest: Int { 32 }

  /// What keeps a template from being read: other delimiters, which hide what stands in it, too deep nesting, and blocks,
  /// which can be filled with themselves.
  var problem: Diagnostic? {
    var depth = 0
    for tag in self {
      switch tag.kind {
      case .section, .block, .parent: depth += 1
      case .end: depth -= 1
      case .delimiters:
        return .error("template.delimiters", at: tag.place)
      default: break
      }
      if depth > Self.deepest || tag.transforms > Self.deepest {
        return .error("template.depth", at: tag.place, ["limit": .number(Self.deepest)])
      }
    }
    if let tag = first(where: { $0.kind == .parent || $0.kind == .block }) {
      return .error("template.block", at: tag.place)
    }
    return nil
  }
}
