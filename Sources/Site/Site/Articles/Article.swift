internal import Content
internal import Diagnostics
internal import Markdown

/// A page's text as HTML, its links resolved.
struct Article: Sendable {
  let html: String
  /// Headings of level 2 and 3 that stand in the page itself, in their order.
  let outline: [OutlineEntry]
  let diagnostics: [Diagnostic]

  /// Renders a page: a pure function of the page and what is known about the site.
  static func render(_ id: PageID, in site: SiteContext) -> Article {
    let page = site.index.page(id)
    var renderer = ArticleRenderer(site: site, place: TextPlace(version: id.version, path: page.path, page: id))
    let headings = page.document.headings(all: false)
    let html: String
    if let level = page.source.fold {
      if !headings.contains(where: { $0.level == level }) {
        renderer.report(
          .warning("front-matter.fold/nothing", at: page.source.textPlaces["fold"], ["level": .number(level)]))
      }
      html = renderer.html(of: page.document.blocks, folding: level)
    } else {
      html = HTMLRenderer.html(of: page.document.blocks, resolver: &renderer)
    }
    let outline = headings.filter { (2...3).contains($0.level) }.map {
      OutlineEntry(id: $0.id, title: $0.content.plainText(renderer.text), level: $0.level)
    }
    return Article(html: html, outline: outline, diagnostics: renderer.diagnostics)
  }
}

/// A heading in a page's list of its parts.
struct OutlineEntry: Sendable {
  let id: String
  let title: String
  let level: Int
}

/// Where a text is shown.
struct TextPlace: Sendable {
  let version: Int
  /// The address that relative links start from.
  let path: SitePath
  /// The page; `nil` for facts, which stand on several pages.
  let page: PageID?
}
