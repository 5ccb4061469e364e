internal import Diagnostics

/// Reads libcmark's tree into values and gathers what authors must not write.
struct TreeReader {
  private let containers: Set<String>
  private(set) var diagnostics: [Diagnostic] = []
  private var ids = HeadingIDs()
  private var lastLevel = 1
  private static let depthLimit = 100
  /// Directives that every guide has: a fence that has the bare name of one is mostly meant as it.
  private static let directives: Set<String> = ["check", "quote", "table", "form", "forms", "flow"]

  init(containers: Set<String>, reserved: Set<String> = []) {
    self.containers = containers
    for id in reserved { ids.reserve(id) }
  }

  /// The text's blocks.
  mutating func blocks(of source: MarkdownSource, depth: Int = 0) -> [Block] {
    var source = source
    diagnostics += Self.controls(in: source)
    if EmphasisMarker.isIn(source.text) {
      report("markdown.noncharacter", at: EmphasisMarker.firstPlace(in: source))
      source.text = EmphasisMarker.removed(from: source.text)
    }
    let marked = EmphasisMarker.inserted(in: FencesAndComments.changed(source.text))
    let places = PlaceMap(source, markers: marked.columns)
    guard let tree = CMarkTree(marked.text) else { return [] }
    var reader = self
    let blocks = tree.read { root in reader.blocks(in: root, places, depth: depth) }
    self = reader
    return blocks
  }

  /// Control characters and noncharacters of a text but line ends and tabs; libcmark or a browser would show something
  /// else in their place. The first twenty are told.
  private static func controls(in source: MarkdownSource) -> [Diagnostic] {
    guard source.text.mayHoldControls else { return [] }
    var (line, column) = (1, 1)
    var found: [Diagnostic] = []
    for scalar in source.text.unicodeScalars {
      let value = scalar.value
      let isControl = value < 0x20 && value != 0x0A && value != 0x09 && value != 0x0D || (0x7F...0x9F).contains(value)
      // The one that marks emphasis is told by itself.
      let isNone = value & 0xFFFE == 0xFFFE || (0xFDD1...0xFDEF).contains(value)
      if isControl || isNone, found.count < 20 {
        let place =
          source.fixedPlace
          ?? SourcePlace(source.path, line: line + source.offset.lines, column: column + source.offset.columns)
        let code = String(value, radix: 16, uppercase: true)
        let shown = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        found.append(.error("markdown.control", at: place, ["code": .text(shown)]))
      }
      (line, column) = value == 0x0A ? (line + 1, 1) : (line, column + 1)
    }
    return found
  }

  private mutating func report(_ key: String, at place: SourcePlace, _ arguments: [String: MessageArgument] = [:]) {
    diagnostics.append(.error(key, at: place, arguments))
  }

  private func place(_ node: CMarkNode, _ places: PlaceMap) -> SourcePlace {
    places.place(line: node.line, byteColumn: node.byteColumn)
  }

  private mutating func isTooDeep(_ node: CMarkNode, _ places: PlaceMap, _ depth: Int) -> Bool {
    guard depth > Self.depthLimit else { return false }
    report("markdown.depth", at: place(node, places))
    return true
  }

  // MARK: Blocks

  private mutating func blocks(in node: CMarkNode, _ places: PlaceMap, depth: Int) -> [Block] {
    if isTooDeep(node, places, depth) { return [] }
    var blocks: [Block] = []
    for child in node.children {
      if child.kind == .paragraph, let table = PipeTable(child, places) {
        blocks += self.blocks(of: table, places, depth: depth + 1)
      } else if let block = block(child, places, depth: depth + 1) {
        blocks.append(block)
      }
    }
    return blocks
  }

  /// A table, and the paragraph before it that has no empty line behind it.
  private mutating func blocks(of table: PipeTable, _ places: PlaceMap, depth: Int) -> [Block] {
    var blocks = table.before.map { self.blocks(of: $0, depth: depth) } ?? []
    let head = table.head.map { inlines(of: $0, places) }
    var rows: [[[Inline]]] = []
    for row in table.rows {
      if row.count != head.count, let place = (row.count > head.count ? row[head.count] : row.first)?.place {
        diagnostics.append(
          .warning(
            row.count > head.count ? "markdown.table-cells" : "markdown.table-cells/few", at: place,
            ["count": .number(row.count), "expected": .number(head.count)]))
      }
      let cells = row.prefix(head.count).map { inlines(of: $0, places) }
      rows.append(cells + Array(repeating: [], count: head.count - cells.count))
    }
    blocks.append(.table(Table(alignments: table.alignments, head: head, rows: rows)))
    return blocks
  }

