package import GuideText

/// A word, a number, a Han character, or what stands between them: the least that a comparison tells apart.
package struct TextPiece: Sendable {
  /// How a piece is written.
  package struct Style: OptionSet, Sendable {
    /// The styles as bits.
    package let rawValue: UInt8
    /// A set of styles by their bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Strong importance.
    package static let strong = Style(rawValue: 1)
    /// Stress.
    package static let emphasis = Style(rawValue: 2)
    /// Signs for a machine.
    package static let code = Style(rawValue: 4)
    /// A line that ends where its author says; the piece's text is a space.
    package static let lineBreak = Style(rawValue: 8)
  }

  /// What stands behind a text and may change while its words stay.
  package enum Reference: Sendable, Hashable {
    /// Another site's address.
    case address(String)
    /// A file to download: its kind (`DOCX`), its size in bytes and their hash.
    case file(kind: String, size: Int, hash: UInt64)
    /// A picture whose alternative text the piece is, and the hash of its bytes.
    case picture(SitePath?, hash: UInt64)
  }

  /// What readers see.
  package var text: String
  /// How it is written, which no comparison looks at.
  package var style: Style = []
  /// What stands behind it.
  package var reference: Reference?

  /// A piece of plain text.
  package init(_ text: String, style: Style = [], reference: Reference? = nil) {
    self.text = text
    self.style = style
    self.reference = reference
  }
}

extension TextPiece: Hashable {
  /// Whether readers see the same, whatever its style: the same bytes, and the same behind them.
  package static func == (left: TextPiece, right: TextPiece) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8) && left.reference?.essence == right.reference?.essence
  }

  /// Hashes the text's bytes; few texts have several references.
  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(text.utf8.count)
  }
}

extension TextPiece.Reference {
  /// The same without what differs in every version: a picture's path.
  fileprivate var essence: TextPiece.Reference {
    if case .picture(_, let hash) = self { return .picture(nil, hash: hash) }
    return self
  }
}

extension [TextPiece] {
  /// The text of all of them.
  package var text: String { map(\.text).joined() }
}
