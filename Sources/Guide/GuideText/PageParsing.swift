internal import CLinux
package import Content
package import Diagnostics
package import Markdown

/// Reads every page's Markdown, many at once.
package enum PageParsing {
  /// Directives whose body is Markdown.
  static let containers: Set<String> = ["note", "tip", "warning", "details", "quote"]

  /// A text that is no page, such as the front page's.
  ///
  /// - Parameter reserved: ids that stand around it.
  package static func document(
    of page: SourcePage, reserved: Set<String>, diagnostics: inout [Diagnostic]
  ) -> MarkdownDocument {
    MarkdownDocument.read(
      MarkdownSource(page.body, path: page.path, offset: TextOffset(lines: page.bodyLine)), containers: containers,
      reserved: reserved, diagnostics: &diagnostics)
  }

  /// The guide's pages and their trees, by version, in the guide's order.
  ///
  /// - Parameter reserved: ids that the templates use.
  package static func pages(
    of guide: Guide, reserved: Set<String>, diagnostics: inout [Diagnostic]
  ) async -> (pages: [[GuidePage]], documents: [[MarkdownDocument]]) {
    var all = guide.versions.enumerated().flatMap { v, version in version.pages.map { (version: v, page: $0) } }
    let parsed = await Chunks.map(&all) { entry in
      var problems: [Diagnostic] = []
      let page = entry.page
      let document = document(of: page, reserved: reserved, diagnostics: &problems)
      return (
        entry.version, GuidePage(page, version: guide.versions[entry.version].id, document: document), document,
        problems
      )
    }
    var pages = guide.versions.map { _ in [GuidePage]() }
    var documents = guide.versions.map { _ in [MarkdownDocument]() }
    for (version, page, document, problems) in parsed {
      pages[version].append(page)
      documents[version].append(document)
      diagnostics.append(contentsOf: problems)
    }
    return (pages, documents)
  }
}

/// Work on many values at once, results in the values' order.
package enum Chunks {
  private static let size = 64
  /// Chunks that are worked on at one time; what was made of the values is kept, the values of a finished chunk are not.
  private static let atOnce = 16
  /// Chunks after which memory that was let go is given back to the system (malloc_trim(3)), for what is made of values is
  /// larger than the holes that they leave. That takes time, and few guides have so many pages.
  private static let giveBackAfter = 32

  /// What `transform` makes of each value, in tasks of a few dozen values. The values are taken out of the array: each is
  /// let go as soon as something was made of it.
  package static func map<Value: Sendable, Result: Sendable>(
    _ values: inout [Value], _ transform: @escaping @Sendable (Value) -> Result
  ) async -> [Result] {
    var waiting = stride(from: 0, to: values.count, by: size).map { start in
      (start: start, values: Array(values[start..<min(start + size, values.count)]))
    }
    values = []
    waiting.reverse()
    return await withTaskGroup(of: (start: Int, results: [Result]).self) { group in
      func begin() {
        guard let chunk = waiting.popLast() else { return }
        group.addTask { (chunk.start, chunk.values.map(transform)) }
      }
      for _ in 0..<atOnce { begin() }
      var parts: [(start: Int, results: [Result])] = []
      while let part = await group.next() {
        parts.append(part)
        if parts.count % giveBackAfter == 0 { malloc_trim(0) }
        begin()
      }
      return parts.sorted { $0.start < $1.start }.flatMap(\.results)
    }
  }
}
