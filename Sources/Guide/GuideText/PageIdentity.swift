package import Content

/// A page by its place in the guide.
package struct PageID: Sendable, Hashable {
  /// Position of its version, newest first.
  package var version: Int
  /// Position in its version.
  package var page: Int

  /// The page at this position of its version.
  package init(version: Int, page: Int) {
    self.version = version
    self.page = page
  }
}

/// What became of pages from version to version, by name and by `formerly`.
///
/// A page descends from the one of its name in the nearest older version that has it, and from those that it names as former
/// ones. So a page may have several heirs (it was split) and come from several (they were merged). Two heirs of one page
/// are not the same page, whatever else they come from.
package struct PageIdentity: Sendable {
  /// By version and page: what it directly comes from, of its own name first, then as `formerly` has them.
  private let origins: [[[PageID]]]
  /// By version and page: what directly comes from it, of its own name first, then the nearest version, in reading order.
  private let heirs: [[[PageID]]]
  private let names: [[String]]

  /// What became of the versions' pages.
  package init(_ versions: [GuideVersion]) {
    let names = versions.map { $0.pages.map(\.name) }
    var origins = versions.map { $0.pages.map { _ in [PageID]() } }
    var heirs = origins
    for link in OriginFinder(versions).links where !origins[link.heir.version][link.heir.page].contains(link.origin) {
      origins[link.heir.version][link.heir.page].append(link.origin)
      heirs[link.origin.version][link.origin.page].append(link.heir)
    }
    for (v, pages) in heirs.enumerated() {
      for (p, several) in pages.enumerated() where several.count > 1 {
        heirs[v][p] = several.sorted { left, right in
          let isOwn = (names[left.version][left.page] == names[v][p], names[right.version][right.page] == names[v][p])
          if isOwn.0 != isOwn.1 { return isOwn.0 }
          return left.version == right.version ? left.page < right.page : left.version > right.version
        }
      }
    }
    self.names = names
    self.origins = origins
    self.heirs = heirs
  }

  /// All that the page is in another version: what it comes from in an older one, what comes from it in a newer one. The
  /// first is its like: the page of its own name, else where its first origin or heir leads.
  package func counterparts(of page: PageID, in version: Int) -> [PageID] {
    if version == page.version { return [page] }
    if version > page.version {
      return reached(from: page, by: origins) { $0 <= version }.filter { $0.version == version }
    }
    let found = reached(from: page, by: heirs) { $0 >= version }.filter { $0.version == version }
    let name = names[page.version][page.page]
    return found.filter { names[$0.version][$0.page] == name } + found.filter { names[$0.version][$0.page] != name }
  }

  /// The same, and where it is nothing in an older version, what that has of a still older page that both come from.
  package func nearest(to page: PageID, in version: Int) -> [PageID] {
    let found = counterparts(of: page, in: version)
    guard found.isEmpty, version > page.version else { return found }
    for older in reached(from: page, by: origins, while: { _ in true }) where older.version > version {
      let kin = counterparts(of: older, in: version)
      if !kin.isEmpty { return kin }
    }
    return []
  }

  /// The pages that `ways` lead to through versions that `isWithin` lets pass, each once, a way to its end before the next.
  private func reached(
    from page: PageID, by ways: [[[PageID]]], while isWithin: (Int) -> Bool
  ) -> [PageID] {
    var found: [PageID] = []
    var seen: Set<PageID> = []
    var waiting = Array(ways[page.version][page.page].reversed())
    while let next = waiting.popLast() {
      guard isWithin(next.version), seen.insert(next).inserted else { continue }
      found.append(next)
      waiting += ways[next.version][next.page].reversed()
    }
    return found
  }
}

/// Finds which pages directly come from which.
private struct OriginFinder {
  private let versions: [GuideVersion]
  private let numbers: [String: Int]
  /// Pages by their names, and by their former ones, newest version first, in reading order.
  private var named: [String: [PageID]] = [:]
  private var formerlyNamed: [String: [PageID]] = [:]
  /// By name, the versions whose pages first say that they had it, and the older version that they mean.
  private var claims: [String: [(version: Int, named: Int?)]] = [:]