  private mutating func inlines(of cell: PipeTable.Cell, _ places: PlaceMap) -> [Inline] {
    runningText(MarkdownSource(cell.text, at: cell.place), references: places.references)
  }

  /// A text in which nothing begins a block: `- `, `1. ` and `> ` are words. A line that would begin one gets U+00A0
  /// before it, which libcmark takes for no indentation, and which is taken out again.
  mutating func runningText(_ source: MarkdownSource, references: String = "") -> [Inline] {
    // Most cells hold nothing but words.
    if !source.text.utf8.contains(where: {
      $0 < 0x20 || $0 >= 0x7F && $0 < 0xE3 || $0 > 0xE9 || "\\`*_[]<>&!{~:#".utf8.contains($0)
    }) {
      let words = source.text.drop { $0 == " " }
      return words.isEmpty ? [] : [.text(String(words))]
    }
    var guarded = source
    let lines = source.text.drop { $0 == " " || $0 == "\t" }.split(separator: "\n", omittingEmptySubsequences: false)
    guarded.text = lines.map(Self.guarded).joined(separator: "\n")
    if !references.isEmpty, source.text.holds("[") { guarded.text += "\n\n\(references)" }
    let blocks = blocks(of: guarded)
    if blocks.isEmpty { return [] }
    guard blocks.count == 1, case .paragraph(let content) = blocks[0] else {
      diagnostics.append(.error("markdown.not-inline", at: source.fixedPlace ?? SourcePlace(source.path)))
      return []
    }
    return content.withoutGuards()
  }

  private static func guarded(_ line: Substring) -> String {
    let text = line.drop { $0 == " " || $0 == "\t" }
    guard let first = text.utf8.first else { return "" }
    let isSign = "-+*>#=~`<_[|:".utf8.contains(first) || (0x30...0x39).contains(first) || text.hasPrefix(guardSign)
    return isSign ? guardSign + text : String(line)
  }

  fileprivate static let guardSign = "\u{A0}"

  private mutating func block(_ node: CMarkNode, _ places: PlaceMap, depth: Int) -> Block? {
    switch node.kind {
    case .paragraph:
      let content = inlines(in: node, places, depth: depth)
      diagnostics += Leftovers.problems(in: content, node, places)
      return content.isEmpty ? nil : .paragraph(content)
    case .heading: return .heading(heading(node, places, depth: depth))
    case .quote: return .quote(blocks(in: node, places, depth: depth))
    case .list:
      var items: [[Block]] = []
      for item in node.children { items.append(blocks(in: item, places, depth: depth + 1)) }
      return .list(List(items: items, start: node.listStart, isTight: node.isTight))
    case .code: return code(node, places, depth: depth)
    case .rule: return .rule
    case .html:
      if !Self.isComment(node.literal) { reportHTML(at: place(node, places)) }
      return nil
    default: return nil
    }
  }

  private mutating func heading(_ node: CMarkNode, _ places: PlaceMap, depth: Int) -> Heading {
    let place = place(node, places)
    let level = node.headingLevel
    if level == 1 {
      report("markdown.heading-level/one", at: place)
    } else if level > lastLevel + 1 {
      report(
        "markdown.heading-level", at: place,
        [
          "level": .number(level), "before": .number(lastLevel),
          "marks": .text(String(repeating: "#", count: lastLevel + 1)),
        ])
    }
    lastLevel = max(level, 1)
    var content = inlines(in: node, places, depth: depth)
    diagnostics += Leftovers.problems(in: content, node, places)
    let written = HeadingIDs.explicitIDs(in: &content)
    for id in written {
      if !HeadingIDs.isValid(id) {
        report("markdown.heading-id", at: place, ["id": .text(id)])
      } else if !ids.claim(id) {
        report("markdown.duplicate-id", at: place, ["id": .text(id)])
      }
    }
    if content.plainText.allSatisfy(\.isWhitespace) { report("markdown.empty/heading", at: place) }
    return Heading(
      level: level, content: content, id: written.first ?? ids.make(of: content.plainText),
      formerIDs: Array(written.dropFirst()), place: place)
  }

  private mutating func code(_ node: CMarkNode, _ places: PlaceMap, depth: Int) -> Block {
    let info = node.fenceInfo
    if places.isOpenFence(node) { report("markdown.open-fence", at: place(node, places)) }
    let place = place(node, places)
    guard info.hasPrefix("{") else {
      let language = info.split(separator: " ").first.map(String.init)
      if let language, Self.directives.contains(language) {
        diagnostics.append(.warning("markdown.leftover/directive", at: place, ["text": .text(language)]))
      }
      return .code(node.literal, language: language)
    }
    guard let head = DirectiveHead(info) else {
      report("directive.syntax", at: place, ["text": .text(info)])
      return .code(node.literal, language: nil)
    }
    let offset = places.bodyOffset(fenceLine: node.line, byteColumn: node.byteColumn)
    var directive = Directive(
      name: head.name, argument: head.argument, body: node.literal, place: place, bodyOffset: offset, content: nil)
    if containers.contains(head.name), !isTooDeep(node, places, depth) {
      directive.content = blocks(of: places.inner(node.literal, offset: offset), depth: depth + 1)
    }
    return .directive(directive)
  }

