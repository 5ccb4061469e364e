internal import Content
internal import Foundation
internal import Templates

/// The pages that belong to no version: the site's front page and the one for wrong addresses.
enum RootPages {
  static func files(_ site: SiteContext) -> [OutputFile] {
    [
      OutputFile(path: "index.html", bytes: site.templates.fill("home", context(site, root: ""))),
      OutputFile(
        path: "404.html", bytes: site.templates.fill("not-found", context(site, root: pathPrefix(site.guide)))),
    ]
  }

  /// The path part of the site's address, such as `/` or `/guide/`: a wrong address may be of any depth.
  private static func pathPrefix(_ guide: Guide) -> String {
    let path = URL(string: guide.address)?.path(percentEncoded: true) ?? "/"
    return path.isEmpty ? "/" : path
  }

  private static func context(_ site: SiteContext, root: String) -> TemplateValue {
    let index = site.index
    var members = SiteValue.members(site, root: root)
    let versions = VersionContext.list(index, root: root)
    members[.versions] = .list(versions)
    members[.search] = SearchPages.value(index.current, from: SitePath(""), root: root, in: site)
    members[.canonical] = .text(site.guide.address)
    members[.page] = [
      .title: .text(site.guide.title), .description: .text(site.guide.description),
      .canonical: .text(site.guide.address), .isHome: false, .name: "", .step: .absent,
    ]
    if let current = index.current {
      members[.current] = versions[current]
      let groups = NavigationContext.groups(site, version: current, from: SitePath(""), this: nil)
      members[.pages] = groups
      members[.navigation] = groups
      members[.steps] = NavigationContext.steps(index, version: current, from: SitePath(""), this: nil)
    }
    return .map(members)
  }
}
