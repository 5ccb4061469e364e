internal import Content
internal import Diagnostics
internal import GuideText
internal import Markdown
internal import Redline
internal import Templates

/// What changed on the site's front page, whose text each edition has in `front.md`: `<version>/changes/front/`.
enum FrontRedline {
  /// The redline, noted in `changes`; none where readers see the same, or only one of both versions has the text.
  static func files(_ changes: inout VersionChanges, _ redlines: PageRedlines) -> [OutputFile] {
    let (site, pair) = (redlines.site, changes.pair)
    let (old, new) = (site.guide.versions[pair.older].front, site.guide.versions[pair.newer].front)
    guard let old, let new else {
      changes.front = new != nil ? .added : old != nil ? .removed : nil
      return []
    }
    let (before, after) = (document(of: old, site), document(of: new, site))
    let reading = (old: redlines.read(old, before, of: pair.older), new: redlines.read(new, after, of: pair.newer))
    let comparison = PageComparison(reading.old.page, reading.new.page)
    if comparison.isUnchanged { return [] }
    var shown = ShownFactPaths(files: Set(ShownFacts.all(in: before).union(ShownFacts.all(in: after)).map(\.data)))
    for (version, reading) in [(pair.older, reading.old), (pair.newer, reading.new)] {
      shown.add(reading.blocks, data: site.guide.versions[version].data.mapValues(\.root))
    }
    let facts = changes.facts.filter(shown.contains)
    changes.front = .changed(comparison.counts, facts)
    return [file(comparison, facts, pair, site)]
  }

  /// What is wrong with it is told by whoever renders the page.
  private static func document(of source: SourcePage, _ site: SiteContext) -> MarkdownDocument {
    var told: [Diagnostic] = []
    return PageParsing.document(of: source, reserved: site.templates.frontIDs, diagnostics: &told)
  }

  private static func file(
    _ comparison: PageComparison, _ facts: [FactChange], _ pair: GuideChanges.Pair, _ site: SiteContext
  ) -> OutputFile {
    let words = site.guide.labels.changes
    let path = GuideChanges.frontPath(of: pair.newer, in: site.guide)
    var writer = RedlineWriter(words: words, table: site.guide.labels.table, from: path)
    writer.write(facts: facts)
    writer.write(comparison)
    // A front page that is not in force stands nowhere.
    func end(_ version: Int) -> RedlineContext.End {
      RedlineContext.End(version: version, path: version == site.index.current ? SitePath("") : nil)
    }
    let ends = RedlineContext.Ends(title: words["frontPage"], older: [end(pair.older)], newer: end(pair.newer))
    var members = RedlineContext.members(ends, counts: comparison.counts, html: writer.out, at: path, in: site)
    members[.versions] = ChangeRecord.switcher(pair.newer, from: path, in: site)
    members[.navigation] = NavigationContext.groups(
      site, version: pair.newer, Addresses(index: site.index.text, from: path), this: nil)
    return OutputFile(path: path.file, bytes: site.templates.fill(ChangePages.pageTemplate, .map(members)))
  }
}
