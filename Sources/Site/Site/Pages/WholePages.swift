internal import Content
internal import GuideText
internal import Templates

/// All pages of a version on one, for printing and for reading without a network: `<version>/all/`.
enum WholePages {
  private static let template = "all"

  /// Whether the version has such a page.
  static func has(_ site: SiteContext, version: Int) -> Bool {
    site.templates.has(template) && site.index.isSmall[version]
  }

  /// The way to it; absent where there is none.
  static func address(_ site: SiteContext, version: Int, from: SitePath) -> TemplateValue {
    has(site, version: version) ? .text(site.index.whole(version).relative(from: from)) : .absent
  }

  /// How texts on it name other places.
  static func addresses(_ index: SiteIndex, version: Int) -> Addresses {
    Addresses(index: index.text, from: index.whole(version), whole: version)
  }

  /// The page of the version, of the HTML of its pages in reading order.
  static func file(_ site: SiteContext, version: Int, articles: [(page: PageID, html: [UInt8])]) -> OutputFile {
    let index = site.index
    let path = index.whole(version)
    let addresses = addresses(index, version: version)
    let content = index.guide.versions[version]
    var members = SiteValue.members(site, root: path.root)
    members[.version] = VersionContext.value(index, version, from: path)
    members[.noindex] = true
    members[.page] = [
      .title: .text(content.title), .description: .text(site.guide.description), .isHome: false, .name: "all",
      .canonical: .text(path.absolute(below: site.guide.address)), .step: .absent, .updated: .absent, .source: .absent,
    ]
    members[.steps] = NavigationContext.steps(site, version: version, addresses, this: nil)
    members[.pages] = .list(
      articles.map { id, html in
        let page = index.page(id).source
        return [
          .id: .text(addresses.id("", on: id)), .title: .text(page.title), .description: .text(page.description),
          .step: page.step.map { .number($0) } ?? .absent, .html: .html(html), .isHome: .flag(page.isHome),
          .updated: .optional(page.updated), .source: .optional(page.source),
        ]
      })
    return OutputFile(path: path.file, bytes: site.templates.fill(template, .map(members)))
  }
}
