internal import Content
internal import Diagnostics
internal import GuideText
internal import Templates

/// Small pages that lead on: `/latest/…` to the version in force and its changes, former names to the page of today.
enum Redirects {
  /// An address that leads on.
  private struct Redirect {
    let from: SitePath
    /// The way there from `from`, and the address that search engines should keep.
    let url: String
    let canonical: String
    let title: String
  }

  static func files(_ site: SiteContext, diagnostics: inout [Diagnostic]) -> [OutputFile] {
    let index = site.index
    var redirects: [Redirect] = []
    func add(_ from: SitePath, _ to: SitePath, _ title: String) {
      let canonical = to.absolute(below: site.guide.address)
      redirects.append(Redirect(from: from, url: to.relative(from: from), canonical: canonical, title: title))
    }
    for (number, version) in index.guide.versions.enumerated() {
      let isCurrent = number == index.current
      var taken = Set(version.pages.map(\.name))
      let older = index.guide.versions[(number + 1)...]
      let names = Set(older.flatMap { $0.pages.flatMap { [$0.name] + $0.formerly.map(\.name) } })
      for (position, page) in version.pages.enumerated() {
        let id = PageID(version: number, page: position)
        let to = index.page(id).path
        let isListed = index.text.isListed(id)
        if isCurrent, isListed { add(SitePath(version: "latest", page: page.name), to, page.title) }
        for former in page.formerly {
          check(former, of: page, (number, index.text, names), diagnostics: &diagnostics)
          guard isListed, index.text.formerPageNumber(former.name, version: number) == position,
            taken.insert(former.name).inserted
          else { continue }
          add(SitePath(version: version.id, page: former.name), to, page.title)
          if isCurrent { add(SitePath(version: "latest", page: former.name), to, page.title) }
        }
      }
    }
    for (name, id) in earlierNames(index) {
      add(SitePath(version: "latest", page: name), index.page(id).path, index.page(id).source.title)
    }
    for form in index.current.map({ index.forms(version: $0) }) ?? [] {
      add(SitePath(version: "latest", form: form.id), SitePath(version: form.version, form: form.id), form.title)
    }
    for (path, to, title) in changes(site) { add(path, to, title) }
    redirects += retired(site, taken: Set(redirects.map(\.from)), diagnostics: &diagnostics)
    return redirects.map { page($0, site) }
  }

  /// Names of pages of older versions that no page of the version in force has or had, and the page that each is now, or the
  /// last one that was there: addresses under `latest/` that were published while those versions were in force.
  private static func earlierNames(_ index: SiteIndex) -> [(name: String, page: PageID)] {
    guard let current = index.current else { return [] }
    let pages = index.guide.versions[current].pages
    var taken = Set(pages.map(\.name) + pages.flatMap { $0.formerly.map(\.name) })
    let stated = Set(index.guide.redirects.map(path))
    return index.guide.versions.indices.filter { $0 > current }.flatMap { version in
      index.guide.versions[version].pages.enumerated().compactMap { number, page in
        let id = PageID(version: version, page: number)
        let same = index.text.counterpart(of: id, in: current)
        // Where guide.yml says what stands in a page's place, that holds.
        let isLast =
          same == nil && index.guide.versions[version].kind == .edition && index.text.isListed(id)
          && !stated.contains(SitePath(version: "latest", page: page.name))
        guard let target = same ?? (isLast ? id : nil), taken.insert(page.name).inserted else { return nil }
        return (page.name, target)
      }
    }
  }

  /// What tells of the changes of the version in force, where it has a record: the address under `latest/`, where it is, its
  /// title.
  private static func changes(_ site: SiteContext) -> [(from: SitePath, to: SitePath, title: String)] {
    let (index, changes, words) = (site.index, site.changes, site.guide.labels.changes)
    guard let current = index.current, changes.pairs.contains(where: { $0.newer == current }) else { return [] }
    func from(_ path: SitePath) -> SitePath {
      SitePath("latest" + path.text.dropFirst(site.guide.versions[current].id.count))
    }
    func redline(_ path: SitePath, _ title: String) -> (from: SitePath, to: SitePath, title: String) {
      (from(path), path, words.filled("title", ["page": title]))
    }
    let record = GuideChanges.path(of: current, in: site.guide)
    var all = [(from: from(record), to: record, title: words["record"])]
    if changes.fronts.contains(current) {
      all.append(redline(GuideChanges.frontPath(of: current, in: site.guide), words["frontPage"]))
    }
    for page in changes.pages.filter({ $0.version == current }).sorted(by: { $0.page < $1.page }) {
      all.append(redline(GuideChanges.path(of: page, in: index), index.page(page).source.title))
    }
    for form in index.forms(version: current) where changes.forms[current]?.contains(form.id) == true {
      all.append(redline(GuideChanges.path(of: form), form.title))
    }
    return all
  }

