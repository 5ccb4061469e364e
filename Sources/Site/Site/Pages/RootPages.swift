internal import Content
internal import Foundation
internal import GuideText
internal import Templates

/// The pages that belong to no version: the site's front page and the one for wrong addresses.
enum RootPages {
  static func files(_ site: SiteContext, _ front: FrontPage?) -> [OutputFile] {
    let prefix = pathPrefix(site.guide)
    var lost = context(site, root: prefix)
    lost[.nearPages] = .html(NearPages.json(site.index))
    lost[.nearScript] = site.templates.assetURL("assets/not-found.js", root: prefix)
    return [
      OutputFile(path: "index.html", bytes: site.templates.fill("home", .map(home(front, site)))),
      OutputFile(path: "404.html", bytes: site.templates.fill("not-found", .map(lost))),
    ]
  }

  /// The front page's keys: those of all root pages, what `front.md` says, and the version in force as other pages have
  /// theirs.
  private static func home(_ front: FrontPage?, _ site: SiteContext) -> TemplateMap {
    let index = site.index
    var members = context(site, root: "")
    members.merge(front?.module ?? [:])
    members[.isFront] = true
    let address = site.guide.address
    let title = front?.source.title ?? site.guide.title
    members[.page] = [
      .title: .text(title), .shortTitle: .text(front?.source.shortTitle ?? title),
      .description: .text(front?.source.description ?? site.guide.description), .canonical: .text(address),
      .isHome: false, .isFolded: false, .name: "", .step: .absent, .updated: .optional(front?.source.updated),
      .reviewed: .optional(front?.source.reviewed), .source: .optional(front?.source.source),
      .report: .optional(site.guide.report?.filled(title: title, address: address)),
      .html: front.map { .html($0.html) } ?? .absent,
    ]
    guard let current = index.current else { return members }
    members[.versions] = .list(VersionContext.list(index, root: "", this: current))
    members[.version] = VersionContext.value(index, current, from: SitePath(""))
    members[.changes] = site.changes.frontLink(of: current, from: SitePath(""), in: site)
    members[.record] = site.changes.record(of: current, from: SitePath(""), in: site)
    members[.coming] = site.changes.comingFront(after: current, from: SitePath(""), in: site)
    let first = index.listed[current].map { index.text.pages[current][$0] }.first { $0.source.step != nil }
    members[.start] = first.map { .text($0.path.relative(from: SitePath(""))) } ?? .absent
    members[.hasRoad] = .flag(first != nil)
    return members
  }

  /// The path part of the site's address, such as `/` or `/guide/`: a wrong address may be of any depth.
  private static func pathPrefix(_ guide: Guide) -> String {
    let path = URL(string: guide.address)?.path(percentEncoded: true) ?? "/"
    return path.isEmpty ? "/" : path
  }

  private static func context(_ site: SiteContext, root: String) -> TemplateMap {
    let index = site.index
    var members = SiteValue.members(site, root: root)
    members[.versions] = .list(VersionContext.list(index, root: root))
    members[.search] = SearchPages.value(index.current, from: SitePath(""), root: root, in: site)
    members[.canonical] = .text(site.guide.address)
    members[.page] = [
      .title: .text(site.guide.title), .description: .text(site.guide.description),
      .canonical: .text(site.guide.address), .isHome: false, .isFolded: false, .name: "", .step: .absent,
      .updated: .absent, .reviewed: .absent, .source: .absent, .report: .absent, .html: .absent,
    ]
    if let current = index.current {
      let addresses = Addresses(index: index.text, from: SitePath(""))
      members[.current] = VersionContext.value(index, current, root: root)
      let groups = NavigationContext.groups(site, version: current, addresses, this: nil)
      members[.pages] = groups
      members[.navigation] = groups
      members[.steps] = NavigationContext.steps(site, version: current, addresses, this: nil)
    }
    return members
  }
}
