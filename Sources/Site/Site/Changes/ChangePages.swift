internal import Content
internal import Diagnostics
internal import GuideText
internal import Markdown
internal import Redline
internal import SourceText

/// The pages that tell what changed from one version to the next: `<version>/changes/`, below it a redline of each page and
/// each form that is not the same, and the feed of all records.
enum ChangePages {
  static let recordTemplate = "changes"
  static let pageTemplate = "redline"

  /// Compares all neighbouring versions: `site` knows then which pages have a redline.
  static func compare(_ site: inout SiteContext, _ documents: [[MarkdownDocument]]) async -> [OutputFile] {
    site.changes = GuideChanges(site.index, templates: site.templates)
    let pairs = site.changes.pairs
    guard !pairs.isEmpty else { return [] }
    let pictures = pictures(site.guide, Set(pairs.flatMap { [$0.newer, $0.older] }))
    var files: [OutputFile] = []
    var records: [VersionChanges] = []
    for pair in pairs {
      var changes = VersionChanges(pair)
      changes.facts = facts(pair, in: site)
      files += await pages(&changes, site, documents, pictures)
      files += FormRedlines.files(&changes, site)
      site.changes.pages.formUnion(changes.pages.map(\.page))
      site.changes.forms[pair.newer] = Set(changes.forms.map(\.form.id))
      records.append(changes)
    }
    files += records.map { ChangeRecord.file($0, site) }
    return files + ChangeFeed.files(records, site)
  }

  /// Hashes of the pictures of some versions, by their paths.
  private static func pictures(_ guide: Guide, _ versions: Set<Int>) -> [SitePath: UInt64] {
    var hashes: [SitePath: UInt64] = [:]
    for version in versions.map({ guide.versions[$0] }) {
      for figure in version.figures { hashes[SitePath("\(version.id)/\(figure.name)")] = figure.hash }
    }
    return hashes
  }

  private static func facts(_ pair: GuideChanges.Pair, in site: SiteContext) -> [FactChange] {
    let (old, new) = (site.guide.versions[pair.older].data, site.guide.versions[pair.newer].data)
    return FactComparison.changes(old.mapValues(\.root), new.mapValues(\.root)) { text, key, side in
      guard key.hasSuffix("-md") else { return text }
      let version = side == .old ? pair.older : pair.newer
      var resolver = PageResolver(index: site.index.text, place: TextPlace(factsOf: version), templates: [])
      return resolver.runningText(text, at: SourcePlace("")).plainText
    }
  }

  private static func pages(
    _ changes: inout VersionChanges, _ site: SiteContext, _ documents: [[MarkdownDocument]],
    _ pictures: [SitePath: UInt64]
  ) async -> [OutputFile] {
    let (index, pair) = (site.index.text, changes.pair)
    var both: [(new: PageID, old: PageID)] = []
    var seen: Set<PageID> = []
    for number in site.index.listed[pair.newer] {
      let page = PageID(version: pair.newer, page: number)
      guard let old = index.counterpart(of: page, in: pair.older) else {
        changes.added.append(page)
        continue
      }
      both.append((page, old))
      seen.insert(old)
    }
    changes.removed = site.index.listed[pair.older].map { PageID(version: pair.older, page: $0) }
      .filter { !seen.contains($0) }
    let sources = PageSources(site, pair)
    let redlines = PageRedlines(site: site, pictures: pictures, facts: changes.facts)
    var waiting = both.filter { !sources.areSame($0.old, $0.new) }
    let names = waiting
    let made = await Chunks.map(&waiting) { old in
      redlines.redline(
        (old.old, documents[old.old.version][old.old.page]), (old.new, documents[old.new.version][old.new.page]))
    }
    var changed: Set<PageID> = []
    var files: [OutputFile] = []
    for (pages, redline) in zip(names, made) {
      guard let redline else { continue }
      changed.insert(pages.new)
      changes.pages.append(redline.page)
      files.append(redline.file)
    }
    changes.unchanged = both.map(\.new).filter { !changed.contains($0) }
    return files
  }
}
