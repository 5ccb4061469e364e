internal import Content
internal import GuideText
internal import Templates

/// What `page.mustache` is filled with.
enum PageContext {
  static func value(
    _ id: PageID, _ article: ResolvedPage, html: [UInt8], in site: SiteContext, stepCount: Int
  ) -> TemplateValue {
    let index = site.index
    let page = index.page(id)
    let addresses = Addresses(index: index.text, from: page.path)
    var members = SiteValue.members(site, root: page.path.root)
    members[.version] = VersionContext.value(index, id.version, from: page.path)
    members[.versions] = .lazy { VersionContext.switcher(index, page: id, from: page.path) }
    members[.banner] = banner(id, index)
    members[.search] = SearchPages.value(id.version, from: page.path, in: site)
    members[.page] = self.page(id, html, index, stepCount: stepCount)
    members[.outline] = .list(
      article.outline.map {
        [
          .id: .text($0.id), .title: .text($0.content.plainText), .level: .number($0.level),
          .isSub: .flag($0.level == 3),
        ]
      })
    members[.hasOutline] = .flag(!article.outline.isEmpty)
    members[.navigation] = .lazy { NavigationContext.groups(site, version: id.version, addresses, this: id) }
    members[.steps] = .lazy { NavigationContext.steps(site, version: id.version, addresses, this: id) }
    members[.hasRoad] = .flag(stepCount > 0)
    members[.previous] = NavigationContext.link(index, to: index.neighbour(of: id, by: -1), from: page.path)
    members[.next] = NavigationContext.link(index, to: index.neighbour(of: id, by: 1), from: page.path)
    let sections = index.sections(of: id)
    members[.crumbs] = .list(sections.map { NavigationContext.link(index, to: $0, from: page.path) })
    members[.hasCrumbs] = .flag(!sections.isEmpty)
    members[.noindex] = .flag(index.text.isDraft(id))
    members[.allPage] = WholePages.address(site, version: id.version, from: page.path)
    members[.changes] = site.changes.link(of: id, from: page.path, in: site)
    members[.record] = site.changes.record(of: id.version, from: page.path, in: site)
    members.merge(ModuleValue.members(of: id, in: site))
    return .map(members)
  }

  private static func page(_ id: PageID, _ html: [UInt8], _ index: SiteIndex, stepCount: Int) -> TemplateValue {
    let page = index.page(id)
    let canonical = index.text.canonical(of: id).absolute(below: index.guide.address)
    let address = page.path.absolute(below: index.guide.address)
    let step: TemplateValue =
      page.source.step.map { [.number: .number($0), .total: .number(stepCount)] } ?? .absent
    return [
      .title: .text(page.source.title), .shortTitle: .text(page.source.shortTitle ?? page.source.title),
      .description: .text(page.source.description),
      .canonical: .text(canonical), .updated: .optional(page.source.updated),
      .reviewed: .optional(page.source.reviewed), .isFolded: .flag(page.source.fold != nil),
      .report: .optional(index.guide.report?.filled(title: page.source.title, address: address)),
      .source: .optional(page.source.source), .html: .html(html),
      .isHome: .flag(page.source.isHome), .name: .text(page.source.name), .group: .optional(page.source.group),
      .step: step, .editPath: .text(page.source.path), .isDraft: .flag(page.source.isDraft),
    ]
  }

  private static func banner(_ id: PageID, _ index: SiteIndex) -> TemplateValue {
    let version = index.guide.versions[id.version]
    guard version.status != .current, let current = index.current else { return .absent }
    let same = index.text.counterpart(of: id, in: current)
    let path = same.map { index.page($0).path } ?? index.home(of: current)
    return [
      .currentTitle: .text(index.guide.versions[current].title),
      .currentURL: .text(path.relative(from: index.page(id).path)), .hasPage: .flag(same != nil),
      .draft: .flag(version.status == .draft),
    ]
  }
}
