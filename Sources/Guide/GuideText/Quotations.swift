internal import Bytes
package import Content
package import Diagnostics
internal import Markdown
internal import SourceText

/// Whether what a guide quotes stands in its sources, letter by letter.
package struct Quotations: Sendable {
  /// A source, its white space collapsed.
  private struct Source: Sendable {
    let name: String
    let text: String
    /// Without the blanks beside Chinese, where lines of a file may end.
    private let bytes: [UInt8]

    init(name: String, text: String) {
      (self.name, self.text, bytes) = (name, text, Quotations.closed(text))
    }

    /// Whether the words stand there, and do not begin or end within a number.
    func has(_ words: [UInt8]) -> Bool {
      var place = bytes.firstPlace(of: words)
      while let start = place {
        if !isInNumber(start), !isInNumber(start + words.count) { return true }
        place = bytes.firstPlace(of: words, from: start + 1)
      }
      return false
    }

    /// Whether digits of one number stand on both sides of a place, perhaps with its point, or its comma before three more.
    private func isInNumber(_ place: Int) -> Bool {
      func isDigit(_ place: Int) -> Bool { bytes.indices.contains(place) && (0x30...0x39).contains(bytes[place]) }
      func isMark(_ place: Int) -> Bool {
        guard isDigit(place - 1), isDigit(place + 1) else { return false }
        return bytes[place] == 0x2E || bytes[place] == 0x2C && isDigit(place + 2) && isDigit(place + 3)
      }
      return isDigit(place - 1) && isDigit(place) || isMark(place) || isMark(place - 1)
    }
  }

  /// By version.
  private let sources: [[Source]]

  /// The sources of a guide, read.
  package init(_ guide: Guide) {
    var texts: [String: String] = [:]
    sources = guide.versions.map { version in
      version.sources.map { source in
        switch source.text {
        case .file(let text): return Source(name: source.name, text: Self.collapsed(text))
        case .version(let id):
          if texts[id] == nil {
            texts[id] = Self.collapsed(guide.versions.first { $0.id == id }.map(Self.text) ?? "")
          }
          return Source(name: source.name, text: texts[id] ?? "")
        }
      }
    }
  }

  /// All that the pages of a version say.
  private static func text(of version: GuideVersion) -> String {
    var ignored: [Diagnostic] = []
    return version.pages.map { page in
      page.title + "\n"
        + PageParsing.document(of: page, reserved: [], diagnostics: &ignored).blocks.sourceText
    }.joined(separator: "\n")
  }

  /// The text with one blank for all white space that stands together.
  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The bytes of collapsed text without the blanks that have no ASCII letter or sign on one side: Chinese has none between
  /// its words, wherever lines end.
  private static func closed(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return bytes.indices.filter { place in
      bytes[place] != 0x20 || place > 0 && bytes[place - 1] < 0x80 && place + 1 < bytes.count && bytes[place + 1] < 0x80
    }.map { bytes[$0] }
  }

  /// What is wrong with a quotation: it stands in none of the version's sources, or not in the one that is named.
  func problems(_ quotation: WrittenText, version: Int, source name: String = "") -> [Diagnostic] {
    let all = sources[version]
    if all.isEmpty { return [.warning("quote.no-source", at: quotation.place)] }
    let named = all.filter { name.isEmpty || $0.name == name }
    if named.isEmpty {
      return [
        .error(
          "quote.source", at: quotation.place, ["name": .text(name)],
          hint: Message("hint.there-are", ["names": .list(all.map(\.name))]))
      ]
    }
    let text = Self.collapsed(quotation.text)
    if text.isEmpty { return [.error("quote.empty", at: quotation.place)] }
    let words = Self.closed(text)
    if named.contains(where: { $0.has(words) }) { return [] }
    let near = named.compactMap { NearPassage.find(text, in: $0.text) }.min { $0.distance < $1.distance }
    return [
      .error(
        "quote.different", at: quotation.place, ["text": .text(text)],
        hint: near.map { Message("hint.passage", ["passage": .text($0.text)]) })
    ]
  }

  /// What is wrong with the quotations of titles and data files: those that are marked, and, where the version names a
  /// source, every text under a key `quote` or one that ends in `-quote`.
  package func problems(in guide: Guide) -> [Diagnostic] {
    guide.versions.enumerated().flatMap { number, version -> [Diagnostic] in
      var quotations = version.written.quotations
      if !version.sources.isEmpty {
        for file in version.data.values.sorted(by: { $0.name < $1.name }) {
          quotations += Self.quotations(in: file.root, isQuoted: false)
        }
      }
      return quotations.filter { !version.written.lacking.contains($0.place) }.flatMap { problems($0, version: number) }
    }
  }

  private static func quotations(in node: SourceNode, isQuoted: Bool) -> [WrittenText] {
    switch node.value {
    case .null: []
    case .scalar(let text): isQuoted ? [WrittenText(text: text, place: node.place)] : []
    case .list(let nodes): nodes.flatMap { quotations(in: $0, isQuoted: isQuoted) }
    case .map(let entries): entries.flatMap { quotations(in: $0.value, isQuoted: DataFile.isQuotation($0.key)) }
    }
  }
}
