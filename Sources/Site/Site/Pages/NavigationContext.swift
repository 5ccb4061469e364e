internal import Content
internal import Templates

/// Ways through a version: groups of pages, the numbered road, the page before and after.
enum NavigationContext {
  /// The groups in the order of their first pages; the home page stands in none.
  static func groups(_ index: SiteIndex, version: Int, from: SitePath, this: PageID?) -> TemplateValue {
    var titles: [String] = []
    var groups: [String: [Int]] = [:]
    for (number, page) in index.pages[version].enumerated() where !page.source.isHome {
      let title = page.source.group ?? ""
      if groups[title] == nil { titles.append(title) }
      groups[title, default: []].append(number)
    }
    return .list(
      titles.map { title in
        let numbers = groups[title] ?? []
        let isOpen = this.map { $0.version == version && numbers.contains($0.page) } ?? false
        return [
          .title: title.isEmpty ? .absent : .text(title), .isOpen: .flag(isOpen),
          .pages: .lazy {
            .list(numbers.map { entry(index, PageID(version: version, page: $0), from: from, this: this) })
          },
        ]
      })
  }

  private static func entry(_ index: SiteIndex, _ id: PageID, from: SitePath, this: PageID?) -> TemplateValue {
    let page = index.page(id)
    return [
      .title: .text(page.source.shortTitle ?? page.source.title), .url: .text(page.path.relative(from: from)),
      .isThis: .flag(id == this), .step: page.source.step.map { .number($0) } ?? .absent,
      .description: .text(page.source.description),
    ]
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
