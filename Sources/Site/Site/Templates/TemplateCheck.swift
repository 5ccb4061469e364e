internal import Diagnostics

/// Finds in templates what Mustache passes over in silence: partials that do not exist, partials that hold
/// themselves, and keys that no page has; and what would end it: nesting without limit.
struct TemplateCheck {
  private let tags: [String: [TemplateTag]]
  private var diagnostics: [Diagnostic] = []
  private var unfit: Set<String> = []
  /// Most tags that a template may have with all its partials, each counted as often as it is named.
  private static let mostTags = 100_000
  /// How deep partials may stand in partials.
  private static let deepest = 32

  /// Gathers what is wrong; returns the templates that must not be read or filled.
  static func run(_ sources: [TemplateSource], diagnostics: inout [Diagnostic]) -> Set<String> {
    var check = TemplateCheck(
      tags: Dictionary(sources.map { ($0.name, TemplateTag.all(in: $0.file)) }) { first, _ in first })
    for source in sources { check.checkPartials(of: source.name) }
    check.checkSizes(sources.map(\.name))
    check.checkKeys()
    diagnostics.append(contentsOf: check.diagnostics)
    return check.unfit
  }

  private init(tags: [String: [TemplateTag]]) { self.tags = tags }

  private func partials(of name: String) -> [TemplateTag] {
    (tags[name] ?? []).filter { $0.kind == .partial || $0.kind == .parent }
  }

  private mutating func checkPartials(of name: String) {
    if let problem = tags[name]?.problem { refuse(name, problem) }
    var checked: Set<String> = []
    for tag in partials(of: name) where checked.insert(tag.name).inserted {
      if tags[tag.name] == nil {
        diagnostics.append(
          .error(
            "template.partial", at: tag.place, "There is no template “\(tag.name)”.",
            hint: NearName.hint(tag.name, in: tags.keys.sorted())))
      } else if let chain = chain(from: tag.name, to: name) {
        refuse(
          name,
          .error(
            "template.cycle", at: tag.place,
            "The template “\(tag.name)” holds “\(name)”, and so itself: \(([name] + chain).joined(separator: " → "))."))
      }
    }
  }

  private mutating func refuse(_ name: String, _ problem: Diagnostic) {
    unfit.insert(name)
    diagnostics.append(problem)
  }

  /// The shortest way from a template by its partials to `goal`, both named; `nil` when there is none.
  private func chain(from start: String, to goal: String) -> [String]? {
    var before: [String: String] = [start: start]
    var open = [start]
    var next = 0
    while next < open.count {
      let name = open[next]
      next += 1
      if name == goal {
        var way = [name]
        while let last = way.last, last != start, let previous = before[last] { way.append(previous) }
        return way.reversed()
      }
      for tag in partials(of: name) where before[tag.name] == nil {
        before[tag.name] = name
        open.append(tag.name)
      }
    }
    return nil
  }

  /// Refuses templates that become too large or too deep with their partials, each of which may hold another twice. The
  /// first of them on each way is told; those that hold it are refused as well.
  private mutating func checkSizes(_ names: [String]) {
    let sizes = sizes(of: names)
    func isTooMuch(_ name: String) -> Bool {
      sizes[name].map { $0.tags > Self.mostTags || $0.depth > Self.deepest } ?? false
    }
    for name in names where !unfit.contains(name) && isTooMuch(name) {
      let parts = partials(of: name)
      guard !parts.contains(where: { isTooMuch($0.name) }), let size = sizes[name],
        let tag = parts.max(by: { (sizes[$0.name]?.tags ?? 0) < (sizes[$1.name]?.tags ?? 0) })
      else { continue }
      let what =
        size.depth > Self.deepest
        ? "partials nested more than \(Self.deepest) deep"
        : "more than \(Self.mostTags) tags, those of its partials counted as often as they are named"
      diagnostics.append(.error("template.size", at: tag.place, "The template “\(name)” has \(what)."))
    }
    unfit.formUnion(names.filter(isTooMuch))
  }

  /// How many tags each template has with its partials, and how deep these stand in each other, up to just beyond the
  /// limits. What is refused already counts for nothing: it may hold itself.
  private func sizes(of names: [String]) -> [String: (tags: Int, depth: Int)] {
    var sizes: [String: (tags: Int, depth: Int)] = [:]
    var begun: Set<String> = []
    // Partials first, without recursion: they may be nested as deep as there are templates.
    var open = names
    while let name = open.last {
      let parts = unfit.contains(name) ? [] : partials(of: name)
      if begun.insert(name).inserted {
        open += parts.map(\.name).filter { !begun.contains($0) && tags[$0] != nil }
        continue
      }
      open.removeLast()
      guard sizes[name] == nil else { continue }
      var size = (tags: tags[name]?.count ?? 0, depth: 0)
      for part in parts {
        guard let inner = sizes[part.name] else { continue }
        size.tags = min(size.tags + inner.tags, Self.mostTags + 1)
        size.depth = min(max(size.depth, inner.depth + 1), Self.deepest + 1)
      }
      sizes[name] = size
    }
    return sizes
  }

  /// Checks the templates that the engine fills, and the partials they hold. Directives of a guide's own are filled
  /// with its facts, whose keys only the guide knows.
  private mutating func checkKeys() {
    var seen: Set<String> = []
    var open = TemplateVocabulary.templates.filter { tags[$0] != nil }
    while let name = open.popLast() {
      guard seen.insert(name).inserted else { continue }
      for tag in tags[name] ?? [] {
        switch tag.kind {
        case .partial, .parent: open.append(tag.name)
        case .variable, .section: checkKey(tag)
        default: break
        }
      }
    }
  }

  private mutating func checkKey(_ tag: TemplateTag) {
    for part in tag.name.split(separator: ".").map(String.init) where !TemplateVocabulary.keys.contains(part) {
      diagnostics.append(
        .error(
          "template.unknown-key", at: tag.place, "No page has a key “\(part)”.",
          hint: NearName.hint(part, in: TemplateVocabulary.keys.sorted())))
    }
  }
}