  /// The addresses that guide.yml names.
  private static func retired(
    _ site: SiteContext, taken: Set<SitePath>, diagnostics: inout [Diagnostic]
  ) -> [Redirect] {
    let index = site.index.text
    let taken = taken.union(index.pages.joined().map(\.path))
    return index.guide.redirects.compactMap { entry in
      let from = path(of: entry)
      if taken.contains(from) {
        diagnostics.append(
          .error("guide.redirects/taken", at: entry.place, ["address": .text(entry.from)]))
        return nil
      }
      let (target, problem) = index.target(ofContentPath: entry.to, at: entry.place)
      if let problem { diagnostics.append(problem) }
      guard let target else { return nil }
      let url = Addresses(index: index, from: from).address(of: target)
      switch target {
      case .page(let id, _, _):
        if index.isDraft(id), !index.guide.listsDrafts {
          diagnostics.append(.warning("link.draft", at: entry.place, ["path": .text(index.page(id).source.path)]))
          return nil
        }
        let page = index.page(id)
        return Redirect(
          from: from, url: url, canonical: page.path.absolute(below: site.guide.address), title: page.source.title)
      case .picture(let to), .attachment(let to, _, _, _), .blank(let to), .formPage(let to, _, _), .unread(let to):
        return Redirect(from: from, url: url, canonical: to.absolute(below: site.guide.address), title: entry.to)
      case .outside(let to): return Redirect(from: from, url: url, canonical: to, title: entry.to)
      }
    }
  }

  /// The address that is retired: a page's, or a file's where it ends like one that browsers show.
  static func path(of entry: RetiredAddress) -> SitePath {
    let isFile = [".html", ".htm"].contains { entry.from.lowercased().hasSuffix($0) }
    return SitePath(isFile || entry.from.hasSuffix("/") ? entry.from : entry.from + "/")
  }

  /// A former name in a version must be a page of that version, one without a version a page of some older version; a
  /// page that has the name now is told, unless it goes on beside this one and says so.
  private static func check(
    _ former: FormerName, of page: SourcePage, _ index: (number: Int, text: GuideIndex, older: Set<String>),
    diagnostics: inout [Diagnostic]
  ) {
    let (number, index, names) = index
    if former.name != page.name, let other = index.pageNumber(former.name, version: number),
      !index.pages[number][other].source.formerly.contains(where: { $0.name == former.name })
    {
      diagnostics.append(.warning("page.name-reused", at: former.place, ["name": .text(former.name)]))
    }
    guard let id = former.version else {
      if !names.contains(former.name) { report(former, in: names, index, diagnostics: &diagnostics) }
      return
    }
    guard let version = index.versionNumber(id) else {
      let hint = NearName.hint(id, in: index.guide.versions.map(\.id))
      diagnostics.append(.error("page.formerly/version", at: former.place, ["id": .text(id)], hint: hint))
      return
    }
    if version <= number, index.guide.versions[version].kind == .edition {
      diagnostics.append(.error("page.formerly/newer", at: former.place, ["id": .text(id)]))
    } else if index.pageNumber(former.name, version: version) == nil {
      let hint = NearName.hint(former.name, in: index.pageNames(version: version)) { "\(id)/\($0)" }
      diagnostics.append(
        .error("page.formerly", at: former.place, ["id": .text(id), "name": .text(former.name)], hint: hint))
    }
  }

  /// A name that no older version has; what stands before its `/` may be meant as a version.
  private static func report(
    _ former: FormerName, in names: Set<String>, _ index: GuideIndex, diagnostics: inout [Diagnostic]
  ) {
    let parts = former.name.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2, !names.contains(where: { $0.hasPrefix("\(parts[0])/") || $0 == parts[0] }) {
      let hint = NearName.hint(parts[0], in: index.guide.versions.map(\.id))
      diagnostics.append(.error("page.formerly/version", at: former.place, ["id": .text(parts[0])], hint: hint))
      return
    }
    diagnostics.append(
      .error(
        "page.formerly/nowhere", at: former.place, ["name": .text(former.name)],
        hint: NearName.hint(former.name, in: names.sorted())))
  }

  private static func page(_ redirect: Redirect, _ site: SiteContext) -> OutputFile {
    var members = SiteValue.members(site, root: redirect.from.root)
    members[.title] = .text(redirect.title)
    members[.url] = .text(redirect.url)
    members[.canonical] = .text(redirect.canonical)
    members[.redirectScript] = site.templates.assetURL("assets/redirect.js", root: redirect.from.root)
    members[.page] = [.title: .text(redirect.title), .canonical: .text(redirect.canonical)]
    return OutputFile(path: redirect.from.file, bytes: site.templates.fill("redirect", .map(members)))
  }
}
