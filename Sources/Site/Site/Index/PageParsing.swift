internal import Content
internal import Diagnostics
internal import Markdown

/// Reads every page's Markdown, many at once.
enum PageParsing {
  /// Directives whose body is Markdown.
  static let containers: Set<String> = ["note", "tip", "warning", "details"]

  /// - Parameter reserved: ids that the templates use.
  static func pages(of guide: Guide, reserved: Set<String>, diagnostics: inout [Diagnostic]) async -> [[IndexedPage]] {
    let all = guide.versions.enumerated().flatMap { v, version in version.pages.map { (version: v, page: $0) } }
    let parsed = await Chunks.map(all) { entry in
      var problems: [Diagnostic] = []
      let page = parse(
        entry.page, version: guide.versions[entry.version].id, reserved: reserved, diagnostics: &problems)
      return (entry.version, page, problems)
    }
    var pages = guide.versions.map { _ in [IndexedPage]() }
    for (version, page, problems) in parsed {
      pages[version].append(page)
      diagnostics.append(contentsOf: problems)
    }
    return pages
  }

  private static func parse(
    _ page: SourcePage, version: String, reserved: Set<String>, diagnostics: inout [Diagnostic]
  ) -> IndexedPage {
    let document = MarkdownDocument.read(
      MarkdownSource(page.body, path: page.path, offset: TextOffset(lines: page.bodyLine)), containers: containers,
      reserved: reserved, diagnostics: &diagnostics)
    return IndexedPage(
      source: page, document: document, path: SitePath(version: version, page: page.name),
      anchors: Set(document.headings(all: true).map { Array($0.id.utf8) }))
  }
}

/// Work on many values at once, results in the values' order.
enum Chunks {
  private static let size = 64

  /// What `transform` makes of each value, in tasks of a few dozen values.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ transform: @escaping @Sendable (Value) -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (start: Int, results: [Result]).self) { group in
      for start in stride(from: 0, to: values.count, by: size) {
        let chunk = values[start..<min(start + size, values.count)]
        group.addTask { (start, chunk.map(transform)) }
      }
      var parts: [(start: Int, results: [Result])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.start < $1.start }.flatMap(\.results)
    }
  }
}
