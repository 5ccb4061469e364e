internal import Content
internal import Diagnostics
internal import Markdown

/// A page that has been read: its tree, its address and what links may name in it.
final class IndexedPage: Sendable {
  let source: SourcePage
  let document: MarkdownDocument
  let path: SitePath
  /// The ids of its headings, in UTF-8: a browser compares code points.
  let anchors: Set<[UInt8]>

  init(source: SourcePage, document: MarkdownDocument, path: SitePath, anchors: Set<[UInt8]>) {
    self.source = source
    self.document = document
    self.path = path
    self.anchors = anchors
  }
}

/// Every address and anchor of every version: built before any page is rendered.
struct SiteIndex: Sendable {
  let guide: Guide
  /// By version and page, in the guide's order.
  let pages: [[IndexedPage]]
  let identity: PageIdentity
  /// By version.
  let groups: [PageGroups]
  private let pageNumbers: [[String: Int]]
  /// Former names that are no page's name now, by version.
  private let formerNumbers: [[String: Int]]
  private let versionNumbers: [String: Int]
  private let figures: [Set<String>]
  private let forms: [[String: PublishedForm]]
  private let formIDs: [Set<String>]

  init(_ guide: Guide, pages: [[IndexedPage]], forms: [PublishedForm]) {
    self.guide = guide
    self.pages = pages
    identity = PageIdentity(guide.versions)
    groups = guide.versions.map(PageGroups.init)
    pageNumbers = guide.versions.map { version in
      Dictionary(version.pages.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }
    formerNumbers = guide.versions.map { version in
      let former = version.pages.enumerated().flatMap { number, page in page.formerly.map { ($0.name, number) } }
      return Dictionary(former) { first, _ in first }
    }
    versionNumbers = Dictionary(guide.versions.enumerated().map { ($1.id, $0) }) { first, _ in first }
    figures = guide.versions.map { Set($0.figures.map(\.name)) }
    let byVersion = Dictionary(grouping: forms, by: \.version)
    self.forms = guide.versions.map { version in
      Dictionary((byVersion[version.id] ?? []).map { ($0.id, $0) }) { first, _ in first }
    }
    formIDs = zip(guide.versions, self.forms).map { Set($0.formFiles.map(\.id)).union($1.keys) }
  }

  func versionNumber(_ id: String) -> Int? { versionNumbers[id] }

  func pageNumber(_ name: String, version: Int) -> Int? { pageNumbers[version][name] }

  /// The page that had the name before, when none has it now.
  func formerPageNumber(_ name: String, version: Int) -> Int? { formerNumbers[version][name] }

  func pageNames(version: Int) -> [String] { pages[version].map(\.source.name) }

  func page(_ id: PageID) -> IndexedPage { pages[id.version][id.page] }

  func hasFigure(_ name: String, version: Int) -> Bool { figures[version].contains(name) }

  func figureNames(version: Int) -> [String] { figures[version].sorted() }

  /// Whether the version has such a form, be it that its own faults keep it from being published.
  func hasForm(_ id: String, version: Int) -> Bool { formIDs[version].contains(id) }

  func formNames(version: Int) -> [String] { formIDs[version].sorted() }

  func form(_ id: String, version: Int) -> PublishedForm? { forms[version][id] }

  /// The version's published forms, sorted by id.
  func forms(version: Int) -> [PublishedForm] { forms[version].values.sorted { $0.id < $1.id } }

  /// The first page of the version that shows the form's card.
  func page(showing form: String, version: Int) -> PageID? {
    pages[version].firstIndex { page in
      page.document.hasDirective { $0.name == "form" && $0.argument == form }
    }.map { PageID(version: version, page: $0) }
  }

  /// The version's home.
  func home(of version: Int) -> SitePath { SitePath(version: guide.versions[version].id, page: "index") }

  /// Position of the version in force.
  var current: Int? { guide.versions.firstIndex { $0.status == .current } }

  /// Where search engines should send people: the newest version of the same page that is no draft.
  func canonical(of page: PageID) -> SitePath {
    let versions = identity.versions(of: page)
    let newest = versions.first { guide.versions[$0].status != .draft } ?? page.version
    return self.page(identity.counterpart(of: page, in: newest) ?? page).path
  }
}
