internal import Content
internal import GuideText

/// The guide's index, and what stands beside its texts on the site: forms, groups, the order in which pages are read.
struct SiteIndex: Sendable {
  let text: GuideIndex
  /// By version.
  let groups: [PageGroups]
  /// Positions of the pages that readers are led to, in reading order, by version.
  let listed: [[Int]]
  /// Place in `listed`, by version and page; `nil` for pages that are not there.
  private let ranks: [[Int?]]
  private let forms: [[String: PublishedForm]]
  /// By version: whether it is small enough to stand on one page, too.
  let isSmall: [Bool]

  /// Most bytes of text of a version that stands on one page, too.
  private static let largestWhole = 2 << 20

  init(_ text: GuideIndex, forms: [PublishedForm]) {
    self.text = text
    let guide = text.guide
    listed = guide.versions.enumerated().map { version, content in
      content.pages.indices.filter { text.isListed(PageID(version: version, page: $0)) }
    }
    ranks = zip(guide.versions, listed).map { version, listed in
      var ranks = [Int?](repeating: nil, count: version.pages.count)
      for (rank, page) in listed.enumerated() { ranks[page] = rank }
      return ranks
    }
    isSmall = guide.versions.map { version in
      version.pages.reduce(0) { $0 + $1.body.utf8.count } <= Self.largestWhole
    }
    groups = zip(guide.versions, listed).map { PageGroups($0, listed: $1) }
    let byVersion = Dictionary(grouping: forms, by: \.version)
    self.forms = guide.versions.map { version in
      Dictionary((byVersion[version.id] ?? []).map { ($0.id, $0) }) { first, _ in first }
    }
  }

  var guide: Guide { text.guide }
  var identity: PageIdentity { text.identity }
  /// Position of the version in force.
  var current: Int? { text.current }

  func page(_ id: PageID) -> GuidePage { text.page(id) }

  /// The version's home.
  func home(of version: Int) -> SitePath { text.home(of: version) }

  func form(_ id: String, version: Int) -> PublishedForm? { forms[version][id] }

  /// The version's published forms, sorted by id.
  func forms(version: Int) -> [PublishedForm] { forms[version].values.sorted { $0.id < $1.id } }

  /// The first page of the version that shows the form's card.
  func page(showing form: String, version: Int) -> PageID? {
    listed[version].first { text.pages[version][$0].forms.contains(form) }.map { PageID(version: version, page: $0) }
  }

  /// The page so many places after another in reading order.
  func neighbour(of id: PageID, by distance: Int) -> PageID? {
    guard let rank = ranks[id.version][id.page], listed[id.version].indices.contains(rank + distance) else {
      return nil
    }
    return PageID(version: id.version, page: listed[id.version][rank + distance])
  }

  /// The sections that the page stands in, the outermost first.
  func sections(of id: PageID) -> [PageID] {
    var sections: [PageID] = []
    var name = page(id).source.section
    while let section = name, let number = text.pageNumber(section, version: id.version) {
      let id = PageID(version: id.version, page: number)
      sections.insert(id, at: 0)
      name = page(id).source.section
    }
    return sections
  }

  /// Positions of the versions that readers are led to, and of `this`, which they are reading.
  func versions(seenFrom this: Int?) -> [Int] {
    guide.versions.indices.filter { $0 == this || text.isListed(version: $0) }
  }

  /// The address of the page that holds the whole version.
  func whole(_ version: Int) -> SitePath { SitePath(version: guide.versions[version].id, page: "all") }
}
