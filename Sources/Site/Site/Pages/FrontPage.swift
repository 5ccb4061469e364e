internal import Content
internal import Diagnostics
internal import GuideText
internal import Markdown
internal import Templates

/// What a version's `front.md` puts on the site's front page, and what the page needs for it.
struct FrontPage: Sendable {
  let source: SourcePage
  let html: [UInt8]
  /// What it leads to.
  let uses: Set<SitePath>
  /// Names of the labels that it needs.
  let labels: Set<String>
  /// Data files that it shows.
  let shown: Set<ShownFacts>
  /// Keys of its tools; empty where it holds none.
  let module: TemplateMap
  /// What it claims; `nil` where it claims nothing.
  let claims: PageClaims?

  /// The text of each version that has one, by the version's position; that of the one in force is shown.
  static func render(_ site: SiteContext, diagnostics: inout [Diagnostic]) -> [Int: FrontPage] {
    var fronts: [Int: FrontPage] = [:]
    for (number, version) in site.guide.versions.enumerated() {
      guard let source = version.front else { continue }
      fronts[number] = render(source, of: number, in: site, diagnostics: &diagnostics)
    }
    return fronts
  }

  /// Told where the front page would list steps and the version in force has none: their heading is left out then.
  static func lackingSteps(_ site: SiteContext) -> [Diagnostic] {
    guard site.templates.names(saidBy: "home").contains("steps"), let current = site.index.current,
      !site.index.listed[current].contains(where: { site.index.text.pages[current][$0].source.step != nil })
    else { return [] }
    return [.warning("guide.no-steps", at: site.guide.versions[current].place)]
  }

  private static func render(
    _ source: SourcePage, of version: Int, in site: SiteContext, diagnostics: inout [Diagnostic]
  ) -> FrontPage {
    let document = PageParsing.document(of: source, reserved: site.templates.frontIDs, diagnostics: &diagnostics)
    let page = PageResolver.text(
      of: version, document, in: site.index.text, templates: Set(site.templates.directiveNames))
    diagnostics += page.diagnostics
    let path = SitePath("")
    var writer = HTMLWriter(
      site, version: version, page: nil, addresses: Addresses(index: site.index.text, from: path))
    writer.write(page.blocks)
    return FrontPage(
      source: source, html: writer.out, uses: page.uses, labels: page.labels, shown: ShownFacts.all(in: document),
      module: ModuleValue.members(of: document.directiveNames, version: version, at: path, in: site),
      claims: PageClaims(page.claims, of: source, version: version, html: writer.out))
  }
}
