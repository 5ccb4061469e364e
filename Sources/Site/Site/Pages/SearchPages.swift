internal import Bytes
internal import Content
internal import GuideText
internal import Search
internal import Templates

/// The page on which a version is searched, `<version>/search/`, and its index. A guide whose templates have no
/// `search.mustache` has neither.
enum SearchPages {
  private static let template = "search"

  /// The address of a version's search; `nil` where nothing is searched.
  static func path(of version: Int, in site: SiteContext) -> SitePath? {
    site.templates.has(template) ? SitePath(version: site.guide.versions[version].id, page: "search") : nil
  }

  /// The key `search` of a page at `from`: where its box leads.
  static func value(_ version: Int?, from: SitePath, root: String? = nil, in site: SiteContext) -> TemplateValue {
    guard let path = version.flatMap({ path(of: $0, in: site) }) else { return .absent }
    return .text((root ?? "") + path.relative(from: from))
  }

  /// What readers find on a page of the guide.
  static func page(_ id: PageID, _ html: [UInt8], in site: SiteContext) -> SearchPage? {
    guard let search = path(of: id.version, in: site) else { return nil }
    let page = site.index.page(id)
    var sections = HTMLSections.sections(of: html)
    // What stands above and below the text.
    for line in [page.source.source ?? "", page.source.description] where !line.isEmpty {
      sections[0].text = Array((line + "\n").utf8) + sections[0].text
    }
    for number in sections.indices.dropFirst() {
      let anchor = String(decoding: sections[number].anchor, as: UTF8.self)
      sections[number].anchor = Array(PercentEncoding.encoded(anchor, keeping: UInt8(ascii: "-")).utf8)
    }
    return SearchPage(
      title: Array(page.source.title.utf8), address: address(page.path, below: search),
      group: Array((page.source.group ?? "").utf8), sections: sections)
  }

  /// What readers find on a form's page, whose parts no address leads to.
  private static func page(_ form: PublishedForm, _ html: [UInt8], search: SitePath) -> SearchPage {
    var sections = HTMLSections.sections(of: main(of: html))
    for number in sections.indices { sections[number].anchor = [] }
    return SearchPage(
      title: Array(form.title.utf8), address: address(SitePath(version: form.version, form: form.id), below: search),
      group: [], sections: sections)
  }

  /// The page's main element, without its tag.
  private static func main(of html: [UInt8]) -> [UInt8] {
    let tag = Array("<main".utf8)
    guard let start = html.firstPlace(of: tag).map({ $0 + tag.count }),
      let end = html.firstPlace(of: Array("</main".utf8), from: start)
    else { return [] }
    let text = html[start..<end]
    return Array(text[(text.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? text.startIndex)...])
  }

  /// A page's address below its version's folder.
  private static func address(_ page: SitePath, below search: SitePath) -> [UInt8] {
    Array(page.relative(from: search).dropFirst("../".count).utf8)
  }

  /// Every version's search page and index.
  ///
  /// - Parameters:
  ///   - pages: what readers find on the guide's pages, by version.
  ///   - forms: the pages of forms as they were rendered.
  static func files(_ site: SiteContext, pages: [[SearchPage]], forms: [OutputFile]) -> [OutputFile] {
    let rendered = Dictionary(forms.map { ($0.path, $0.bytes) }) { first, _ in first }
    return site.guide.versions.indices.flatMap { version -> [OutputFile] in
      guard let path = path(of: version, in: site) else { return [] }
      let forms = site.index.forms(version: version).compactMap { form in
        rendered[SitePath(version: form.version, form: form.id).file].map { page(form, $0, search: path) }
      }
      let index = SearchIndex(of: pages[version] + forms)
      let id = site.guide.versions[version].id
      let html = site.templates.fill(template, context(version, index, at: path, in: site))
      return [OutputFile(path: path.file, bytes: html)]
        + index.files.map { OutputFile(path: "\(id)/\($0.path)", bytes: $0.bytes) }
    }
  }

  private static func context(
    _ version: Int, _ index: SearchIndex, at path: SitePath, in site: SiteContext
  ) -> TemplateValue {
    var members = SiteValue.members(site, root: path.root)
    members[.version] = VersionContext.value(site.index, version, from: path)
    members[.versions] = .list(
      site.index.versions(seenFrom: version).map { number in
        var members = VersionContext.members(site.index, number, from: path)
        members[.isThis] = .flag(number == version)
        members[.hasPage] = true
        members[.url] = value(number, from: path, in: site)
        return .map(members)
      })
    let title = site.guide.title
    members[.page] = [
      .title: .text(title), .shortTitle: .text(site.guide.shortTitle), .description: .absent, .isHome: false,
      .canonical: .text(path.absolute(below: site.guide.address)), .name: "search", .step: .absent,
      .updated: .absent, .reviewed: .absent, .source: .absent, .report: .absent, .isFolded: false, .isDraft: false,
    ]
    let groups = NavigationContext.groups(
      site, version: version, Addresses(index: site.index.text, from: path), this: nil)
    members[.navigation] = groups
    members[.pages] = groups
    members[.searchScript] = site.templates.assetURL("assets/search.js", root: path.root)
    members[.searchTable] = .text("table.js?v=\(index.identity)")
    members[.isChosenByTerm] = .flag(!index.isWhole)
    return .map(members)
  }
}
