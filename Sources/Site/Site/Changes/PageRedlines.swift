internal import Content
internal import GuideText
internal import Markdown
internal import Redline
internal import Templates

/// Makes the redlines of pages that come from pages of the version before.
struct PageRedlines: Sendable {
  let site: SiteContext
  /// Hashes of the versions' pictures.
  let pictures: [SitePath: UInt64]
  /// All facts that changed.
  let facts: [FactChange]

  /// A page that is read again.
  struct Reading {
    let page: ComparablePage
    let blocks: [ResolvedBlock]
  }

  /// What changed on a page, and its redline; `nil` where readers see the same.
  func redline(
    _ descent: PageDescent, _ documents: [[MarkdownDocument]]
  ) -> (page: VersionChanges.Page, file: OutputFile)? {
    func read(_ id: PageID) -> Reading { self.read(id, documents[id.version][id.page]) }
    let new = read(descent.page)
    let olds = descent.origins.map(read)
    let parts = descent.origins.indices.map { number in
      let heirs = descent.heirs[number]
      guard heirs.count > 1, let place = heirs.firstIndex(of: descent.page) else { return olds[number].page }
      return olds[number].page.shares(of: heirs.map { $0 == descent.page ? new.page : read($0).page })[place]
    }
    let old = ComparablePage.joined(parts, as: new.page)
    if descent.isPlain, old == new.page { return nil }
    let comparison = PageComparison(old, new.page)
    if descent.isPlain, comparison.isUnchanged { return nil }
    let pages = [descent.page] + descent.origins
    var shown = ShownFactPaths(files: Set(pages.flatMap { site.index.page($0).shown }.map(\.data)))
    for (id, reading) in zip(pages, [new] + olds) {
      shown.add(reading.blocks, data: site.guide.versions[id.version].data.mapValues(\.root))
    }
    let changed = VersionChanges.Page(
      page: descent.page, counts: comparison.counts, facts: facts.filter(shown.contains), descent: descent)
    return (changed, file(changed, comparison))
  }

  private func read(_ id: PageID, _ document: MarkdownDocument) -> Reading {
    let index = site.index.text
    let page = PageResolver.page(id, document, in: index, templates: Set(site.templates.directiveNames))
    return read(index.page(id).source, page, id.version, id, Addresses(index: index, from: index.page(id).path))
  }

  /// The text of the front page.
  func read(_ front: SourcePage, _ document: MarkdownDocument, of version: Int) -> Reading {
    let index = site.index.text
    let page = PageResolver.text(
      of: version, document, in: index, templates: Set(site.templates.directiveNames))
    return read(front, page, version, nil, Addresses(index: index, from: SitePath("")))
  }

  private func read(
    _ source: SourcePage, _ page: ResolvedPage, _ version: Int, _ id: PageID?, _ addresses: Addresses
  ) -> Reading {
    let text = PageText(pictures: pictures) { shown($0, version, id, addresses) }
    return Reading(
      page: ComparablePage(
        title: source.title, lines: [source.description, source.source ?? ""], blocks: text.blocks(page.blocks)),
      blocks: page.blocks)
  }

  /// What readers see of a directive. What a form asks is told by question, on a page of its own.
  private func shown(
    _ directive: ResolvedDirective, _ version: Int, _ page: PageID?, _ addresses: Addresses
  ) -> [ComparableBlock] {
    func titles(_ forms: [PublishedForm]) -> [ComparableBlock] {
      forms.map { .text(.paragraph, PieceCutter.pieces(of: $0.title)) }
    }
    switch directive {
    case .form(let form): return titles([site.index.form(form, version: version)].compactMap(\.self))
    case .forms: return titles(site.index.forms(version: version))
    default:
      var writer = HTMLWriter(site, version: version, page: page, addresses: addresses)
      writer.write(directive)
      return HTMLBlocks.blocks(of: writer.out)
    }
  }

  private func file(_ changed: VersionChanges.Page, _ comparison: PageComparison) -> OutputFile {
    let index = site.index
    let path = GuideChanges.path(of: changed.page, in: index)
    let new = index.page(changed.page)
    var writer = RedlineWriter(words: site.guide.labels.changes, table: site.guide.labels.table, from: path)
    writer.write(DescentSentence.all(of: changed.descent, in: index), index)
    writer.write(facts: changed.facts)
    writer.write(comparison)
    let origins = changed.descent.origins
    let ends = RedlineContext.Ends(
      title: new.source.title,
      older: origins.map { id in
        let page = index.page(id)
        return RedlineContext.End(
          version: id.version, path: page.path, title: changed.descent.isPlain ? nil : page.source.title)
      }, newer: RedlineContext.End(version: changed.page.version, path: new.path))
    var members = RedlineContext.members(ends, counts: changed.counts, html: writer.out, at: path, in: site)
    members[.versions] = .lazy { VersionContext.switcher(index, page: changed.page, from: path) }
    members[.navigation] = .lazy {
      NavigationContext.groups(
        site, version: changed.page.version, Addresses(index: index.text, from: path), this: changed.page)
    }
    return OutputFile(path: path.file, bytes: site.templates.fill(ChangePages.pageTemplate, .map(members)))
  }
}
