internal import Redline

/// Reads HTML that the engine's templates made as blocks that can be compared: tables with their cells, lists, headings, and
/// all else as paragraphs. Left out is what a search leaves out (``HTMLSections``).
struct HTMLBlocks {
  private let html: [UInt8]
  private var place = 0
  /// The text that is open.
  private var text: [UInt8] = []

  static func blocks(of html: [UInt8]) -> [ComparableBlock] {
    var reader = HTMLBlocks(html: html)
    var blocks: [ComparableBlock] = []
    // A closing tag that nothing opened ends no text.
    while reader.place < html.count { blocks += reader.blocks(in: nil) }
    return blocks
  }

  private init(html: [UInt8]) { self.html = html }

  /// Reads on to the next tag that is not of running text, nor left out; its text is gathered.
  private mutating func nextTag() -> HTMLTag? {
    while place < html.count {
      guard html[place] == UInt8(ascii: "<"), let tag = HTMLTag(html, at: place) else {
        appendCharacter()
        continue
      }
      let start = place
      place = tag.end
      let kind = HTMLSections.kinds[tag.name] ?? .block
      if tag.name.isEmpty { continue }
      if !tag.isClosing, kind == .omitted || tag.isHidden {
        if !tag.isEmpty, kind != .void, !Self.isVoidInline(tag) { skip(tag.name) }
      } else if tag.name == Array("img".utf8) {
        text += [0x20] + Array(tag["alt"] ?? []) + [0x20]
      } else if kind != .inline {
        place = start
        return tag
      }
    }
    return nil
  }

  /// Blocks up to the end of the element of this name; of all that is there without one.
  private mutating func blocks(in element: String?) -> [ComparableBlock] {
    var blocks: [ComparableBlock] = []
    var role = TextRole.paragraph
    func close(_ reader: inout HTMLBlocks) {
      let pieces = reader.takePieces()
      if !pieces.isEmpty { blocks.append(.text(role, pieces)) }
      role = .paragraph
    }
    while let tag = nextTag() {
      let name = String(decoding: tag.name, as: UTF8.self)
      close(&self)
      if let element, ends(element, tag, name) {
        if tag.isClosing, name == element { place = tag.end }
        return blocks
      }
      place = tag.end
      guard !tag.isClosing else { continue }
      switch name {
      case "table": blocks.append(.table(table()))
      case "ul", "ol": blocks.append(list(name))
      case "h2", "h3", "h4", "h5", "h6": role = .heading(level: Int(name.dropFirst()) ?? 2)
      default: break
      }
    }
    close(&self)
    return blocks
  }

  /// Whether the element ends at a tag: its own end, that of what holds it, or the next one of its kind.
  private func ends(_ element: String, _ tag: HTMLTag, _ name: String) -> Bool {
    switch element {
    case "li": tag.isClosing ? ["li", "ul", "ol"].contains(name) : name == "li"
    case "td", "th", "caption":
      tag.isClosing
        ? [element, "tr", "table", "thead", "tbody"].contains(name) : ["td", "th", "tr", "tbody"].contains(name)
    default: tag.isClosing && name == element
    }
  }

  private mutating func list(_ element: String) -> ComparableBlock {
    var items: [ComparableItem] = []
    while let tag = nextTag() {
      place = tag.end
      let name = String(decoding: tag.name, as: UTF8.self)
      if tag.isClosing, name == element { break }
      if !tag.isClosing, name == "li" {
        text = []
        let blocks = blocks(in: "li")
        if !blocks.isEmpty { items.append(ComparableItem(blocks)) }
      }
    }
    return .list(ListMarks(start: element == "ol" ? 1 : nil, isTight: true), items)
  }

  private mutating func table() -> ComparableTable {
    var table = ComparableTable(rows: [])
    var isHead = false
    while let tag = nextTag() {
      place = tag.end
      let name = String(decoding: tag.name, as: UTF8.self)
      switch (name, tag.isClosing) {
      case ("table", true): return table
      case ("thead", _): isHead = !tag.isClosing
      case ("caption", false): table.caption = pieces(in: name)
      case ("tr", false): if isHead { table.head.append(.init([])) } else { table.rows.append(.init([])) }
      case ("td", false), ("th", false):
        let cell = ComparableTable.Cell(
          pieces(in: name), rows: span("rowspan", tag), columns: span("colspan", tag), isHeader: name == "th")
        if isHead, !table.head.isEmpty {
          table.head[table.head.count - 1].cells.append(cell)
        } else if !isHead, !table.rows.isEmpty {
          table.rows[table.rows.count - 1].cells.append(cell)
        }
      default: break
      }
    }
    return table
  }

  /// The text of a cell: its blocks, a space between them.
  private mutating func pieces(in element: String) -> [TextPiece] {
    text = []
    var pieces: [TextPiece] = []
    for block in blocks(in: element) {
      if !pieces.isEmpty { pieces.append(TextPiece(" ")) }
      block.forEachText { pieces += $0 }
    }
    return pieces
  }

  private func span(_ name: StaticString, _ tag: HTMLTag) -> Int {
    tag[name].flatMap { Int(String(decoding: $0, as: UTF8.self)) }.map { min(1000, max(1, $0)) } ?? 1
  }

  private mutating func takePieces() -> [TextPiece] {
    let words = String(decoding: text, as: UTF8.self).split {
      " \n\t\r".unicodeScalars.contains($0.unicodeScalars.first ?? "x")
    }
    text = []
    return PieceCutter.pieces(of: words.joined(separator: " "))
  }

  private mutating func appendCharacter() {
    if html[place] == UInt8(ascii: "&"), let (scalar, end) = HTMLSections.reference(html, at: place) {
      text += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      place = end
    } else {
      text.append(html[place])
      place += 1
    }
  }

  private static func isVoidInline(_ tag: HTMLTag) -> Bool {
    tag.name == Array("img".utf8) || tag.name == Array("wbr".utf8)
  }

  /// Reads to the end of an element that is left out.
  private mutating func skip(_ name: [UInt8]) {
    var depth = 1
    while place < html.count, depth > 0 {
      guard html[place] == UInt8(ascii: "<"), let tag = HTMLTag(html, at: place) else {
        place += 1
        continue
      }
      place = tag.end
      if tag.name == name, !tag.isEmpty { depth += tag.isClosing ? -1 : 1 }
    }
  }
}
