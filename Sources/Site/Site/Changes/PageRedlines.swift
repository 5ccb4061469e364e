internal import Content
internal import GuideText
internal import Markdown
internal import Redline
internal import Templates

/// Makes the redlines of pages that two versions have.
struct PageRedlines: Sendable {
  let site: SiteContext
  /// Hashes of the versions' pictures.
  let pictures: [SitePath: UInt64]
  /// All facts that changed.
  let facts: [FactChange]

  /// A page that is read again.
  private struct Reading {
    let page: ComparablePage
    let blocks: [ResolvedBlock]
  }

  /// What changed on a page, and its redline; `nil` where readers see the same.
  func redline(
    _ old: (id: PageID, document: MarkdownDocument), _ new: (id: PageID, document: MarkdownDocument)
  ) -> (page: VersionChanges.Page, file: OutputFile)? {
    let (before, after) = (read(old.id, old.document), read(new.id, new.document))
    if before.page == after.page { return nil }
    let comparison = PageComparison(before.page, after.page)
    if comparison.isUnchanged { return nil }
    var shown = ShownFactPaths(
      files: Set((site.index.page(old.id).shown.union(site.index.page(new.id).shown)).map(\.data)))
    for (id, reading) in [(old.id, before), (new.id, after)] {
      shown.add(reading.blocks, data: site.guide.versions[id.version].data.mapValues(\.root))
    }
    let changed = VersionChanges.Page(page: new.id, counts: comparison.counts, facts: facts.filter(shown.contains))
    return (changed, file(changed, comparison, older: old.id))
  }

  private func read(_ id: PageID, _ document: MarkdownDocument) -> Reading {
    let index = site.index.text
    let page = PageResolver.page(id, document, in: index, templates: Set(site.templates.directiveNames))
    let addresses = Addresses(index: index, from: index.page(id).path)
    let text = PageText(pictures: pictures) { shown($0, id, addresses) }
    let source = index.page(id).source
    return Reading(
      page: ComparablePage(
        title: source.title, lines: [source.description, source.source ?? ""], blocks: text.blocks(page.blocks)),
      blocks: page.blocks)
  }

  /// What readers see of a directive. What a form asks is told by question, on a page of its own.
  private func shown(_ directive: ResolvedDirective, _ id: PageID, _ addresses: Addresses) -> [ComparableBlock] {
    func titles(_ forms: [PublishedForm]) -> [ComparableBlock] {
      forms.map { .text(.paragraph, PieceCutter.pieces(of: $0.title)) }
    }
    switch directive {
    case .form(let form): return titles([site.index.form(form, version: id.version)].compactMap(\.self))
    case .forms: return titles(site.index.forms(version: id.version))
    default:
      var writer = HTMLWriter(site, version: id.version, page: id, addresses: addresses)
      writer.write(directive)
      return HTMLBlocks.blocks(of: writer.out)
    }
  }

  private func file(_ changed: VersionChanges.Page, _ comparison: PageComparison, older: PageID) -> OutputFile {
    let index = site.index
    let path = GuideChanges.path(of: changed.page, in: index)
    let (old, new) = (index.page(older), index.page(changed.page))
    var writer = RedlineWriter(words: site.guide.labels.changes, table: site.guide.labels.table, from: path)
    writer.write(facts: changed.facts)
    writer.write(comparison)
    let ends = RedlineContext.Ends(
      title: new.source.title, older: (older.version, old.path), newer: (changed.page.version, new.path))
    var members = RedlineContext.members(ends, counts: changed.counts, html: writer.out, at: path, in: site)
    members[.versions] = .lazy { VersionContext.switcher(index, page: changed.page, from: path) }
    members[.navigation] = .lazy {
      NavigationContext.groups(
        site, version: changed.page.version, Addresses(index: index.text, from: path), this: changed.page)
    }
    return OutputFile(path: path.file, bytes: site.templates.fill(ChangePages.pageTemplate, .map(members)))
  }
}
