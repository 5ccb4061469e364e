internal import Content
internal import Diagnostics
internal import SourceText
internal import Templates

/// A version's data files as templates see them: once for its home page, once for all other pages, whose links
/// start one folder lower, and once for the site's front page.
struct VersionFacts: Sendable {
  private let home: [String: TemplateValue]
  private let pages: [String: TemplateValue]
  /// Empty where the version has no text for the front page.
  private let front: [String: TemplateValue]

  /// Renders the facts' Markdown; its links are checked even where no page shows them.
  init(version: Int, index: SiteIndex, templates: TemplateSet, diagnostics: inout [Diagnostic]) {
    let site = SiteContext(index: index, templates: templates, facts: [], toolParts: [:])
    let id = index.guide.versions[version].id
    let homePath = SitePath(version: id, page: "index")
    home = Self.values(site, TextPlace(version: version, path: homePath, page: nil), &diagnostics)
    let otherPath = SitePath("\(id)/ /")
    pages = Self.values(site, TextPlace(version: version, path: otherPath, page: nil), &diagnostics)
    // What is wrong in them is told already.
    var ignored: [Diagnostic] = []
    let hasFront = index.guide.versions[version].front != nil
    front = hasFront ? Self.values(site, .front(of: version), &ignored) : [:]
  }

  /// The file's value for a text at the address.
  func value(_ name: String, at path: SitePath) -> TemplateValue? {
    switch path.text.utf8.count(where: { $0 == UInt8(ascii: "/") }) {
    case 0: front[name]
    case 1: home[name]
    default: pages[name]
    }
  }

  private static func values(
    _ site: SiteContext, _ place: TextPlace, _ diagnostics: inout [Diagnostic]
  ) -> [String: TemplateValue] {
    var renderer = ArticleRenderer(site: site, place: place)
    let files = site.guide.versions[place.version].data.mapValues { renderer.templateValue(of: $0.root) }
    diagnostics.append(contentsOf: renderer.diagnostics)
    return files
  }
}

extension ArticleRenderer {
  /// A YAML value as templates see it: texts under a key that ends in `-md` are running Markdown and become HTML
  /// under the key without it; maps of one list have the same keys, absent ones too.
  mutating func templateValue(of node: SourceNode) -> TemplateValue {
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
          values.append(templateValue(of: node))
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

  /// Most keys of all maps of one list together, those that a map lacks counted.
  private static var mostMembers: Int { 2_000_000 }

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
      members[key] = name == entry.key ? templateValue(of: entry.value) : markdownValue(of: entry.value)
    }
    return members
  }

  private mutating func markdownValue(of node: SourceNode) -> TemplateValue {
    switch node.value {
    case .null: return .absent
    case .scalar(let text): return .html(inlineHTML(text, at: node.place))
    case .list(let nodes):
      var values: [TemplateValue] = []
      for node in nodes { values.append(markdownValue(of: node)) }
      return .list(values)
    case .map:
      report(
        .error("data.markdown", at: node.place))
      return .absent
    }
  }
}
