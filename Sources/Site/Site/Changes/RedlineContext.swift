internal import Content
internal import GuideText
internal import Redline
internal import Templates

/// What `redline.mustache` is filled with.
enum RedlineContext {
  /// A page or a form in one of the two versions; the path where it has one, the title where it is to be said which page of
  /// several it is.
  struct End {
    let version: Int
    let path: SitePath?
    var title: String?
  }

  /// What is compared, in two versions.
  struct Ends {
    let title: String
    /// At least one; several where they were merged.
    let older: [End]
    let newer: End
  }

  /// The keys of the redline at `path`; the ways to the older pages are `previous`, that to the newer one is `next`.
  static func members(
    _ ends: Ends, counts: ChangeCounts, html: [UInt8], at path: SitePath, in site: SiteContext
  ) -> TemplateMap {
    let words = site.guide.labels.changes
    let title = words.filled("title", ["page": ends.title])
    let versions = site.guide.versions
    let (older, newer) = (versions[ends.older[0].version], versions[ends.newer.version])
    var members = SiteValue.members(site, root: path.root)
    members[.version] = VersionContext.value(site.index, ends.newer.version, from: path)
    members[.search] = SearchPages.value(ends.newer.version, from: path, in: site)
    members[.noindex] = true
    members[.page] = page(
      title, words.filled("lead", ["new": newer.title, "old": older.title]), at: path, html: html, in: site)
    members[.note] = .text(ChangeSentences(words).counts(counts))
    func way(_ end: End, _ word: String) -> TemplateValue {
      guard let target = end.path else { return .absent }
      let version = versions[end.version].title
      let said = words.filled(end.title == nil ? word : "olderPage", ["version": version, "page": end.title ?? ""])
      return [.title: .text(said), .url: .text(target.relative(from: path))]
    }
    members[.previous] = .list(ends.older.filter { $0.path != nil }.map { way($0, "older") })
    members[.next] = way(ends.newer, "newer")
    members[.record] = site.changes.record(of: ends.newer.version, from: path, in: site)
    return members
  }

  /// The key `page` of a page that tells of changes.
  static func page(
    _ title: String, _ description: String, at path: SitePath, html: [UInt8] = [], in site: SiteContext
  ) -> TemplateValue {
    [
      .title: .text(title), .shortTitle: .text(title), .description: .text(description), .html: .html(html),
      .canonical: .text(path.absolute(below: site.guide.address)), .isHome: false, .name: "changes", .step: .absent,
      .updated: .absent, .reviewed: .absent, .source: .absent, .report: .absent, .isFolded: false, .isDraft: false,
    ]
  }
}
