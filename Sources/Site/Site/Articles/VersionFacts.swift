internal import Content
internal import Diagnostics
internal import GuideText
internal import SourceText
internal import Templates

/// The versions' data files as templates see them. Links in them start at the page that shows them: how far it stands from
/// the version's home is all that they depend on.
struct VersionFacts: Sendable {
  private struct Key: Hashable {
    let version: Int
    /// The way from the page to the site's root.
    let root: String
    let isWhole: Bool
  }

  private var values: [Key: [String: TemplateValue]] = [:]
  /// What is wrong with them.
  private(set) var diagnostics: [Diagnostic] = []

  /// None.
  init() {}

  /// Renders the facts' Markdown; its links are checked even where no page shows them.
  init(_ index: SiteIndex, templates: TemplateSet) {
    let site = SiteContext(index: index, templates: templates, facts: VersionFacts(), toolParts: [:])
    for (version, pages) in index.text.pages.enumerated() {
      let id = index.guide.versions[version].id
      let paths = pages.map { SitePath(standIn(for: $0.path.text, version: id)) } + [SitePath("\(id)/ /")]
      for path in Set(paths) { add(site, version, Addresses(index: index.text, from: path)) }
      if WholePages.has(site, version: version) {
        add(site, version, Addresses(index: index.text, from: SitePath("\(id)/ /"), whole: version))
      }
      if index.guide.versions[version].front != nil {
        add(site, version, Addresses(index: index.text, from: SitePath("")))
      }
    }
  }

  private mutating func add(_ site: SiteContext, _ version: Int, _ addresses: Addresses) {
    let key = Key(version: version, root: addresses.from.root, isWhole: addresses.whole != nil)
    guard values[key] == nil else { return }
    var reader = FactReader(site, version: version, addresses: addresses)
    values[key] = site.guide.versions[version].data.mapValues { reader.value(of: $0.root) }
    diagnostics += reader.diagnostics
  }

  /// A path as deep as the page's, of names that no page has.
  private func standIn(for path: String, version: String) -> String {
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    return "\(version)/" + String(repeating: " /", count: depth - 1)
  }

  /// The file's value for a text with these addresses.
  func value(_ name: String, version: Int, _ addresses: Addresses) -> TemplateValue? {
    values[Key(version: version, root: addresses.from.root, isWhole: addresses.whole != nil)]?[name]
  }
}

/// Reads YAML values for templates: texts under a key that ends in `-md` are running Markdown and become HTML under the
/// key without it; maps of one list have the same keys, absent ones too.
struct FactReader {
  private let site: SiteContext
  private let version: Int
  private let addresses: Addresses
  private var resolver: PageResolver

  init(_ site: SiteContext, version: Int, addresses: Addresses) {
    self.site = site
    self.version = version
    self.addresses = addresses
    resolver = PageResolver(index: site.index.text, place: TextPlace(factsOf: version), templates: [])
  }

  /// What has been found wrong so far.
  var diagnostics: [Diagnostic] { resolver.diagnostics }

  /// Most keys of all maps of one list together, those that a map lacks counted.
  private static let mostMembers = 2_000_000

  private mutating func report(_ diagnostic: Diagnostic) { resolver.diagnostics.append(diagnostic) }

  mutating func value(of node: SourceNode) -> TemplateValue {
    switch node.value {
    case .null: return .absent
    case .scalar("true"): return .flag(true)
    case .scalar("false"): return .flag(false)
    case .scalar(let text): return text.isEmpty ? .absent : .text(text)
    case .list(let nodes):
      let keys = Set(nodes.flatMap { ($0.map ?? []).map { Self.plainKey($0.key) } })
      guard keys.count * nodes.count <= Self.mostMembers else {
        report(
          .error("data.size", at: node.place, ["count": .number(keys.count), "maps": .number(nodes.count)]))
        return .absent
      }
      var values: [TemplateValue] = []
      for node in nodes {
        guard let entries = node.map else {
          values.append(value(of: node))
          continue
        }
        var members = members(of: entries, at: node.place)
        for key in keys where members[TemplateKey(key)] == nil { members[TemplateKey(key)] = .absent }
        values.append(.map(members))
      }
      return .list(values)
    case .map(let entries): return .map(members(of: entries, at: node.place))
    }
  }

  private static func plainKey(_ key: String) -> String { key.hasSuffix("-md") ? String(key.dropLast(3)) : key }

  private mutating func members(of entries: [SourceEntry], at place: SourcePlace) -> TemplateMap {
    let keys = entries.map { (name: Self.plainKey($0.key), place: $0.keyPlace) }
    var members = TemplateMap(source: TemplateMap.Source(place: place, keys: keys))
    for (entry, (name, place)) in zip(entries, keys) {
      let key = TemplateKey(name)
      if members[key] != nil {
        report(
          .error("data.twice", at: place, ["key": .text(name)]))
      }
      members[key] = name == entry.key ? value(of: entry.value) : markdown(entry.value)
    }
    return members
  }

  private mutating func markdown(_ node: SourceNode) -> TemplateValue {
    switch node.value {
    case .null: return .absent
    case .scalar(let text):
      var writer = HTMLWriter(site, version: version, page: nil, addresses: addresses)
      writer.write(resolver.runningText(text, at: node.place))
      return .html(writer.out)
    case .list(let nodes):
      var values: [TemplateValue] = []
      for node in nodes { values.append(markdown(node)) }
      return .list(values)
    case .map:
      report(.error("data.markdown", at: node.place))
      return .absent
    }
  }
}
