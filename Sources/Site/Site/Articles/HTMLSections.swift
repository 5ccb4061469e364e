internal import Bytes
internal import Search

/// The text that a reader sees of HTML that the engine and its templates made, in sections below its headings.
///
/// Elements other than those of running text part blocks. Left out is what nobody sees, what one clicks rather than reads,
/// and the ways to other pages.
struct HTMLSections {
  private var sections = [SearchSection()]
  /// The blocks of the last section. What a section keeps is a copy that is no longer than it must be.
  private var text: [UInt8] = []
  private var block: [UInt8] = []
  /// The heading that is open: its element's name.
  private var heading: [UInt8]?
  private var headingAnchor: [UInt8] = []

  enum Kind {
    /// Running text: it parts nothing.
    case inline
    /// Left out with all it holds.
    case omitted
    case heading
    /// Holds nothing (HTML Standard, void elements) and parts blocks.
    case void
    /// Parts blocks.
    case block
  }

  /// What is not here parts blocks.
  static let kinds: [[UInt8]: Kind] = {
    let names: [(Kind, String)] = [
      (.inline, "a abbr b bdi bdo cite code data del dfn em i img ins kbd label mark output q rp rt ruby s samp small"),
      (.inline, "span strong sub sup time u var wbr"),
      (.omitted, "button datalist footer head iframe math nav noscript object option script select style svg"),
      (.omitted, "template textarea title"),
      (.heading, "h1 h2 h3 h4 h5 h6"),
      (.void, "area base br col embed hr input link meta source track"),
    ]
    return Dictionary(
      uniqueKeysWithValues: names.flatMap { kind, names in
        names.utf8.split(separator: 0x20).map { (Array($0), kind) }
      })
  }()
  private static let image = Array("img".utf8)
  /// Elements of running text that hold nothing.
  private static let voidInline = [image, Array("wbr".utf8)]

  private static let characters: [[UInt8]: UInt32] = Dictionary(
    uniqueKeysWithValues: [
      ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("nbsp", 0xA0), ("copy", 0xA9),
      ("middot", 0xB7), ("times", 0xD7), ("ensp", 0x2002), ("emsp", 0x2003), ("thinsp", 0x2009), ("ndash", 0x2013),
      ("mdash", 0x2014), ("lsquo", 0x2018), ("rsquo", 0x2019), ("ldquo", 0x201C), ("rdquo", 0x201D), ("hellip", 0x2026),
    ].map { (Array($0.utf8), $1) })

  /// The sections of the HTML; the first one is what stands before any heading, and may be empty.
  static func sections(of html: [UInt8]) -> [SearchSection] {
    var reader = HTMLSections()
    reader.read(html)
    return reader.sections
  }

  private init() {}

  private mutating func read(_ html: [UInt8]) {
    var place = 0
    // The element that is left out, and how many of its name are open.
    var skipped: (name: [UInt8], depth: Int)?
    while place < html.count {
      guard html[place] == UInt8(ascii: "<"), let tag = HTMLTag(html, at: place) else {
        if skipped == nil { append(html, &place) } else { place += 1 }
        continue
      }
      place = tag.end
      if tag.name.isEmpty { continue }
      if let (name, depth) = skipped {
        guard tag.name == name else { continue }
        let now = depth + (tag.isClosing ? -1 : tag.isEmpty ? 0 : 1)
        skipped = now == 0 ? nil : (name, now)
        continue
      }
      let kind = Self.kinds[tag.name] ?? .block
      guard !tag.isClosing, kind == .omitted || tag.isHidden else {
        take(tag, kind)
        continue
      }
      if kind != .inline { endBlock() }
      if !tag.isEmpty, kind != .void, !Self.voidInline.contains(tag.name) { skipped = (tag.name, 1) }
    }
    endBlock()
    endSection()
  }

  private mutating func take(_ tag: HTMLTag, _ kind: Kind) {
    if tag.name == Self.image, let alternative = tag["alt"], !alternative.isEmpty {
      endBlock()
      appendAttribute(alternative)
      endBlock()
    }
    if kind == .inline { return }
    if kind == .heading, !tag.isClosing, let id = tag["id"] {
      endBlock()
      heading = tag.name
      appendAttribute(id)
      headingAnchor = Array(block[...])
      block.removeAll(keepingCapacity: true)
    } else {
      endBlock(tag.isClosing && tag.name == heading)
    }
  }

  /// Ends the block that is open. The heading's first block is its text.
  private mutating func endBlock(_ isEndOfHeading: Bool = false) {
    if block.last == 0x20 { block.removeLast() }
    if !block.isEmpty, heading != nil {
      endSection()
      sections.append(SearchSection(anchor: headingAnchor, heading: Array(block[...])))
      heading = nil
    } else if !block.isEmpty {
      text += block
      text.append(0x0A)
    }
    if isEndOfHeading { heading = nil }
    block.removeAll(keepingCapacity: true)
  }

  private mutating func endSection() {
    sections[sections.count - 1].text = Array(text[...])
    text.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ text: [UInt8], _ place: inout Int) {
    guard text[place] == UInt8(ascii: "&"), let (scalar, end) = Self.reference(text, at: place) else {
      append(text[place])
      place += 1
      return
    }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
    place = end
  }

  private mutating func appendAttribute(_ text: ArraySlice<UInt8>) {
    let text = Array(text)
    var place = 0
    while place < text.count { append(text, &place) }
  }

  /// Appends a byte; white space is one space, and none at a block's start.
  private mutating func append(_ byte: UInt8) {
    if byte > 0x20, byte != 0x7F {
      block.append(byte)
    } else if let last = block.last, last != 0x20 {
      block.append(0x20)
    }
  }

  /// The character that the reference at `place` means, and where it ends; `nil` for one that has none.
  static func reference(_ text: [UInt8], at place: Int) -> (Unicode.Scalar, end: Int)? {
    guard let end = text[place..<min(place + 12, text.count)].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = text[(place + 1)..<end]
    guard name.first == UInt8(ascii: "#") else {
      return characters[Array(name)].flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
    }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
    let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(number, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return (scalar, end + 1)
  }
}
