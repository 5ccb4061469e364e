package import Content
package import Diagnostics
package import GuideText
internal import Markdown
internal import Search

/// A whole site in memory.
package struct SiteOutput: Sendable {
  /// Sorted by path, each path once.
  package var files: [OutputFile]
  /// Everything found wrong, in order. With an error among them the files are not fit to be published.
  package var diagnostics: [Diagnostic]
  /// Forms and attachments that no page leads to.
  package var unlinked: [Diagnostic]
  /// What pages claim, to be judged.
  package var claims: [PageClaims]
  /// How many pages each version has, newest version first.
  package var pagesByVersion: [(version: String, pages: Int)]
}

/// Turns a guide into a site.
package enum SiteBuilder {
  /// The site of a guide: pages of every version, of forms too, redirects, figures, forms, `extraFiles`, and the files that
  /// programs read. The same input gives the same bytes.
  ///
  /// - Parameters:
  ///   - toolParts: what pages with tools load, by the version's id.
  ///   - formData: names of the data files that forms read, by the version's id.
  package static func build(
    _ guide: Guide, templates: TemplateSet, forms: [PublishedForm], extraFiles: [OutputFile],
    toolParts: [String: [PublishedPart]] = [:], formData: [String: Set<String>] = [:]
  ) async -> SiteOutput {
    var diagnostics: [Diagnostic] = []
    let pages: [[GuidePage]]
    var documents: [[MarkdownDocument]]
    (pages, documents) = await PageParsing.pages(of: guide, reserved: templates.ids, diagnostics: &diagnostics)
    let ids = Dictionary(grouping: forms, by: \.version).mapValues { Set($0.map(\.id)) }
    let index = SiteIndex(GuideIndex(guide, pages: pages, forms: ids), forms: forms)
    let facts = VersionFacts(index, templates: templates)
    diagnostics += facts.diagnostics
    diagnostics += index.text.quotations.problems(in: guide)
    diagnostics += GoneAnchors.problems(index.text, documents)
    var site = SiteContext(
      index: index, templates: templates, facts: facts, entries: NavigationEntries.all(index), toolParts: toolParts,
      formData: formData)
    site.moved = MovedAnchors.all(index.text, documents)
    let changeFiles = await ChangePages.compare(&site, documents, diagnostics: &diagnostics)
    let rendered = await PageRendering.pages(site, of: &documents, diagnostics: &diagnostics)
    var files = rendered.files
    let formPages = FormPages.files(site, diagnostics: &diagnostics)
    files += formPages
    files += SearchPages.files(site, pages: rendered.searched, forms: formPages)
    let fronts = FrontPage.render(site, diagnostics: &diagnostics)
    let front = index.current.flatMap { fronts[$0] }
    files += RootPages.files(site, front)
    files += Redirects.files(site, diagnostics: &diagnostics)
    files += SiteMaps.files(index)
    files += changeFiles
    files += templates.assets
    files += forms.flatMap(\.files)
    for version in guide.versions {
      files += version.figures.map { OutputFile(path: "\(version.id)/\($0.name)", bytes: $0.bytes) }
      files += version.attachments.map { OutputFile(path: "\(version.id)/\($0.name)", bytes: $0.bytes) }
    }
    files += extraFiles
    var shapes = ShownShapes()
    for (version, pages) in pages.enumerated() {
      var shown = pages.reduce(into: Set<ShownFacts>()) { $0.formUnion($1.shown) }
      shown.formUnion(fronts[version]?.shown ?? [])
      shapes.look(site, version: version, shown: shown)
    }
    diagnostics += shapes.diagnostics
    diagnostics += LackingWords.problems(
      site, labels: rendered.labels.union(front?.labels ?? []), hasForms: !forms.isEmpty)
    diagnostics += FrontPage.lackingSteps(site)
    if let image = guide.image { check(image, in: files, diagnostics: &diagnostics) }
    diagnostics += shapes.others(of: templates.problems)
    return SiteOutput(
      files: sorted(files, of: guide, diagnostics: &diagnostics), diagnostics: diagnostics.inOrder(),
      unlinked: Unlinked.problems(index.text, used: rendered.uses.union(front?.uses ?? [])),
      claims: rendered.claims + guide.versions.indices.compactMap { fronts[$0]?.claims },
      pagesByVersion: guide.versions.map { ($0.id, $0.pages.count) })
  }

  /// The picture of guide.yml is a file of the site, of a kind that other sites show.
  private static func check(_ image: SitePicture, in files: [OutputFile], diagnostics: inout [Diagnostic]) {
    let kind = image.path.split(separator: ".").last?.lowercased() ?? ""
    let isShown = ["png", "jpg", "jpeg", "webp", "gif"].contains(kind)
    if isShown, files.contains(where: { $0.path == image.path }) { return }
    diagnostics.append(.error("guide.image", at: image.place, ["path": .text(image.path)]))
  }

  /// The files by their paths, each once. Two that a disk cannot hold beside each other are an error at the entry of
  /// guide.yml that asks for one of them, where it is that: with one path, with paths that are one without capitals, or one
  /// as the other's folder.
  private static func sorted(_ files: [OutputFile], of guide: Guide, diagnostics: inout [Diagnostic]) -> [OutputFile] {
    let places = Dictionary(guide.redirects.map { (Redirects.path(of: $0).file, $0.place) }) { first, _ in first }
    var sorted: [OutputFile] = []
    var paths: [String: String] = [:]
    for file in files.sorted(by: { $0.path < $1.path }) {
      if let other = paths.updateValue(file.path, forKey: file.path.lowercased()) {
        diagnostics.append(
          .error("site.path-twice", at: places[file.path] ?? places[other], ["path": .text(file.path)]))
      } else {
        sorted.append(file)
      }
    }
    for file in sorted {
      var folder = file.path.lowercased()[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard let other = paths[String(folder)] else { continue }
        diagnostics.append(
          .error(
            "site.path-twice/folder", at: places[file.path] ?? places[other],
            ["path": .text(file.path), "other": .text(other)]))
      }
    }
    return sorted
  }
}

