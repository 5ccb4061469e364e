internal import Diagnostics

/// What looks like Markdown, of this dialect or another, and came out as text.
enum Leftovers {
  /// Warnings about a paragraph or a heading, each with the place of what it shows. What is written with backslashes is
  /// meant as it is.
  static func problems(in content: [Inline], _ node: CMarkNode, _ places: PlaceMap) -> [Diagnostic] {
    let lines = node.line...max(node.line, node.lastLine)
    let text = shown(content)
    var found: [(key: String, text: String)] = []
    if text.utf8.contains(where: { "]{~/".utf8.contains($0) }) {
      found += inText(text, isHeading: node.kind == .heading)
    }
    if node.kind == .paragraph { found += inLines(lines, places) }
    return found.compactMap { key, text in
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

  private static func inText(_ text: String, isHeading: Bool) -> [(key: String, text: String)] {
    var found: [(key: String, text: String)] = []
    func find(_ key: String, _ pattern: some RegexComponent<Substring>) {
      for match in text.matches(of: pattern) { found.append((key, String(match.output))) }
    }
    if text.contains("]") {
      find("markdown.leftover/link", /\[[^\[\]\n]+\](?:\([^()\n]*\)|（[^（）\n]*）| \([^()\s]+\))/)
      find("markdown.leftover/reference", /\[[^\[\]\n]+\]\[[^\[\]\n]*\]/)
      find("markdown.leftover/footnote", /\[\^[^\[\]\n]+\]/)
    }
    if text.contains("~~") { find("markdown.leftover/strike", /~~[^~\n]+~~/) }
    if text.contains("{") {
      find("markdown.leftover/shortcode", /\{\{[<%][^\n]*?\}\}|\{%[^\n]*?%\}/)
      find("markdown.leftover/attributes", /\{[.:][^{}\n]*\}/)
    }
    if text.contains("://") { find("markdown.leftover/address", /https?:\/\/[A-Za-z0-9][^\s，。；）)】」』》<>"'\u{FFFC}]*/) }
    return found
  }

  /// What stands at the beginning of a line.
  private static func inLines(_ lines: ClosedRange<Int>, _ places: PlaceMap) -> [(key: String, text: String)] {
    var found: [(key: String, text: String)] = []
    var numbered = 0
    for number in lines {
      let bytes = places.bytes(ofLine: number).drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      guard let first = bytes.first else { continue }
      let isNumbered = first == 0xEF && bytes.starts(with: "（".utf8) || (0xE2...0xE3).contains(first)
      guard isNumbered || "#!:[-".utf8.contains(first) else { continue }
      let line = String(decoding: bytes, as: UTF8.self)
      if let match = line.prefixMatch(of: /#{1,6}[^\s#!0-9][^\n]*/) {
        found.append(("markdown.leftover/heading", String(match.output)))
      }
      if let match = line.prefixMatch(of: /!!! ?\w+[^\n]*|:::[^\n]*/) {
        found.append(("markdown.leftover/admonition", String(match.output)))
      }
      if let match = line.prefixMatch(of: /\[!\w+\]/) {
        found.append(("markdown.leftover/admonition", String(match.output)))
      }
      if let match = line.prefixMatch(of: /\[\[?(?:TOC|toc)\]\]?/) {
        found.append(("markdown.leftover/contents", String(match.output)))
      }
      if let match = line.prefixMatch(of: #/(?:- )?\[[ xX]\] /#) {
        found.append(("markdown.leftover/task", String(match.output.dropLast())))
      }
      if let match = line.prefixMatch(of: /（[0-9一二三四五六七八九十]{1,3}）|[①-⑳]/) {
        numbered += 1
        if numbered == 2 { found.append(("markdown.leftover/lines", String(match.output))) }
      }
    }
    return found
  }
}
