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
    members[.coming] = site.changes.coming(for: id, from: page.path, in: site)
    members[.record] = site.changes.record(of: id.version, from: page.path, in: site)
    let moved = site.moved[id] ?? []
    members[.hasMoved] = .flag(!moved.isEmpty)
    members[.moved] = .list(
      moved.map { anchor in
        let url = addresses.page(anchor.page, query: "", fragment: anchor.id)
        return [.id: .text(anchor.id), .title: .text(anchor.title), .url: .text(url)]
      })
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
      .errata: errata(page.source, index.guide.versions[id.version]), .isHome: .flag(page.source.isHome),
      .name: .text(page.source.name), .group: .optional(page.source.group),
      .step: step, .editPath: .text(page.source.path), .isDraft: .flag(page.source.isDraft),
    ]
  }

  /// What was put right in the page since its version was released; on the version's home also what is in no page.
  private static func errata(_ page: SourcePage, _ version: GuideVersion) -> TemplateValue {
    let pages = page.isHome && !version.errata.isEmpty ? Set(version.pages.map(\.file)) : []
    let shown = version.errata.filter { $0.file == page.file || page.isHome && !pages.contains($0.file) }
    return shown.isEmpty ? .absent : .list(shown.map { [.date: .text($0.date), .say: .text($0.text)] })
  }

  private static func banner(_ id: PageID, _ index: SiteIndex) -> TemplateValue {
    VersionBanner.values(index, version: id.version, from: index.page(id).path) { version in
      index.text.counterpart(of: id, in: version).map { index.page($0).path }
    }
  }
}