/// What one page claims.
package struct PageClaims: Sendable {
  /// Position of its version, newest first.
  package let version: Int
  /// The page's name.
  package let page: String
  /// In their order.
  package let claims: [Claim]
  /// What readers see of the page.
  package let text: String

  /// `nil` where nothing is claimed.
  init?(_ claims: [Claim], of page: SourcePage, version: Int, html: [UInt8]) {
    if claims.isEmpty { return nil }
    (self.version, self.page, self.claims) = (version, page.name, claims)
    let sections = HTMLSections.sections(of: html).flatMap { $0.heading + $0.text }
    text = page.title + page.description + String(decoding: sections, as: UTF8.self)
  }
}

/// Renders every page, many at once.
enum PageRendering {
  /// What was made of the pages.
  struct Rendered: Sendable {
    var files: [OutputFile] = []
    /// What their texts lead to.
    var uses: Set<SitePath> = []
    /// Names of the labels that they need.
    var labels: Set<String> = []
    /// What they claim.
    var claims: [PageClaims] = []
    /// What readers find on them, by version.
    var searched: [[SearchPage]] = []
  }

  /// The trees are taken out of `documents`.
  static func pages(
    _ site: SiteContext, of documents: inout [[MarkdownDocument]], diagnostics: inout [Diagnostic]
  ) async -> Rendered {
    let stepCounts = site.index.text.pages.map { $0.count { $0.source.step != nil } }
    let names = Set(site.templates.directiveNames)
    let wholes = site.guide.versions.indices.map { WholePages.has(site, version: $0) }
    var all: [(id: PageID, document: MarkdownDocument)] = []
    for (version, documents) in documents.enumerated() {
      all += documents.enumerated().map { (PageID(version: version, page: $0), $1) }
    }
    documents = []
    let made = await Chunks.map(&all) { id, document in
      let page = PageResolver.page(id, document, in: site.index.text, templates: names)
      let path = site.index.page(id).path
      let html = html(of: page, id, in: site, Addresses(index: site.index.text, from: path))
      let context = PageContext.value(id, page, html: html, in: site, stepCount: stepCounts[id.version])
      let isInWhole = wholes[id.version] && site.index.text.isListed(id)
      return (
        id: id, file: OutputFile(path: path.file, bytes: site.templates.fill("page", context)), uses: page.uses,
        labels: page.labels,
        charts: page.charts.flatMap { FlowLayout($0).problems },
        claims: PageClaims(page.claims, of: site.index.page(id).source, version: id.version, html: html),
        whole: isInWhole
          ? Self.html(of: page, id, in: site, WholePages.addresses(site.index, version: id.version)) : nil,
        searched: site.index.text.isListed(id) ? SearchPages.page(id, html, in: site) : nil, problems: page.diagnostics
      )
    }
    var rendered = Rendered()
    rendered.searched = site.guide.versions.map { _ in [] }
    for page in made {
      rendered.files.append(page.file)
      rendered.uses.formUnion(page.uses)
      rendered.labels.formUnion(page.labels)
      if let claims = page.claims { rendered.claims.append(claims) }
      diagnostics += page.problems + page.charts
      if let searched = page.searched { rendered.searched[page.id.version].append(searched) }
    }
    for version in site.guide.versions.indices where wholes[version] {
      let articles = made.filter { $0.id.version == version }.compactMap { page in page.whole.map { (page.id, $0) } }
      rendered.files.append(WholePages.file(site, version: version, articles: articles))
    }
    return rendered
  }

  private static func html(
    of page: ResolvedPage, _ id: PageID, in site: SiteContext, _ addresses: Addresses
  ) -> [UInt8] {
    var writer = HTMLWriter(site, version: id.version, page: id, addresses: addresses)
    writer.write(page.blocks)
    return writer.out
  }
}

/// What stands in a version and no page leads to.
enum Unlinked {
  static func problems(_ index: GuideIndex, used: Set<SitePath>) -> [Diagnostic] {
    index.guide.versions.flatMap { version -> [Diagnostic] in
      let forms = version.formFiles.filter { !used.contains(SitePath("\(version.id)/forms/\($0.id).pdf")) }
      let files = version.attachments.filter { !used.contains(SitePath("\(version.id)/\($0.name)")) }
      return forms.map { .warning("form.unlinked", at: SourcePlace($0.path), ["id": .text($0.id)]) }
        + files.map { .warning("file.unlinked", at: SourcePlace($0.path), ["name": .text($0.name)]) }
    }
  }
}
