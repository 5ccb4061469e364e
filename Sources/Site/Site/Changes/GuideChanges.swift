internal import Content
internal import GuideText
internal import Redline
internal import Templates

/// Which versions are compared, and which of their pages tell what changed.
struct GuideChanges: Sendable {
  /// A version and the one before it.
  struct Pair: Sendable {
    let newer: Int
    let older: Int
  }

  /// Neighbours among the editions that readers are led to, newest first; none where the templates have no such pages.
  private(set) var pairs: [Pair] = []
  /// The newer pages that have a redline.
  var pages: Set<PageID> = []
  /// The newer versions whose front page has one.
  var fronts: Set<Int> = []
  /// Ids of the newer forms that have one, by version.
  var forms: [Int: Set<String>] = [:]

  /// No versions.
  init() {}

  /// The versions of a site, not compared yet.
  init(_ index: SiteIndex, templates: TemplateSet) {
    guard templates.has(ChangePages.recordTemplate), templates.has(ChangePages.pageTemplate) else { return }
    let listed = index.guide.versions.indices.filter {
      index.text.isListed(version: $0) && index.guide.versions[$0].kind == .edition
    }
    pairs = zip(listed, listed.dropFirst()).map { Pair(newer: $0, older: $1) }
  }

  /// The record of a version.
  static func path(of version: Int, in guide: Guide) -> SitePath { SitePath("\(guide.versions[version].id)/changes/") }

  /// The redline of a page: by its name, the home page's as `index`.
  static func path(of page: PageID, in index: SiteIndex) -> SitePath {
    SitePath("\(index.guide.versions[page.version].id)/changes/\(index.page(page).source.name)/")
  }

  /// The redline of the front page.
  static func frontPath(of version: Int, in guide: Guide) -> SitePath {
    SitePath("\(guide.versions[version].id)/changes/front/")
  }

  /// The redline of a form.
  static func path(of form: PublishedForm) -> SitePath { SitePath("\(form.version)/changes/forms/\(form.id)/") }

  /// A page's way to its redline; absent where it has none.
  func link(of page: PageID, from: SitePath, in site: SiteContext) -> TemplateValue {
    guard pages.contains(page) else { return .absent }
    return link(to: Self.path(of: page, in: site.index), "link", from, site)
  }

  /// What the next edition does with a page.
  private enum Coming: Equatable {
    case changed(SitePath), gone
  }

  /// What the next edition changes in a page of the one in force: from which day on, and the way to its redline, or, where
  /// the page is no more, to the record; absent where it changes nothing.
  func coming(for page: PageID, from: SitePath, in site: SiteContext) -> TemplateValue {
    coming(after: page.version, from: from, in: site) { next in
      guard let newer = site.index.text.counterpart(of: page, in: next) else {
        return site.index.listed[page.version].contains(page.page) ? .gone : nil
      }
      return pages.contains(newer) ? .changed(Self.path(of: newer, in: site.index)) : nil
    }
  }

  /// The same of a form's page.
  func coming(for form: PublishedForm, of version: Int, from: SitePath, in site: SiteContext) -> TemplateValue {
    coming(after: version, from: from, in: site) { next in
      guard let newer = site.index.form(form.id, version: next) else { return .gone }
      return forms[next]?.contains(form.id) == true ? .changed(Self.path(of: newer)) : nil
    }
  }

  /// The same of the front page.
  func comingFront(after version: Int, from: SitePath, in site: SiteContext) -> TemplateValue {
    coming(after: version, from: from, in: site) {
      fronts.contains($0) ? .changed(Self.frontPath(of: $0, in: site.guide)) : nil
    }
  }

  private func coming(
    after version: Int, from: SitePath, in site: SiteContext, _ change: (_ next: Int) -> Coming?
  ) -> TemplateValue {
    let versions = site.guide.versions
    guard version == site.index.current, let date = versions[version].ends,
      let next = versions.indices.first(where: { versions[$0].effective == date && versions[$0].status == .upcoming }),
      pairs.contains(where: { $0.newer == next && $0.older == version }), let change = change(next)
    else { return .absent }
    let path = if case .changed(let redline) = change { redline } else { Self.path(of: next, in: site.guide) }
    return [
      .date: .text(date), .title: .text(versions[next].title), .url: .text(path.relative(from: from)),
      .isGone: .flag(change == .gone),
    ]
  }

  /// The same of the front page, whose version is in force.
  func frontLink(of version: Int, from: SitePath, in site: SiteContext) -> TemplateValue {
    guard fronts.contains(version) else { return .absent }
    return link(to: Self.frontPath(of: version, in: site.guide), "link", from, site)
  }

  /// The same of a form's page.
  func link(of form: PublishedForm, from: SitePath, in site: SiteContext) -> TemplateValue {
    guard let version = site.index.text.versionNumber(form.version), forms[version]?.contains(form.id) == true else {
      return .absent
    }
    return link(to: Self.path(of: form), "link", from, site)
  }

  /// The way to a version's record; absent where there is none.
  func record(of version: Int, from: SitePath, in site: SiteContext) -> TemplateValue {
    guard pairs.contains(where: { $0.newer == version }) else { return .absent }
    return link(to: Self.path(of: version, in: site.guide), "record", from, site)
  }

  private func link(to path: SitePath, _ word: String, _ from: SitePath, _ site: SiteContext) -> TemplateValue {
    [.title: .text(site.guide.labels.changes[word]), .url: .text(path.relative(from: from))]
  }
}

/// What changed from one version to the next.
struct VersionChanges: Sendable {
  /// A page that changed.
  struct Page: Sendable {
    let page: PageID
    let counts: ChangeCounts
    /// The facts that it shows and that changed.
    let facts: [FactChange]
    /// What it comes from.
    let descent: PageDescent
  }

  /// A form that changed.
  struct Form: Sendable {
    let form: PublishedForm
    let counts: ChangeCounts
  }

  /// What became of the front page's text.
  enum Front: Sendable {
    case added, removed
    case changed(ChangeCounts, [FactChange])
  }

  let pair: GuideChanges.Pair
  /// `nil` where readers see the same.
  var front: Front?
  /// In reading order.
  var pages: [Page] = []
  var forms: [Form] = []
  /// Pages that only the newer version has, and that only the older one had.
  var (added, removed): ([PageID], [PageID]) = ([], [])
  /// Pages that are the same.
  var unchanged: [PageID] = []
  var facts: [FactChange] = []

  /// The record of `pair`, with nothing in it.
  init(_ pair: GuideChanges.Pair) { self.pair = pair }
}
