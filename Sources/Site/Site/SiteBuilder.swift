package import Content
package import Diagnostics
internal import Search

/// A whole site in memory.
package struct SiteOutput: Sendable {
  /// Sorted by path, each path once.
  package var files: [OutputFile]
  /// Everything found wrong, in order. With an error among them the files are not fit to be published.
  package var diagnostics: [Diagnostic]
  /// How many pages each version has, newest version first.
  package var pagesByVersion: [(version: String, pages: Int)]
}

/// Turns a guide into a site.
package enum SiteBuilder {
  /// The site of a guide: pages of every version, of forms too, redirects, figures, forms, `extraFiles`, and the files that
  /// programs read. The same input gives the same bytes.
  ///
  /// - Parameter toolParts: what pages with tools load, by the version's id.
  package static func build(
    _ guide: Guide, templates: TemplateSet, forms: [PublishedForm], extraFiles: [OutputFile],
    toolParts: [String: [PublishedPart]] = [:]
  ) async -> SiteOutput {
    var diagnostics: [Diagnostic] = []
    let pages = await PageParsing.pages(of: guide, reserved: templates.ids, diagnostics: &diagnostics)
    let index = SiteIndex(guide, pages: pages, forms: forms)
    let facts = guide.versions.indices.map {
      VersionFacts(version: $0, index: index, templates: templates, diagnostics: &diagnostics)
    }
    let site = SiteContext(
      index: index, templates: templates, facts: facts, besideOthers: NavigationContext.besideOthers(index),
      toolParts: toolParts)
    var (files, searched) = await PageRendering.files(site, diagnostics: &diagnostics)
    let formPages = FormPages.files(site, diagnostics: &diagnostics)
    files += formPages
    files += SearchPages.files(site, pages: searched, forms: formPages)
    files += RootPages.files(site)
    files += Redirects.files(site, diagnostics: &diagnostics)
    files += SiteMaps.files(index)
    files += templates.assets
    files += forms.flatMap(\.files)
    for version in guide.versions {
      files += version.figures.map { OutputFile(path: "\(version.id)/figures/\($0.name)", bytes: $0.bytes) }
    }
    files += extraFiles
    diagnostics += templates.problems
    return SiteOutput(
      files: sorted(files, diagnostics: &diagnostics), diagnostics: diagnostics.inOrder(),
      pagesByVersion: guide.versions.map { ($0.id, $0.pages.count) })
  }

  private static func sorted(_ files: [OutputFile], diagnostics: inout [Diagnostic]) -> [OutputFile] {
    var sorted: [OutputFile] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      if sorted.last?.path == file.path {
        diagnostics.append(
          .error("site.path-twice", at: nil, ["path": .text(file.path)]))
      } else {
        sorted.append(file)
      }
    }
    return sorted
  }
}

/// Renders every page, many at once.
enum PageRendering {
  /// The files, and what readers find on the pages, by version.
  static func files(
    _ site: SiteContext, diagnostics: inout [Diagnostic]
  ) async -> (files: [OutputFile], searched: [[SearchPage]]) {
    let ids = site.index.pages.enumerated().flatMap { v, pages in pages.indices.map { PageID(version: v, page: $0) } }
    let stepCounts = site.index.pages.map { $0.count { $0.source.step != nil } }
    let rendered = await Chunks.map(ids) { id in
      let article = Article.render(id, in: site)
      let context = PageContext.value(id, article, in: site, stepCount: stepCounts[id.version])
      let file = OutputFile(path: site.index.page(id).path.file, bytes: site.templates.fill("page", context))
      return (file, article.diagnostics, SearchPages.page(id, article, in: site))
    }
    var searched = site.index.pages.map { _ in [SearchPage]() }
    for (id, (_, problems, page)) in zip(ids, rendered) {
      diagnostics.append(contentsOf: problems)
      if let page { searched[id.version].append(page) }
    }
    return (rendered.map(\.0), searched)
  }
}
