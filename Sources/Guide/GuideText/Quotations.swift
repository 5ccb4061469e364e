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
    let bytes: [UInt8]

    init(name: String, text: String) { (self.name, self.text, bytes) = (name, text, Array(text.utf8)) }
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
    if named.contains(where: { $0.bytes.firstRange(of: text.utf8) != nil }) { return [] }
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
