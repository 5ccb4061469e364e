package import Content

/// Every address and anchor of every version: built before any page's links are resolved.
package struct GuideIndex: Sendable {
  /// The guide as its authors wrote it.
  package let guide: Guide
  /// By version and page, in the guide's order.
  package let pages: [[GuidePage]]
  /// Which pages of different versions are the same.
  package let identity: PageIdentity
  /// What the versions quote.
  package let quotations: Quotations
  private let pageNumbers: [[String: Int]]
  private let fileNumbers: [[String: Int]]
  /// By version.
  private let formerNumbers: [[String: Int]]
  private let versionNumbers: [String: Int]
  private let figures: [[String: Figure]]
  private let attachments: [[String: Attachment]]
  private let formIDs: [Set<String>]

  /// An index of pages that have been read, which stand in the guide's order.
  ///
  /// - Parameter forms: ids of forms that are published, whether or not the guide holds their files, by the version's id.
  package init(_ guide: Guide, pages: [[GuidePage]], forms: [String: Set<String>]) {
    self.guide = guide
    self.pages = pages
    let identity = PageIdentity(guide.versions)
    self.identity = identity
    quotations = Quotations(guide)
    func numbers(_ key: (SourcePage) -> [String]) -> [[String: Int]] {
      guide.versions.map { version in
        let pairs = version.pages.enumerated().flatMap { number, page in key(page).map { ($0, number) } }
        return Dictionary(pairs) { first, _ in first }
      }
    }
    pageNumbers = numbers { [$0.name] }
    fileNumbers = numbers { [$0.file] }
    formerNumbers = guide.versions.indices.map { Self.formerNumbers(guide, version: $0, identity) }
    versionNumbers = Dictionary(guide.versions.enumerated().map { ($1.id, $0) }) { first, _ in first }
    figures = guide.versions.map { version in
      Dictionary(version.figures.map { ($0.name, $0) }) { first, _ in first }
    }
    attachments = guide.versions.map { version in
      Dictionary(version.attachments.map { ($0.name, $0) }) { first, _ in first }
    }
    formIDs = guide.versions.map { Set($0.formFiles.map(\.id)).union(forms[$0.id] ?? []) }
  }

  /// What has each former name: of several pages the one that readers of an older version are led to, else the first.
  private static func formerNumbers(_ guide: Guide, version: Int, _ identity: PageIdentity) -> [String: Int] {
    let pages = guide.versions[version].pages
    let pairs = pages.enumerated().flatMap { number, page in page.formerly.map { ($0.name, number) } }
    return Dictionary(grouping: pairs, by: \.0).mapValues { pairs in
      let numbers = pairs.map(\.1).filter { guide.listsDrafts || !pages[$0].isDraft }
      guard numbers.count > 1 else { return numbers.first ?? pairs[0].1 }
      for older in guide.versions.indices where older > version {
        guard let page = guide.versions[older].pages.firstIndex(where: { $0.name == pairs[0].0 }) else { continue }
        let heirs = identity.counterparts(of: PageID(version: older, page: page), in: version)
        return heirs.first { numbers.contains($0.page) }?.page ?? numbers[0]
      }
      return numbers[0]
    }
  }

  /// Position of the version with this id.
  package func versionNumber(_ id: String) -> Int? { versionNumbers[id] }

  /// Position of the page of this name.
  package func pageNumber(_ name: String, version: Int) -> Int? { pageNumbers[version][name] }

  /// Position of the page whose file this is, below the version's folder.
  func pageNumber(file: String, version: Int) -> Int? { fileNumbers[version][file] }

  /// The page that had the name before.
  package func formerPageNumber(_ name: String, version: Int) -> Int? { formerNumbers[version][name] }

  /// Names of the version's pages.
  package func pageNames(version: Int) -> [String] { pages[version].map(\.source.name) }

  /// Files of the version's pages, below the version's folder.
  func pageFiles(version: Int) -> [String] { pages[version].map(\.source.file) }

  /// The page itself.
  package func page(_ id: PageID) -> GuidePage { pages[id.version][id.page] }

  /// The picture at this path below the version's folder.
  func figure(_ name: String, version: Int) -> Figure? { figures[version][name] }

  /// Paths of the version's pictures.
  func figureNames(version: Int) -> [String] { figures[version].keys.sorted() }

  /// The attachment at this path below the version's folder.
  func attachment(_ name: String, version: Int) -> Attachment? { attachments[version][name] }

  /// Paths of the version's attachments.
  func attachmentNames(version: Int) -> [String] { attachments[version].keys.sorted() }

  /// Whether the version has such a form, be it that its own faults keep it from being published.
  package func hasForm(_ id: String, version: Int) -> Bool { formIDs[version].contains(id) }

  /// Ids of the version's forms.
  package func formNames(version: Int) -> [String] { formIDs[version].sorted() }

  /// The version's home.
  package func home(of version: Int) -> SitePath { SitePath(version: guide.versions[version].id, page: "index") }

  /// Position of the version in force.
  package var current: Int? { guide.versions.firstIndex { $0.status == .current } }

  /// Whether readers are led to the version: drafts only where the guide is built with them.
  package func isListed(version: Int) -> Bool { guide.listsDrafts || guide.versions[version].status != .draft }

  /// Whether readers are led to the page.
  package func isListed(_ id: PageID) -> Bool {
    guide.listsDrafts || !guide.versions[id.version].pages[id.page].isDraft
  }

  /// The same page in another version, where readers are led to it.
  package func counterpart(of page: PageID, in version: Int) -> PageID? {
    identity.nearest(to: page, in: version).first(where: isListed)
  }

  /// All that the page is in another version, of what readers are led to.
  package func counterparts(of page: PageID, in version: Int) -> [PageID] {
    identity.counterparts(of: page, in: version).filter(isListed)
  }

  /// Whether search engines may not keep the page.
  package func isDraft(_ id: PageID) -> Bool {
    guide.versions[id.version].status == .draft || guide.versions[id.version].pages[id.page].isDraft
  }

  /// Where search engines should send people: the newest version of the same page that is no draft and not to come.
  package func canonical(of page: PageID) -> SitePath {
    for version in guide.versions.indices where guide.versions[version].status != .upcoming {
      let same = identity.counterparts(of: page, in: version).first { !isDraft($0) }
      if let same { return self.page(same).path }
    }
    return self.page(page).path
  }
}
