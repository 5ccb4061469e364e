package import GuideText
package import SourceText

/// The facts that a page shows: those that its texts name, and whole data files that its directives show.
package struct ShownFactPaths: Sendable {
  private var files: Set<String>
  private var paths: [String: Set<[String]>] = [:]

  /// Data files that directives show.
  package init(files: Set<String>) { self.files = files }

  /// Adds what a text names, and what texts of the files that directives show name, as paths of the version's data files.
  package mutating func add(_ blocks: [ResolvedBlock], data: [String: SourceNode]) {
    for block in blocks { add(block, data) }
    for root in files.compactMap({ data[$0] }) { addRoles(in: root, data) }
  }

  private mutating func addRoles(in node: SourceNode, _ data: [String: SourceNode]) {
    switch node.value {
    case .null: break
    case .list(let nodes): for node in nodes { addRoles(in: node, data) }
    case .map(let entries): for entry in entries { addRoles(in: entry.value, data) }
    case .scalar(let text):
      guard text.utf8.contains(UInt8(ascii: "`")) else { return }
      // `{data}` and the path in backticks: what stands before each second backtick, where a brace stands before the first.
      let parts = text.split(separator: "`", omittingEmptySubsequences: false)
      for (before, path) in zip(parts, parts.dropFirst()) where before.hasSuffix("}") { add(path: String(path), data) }
    }
  }

  private mutating func add(path: String, _ data: [String: SourceNode]) {
    guard let file = path.split(separator: ".").first.map(String.init), let root = data[file] else { return }
    paths[file, default: []].insert(FactTree.path(path, in: root))
  }

  /// Whether the page shows the fact, or one in what came or went.
  package func contains(_ change: FactChange) -> Bool {
    files.contains(change.file) || paths[change.file]?.contains { $0.starts(with: change.path) } == true
  }

  private mutating func add(_ block: ResolvedBlock, _ data: [String: SourceNode]) {
    switch block {
    case .paragraph(let content): add(content, data)
    case .heading(let heading): add(heading.content, data)
    case .folded(let heading, let content):
      add(heading.content, data)
      add(content, data: data)
    case .list(let list): for item in list.items { add(item, data: data) }
    case .quote(let content), .directive(.container(_, _, let content)), .directive(.quotation(let content)):
      add(content, data: data)
    case .table(let table):
      add(table.caption ?? [], data)
      for row in table.head + table.rows { for cell in row { add(cell.content, data) } }
    case .figure, .code, .directive, .rule: break
    }
  }

  private mutating func add(_ content: [ResolvedInline], _ data: [String: SourceNode]) {
    for inline in content {
      switch inline {
      case .emphasis(let content), .strong(let content): add(content, data)
      case .link(let link): add(link.content, data)
      case .fact(let fact): add(path: fact.path, data)
      case .text, .softBreak, .lineBreak, .code, .image, .quotation: break
      }
    }
  }
}
