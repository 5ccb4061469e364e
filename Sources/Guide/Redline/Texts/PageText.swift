package import GuideText

/// Turns a page's resolved text into blocks that can be compared.
package struct PageText {
  private let pictures: [SitePath: UInt64]
  private let shown: (ResolvedDirective) -> [ComparableBlock]
  /// What stands around the text that is read.
  private var style: TextPiece.Style = []
  private var reference: TextPiece.Reference?

  /// A reader of texts.
  ///
  /// - Parameters:
  ///   - pictures: hashes of the pictures' bytes.
  ///   - shown: what readers see of a directive that a template fills.
  package init(
    pictures: [SitePath: UInt64] = [:], shown: @escaping (ResolvedDirective) -> [ComparableBlock] = { _ in [] }
  ) {
    self.pictures = pictures
    self.shown = shown
  }

  /// The blocks of a text.
  package func blocks(_ blocks: [ResolvedBlock]) -> [ComparableBlock] { blocks.flatMap(self.blocks) }

  private func blocks(_ block: ResolvedBlock) -> [ComparableBlock] {
    switch block {
    case .paragraph(let content): [.text(.paragraph, pieces(content))]
    case .figure(let image):
      [.text(.figure, [picture(image)]), .text(.paragraph, PieceCutter.pieces(of: image.title))]
    case .heading(let heading): [self.heading(heading)]
    case .folded(let heading, let content): [self.heading(heading)] + blocks(content)
    case .list(let list):
      [
        .list(
          ListMarks(start: list.start, isTight: list.isTight), list.items.map { ComparableItem(blocks($0)) })
      ]
    case .quote(let content): [.group(.quote, blocks(content))]
    case .code(let text, _): [.text(.code, PieceCutter.pieces(of: text))]
    case .table(let table): [.table(self.table(table))]
    case .directive(let directive): directives(directive)
    case .rule: [.rule]
    }
  }

  private func heading(_ heading: ResolvedHeading) -> ComparableBlock {
    .text(.heading(level: heading.level), pieces(heading.content))
  }

  private func directives(_ directive: ResolvedDirective) -> [ComparableBlock] {
    switch directive {
    case .container(let name, let title, let content):
      let head = title.isEmpty ? [] : [ComparableBlock.text(.title, PieceCutter.pieces(of: title))]
      return [.group(.note(name), head + blocks(content))]
    case .quotation(let content): return [.group(.quote, blocks(content))]
    case .flow(let chart): return [.group(.flow, FlowChartText.blocks(chart))]
    case .steps: return template("steps", directive)
    case .form: return template("form", directive)
    case .forms: return template("forms", directive)
    case .template(let name, _, _, _): return template(name, directive)
    }
  }

  private func template(_ name: String, _ directive: ResolvedDirective) -> [ComparableBlock] {
    let blocks = shown(directive)
    return blocks.isEmpty ? [] : [.group(.template(name), blocks)]
  }

  private func table(_ table: ResolvedTable) -> ComparableTable {
    func rows(_ rows: [[ResolvedTable.Cell]]) -> [ComparableTable.Row] {
      rows.map { row in
        ComparableTable.Row(
          row.map {
            ComparableTable.Cell(pieces($0.content), rows: $0.rows, columns: $0.columns, isHeader: $0.isHeader)
          })
      }
    }
    return ComparableTable(caption: table.caption.map(pieces), head: rows(table.head), rows: rows(table.rows))
  }

  // MARK: Running text

  /// The pieces of running text.
  package func pieces(_ content: [ResolvedInline]) -> [TextPiece] { content.flatMap(pieces) }

  private func pieces(_ inline: ResolvedInline) -> [TextPiece] {
    switch inline {
    case .text(let text): cut(text)
    case .softBreak: [TextPiece(" ", style: style, reference: reference)]
    case .lineBreak: [TextPiece(" ", style: style.union(.lineBreak), reference: reference)]
    case .code(let text): with(style: .code) { $0.cut(text) }
    case .emphasis(let content): with(style: .emphasis) { $0.pieces(content) }
    case .strong(let content): with(style: .strong) { $0.pieces(content) }
    case .link(let link): linked(link)
    case .image(let image): [picture(image)]
    case .fact(let fact): cut(fact.text)
    case .quotation(let text): cut("“\(text)”")
    }
  }

  private func cut(_ text: String) -> [TextPiece] { PieceCutter.pieces(of: text, style: style, reference: reference) }

  private func with(style: TextPiece.Style, _ read: (PageText) -> [TextPiece]) -> [TextPiece] {
    var inner = self
    inner.style.formUnion(style)
    return read(inner)
  }

  /// Pages of the guide move with its versions: which one a link leads to is no change of a text.
  private func linked(_ link: ResolvedLink) -> [TextPiece] {
    var inner = self
    switch link.target {
    case .outside(let address): inner.reference = .address(address)
    case .attachment(_, let kind, let size, let hash): inner.reference = .file(kind: kind, size: size, hash: hash)
    case .page, .picture, .blank, .formPage, .unread, nil: break
    }
    return inner.pieces(link.content)
  }

  private func picture(_ image: ResolvedImage) -> TextPiece {
    TextPiece(
      image.alternative, style: style,
      reference: .picture(image.path, hash: image.path.flatMap { pictures[$0] } ?? 0))
  }
}
