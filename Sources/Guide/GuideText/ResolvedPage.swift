package import Content
package import Diagnostics
package import Markdown
package import SourceText

/// A page's text with everything in it resolved: links lead to what is there, facts have their values, directives are
/// what they mean. HTML, search text and what else is made of a page are writers over this tree.
package struct ResolvedPage: Sendable {
  /// The blocks in their order.
  package let blocks: [ResolvedBlock]
  /// What links and cards lead to below the version's folder or elsewhere on the site.
  package let uses: Set<SitePath>
  /// Names of the labels that the engine writes into it.
  package let labels: Set<String>
  /// Its flow charts.
  package let charts: [FlowChart]
  /// What it claims, of which readers see nothing.
  package let claims: [Claim]
  /// What was found wrong.
  package let diagnostics: [Diagnostic]

  /// Headings of level 2 and 3 that stand in the page itself, in their order.
  package var outline: [ResolvedHeading] {
    blocks.compactMap { block in
      switch block {
      case .heading(let heading), .folded(let heading, _): (2...3).contains(heading.level) ? heading : nil
      default: nil
      }
    }
  }
}

/// A block of a resolved text.
package indirect enum ResolvedBlock: Sendable {
  case paragraph([ResolvedInline])
  /// A picture that stands alone and has a caption.
  case figure(ResolvedImage)
  case heading(ResolvedHeading)
  /// A heading that folds what stands below it.
  case folded(ResolvedHeading, [ResolvedBlock])
  case list(ResolvedList)
  case quote([ResolvedBlock])
  case code(String, language: String?)
  case table(ResolvedTable)
  case directive(ResolvedDirective)
  case rule
}

/// A piece of resolved running text.
package indirect enum ResolvedInline: Sendable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case emphasis([ResolvedInline])
  case strong([ResolvedInline])
  case link(ResolvedLink)
  case image(ResolvedImage)
  case fact(Fact)
  /// Words of a source, without marks around them.
  case quotation(String)
}

/// A value of a data file that a text shows.
package struct Fact: Sendable, Hashable {
  /// The path that the text names, such as `contacts.hotline.number`.
  package var path: String
  /// The value, or the path where there is none, which was reported.
  package var text: String
  /// Whether readers may call it.
  package var isTelephone: Bool
}

/// A heading with its anchor.
package struct ResolvedHeading: Sendable {
  /// 2 to 6.
  package var level: Int
  /// Unique in its page.
  package var id: String
  /// Ids that it had before, which still lead to it.
  package var formerIDs: [String] = []
  /// What it says.
  package var content: [ResolvedInline]
}

/// A list with bullets or numbers.
package struct ResolvedList: Sendable {
  /// The blocks of each item.
  package var items: [[ResolvedBlock]]
  /// First number; `nil` for bullets.
  package var start: Int?
  /// Whether paragraphs stand in it without distance.
  package var isTight: Bool
}

/// A link that leads somewhere.
package struct ResolvedLink: Sendable {
  /// Where it leads; `nil` when that was reported, and the content stands as plain text.
  package var target: LinkTarget?
  /// Text that browsers show over it; often empty.
  package var title: String
  /// What readers see of it.
  package var content: [ResolvedInline]
}

/// A picture that is there.
package struct ResolvedImage: Sendable {
  /// The file in the site; `nil` when there is none, which was reported.
  package var path: SitePath?
  /// Its size in pixels (of a drawing: in its units), where the file tells it.
  package var size: PictureSize?
  /// What it shows, for those who do not see it.
  package var alternative: String
  /// Its caption; often empty.
  package var title: String
}

/// A table, whose cells may span several rows and columns and fill a rectangle.
package struct ResolvedTable: Sendable {
  /// A cell.
  package struct Cell: Sendable {
    /// What stands in it.
    package var content: [ResolvedInline]
    /// Rows that it spans.
    package var rows = 1
    /// Columns that it spans.
    package var columns = 1
    /// Whether it heads its row or column.
    package var isHeader = false
    /// Where its text stands, where the table says.
    package var alignment: Table.Alignment?
  }

  /// Its title; `nil` where it has none.
  package var caption: [ResolvedInline]?
  /// Rows of the head.
  package var head: [[Cell]]
  /// Rows below it.
  package var rows: [[Cell]]
}

/// A directive as what it means.
package enum ResolvedDirective: Sendable {
  /// A block with a title of its own, such as a note.
  case container(name: String, title: String, content: [ResolvedBlock])
  /// A text of a source.
  case quotation([ResolvedBlock])
  /// A process as a drawing.
  case flow(FlowChart)
  /// The version's numbered pages.
  case steps
  /// A form's card.
  case form(id: String)
  /// All forms of the version.
  case forms
  /// A template filled with a data file.
  case template(name: String, argument: String, data: String, options: SourceNode?)
}

extension [ResolvedInline] {
  /// The text without marks; a picture counts as its alternative text.
  package var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .softBreak, .lineBreak: " "
      case .emphasis(let content), .strong(let content): content.plainText
      case .link(let link): link.content.plainText
      case .image(let image): image.alternative
      case .fact(let fact): fact.text
      case .quotation(let text): "“\(text)”"
      }
    }.joined()
  }
}
