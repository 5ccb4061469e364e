internal import Content
internal import GuideText
internal import Templates

/// Keys that every page has: the site's own.
enum SiteValue {
  /// `site`, `root`, `stylesheet`, `script` of a page at `path`, whose way to the root is `root`; and as unfilled
  /// what only some pages have, so that partials may ask for it on all.
  static func members(_ site: SiteContext, root: String) -> TemplateMap {
    let guide = site.guide
    return [
      .site: [
        .title: .text(guide.title), .shortTitle: .text(guide.shortTitle), .language: .text(guide.language),
        .description: .text(guide.description), .address: .text(guide.address),
        .locale: .text(guide.language.replacing("-", with: "_")),
        .image: guide.image.map { .text(SitePath($0.path).absolute(below: guide.address)) } ?? .absent,
        .notice: .optional(guide.notice), .noticeTitle: .optional(guide.noticeTitle),
      ],
      .words: WordsValue.value(guide.labels.words), .isFront: false, .hasRoad: false,
      .root: .text(root),
      .stylesheet: site.templates.assetURL("assets/site.css", root: root),
      .script: site.templates.assetURL("assets/site.js", root: root),
      .hasModule: false, .formStyle: .absent, .formScript: .absent, .toolScript: .absent, .tableScript: .absent,
      .parts: .absent,
      .version: .unfilled, .versions: .unfilled, .banner: .unfilled, .search: .unfilled, .navigation: .unfilled,
      .steps: .unfilled, .outline: .unfilled, .hasOutline: .unfilled, .previous: .unfilled, .next: .unfilled,
      .noindex: .unfilled, .crumbs: .unfilled, .hasCrumbs: .unfilled, .allPage: .unfilled, .start: .unfilled,
      .feed: ChangeFeed.value(site, root: root), .changes: .unfilled, .record: .unfilled,
    ]
  }
}

/// A version as templates see it.
enum VersionContext {
  /// Its keys, addresses as a page at `from` names them.
  static func members(_ index: SiteIndex, _ number: Int, from: SitePath) -> TemplateMap {
    let version = index.guide.versions[number]
    return [
      .id: .text(version.id), .title: .text(version.title), .status: .text(version.status.rawValue),
      .isCurrent: .flag(version.status == .current), .isSuperseded: .flag(version.status == .superseded),
      .isDraft: .flag(version.status == .draft), .isUpcoming: .flag(version.status == .upcoming),
      .isSource: .flag(version.status == .source), .later: later(version, index.guide.labels.words),
      .statusWord: .text(index.guide.labels.words[version.status.rawValue]), .effective: .optional(version.effective),
      .published: .optional(version.published), .note: .optional(version.note),
      .home: .text(index.home(of: number).relative(from: from)),
    ]
  }

  /// What the version becomes on a day to come.
  private static func later(_ version: GuideVersion, _ words: GuideWords) -> TemplateValue {
    guard let (date, status) = version.nextStatus else { return .absent }
    return [.date: .text(date), .status: .text(status.rawValue), .statusWord: .text(words[status.rawValue])]
  }

  static func value(_ index: SiteIndex, _ number: Int, from: SitePath) -> TemplateValue {
    .map(members(index, number, from: from))
  }

  /// The version switcher's entries on a page: each leads to the same page there, or to that version's home.
  static func switcher(_ index: SiteIndex, page: PageID, from: SitePath) -> TemplateValue {
    .list(
      index.versions(seenFrom: page.version).map { number in
        var members = members(index, number, from: from)
        let same = number == page.version ? page : index.text.counterpart(of: page, in: number)
        members[.isThis] = .flag(number == page.version)
        members[.hasPage] = .flag(same != nil)
        members[.url] = same.map { .text(index.page($0).path.relative(from: from)) } ?? members[.home]
        return .map(members)
      })
  }

  /// The list of versions on pages that belong to none, or whose text is of the version `this`; `root` leads to the
  /// site's root.
  static func list(_ index: SiteIndex, root: String, this: Int? = nil) -> [TemplateValue] {
    index.versions(seenFrom: this).map { value(index, $0, root: root, isThis: $0 == this) }
  }

  /// A version on pages that belong to none.
  static func value(_ index: SiteIndex, _ number: Int, root: String, isThis: Bool = false) -> TemplateValue {
    var members = members(index, number, from: SitePath(""))
    let url = root + index.home(of: number).relative(from: SitePath(""))
    members[.url] = .text(url)
    members[.home] = .text(url)
    members[.pageCount] = .number(index.listed[number].count)
    members[.isThis] = .flag(isThis)
    members[.hasPage] = false
    return .map(members)
  }
}

/// The guide's words as templates see them.
enum WordsValue {
  static func value(_ words: GuideWords) -> TemplateValue {
    .map(TemplateMap(GuideWords.entries.map { (TemplateKey($0.name), .text(words[$0.name])) }))
  }
}
