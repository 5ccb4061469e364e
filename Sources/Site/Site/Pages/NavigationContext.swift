internal import Content
internal import GuideText
internal import Templates

/// Ways through a version: groups of pages, the numbered road, the page before and after.
enum NavigationContext {
  /// The groups in the order of their first pages; the home page stands in none. In a large version only the group of
  /// the page itself is listed, and of sections the one that it stands in; where there are many groups, the others are
  /// not named either, but the way to the home page.
  static func groups(_ site: SiteContext, version: Int, _ addresses: Addresses, this: PageID?) -> TemplateValue {
    let groups = site.index.groups[version]
    let open = this.flatMap { $0.version == version ? groups.group(of: $0.page) : nil }
    let entries = NavigationEntries(site, version: version, addresses, this: this)
    func value(_ number: Int) -> TemplateValue {
      let group = groups.list[number]
      return [
        .title: .text(group.title), .isOpen: .flag(number == open), .isListed: .flag(number == open || !groups.isLarge),
        .isRest: false,
        .url: .lazy { .text(addresses.page(PageID(version: version, page: group.pages[0]))) },
        .pages: .lazy { .list(NavigationEntries.near(entries.open, in: group.pages).map(entries.value)) },
      ]
    }
    if let open, groups.isManyfold {
      let rest: TemplateValue = [
        .title: .absent, .isOpen: false, .isListed: false, .isRest: true, .pages: .absent,
        .url: .text(addresses.place(site.index.home(of: version))),
      ]
      return .list([value(open), rest])
    }
    return .list(groups.list.indices.map(value))
  }

  /// The pages with a step, numbered.
  static func steps(_ site: SiteContext, version: Int, _ addresses: Addresses, this: PageID?) -> TemplateValue {
    .list(
      site.index.listed[version].compactMap { number in
        let id = PageID(version: version, page: number)
        let page = site.index.page(id)
        guard let step = page.source.step else { return nil }
        return [
          .number: .number(step), .title: .text(page.source.title),
          .description: .text(page.source.description), .url: .text(addresses.page(id)),
          .isThis: .flag(id == this),
        ]
      })
  }

  /// A page as a link names it.
  static func link(_ index: SiteIndex, to id: PageID?, from: SitePath) -> TemplateValue {
    guard let id else { return .absent }
    let page = index.page(id)
    return [.title: .text(page.source.title), .url: .text(page.path.relative(from: from))]
  }
}

/// The entries of a version's pages in the navigation of one of them.
struct NavigationEntries: Sendable {
  private let index: SiteIndex
  private let groups: PageGroups
  private let version: Int
  private let addresses: Addresses
  private let this: PageID?
  private let ready: [TemplateValue]?

  init(_ site: SiteContext, version: Int, _ addresses: Addresses, this: PageID?) {
    index = site.index
    groups = site.index.groups[version]
    self.version = version
    self.addresses = addresses
    self.this = this
    ready =
      this?.version == version && addresses.whole == nil
      ? site.entries[version][addresses.from.root] : nil
  }

  /// Entries of one list at most: with more, the text of all pages together would grow with the square of their number.
  private static let mostEntries = 200

  /// The positions, or where they are too many those around the page that is open.
  static func near(_ open: Int?, in positions: [Int]) -> ArraySlice<Int> {
    guard positions.count > mostEntries else { return positions[...] }
    let place = open.flatMap { positions.firstIndex(of: $0) } ?? 0
    let start = max(0, min(place - mostEntries / 4, positions.count - mostEntries / 2))
    return positions[start..<(start + mostEntries / 2)]
  }

  /// The page of the version's own that is open, or the outermost section that holds it.
  var open: Int? { this.flatMap { $0.version == version ? groups.section(of: $0.page) ?? $0.page : nil } }

  /// The entry of the page at this position, which stands in no section.
  func value(_ page: Int) -> TemplateValue {
    guard let children = groups.children[page] else { return plain(page) }
    let isOpen = this.map { $0.version == version && ($0.page == page || groups.section(of: $0.page) == page) } ?? false
    guard !groups.isLarge || isOpen, case .map(var members) = plain(page) else { return plain(page) }
    members[.hasPages] = true
    members[.isOpen] = .flag(isOpen)
    members[.pages] = .lazy { .list(Self.near(this?.page, in: children).map(plain)) }
    return .map(members)
  }

  private func plain(_ page: Int) -> TemplateValue {
    let id = PageID(version: version, page: page)
    if id != this, let ready { return ready[page] }
    return Self.value(index, id, addresses, isThis: id == this)
  }

  private static func value(_ index: SiteIndex, _ id: PageID, _ addresses: Addresses, isThis: Bool) -> TemplateValue {
    let page = index.page(id)
    return [
      .title: .text(page.source.shortTitle ?? page.source.title), .url: .text(addresses.page(id)),
      .isThis: .flag(isThis), .step: page.source.step.map { .number($0) } ?? .absent,
      .description: .text(page.source.description), .pages: .absent, .hasPages: false, .isOpen: false,
    ]
  }

  /// Each page as the other pages of its version name it: by version, the way from them to the site's root, and page.
  static func all(_ index: SiteIndex) -> [[String: [TemplateValue]]] {
    index.text.pages.enumerated().map { version, pages in
      let id = index.guide.versions[version].id
      let depths = Set(pages.map { page in page.path.text.utf8.count { $0 == UInt8(ascii: "/") } })
      var entries: [String: [TemplateValue]] = [:]
      for depth in depths {
        let from = SitePath("\(id)/" + String(repeating: " /", count: depth - 1))
        let addresses = Addresses(index: index.text, from: from)
        entries[from.root] = pages.indices.map {
          value(index, PageID(version: version, page: $0), addresses, isThis: false)
        }
      }
      return entries
    }
  }
}
