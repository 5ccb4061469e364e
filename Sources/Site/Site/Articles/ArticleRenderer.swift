internal import Content
internal import Diagnostics
internal import Markdown
internal import SourceText

/// Resolves the links, pictures, roles and directives of one text and gathers what is wrong with them.
struct ArticleRenderer: MarkdownResolver {
  let site: SiteContext
  let place: TextPlace
  /// What has been found wrong so far.
  var diagnostics: [Diagnostic] = []
  /// Whether headings link to themselves; nothing one presses stands in another.
  var linksHeadings = true
  /// How many flow charts stand on the page so far: part of their ids.
  var flowCount = 0

  init(site: SiteContext, place: TextPlace) {
    self.site = site
    self.place = place
  }

  var version: GuideVersion { site.guide.versions[place.version] }
  var headingLinkLabel: String? { linksHeadings ? site.guide.labels.headingLink : nil }
  var tableLabel: String? { site.guide.labels.table }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  private var links: LinkResolver {
    LinkResolver(index: site.index, version: place.version, from: place.path, page: place.page)
  }

  mutating func attributes(of link: Link) -> String? {
    switch links.target(of: filled(link.destination, at: link.place), at: link.place) {
    case .success(.inside(let url)): return " href=\"\(HTMLText.escaped(url))\""
    case .success(.outside(let url)):
      let isPage = url.hasPrefix("http")
      return " href=\"\(HTMLText.escaped(url))\"" + (isPage ? " rel=\"noopener external\"" : "")
    case .failure(let problem):
      report(problem.diagnostic)
      return nil
    }
  }

  mutating func attributes(of image: Image) -> String? {
    let alternative = filled(image.alternative, at: image.place)
    if alternative.allSatisfy(\.isWhitespace) {
      report(
        .error("image.alt", at: image.place, ["source": .text(image.source)]))
    }
    switch links.picture(filled(image.source, at: image.place), at: image.place) {
    case .success(let url):
      return " src=\"\(HTMLText.escaped(url))\" alt=\"\(HTMLText.escaped(alternative))\" loading=\"lazy\""
    case .failure(let problem):
      report(problem.diagnostic)
      return nil
    }
  }

  /// The page's address when a fact names one, such as `fees.md#prices`.
  mutating func address(ofPage destination: String, at place: SourcePlace) -> String? {
    switch links.target(of: destination, at: place) {
    case .success(.inside(let url)), .success(.outside(let url)): return url
    case .failure(let problem):
      report(problem.diagnostic)
      return nil
    }
  }

  mutating func html(of role: Role) -> String {
    let value = FactText.value(of: role.name, role.body, at: role.place, in: version, diagnostics: &diagnostics)
    return HTMLText.escaped(value ?? role.body)
  }

  mutating func filled(_ text: String, at place: SourcePlace) -> String {
    FactText.filled(text, at: place, in: version, diagnostics: &diagnostics)
  }

  func text(of role: Role) -> String {
    if role.name == "data", case .found(let node) = version.value(at: role.body), let text = node.text { return text }
    return role.body
  }

  /// Running text that stands as a value in YAML, such as a table's cell.
  mutating func inlineHTML(_ text: String, at place: SourcePlace) -> String {
    let inlines = MarkdownDocument.inlines(of: MarkdownSource(text, at: place), diagnostics: &diagnostics)
    return HTMLRenderer.html(of: inlines, resolver: &self)
  }
}
