internal import Content
internal import GuideText
internal import Templates

/// What stands above a page whose version is not the one in force: where to go instead. A day to come on which that
/// changes is known, so what holds up to it and what holds from it stand there both, and a script shows the one that is
/// true where the site was not built again.
enum VersionBanner {
  /// The banners of a page: none, one, or two that a day parts.
  ///
  /// - Parameters:
  ///   - from: the page that they stand on.
  ///   - same: the same page in another version, where that has it.
  static func values(
    _ index: SiteIndex, version: Int, from: SitePath, same: (Int) -> SitePath?
  ) -> TemplateValue {
    guard let current = index.current else { return .absent }
    let versions = index.guide.versions
    let next = versions.indices.filter { versions[$0].status == .upcoming }
      .min { (versions[$0].effective ?? "") < (versions[$1].effective ?? "") }
    var banners: [TemplateValue] = []
    func add(_ target: Int, _ status: VersionStatus, from start: String?, until end: String?) {
      let path = same(target)
      banners.append([
        .currentTitle: .text(versions[target].title),
        .currentURL: .text((path ?? index.home(of: target)).relative(from: from)), .hasPage: .flag(path != nil),
        .draft: .flag(status == .draft), .upcoming: .flag(status == .upcoming), .isSource: .flag(status == .source),
        .from: .optional(start), .until: .optional(end),
      ])
    }
    let day = next.flatMap { versions[$0].effective }
    if version != current { add(current, versions[version].status, from: nil, until: day) }
    if let next, version != next, let day {
      add(next, version == current ? .superseded : versions[version].status, from: day, until: nil)
    }
    return banners.isEmpty ? .absent : .list(banners)
  }
}
