internal import Content
package import Diagnostics
package import Markdown
internal import SourceText

/// Resolves a text: its links, pictures and facts, and what its directives mean.
package struct PageResolver {
  let index: GuideIndex
  let place: TextPlace
  /// Names of the directives that templates define.
  let templates: Set<String>
  /// What has been found wrong so far.
  package var diagnostics: [Diagnostic] = []
  /// What the text's links and cards lead to.
  package private(set) var uses: Set<SitePath> = []
  /// Names of the labels that the engine writes into the text.
  private var labels: Set<String> = []
  /// The text's flow charts.
  var charts: [FlowChart] = []
  /// What the text claims.
  var claims: [Claim] = []

  /// A resolver of the text written at `place`; `templates` are the names of the directives that templates define.
  package init(index: GuideIndex, place: TextPlace, templates: Set<String>) {
    self.index = index
    self.place = place
    self.templates = templates
  }

  /// A page's text.
  package static func page(
    _ id: PageID, _ document: MarkdownDocument, in index: GuideIndex, templates: Set<String>
  ) -> ResolvedPage {
    var resolver = PageResolver(index: index, place: TextPlace(id, in: index), templates: templates)
    var blocks = resolver.blocks(document.blocks)
    let page = index.page(id).source
    if let level = page.fold {
      blocks = blocks.folded(at: level)
      if !blocks.contains(where: { if case .folded = $0 { true } else { false } }) {
        resolver.report(
          .warning("front-matter.fold/nothing", at: page.textPlaces["fold"], ["level": .number(level)]))
      }
    }
    return ResolvedPage(
      blocks: blocks, uses: resolver.uses, labels: resolver.labels, charts: resolver.charts,
      claims: resolver.claims, diagnostics: resolver.diagnostics)
  }

  /// A text of a version that is no page, such as the front page's.
  package static func text(
    of version: Int, _ document: MarkdownDocument, in index: GuideIndex, templates: Set<String>
  ) -> ResolvedPage {
    var resolver = PageResolver(index: index, place: TextPlace(factsOf: version), templates: templates)
    let blocks = resolver.blocks(document.blocks)
    return ResolvedPage(
      blocks: blocks, uses: resolver.uses, labels: resolver.labels, charts: resolver.charts,
      claims: resolver.claims, diagnostics: resolver.diagnostics)
  }

  var version: GuideVersion { index.guide.versions[place.version] }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func need(label: String) { labels.insert(label) }

  // MARK: Blocks

  mutating func blocks(_ blocks: [Block]) -> [ResolvedBlock] {
    var resolved: [ResolvedBlock] = []
    resolved.reserveCapacity(blocks.count)
    for block in blocks {
      if let block = self.block(block) { resolved.append(block) }
    }
    return resolved
  }

  private mutating func block(_ block: Block) -> ResolvedBlock? {
    switch block {
    case .paragraph(let content):
      if content.count == 1, case .image(let image) = content[0], !image.title.isEmpty {
        return .figure(self.image(image))
      }
      return .paragraph(inlines(content))
    case .heading(let heading):
      let content = inlines(heading.content)
      if isEmptied(content) { report(.error("markdown.empty/heading", at: heading.place)) }
      return .heading(
        ResolvedHeading(level: heading.level, id: heading.id, formerIDs: heading.formerIDs, content: content))
    case .list(let list):
      var items: [[ResolvedBlock]] = []
      for item in list.items { items.append(blocks(item)) }
      return .list(ResolvedList(items: items, start: list.start, isTight: list.isTight))
    case .quote(let content): return .quote(blocks(content))
    case .code(let text, let language): return .code(text, language: language)
    case .table(let table): return .table(self.table(table))
    case .directive(let directive): return self.directive(directive)
    case .rule: return .rule
    }
  }

  private mutating func table(_ table: Table) -> ResolvedTable {
    func cells(_ row: [[Inline]], isHeader: Bool) -> [ResolvedTable.Cell] {
      zip(row, table.alignments).map { content, alignment in
        ResolvedTable.Cell(content: inlines(content), isHeader: isHeader, alignment: alignment)
      }
    }
    need(label: "table")
    return ResolvedTable(
      caption: nil, head: [cells(table.head, isHeader: true)], rows: table.rows.map { cells($0, isHeader: false) })
  }

  // MARK: Running text

  mutating func inlines(_ inlines: [Inline]) -> [ResolvedInline] {
    var resolved: [ResolvedInline] = []
    resolved.reserveCapacity(inlines.count)
    for inline in inlines { resolved.append(self.inline(inline)) }
    return resolved
  }

  private mutating func inline(_ inline: Inline) -> ResolvedInline {
    switch inline {
    case .text(let text): .text(text)
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .code(let text): .code(text)
    case .emphasis(let content): .emphasis(inlines(content))
    case .strong(let content): .strong(inlines(content))
    case .link(let link): .link(self.link(link))
    case .image(let image): .image(self.image(image))
    case .role(let role): self.role(role)
    }
  }

  /// Whether facts that are empty leave nothing of a text; one that was written empty is told by its reader.
  private func isEmptied(_ content: [ResolvedInline]) -> Bool {
    let holdsFact = content.contains { if case .fact = $0 { true } else { false } }
    return holdsFact && content.plainText.allSatisfy(\.isWhitespace)
  }

  private mutating func link(_ link: Link) -> ResolvedLink {
    let content = inlines(link.content)
    if isEmptied(content) { report(.error("markdown.empty/link", at: link.place)) }
    return ResolvedLink(
      target: target(of: filled(link.destination, at: link.place), at: link.place),
      title: filled(link.title, at: link.place), content: content)
  }

  /// What an address leads to; `nil` when that is reported.
  mutating func target(of destination: String, at place: SourcePlace) -> LinkTarget? {
    switch LinkResolver(index: index, place: self.place).target(of: destination, at: place) {
    case .success(let target):
      use(target, at: place)
      return target
    case .failure(let problem):
      report(problem.diagnostic)
      return nil
    }
  }

  private mutating func use(_ target: LinkTarget, at place: SourcePlace) {
    switch target {
    case .page(let id, _, _):
      let isListed = self.place.page.map { index.isListed($0) } ?? true
      if isListed, !index.isListed(id) {
        report(.warning("link.draft", at: place, ["path": .text(index.page(id).source.path)]))
      }
    case .picture(let path), .attachment(let path, _, _, _), .blank(let path), .formPage(_, let path, _):
      uses.insert(path)
    case .unread, .outside: break
    }
  }

  /// Notes what a card leads to.
  mutating func use(_ path: SitePath) { uses.insert(path) }

  private mutating func image(_ image: Image) -> ResolvedImage {
    let alternative = filled(image.alternative, at: image.place)
    if alternative.allSatisfy(\.isWhitespace) {
      report(.error("image.alt", at: image.place, ["source": .text(image.source)]))
    }
    let title = filled(image.title, at: image.place)
    let source = filled(image.source, at: image.place)
    switch LinkResolver(index: index, place: place).picture(source, at: image.place) {
    case .success(let (path, figure)):
      return ResolvedImage(path: path, size: figure.size, alternative: alternative, title: title)
    case .failure(let problem):
      report(problem.diagnostic)
      return ResolvedImage(path: nil, size: nil, alternative: alternative, title: title)
    }
  }

  /// A fact, a quotation, or a text that is meant as it stands.
  private mutating func role(_ role: Role) -> ResolvedInline {
    var filler = FactFiller(version)
    defer { take(filler) }
    switch role.name {
    case "quote": return .quotation(filler.quoted(role.body, at: role.place))
    case "literal": return .text(role.body)
    default:
      let value = filler.value(of: role.name, role.body, at: role.place)
      return .fact(
        Fact(path: role.body, text: value ?? role.body, isTelephone: role.name == "tel" && value != nil))
    }
  }

  mutating func filled(_ text: String, at place: SourcePlace) -> String {
    var filler = FactFiller(version)
    defer { take(filler) }
    return filler.filled(text, at: place)
  }

  private mutating func take(_ filler: FactFiller) {
    diagnostics += filler.diagnostics
    for quotation in filler.quotations {
      diagnostics += index.quotations.problems(quotation, version: place.version)
    }
  }

  /// Running text that stands as a value in YAML, such as a table's cell.
  package mutating func runningText(_ text: String, at place: SourcePlace) -> [ResolvedInline] {
    inlines(MarkdownDocument.inlines(of: MarkdownSource(text, at: place), diagnostics: &diagnostics))
  }
}

extension [ResolvedBlock] {
  /// The same where each heading of `level` holds what stands below it, up to the next heading of its level or above.
  fileprivate func folded(at level: Int) -> [ResolvedBlock] {
    var blocks: [ResolvedBlock] = []
    var open: (heading: ResolvedHeading, content: [ResolvedBlock])?
    func close() {
      if let open { blocks.append(.folded(open.heading, open.content)) }
      open = nil
    }
    for block in self {
      if case .heading(let heading) = block, heading.level <= level {
        close()
        if heading.level == level {
          open = (heading, [])
          continue
        }
      }
      if open == nil { blocks.append(block) } else { open?.content.append(block) }
    }
    close()
    return blocks
  }
}
