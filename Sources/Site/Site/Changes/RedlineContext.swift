internal import Content
internal import GuideText
internal import Redline
internal import Templates

/// What `redline.mustache` is filled with.
enum RedlineContext {
  /// What is compared: a page or a form, in two versions.
  struct Ends {
    let title: String
    let older: (version: Int, path: SitePath)
    let newer: (version: Int, path: SitePath)
  }

  /// The keys of the redline at `path`; the way to the older page is `previous`, that to the newer one `next`.
  static func members(
    _ ends: Ends, counts: ChangeCounts, html: [UInt8], at path: SitePath, in site: SiteContext
  ) -> TemplateMap {
    let words = site.guide.labels.changes
    let title = words.filled("title", ["page": ends.title])
    let (older, newer) = (site.guide.versions[ends.older.version], site.guide.versions[ends.newer.version])
    var members = SiteValue.members(site, root: path.root)
    members[.version] = VersionContext.value(site.index, ends.newer.version, from: path)
    members[.search] = SearchPages.value(ends.newer.version, from: path, in: site)
    members[.noindex] = true
    members[.page] = page(
      title, words.filled("lead", ["new": newer.title, "old": older.title]), at: path, html: html, in: site)
    members[.note] = .text(ChangeSentences(words).counts(counts))
    members[.previous] = [
      .title: .text(words.filled("older", ["version": older.title])),
      .url: .text(ends.older.path.relative(from: path)),
    ]
    members[.next] = [
      .title: .text(words.filled("newer", ["version": newer.title])),
      .url: .text(ends.newer.path.relative(from: path)),
    ]
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
