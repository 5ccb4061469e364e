package import Diagnostics

/// A Markdown text, read into a tree of values.
package struct MarkdownDocument: Sendable {
  /// The blocks in their order.
  package var blocks: [Block]

  /// Reads CommonMark 0.30 through libcmark, with Chinese-friendly emphasis, heading ids, roles and directives.
  ///
  /// - Parameters:
  ///   - containers: names of the directives whose body is Markdown.
  ///   - reserved: ids that stand around the text on its page, which no heading can have.
  package static func read(
    _ source: MarkdownSource, containers: Set<String>, reserved: Set<String> = [], diagnostics: inout [Diagnostic]
  ) -> MarkdownDocument {
    var reader = TreeReader(containers: containers, reserved: reserved)
    let blocks = reader.blocks(of: source)
    diagnostics.append(contentsOf: reader.diagnostics)
    return MarkdownDocument(blocks: blocks)
  }

  /// Reads running text, as it stands in a table's cell or a fact: nothing in it begins a list, a quotation or a heading.
  package static func inlines(of source: MarkdownSource, diagnostics: inout [Diagnostic]) -> [Inline] {
    var reader = TreeReader(containers: [])
    let content = reader.runningText(source)
    diagnostics.append(contentsOf: reader.diagnostics)
    return content
  }
}

extension MarkdownDocument {
  /// The headings in their order, those inside directives too when `all`.
  package func headings(all: Bool) -> [Heading] { Self.headings(of: blocks, all: all) }

  private static func headings(of blocks: [Block], all: Bool) -> [Heading] {
    blocks.flatMap { block -> [Heading] in
      switch block {
      case .heading(let heading): [heading]
      case .directive(let directive) where all: headings(of: directive.content ?? [], all: true)
      case .quote(let content) where all: headings(of: content, all: true)
      case .list(let list) where all: list.items.flatMap { headings(of: $0, all: true) }
      default: []
      }
    }
  }

  /// Calls `body` with each directive of the text, those inside other blocks too.
  package func forEachDirective(_ body: (Directive) -> Void) { Self.visit(blocks, body) }

  /// Names of the directives that stand in it.
  package var directiveNames: Set<String> {
    var names: Set<String> = []
    forEachDirective { names.insert($0.name) }
    return names
  }

  private static func visit(_ blocks: [Block], _ body: (Directive) -> Void) {
    for block in blocks {
      switch block {
      case .directive(let directive):
        body(directive)
        visit(directive.content ?? [], body)
      case .quote(let content): visit(content, body)
      case .list(let list): for item in list.items { visit(item, body) }
      default: break
      }
    }
  }
}
