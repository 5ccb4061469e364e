internal import Content
internal import Diagnostics
internal import GuideText
internal import Markdown
internal import Redline
internal import SourceText

/// The pages that tell what changed from one version to the next: `<version>/changes/`, below it a redline of each page and
/// each form that is not the same and of the front page, and the feed of all records.
enum ChangePages {
  static let recordTemplate = "changes"
  static let pageTemplate = "redline"

  /// Compares all neighbouring versions: `site` knows then which pages have a redline.
  static func compare(
    _ site: inout SiteContext, _ documents: [[MarkdownDocument]], diagnostics: inout [Diagnostic]
  ) async -> [OutputFile] {
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
      files += FormRedlines.files(&changes, site, diagnostics: &diagnostics)
      if case .changed = changes.front { site.changes.fronts.insert(pair.newer) }
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

  /// Facts that were changed; what follows from them, because it is worked out, is none of its own.
  private static func facts(_ pair: GuideChanges.Pair, in site: SiteContext) -> [FactChange] {
    let (old, new) = (site.guide.versions[pair.older], site.guide.versions[pair.newer])
    func written(_ version: GuideVersion) -> [String: String] {
      let sources = version.data.keys.compactMap { name in version.written(name).map { (name, $0.root) } }
      return FactComparison.writtenTexts(
        version.data.mapValues(\.root), as: Dictionary(uniqueKeysWithValues: sources))
    }
    let (before, after) = (written(old), written(new))
    let all = FactComparison.changes(old.data.mapValues(\.root), new.data.mapValues(\.root)) { text, key, side in
      guard key.hasSuffix("-md") else { return text }
      let version = side == .old ? pair.older : pair.newer
      var resolver = PageResolver(index: site.index.text, place: TextPlace(factsOf: version), templates: [])
      return resolver.runningText(text, at: SourcePlace("")).plainText
    }
    return all.filter { change in
      change.old == nil || change.new == nil || before[change.writtenPath] != after[change.writtenPath]
    }
  }

  private static func pages(
    _ changes: inout VersionChanges, _ site: SiteContext, _ documents: [[MarkdownDocument]],
    _ pictures: [SitePath: UInt64]
  ) async -> [OutputFile] {
    var files: [OutputFile] = []
    let pair = changes.pair
    let descents = PageDescent.all(pair, in: site.index)
    changes.added = descents.filter(\.origins.isEmpty).map(\.page)
    let seen = Set(descents.flatMap(\.origins))
    changes.removed = site.index.listed[pair.older].map { PageID(version: pair.older, page: $0) }
      .filter { !seen.contains($0) }
    let sources = PageSources(site, pair)
    let redlines = PageRedlines(site: site, pictures: pictures, facts: changes.facts)
    files += FrontRedline.files(&changes, redlines)
    let both = descents.filter { !$0.origins.isEmpty }
    var waiting = both.filter { !$0.isPlain || !sources.areSame($0.origins[0], $0.page) }
    let made = await Chunks.map(&waiting) { redlines.redline($0, documents) }
    for (page, file) in made.compactMap(\.self) {
      changes.pages.append(page)
      files.append(file)
    }
    let changed = Set(changes.pages.map(\.page))
    changes.unchanged = both.map(\.page).filter { !changed.contains($0) }
    return files
  }
}
