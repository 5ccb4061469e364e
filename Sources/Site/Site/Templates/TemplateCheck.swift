internal import Diagnostics
internal import SourceText

/// Finds in templates what Mustache passes over in silence: partials that do not exist, partials that hold
/// themselves, and keys that no page has; and what would end it: nesting and growth without limit.
struct TemplateCheck {
  private let tags: [String: [TemplateTag]]
  private let files: [String: SourceFile]
  private var diagnostics: [Diagnostic] = []
  /// The templates that must not be read or filled.
  private(set) var unfit: Set<String> = []
  /// What sections of the others may show.
  private(set) var sections = SectionSizes()
  /// Most tags that a template may have with all its partials, each counted as often as it is named.
  private static let mostTags = 100_000
  /// How deep partials may stand in partials.
  private static let deepest = 32
  /// Most bytes that a template may have with all its partials, each counted as often as it is named.
  private static let mostBytes = 16 << 20

  /// Gathers what is wrong.
  static func run(_ sources: [TemplateSource], diagnostics: inout [Diagnostic]) -> TemplateCheck {
    var check = TemplateCheck(sources)
    for source in sources { check.checkPartials(of: source.name) }
    check.checkSizes(sources.map(\.name))
    check.checkKeys()
    diagnostics.append(contentsOf: check.diagnostics)
    return check
  }

  private init(_ sources: [TemplateSource]) {
    tags = Dictionary(sources.map { ($0.name, TemplateTag.all(in: $0.file)) }) { first, _ in first }
    files = Dictionary(sources.map { ($0.name, $0.file) }) { first, _ in first }
  }

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
            "template.partial", at: tag.place, ["name": .text(tag.name)],
            hint: NearName.hint(tag.name, in: tags.keys.sorted())))
      } else if let chain = chain(from: tag.name, to: name) {
        refuse(
          name,
          .error(
            "template.cycle", at: tag.place,
            ["name": .text(tag.name), "inner": .text(name), "chain": .text(([name] + chain).joined(separator: " → "))]))
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
    let (sizes, order) = sizes(of: names)
    func problem(_ size: TemplateSize?) -> Message? {
      guard let size else { return nil }
      if size.depth > Self.deepest { return Message("reason.template-partials", ["limit": .number(Self.deepest)]) }
      if size.tags > Self.mostTags {
        return Message("reason.template-tags", ["tags": .number(Self.mostTags)])
      }
      if size.bytes <= Self.mostBytes { return nil }
      return Message("reason.template-bytes", ["size": .number(Self.mostBytes >> 20)])
    }
    for name in names where !unfit.contains(name) {
      guard let what = problem(sizes[name]) else { continue }
      let parts = partials(of: name)
      guard !parts.contains(where: { problem(sizes[$0.name]) != nil }),
        let tag = parts.max(by: { (sizes[$0.name]?.weight ?? 0) < (sizes[$1.name]?.weight ?? 0) })
      else { continue }
      diagnostics.append(.error("template.size", at: tag.place, ["inner": .text(name), "what": .message(what)]))
    }
    unfit.formUnion(names.filter { problem(sizes[$0]) != nil })
    noteSections(sizes, order: order.filter { !unfit.contains($0) }.reversed())
  }

  /// How large each template is with its partials, up to just beyond the limits, and their names, partials first. What
  /// is refused already counts for nothing: it may hold itself.
  private func sizes(of names: [String]) -> (sizes: [String: TemplateSize], order: [String]) {
    var sizes: [String: TemplateSize] = [:]
    var order: [String] = []
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
      var size = TemplateSize(tags: tags[name]?.count ?? 0, file: files[name])
      for part in parts {
        guard let inner = sizes[part.name] else { continue }
        size.add(inner, indentation: part.indentation)
        size.tags = min(size.tags, Self.mostTags + 1)
        size.depth = min(size.depth, Self.deepest + 1)
        size.bytes = min(size.bytes, Self.mostBytes + 1)
        size.pieces = min(size.pieces, Self.mostBytes + 1)
      }
      sizes[name] = size
      order.append(name)
    }
    return (sizes, order)
  }

  /// Notes how much each section holds, the partials in it included. In a partial that stands indented, blanks stand
  /// before each line: as many as on the longest way to it. `order` has partials behind those that hold them.
  private mutating func noteSections(_ sizes: [String: TemplateSize], order: [String]) {
    var indentations: [String: Int] = [:]
    for name in order {
      let indentation = indentations[name] ?? 0
      var inner = TemplateSize()
      var open: [(tag: TemplateTag, before: TemplateSize)] = []
      for tag in tags[name] ?? [] {
        inner.pieces += 3
        switch tag.kind {
        case .partial:
          inner.add(sizes[tag.name] ?? TemplateSize(), indentation: tag.indentation)
          indentations[tag.name] = max(indentations[tag.name] ?? 0, indentation + tag.indentation)
        case .section: open.append((tag, inner))
        case .end:
          guard let (start, before) = open.popLast() else { continue }
          let pieces = inner.pieces - before.pieces + (tag.place.line ?? 1) - (start.place.line ?? 1)
          let bytes = tag.range.lowerBound - start.range.upperBound + inner.bytes - before.bytes
          sections.note(start.name, bytes: bytes + pieces * indentation)
        default: break
        }
      }
    }
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
          "template.unknown-key", at: tag.place, ["part": .text(part)],
          hint: NearName.hint(part, in: TemplateVocabulary.keys.sorted())))
    }
  }
}
