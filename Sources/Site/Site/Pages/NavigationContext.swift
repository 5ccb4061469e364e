internal import Content
internal import Templates

/// Ways through a version: groups of pages, the numbered road, the page before and after.
enum NavigationContext {
  /// The groups in the order of their first pages; the home page stands in none. In a large version only the group of
  /// the page itself is listed; where there are many groups, the others are not named either, but the way to the home page.
  static func groups(_ site: SiteContext, version: Int, from: SitePath, this: PageID?) -> TemplateValue {
    let index = site.index
    let groups = index.groups[version]
    let open = this.flatMap { $0.version == version ? groups.group(of: $0.page) : nil }
    func value(_ number: Int) -> TemplateValue {
      let group = groups.list[number]
      return [
        .title: .text(group.title), .isOpen: .flag(number == open), .isListed: .flag(number == open || !groups.isLarge),
        .isRest: false,
        .url: .lazy { .text(index.page(PageID(version: version, page: group.pages[0])).path.relative(from: from)) },
        .pages: .lazy {
          .list(group.pages.map { entry(site, PageID(version: version, page: $0), from: from, this: this) })
        },
      ]
    }
    if let open, groups.isManyfold {
      let rest: TemplateValue = [
        .title: .absent, .isOpen: false, .isListed: false, .isRest: true, .pages: .absent,
        .url: .text(index.home(of: version).relative(from: from)),
      ]
      return .list([value(open), rest])
    }
    return .list(groups.list.indices.map(value))
  }

  /// A page as others of its version name it.
  private static func entry(_ site: SiteContext, _ id: PageID, from: SitePath, this: PageID?) -> TemplateValue {
    let isBeside = this.map { $0 != id && $0.version == id.version && !site.index.page($0).source.isHome } ?? false
    if isBeside, id.version < site.besideOthers.count { return site.besideOthers[id.version][id.page] }
    return entry(site.index, id, from: from, isThis: id == this)
  }

  private static func entry(_ index: SiteIndex, _ id: PageID, from: SitePath, isThis: Bool) -> TemplateValue {
    let page = index.page(id)
    return [
      .title: .text(page.source.shortTitle ?? page.source.title), .url: .text(page.path.relative(from: from)),
      .isThis: .flag(isThis), .step: page.source.step.map { .number($0) } ?? .absent,
      .description: .text(page.source.description),
    ]
  }

  /// Each page as any other page of its version names it that is not the home, by version and page: the same for all of
  /// them, which stand beside each other.
  static func besideOthers(_ index: SiteIndex) -> [[TemplateValue]] {
    index.pages.enumerated().map { version, pages in
      let from = SitePath("\(index.guide.versions[version].id)/ /")
      return pages.indices.map { entry(index, PageID(version: version, page: $0), from: from, isThis: false) }
    }
  }

  /// The pages with a step, numbered.
  static func steps(_ index: SiteIndex, version: Int, from: SitePath, this: PageID?) -> TemplateValue {
    .list(
      index.pages[version].enumerated().compactMap { number, page in
        guard let step = page.source.step else { return nil }
        return [
          .number: .number(step), .title: .text(page.source.title),
          .description: .text(page.source.description), .url: .text(page.path.relative(from: from)),
          .isThis: .flag(PageID(version: version, page: number) == this),
        ]
      })
  }

  /// The page before or after in reading order.
  static func neighbour(_ index: SiteIndex, of id: PageID, by distance: Int) -> TemplateValue {
    let number = id.page + distance
    guard index.pages[id.version].indices.contains(number) else { return .absent }
    let page = index.pages[id.version][number]
    return [
      .title: .text(page.source.title), .url: .text(page.path.relative(from: index.page(id).path)),
    ]
  }
}
