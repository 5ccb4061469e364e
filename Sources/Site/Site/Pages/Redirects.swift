internal import Content
internal import Diagnostics
internal import Templates

/// Small pages that lead on: `/latest/…` to the version in force, former names to the page of today.
enum Redirects {
  static func files(_ site: SiteContext, diagnostics: inout [Diagnostic]) -> [OutputFile] {
    let index = site.index
    var targets: [(from: SitePath, to: SitePath, title: String)] = []
    for (number, version) in index.guide.versions.enumerated() {
      let isCurrent = number == index.current
      var taken = Set(version.pages.map(\.name))
      for (position, page) in version.pages.enumerated() {
        let to = index.page(PageID(version: number, page: position)).path
        if isCurrent { targets.append((SitePath(version: "latest", page: page.name), to, page.title)) }
        for former in page.formerly {
          check(former, of: page, number, index, diagnostics: &diagnostics)
          guard taken.insert(former.name).inserted else { continue }
          targets.append((SitePath(version: version.id, page: former.name), to, page.title))
          if isCurrent { targets.append((SitePath(version: "latest", page: former.name), to, page.title)) }
        }
      }
    }
    for form in index.current.map({ index.forms(version: $0) }) ?? [] {
      let to = SitePath(version: form.version, form: form.id)
      targets.append((SitePath(version: "latest", form: form.id), to, form.title))
    }
    return targets.map { page($0.from, to: $0.to, title: $0.title, site) }
  }

  /// A former name in a version must be a page of that version, one without a version a page of some older version; a
  /// page that has the name now is told.
  private static func check(
    _ former: FormerName, of page: SourcePage, _ number: Int, _ index: SiteIndex, diagnostics: inout [Diagnostic]
  ) {
    if former.name != page.name, index.pageNumber(former.name, version: number) != nil {
      diagnostics.append(.warning("page.name-reused", at: former.place, ["name": .text(former.name)]))
    }
    guard let id = former.version else {
      let older = index.guide.versions.indices.filter { $0 > number }
      let names = Set(older.flatMap { index.guide.versions[$0].pages.flatMap { [$0.name] + $0.formerly.map(\.name) } })
      if !names.contains(former.name) {
        diagnostics.append(
          .error(
            "page.formerly/nowhere", at: former.place, ["name": .text(former.name)],
            hint: NearName.hint(former.name, in: names.sorted())))
      }
      return
    }
    guard let version = index.versionNumber(id) else {
      let hint = NearName.hint(id, in: index.guide.versions.map(\.id))
      diagnostics.append(.error("page.formerly/version", at: former.place, ["id": .text(id)], hint: hint))
      return
    }
    if index.pageNumber(former.name, version: version) == nil {
      let hint = NearName.hint(former.name, in: index.pageNames(version: version)) { "\(id)/\($0)" }
      diagnostics.append(
        .error("page.formerly", at: former.place, ["id": .text(id), "name": .text(former.name)], hint: hint))
    }
  }

  private static func page(_ from: SitePath, to: SitePath, title: String, _ site: SiteContext) -> OutputFile {
    var members = SiteValue.members(site, root: from.root)
    let canonical = TemplateValue.text(to.absolute(below: site.guide.address))
    members[.title] = .text(title)
    members[.url] = .text(to.relative(from: from))
    members[.canonical] = canonical
    members[.redirectScript] = site.templates.assetURL("assets/redirect.js", root: from.root)
    members[.page] = [.title: .text(title), .canonical: canonical]
    return OutputFile(path: from.file, bytes: site.templates.fill("redirect", .map(members)))
  }
}
