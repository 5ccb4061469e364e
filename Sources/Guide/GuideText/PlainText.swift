internal import Diagnostics
internal import Markdown
internal import SourceText

extension ResolvedBlock {
  /// The words without marks; a picture has none.
  var plainText: String {
    switch self {
    case .paragraph(let content): content.plainText
    case .heading(let heading): heading.content.plainText
    case .folded(let heading, let blocks): heading.content.plainText + "\n" + blocks.plainText
    case .list(let list): list.items.map(\.plainText).joined(separator: "\n")
    case .quote(let blocks): blocks.plainText
    case .code(let text, _): text
    case .table(let table): (table.head + table.rows).joined().map(\.content.plainText).joined(separator: "\n")
    case .directive(.container(_, _, let blocks)), .directive(.quotation(let blocks)): blocks.plainText
    case .directive, .figure, .rule: ""
    }
  }
}

extension [ResolvedBlock] {
  fileprivate var plainText: String { map(\.plainText).joined(separator: "\n") }
}

extension [Block] {
  /// The words of a page without marks: no pictures, and no boxes such as notes, which the site adds.
  var sourceText: String {
    map { block in
      switch block {
      case .paragraph(let content): content.withoutPictures.plainText
      case .heading(let heading): heading.content.plainText
      case .list(let list): list.items.map(\.sourceText).joined(separator: "\n")
      case .quote(let content): content.sourceText
      case .code(let text, _): text
      case .table(let table): (table.head + table.rows.joined()).map(\.plainText).joined(separator: "\n")
      case .directive(let directive) where directive.name == "table": directive.tableText
      case .directive, .rule: ""
      }
    }.joined(separator: "\n")
  }
}

extension [Inline] {
  fileprivate var withoutPictures: [Inline] {
    filter { if case .image = $0 { false } else { true } }
  }
}

extension Directive {
  /// The cells of a `{table}`.
  fileprivate var tableText: String {
    var ignored: [Diagnostic] = []
    guard
      let body = YAMLReader.read(
        body, path: place.file, lineOffset: bodyOffset.lines, columnOffset: bodyOffset.columns, diagnostics: &ignored)
    else { return "" }
    let table = TableSource.read(body, diagnostics: &ignored)
    let cells = (table.head + table.rows).flatMap { $0.cells }
    return cells.map { cell in
      MarkdownDocument.inlines(of: MarkdownSource(cell.text, at: cell.place), diagnostics: &ignored).plainText
    }.joined(separator: "\n")
  }
}