  private mutating func reportHTML(at place: SourcePlace) {
    report("markdown.raw-html", at: place)
  }

  /// Whether nothing but a comment stands there, which is not published.
  private static func isComment(_ html: String) -> Bool {
    let text = html.drop(while: \.isWhitespace)
    guard text.hasPrefix("<!--"), let end = text.firstRange(of: "-->") else { return false }
    return text[end.upperBound...].allSatisfy(\.isWhitespace)
  }

  // MARK: Inlines

  private mutating func inlines(in node: CMarkNode, _ places: PlaceMap, depth: Int) -> [Inline] {
    if isTooDeep(node, places, depth) { return [] }
    var inlines: [Inline] = []
    for child in node.children {
      guard let inline = inline(child, places, before: &inlines, depth: depth + 1) else { continue }
      if case .text(let text) = inline {
        if text.isEmpty { continue }
        if case .text(var before)? = inlines.last {
          // Out of the list first, so that it grows in place.
          inlines.removeLast()
          before += text
          inlines.append(.text(before))
          continue
        }
      }
      inlines.append(inline)
    }
    return inlines.joiningChineseLines()
  }

  private mutating func inline(
    _ node: CMarkNode, _ places: PlaceMap, before: inout [Inline], depth: Int
  ) -> Inline? {
    switch node.kind {
    case .text: return .text(node.literal)
    case .softBreak: return .softBreak
    case .lineBreak: return .lineBreak
    case .codeSpan:
      guard !places.isEscapedRole(node), let name = DirectiveHead.takeRoleName(from: &before) else {
        return .code(node.literal)
      }
      var place = place(node, places)
      if let column = place.column { place.column = max(1, column - name.unicodeScalars.count - 3) }
      return .role(Role(name: name, body: node.literal, place: place))
    case .emphasis: return .emphasis(inlines(in: node, places, depth: depth))
    case .strong: return .strong(inlines(in: node, places, depth: depth))
    case .link:
      let place = places.place(
        line: node.line, byteColumn: node.byteColumn, sign: [UInt8(ascii: "["), UInt8(ascii: "<")])
      let content = inlines(in: node, places, depth: depth)
      let holdsPicture = content.contains { if case .image = $0 { true } else { false } }
      if !holdsPicture, content.plainText.allSatisfy(\.isWhitespace) { report("markdown.empty/link", at: place) }
      return .link(Link(destination: node.destination, title: node.title, content: content, place: place))
    case .image:
      let place = places.place(line: node.line, byteColumn: node.byteColumn, sign: [UInt8(ascii: "!")])
      // Roles as they are written: what shows the picture fills them.
      let alternative = inlines(in: node, places, depth: depth).plainText { "{\($0.name)}`\($0.body)`" }
      return .image(Image(source: node.destination, alternative: alternative, title: node.title, place: place))
    case .inlineHTML:
      if !Self.isComment(node.literal) { reportHTML(at: place(node, places)) }
      return nil
    default: return nil
    }
  }
}

extension [Inline] {
  /// The same without the spaces that ``TreeReader/runningText(_:references:)`` put before lines.
  fileprivate func withoutGuards() -> [Inline] {
    var isLineStart = true
    return withoutGuards(&isLineStart)
  }

  private func withoutGuards(_ isLineStart: inout Bool) -> [Inline] {
    var inlines: [Inline] = []
    for inline in self {
      switch inline {
      case .text(let text):
        let isGuarded = isLineStart && text.hasPrefix(TreeReader.guardSign)
        isLineStart = false
        let rest = isGuarded ? String(text.unicodeScalars.dropFirst()) : text
        if !rest.isEmpty { inlines.append(.text(rest)) }
        continue
      case .softBreak, .lineBreak:
        isLineStart = true
        inlines.append(inline)
        continue
      case .emphasis(let content): inlines.append(.emphasis(content.withoutGuards(&isLineStart)))
      case .strong(let content): inlines.append(.strong(content.withoutGuards(&isLineStart)))
      case .link(var link):
        link.content = link.content.withoutGuards(&isLineStart)
        inlines.append(.link(link))
      case .code, .image, .role: inlines.append(inline)
      }
      isLineStart = false
    }
    return inlines
  }
}
