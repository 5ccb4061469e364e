package import Diagnostics

/// A block of a Markdown text.
package indirect enum Block: Sendable, Hashable {
  case paragraph([Inline])
  case heading(Heading)
  case list(List)
  case quote([Block])
  /// A code block that is no directive; `language` is the first word after the fence.
  case code(String, language: String?)
  case directive(Directive)
  case table(Table)
  case rule
}

/// A piece of running text.
package indirect enum Inline: Sendable, Hashable {
  case text(String)
  /// A line's end that stays a space; between Chinese characters it is left out of the tree.
  case softBreak
  case lineBreak
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case link(Link)
  case image(Image)
  case role(Role)
}

/// A heading with the address that links may name.
package struct Heading: Sendable, Hashable {
  /// 2 to 6; level 1 is the page's title, which no text holds.
  package var level: Int
  /// The heading's text.
  package var content: [Inline]
  /// Unique in its page: the author's `{#id}`, or made of the text.
  package var id: String
  /// Ids that it had before, which still lead to it.
  package var formerIDs: [String] = []
  /// Place of its first character in the file.
  package var place: SourcePlace

  /// All ids that lead to it, its own first.
  package var ids: [String] { [id] + formerIDs }
}

/// A list with bullets or numbers.
package struct List: Sendable, Hashable {
  /// The blocks of each item.
  package var items: [[Block]]
  /// First number; `nil` for bullets.
  package var start: Int?
  /// Whether paragraphs stand in it without distance.
  package var isTight: Bool
}

/// A table whose cells stand between vertical lines (GitHub Flavored Markdown, “Tables”).
package struct Table: Sendable, Hashable {
  /// Where the text of a column stands.
  package enum Alignment: Sendable, Hashable { case left, center, right }

  /// By column; `nil` where the table does not say.
  package var alignments: [Alignment?]
  /// The cells of the head's one row.
  package var head: [[Inline]]
  /// Rows of as many cells as the head has.
  package var rows: [[[Inline]]]
}

/// A link as written, not yet resolved.
package struct Link: Sendable, Hashable {
  /// Address as the author wrote it.
  package var destination: String
  /// Text that browsers show over it; often empty.
  package var title: String
  /// What readers see of it.
  package var content: [Inline]
  /// Place of its first character in the file.
  package var place: SourcePlace
}

/// A picture as written, not yet resolved.
package struct Image: Sendable, Hashable {
  /// Address as the author wrote it.
  package var source: String
  /// What it shows, for those who do not see it.
  package var alternative: String
  /// Its caption; often empty.
  package var title: String
  /// Place of its first character in the file.
  package var place: SourcePlace
}

/// A role: `` {name}`body` ``.
package struct Role: Sendable, Hashable {
  /// The word in braces.
  package var name: String
  /// What stands between the backticks.
  package var body: String
  /// Place of its first character in the file.
  package var place: SourcePlace
}

/// A fenced directive: ```` ```{name} argument ````, a body, ```` ``` ````.
package struct Directive: Sendable, Hashable {
  /// The word in braces.
  package var name: String
  /// The rest of the fence's line; often empty.
  package var argument: String
  /// The lines between the fences.
  package var body: String
  /// Place of the fence.
  package var place: SourcePlace
  /// Lines of the file above the body, and columns left of it: what a reader of the body adds to its places.
  package var bodyOffset: TextOffset
  /// The body as Markdown, for directives that hold Markdown.
  package var content: [Block]?
}

/// How far a text stands from its file's beginning.
package struct TextOffset: Sendable, Hashable {
  /// Lines above it.
  package var lines: Int
  /// Columns left of it.
  package var columns: Int

  /// A text that begins so many lines and columns into its file.
  package init(lines: Int = 0, columns: Int = 0) {
    self.lines = lines
    self.columns = columns
  }
}

extension [Inline] {
  /// The text without marks; a picture counts as its alternative text, a role as its body.
  package var plainText: String { plainText { $0.body } }

  /// The same with what `role` makes of roles.
  package func plainText(_ role: (Role) -> String) -> String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .softBreak, .lineBreak: " "
      case .emphasis(let content), .strong(let content): content.plainText(role)
      case .link(let link): link.content.plainText(role)
      case .image(let image): image.alternative
      case .role(let value): role(value)
      }
    }.joined()
  }
}
