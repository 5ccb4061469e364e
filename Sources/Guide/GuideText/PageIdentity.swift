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

/// Which pages of different versions are the same page, by name and by `formerly`.
package struct PageIdentity: Sendable {
  /// Number of the page's family, by version and page.
  private let families: [[Int]]
  /// Family to its pages, newest version first, in reading order.
  private let members: [Int: [PageID]]
  private let names: [[String]]

  /// The families of the versions' pages.
  package init(_ versions: [GuideVersion]) {
    names = versions.map { $0.pages.map(\.name) }
    var starts: [Int] = []
    var count = 0
    for version in versions {
      starts.append(count)
      count += version.pages.count
    }
    var union = UnionFind(count)
    var byName: [String: [(version: Int, node: Int)]] = [:]
    for (v, version) in versions.enumerated() {
      for (p, page) in version.pages.enumerated() { byName[page.name, default: []].append((v, starts[v] + p)) }
    }
    let numbers = Dictionary(versions.enumerated().map { ($1.id, $0) }) { first, _ in first }
    // By name, the versions whose pages had it before, and the older version that they mean.
    var claims: [String: [(version: Int, named: Int?)]] = [:]
    for (v, version) in versions.enumerated() {
      for former in version.pages.flatMap(\.formerly) {
        claims[former.name, default: []].append((v, former.version.flatMap { numbers[$0] }))
      }
    }
    for (name, same) in byName {
      for (newer, older) in zip(same, same.dropFirst()) {
        let isClaimed = (claims[name] ?? []).contains { claim in
          newer.version <= claim.version && claim.version < older.version
            && (claim.named == nil || claim.named == older.version)
        }
        if !isClaimed { union.join(newer.node, older.node) }
      }
    }
    for (v, version) in versions.enumerated() {
      for (p, page) in version.pages.enumerated() {
        for former in page.formerly {
          let named = former.version.flatMap { numbers[$0] }
          for other in byName[former.name] ?? []
          where former.version == nil ? other.version > v : other.version == named {
            union.join(starts[v] + p, other.node)
          }
        }
      }
    }
    var families: [[Int]] = []
    var members: [Int: [PageID]] = [:]
    for (v, version) in versions.enumerated() {
      families.append(version.pages.indices.map { union.root(starts[v] + $0) })
      for (p, family) in families[v].enumerated() { members[family, default: []].append(PageID(version: v, page: p)) }
    }
    self.families = families
    self.members = members
  }

  /// The same page in another version: of its own name where there is one, else the first of its family.
  package func counterpart(of page: PageID, in version: Int) -> PageID? {
    let family = (members[families[page.version][page.page]] ?? []).filter { $0.version == version }
    let name = names[page.version][page.page]
    return family.first { names[$0.version][$0.page] == name } ?? family.first
  }

  /// All versions that have the page, newest first.
  package func versions(of page: PageID) -> [Int] {
    var versions: [Int] = []
    for member in members[families[page.version][page.page]] ?? [] where versions.last != member.version {
      versions.append(member.version)
    }
    return versions
  }
}

private struct UnionFind {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  mutating func root(_ node: Int) -> Int {
    var node = node
    while parents[node] != node {
      parents[node] = parents[parents[node]]
      node = parents[node]
    }
    return node
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (root(left), root(right))
    parents[max(left, right)] = min(left, right)
  }
}