  init(_ versions: [GuideVersion]) {
    self.versions = versions
    numbers = Dictionary(versions.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for (v, version) in versions.enumerated() {
      for (p, page) in version.pages.enumerated() {
        named[page.name, default: []].append(PageID(version: v, page: p))
        for former in page.formerly { formerlyNamed[former.name, default: []].append(PageID(version: v, page: p)) }
      }
    }
    for id in formerlyNamed.values.joined() {
      for former in source(id).formerly where predecessor(of: id, saying: former) == nil {
        claims[former.name, default: []].append((id.version, former.version.flatMap { numbers[$0] }))
      }
    }
  }

  /// Heirs and their origins, by heir.
  var links: [(heir: PageID, origin: PageID)] {
    versions.indices.flatMap { v in
      versions[v].pages.indices.flatMap { p in links(of: PageID(version: v, page: p)) }
    }
  }

  private func links(of page: PageID) -> [(heir: PageID, origin: PageID)] {
    let source = source(page)
    var origins = [ownOrigin(of: page)].compactMap(\.self)
    let own = source.formerly.filter { $0.name == source.name }
    for former in own + source.formerly.filter({ $0.name != source.name }) {
      guard let origin = origin(of: former, page) else { continue }
      origins.append(origin)
    }
    // A text that stands before the editions in guide.yml may be older than they are.
    return origins.map { $0.version > page.version ? (page, $0) : ($0, page) }
  }

  /// The page of the same name in the nearest older version that has one, unless that is another page now.
  private func ownOrigin(of page: PageID) -> PageID? {
    let name = source(page).name
    guard let older = named[name]?.first(where: { $0.version > page.version }) else { return nil }
    if source(page).formerly.contains(where: { $0.name == name && predecessor(of: page, saying: $0) == nil }) {
      return nil
    }
    let isClaimed = (claims[name] ?? []).contains { claim in
      page.version <= claim.version && claim.version < older.version
        && (claim.named == nil || claim.named == older.version)
    }
    return isClaimed ? nil : older
  }

  /// The page that had a former name. What an older version of the page says already counts for a page that lost its name
  /// since.
  private func origin(of former: FormerName, _ page: PageID) -> PageID? {
    if let stated = predecessor(of: page, saying: former) {
      let isTaken = named[former.name]?.contains { $0.version == page.version } ?? false
      guard former.version == nil, !isTaken else { return nil }
      return named[former.name]?.first { $0.version > page.version && $0.version <= stated.version }
    }
    return target(of: former, below: page.version)
  }

  /// What a former name leads to in the version that it names, else in the nearest older one that has a page of it, or one
  /// that had it before.
  private func target(of former: FormerName, below version: Int) -> PageID? {
    if let id = former.version {
      return numbers[id].flatMap { number in
        number == version ? nil : named[former.name]?.first { $0.version == number }
      }
    }
    let now = named[former.name]?.first { $0.version > version }
    let before = formerlyNamed[former.name]?.first { $0.version > version }
    guard let now, let before else { return now ?? before }
    return now.version <= before.version ? now : before
  }

  /// The older page, of the same name or of another former one, that says `former` as well: front matter is copied from
  /// version to version.
  private func predecessor(of page: PageID, saying former: FormerName) -> PageID? {
    let source = source(page)
    var older = [named[source.name]?.first { $0.version > page.version }]
    older += source.formerly.filter { $0.name != former.name }.map { target(of: $0, below: page.version) }
    return older.compactMap(\.self).first { id in
      id.version > page.version
        && self.source(id).formerly.contains { $0.name == former.name && $0.version == former.version }
    }
  }

  private func source(_ page: PageID) -> SourcePage { versions[page.version].pages[page.page] }
}
