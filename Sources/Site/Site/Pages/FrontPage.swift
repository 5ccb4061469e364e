internal import Content
internal import Diagnostics
internal import Markdown
internal import Templates

extension TextPlace {
  /// The site's front page, on which a text of the version in force stands.
  static func front(of version: Int) -> TextPlace { TextPlace(version: version, path: SitePath(""), page: nil) }
}

/// What a version's `front.md` puts on the site's front page, and what the page needs for it.
struct FrontPage: Sendable {
  let source: SourcePage
  let html: String
  /// Keys of its tools; empty where it holds none.
  let module: TemplateMap

  /// The text of the version in force; `nil` where it has none. Those of other versions are looked through, too.
  static func render(_ site: SiteContext, diagnostics: inout [Diagnostic]) -> FrontPage? {
    var front: FrontPage?
    for (number, version) in site.guide.versions.enumerated() {
      guard let source = version.front else { continue }
      let page = render(source, of: number, in: site, diagnostics: &diagnostics)
      if number == site.index.current { front = page }
    }
    return front
  }

  private static func render(
    _ source: SourcePage, of version: Int, in site: SiteContext, diagnostics: inout [Diagnostic]
  ) -> FrontPage {
    let document = MarkdownDocument.read(
      MarkdownSource(source.body, path: source.path, offset: TextOffset(lines: source.bodyLine)),
      containers: PageParsing.containers, reserved: site.templates.frontIDs, diagnostics: &diagnostics)
    let place = TextPlace.front(of: version)
    var renderer = ArticleRenderer(site: site, place: place)
    let html = HTMLRenderer.html(of: document.blocks, resolver: &renderer)
    diagnostics += renderer.diagnostics
    return FrontPage(
      source: source, html: html,
      module: ModuleValue.members(of: document, version: version, at: place.path, in: site))
  }
}
