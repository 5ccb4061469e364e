internal import Content
internal import Templates

/// What `page.mustache` is filled with.
enum PageContext {
  static func value(_ id: PageID, _ article: Article, in site: SiteContext, stepCount: Int) -> TemplateValue {
    let index = site.index
    let page = index.page(id)
    var members = SiteValue.members(site, root: page.path.root)
    members[.version] = VersionContext.value(index, id.version, from: page.path)
    members[.versions] = .lazy { VersionContext.switcher(index, page: id, from: page.path) }
    members[.banner] = banner(id, index)
    members[.search] = SearchPages.value(id.version, from: page.path, in: site)
    members[.page] = self.page(id, article, index, stepCount: stepCount)
    members[.outline] = .list(
      article.outline.map {
        [
          .id: .text($0.id), .title: .text($0.title), .level: .number($0.level), .isSub: .flag($0.level == 3),
        ]
      })
    members[.hasOutline] = .flag(!article.outline.isEmpty)
    members[.navigation] = .lazy { NavigationContext.groups(site, version: id.version, from: page.path, this: id) }
    members[.steps] = .lazy { NavigationContext.steps(index, version: id.version, from: page.path, this: id) }
    members[.previous] = NavigationContext.neighbour(index, of: id, by: -1)
    members[.next] = NavigationContext.neighbour(index, of: id, by: 1)
    members.merge(ModuleValue.members(of: id, in: site))
    return .map(members)
  }

  private static func page(_ id: PageID, _ article: Article, _ index: SiteIndex, stepCount: Int) -> TemplateValue {
    let page = index.page(id)
    let step: TemplateValue =
      page.source.step.map { [.number: .number($0), .total: .number(stepCount)] } ?? .absent
    return [
      .title: .text(page.source.title), .shortTitle: .text(page.source.shortTitle ?? page.source.title),
      .description: .text(page.source.description),
      .canonical: .text(index.canonical(of: id).absolute(below: index.guide.address)),
      .updated: .optional(page.source.updated), .source: .optional(page.source.source), .html: .html(article.html),
      .isHome: .flag(page.source.isHome), .name: .text(page.source.name), .group: .optional(page.source.group),
      .step: step, .editPath: .text(page.source.path),
    ]
  }

  private static func banner(_ id: PageID, _ index: SiteIndex) -> TemplateValue {
    let version = index.guide.versions[id.version]
    guard version.status != .current, let current = index.current else { return .absent }
    let same = index.identity.counterpart(of: id, in: current)
    let path = same.map { index.page($0).path } ?? index.home(of: current)
    return [
      .currentTitle: .text(index.guide.versions[current].title),
      .currentURL: .text(path.relative(from: index.page(id).path)), .hasPage: .flag(same != nil),
      .draft: .flag(version.status == .draft),
    ]
  }
}
