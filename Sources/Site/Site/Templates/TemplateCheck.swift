internal import Diagnostics

/// Finds in templates what Mustache passes over in silence: partials that do not exist, partials that hold
/// themselves, and keys that no page has.
struct TemplateCheck {
  private let tags: [String: [TemplateTag]]
  private var diagnostics: [Diagnostic] = []
  private var endless: Set<String> = []

  /// Gathers what is wrong; returns the templates that hold themselves, which must not be rendered.
  static func run(_ sources: [TemplateSource], diagnostics: inout [Diagnostic]) -> Set<String> {
    var check = TemplateCheck(
      tags: Dictionary(sources.map { ($0.name, TemplateTag.all(in: $0.file)) }) { first, _ in first })
    for source in sources { check.checkPartials(of: source.name) }
    check.checkKeys()
    diagnostics.append(contentsOf: check.diagnostics)
    return check.endless
  }

  private init(tags: [String: [TemplateTag]]) { self.tags = tags }

  private func partials(of name: String) -> [TemplateTag] { (tags[name] ?? []).filter { $0.kind == .partial } }

  private mutating func checkPartials(of name: String) {
    for tag in partials(of: name) {
      if tags[tag.name] == nil {
        diagnostics.append(
          .error(
            "template.partial", at: tag.place, "There is no template “\(tag.name)”.",
            hint: NearName.hint(tag.name, in: tags.keys.sorted())))
      } else if reaches(name, from: tag.name) {
        endless.insert(name)
        diagnostics.append(
          .error("template.cycle", at: tag.place, "The template “\(tag.name)” holds “\(name)”, and so itself."))
      }
    }
  }

  /// Whether `goal` is `start` or a partial below it.
  private func reaches(_ goal: String, from start: String) -> Bool {
    var seen: Set<String> = []
    var open = [start]
    while let name = open.popLast() {
      if name == goal { return true }
      if seen.insert(name).inserted { open.append(contentsOf: partials(of: name).map(\.name)) }
    }
    return false
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
        case .partial: open.append(tag.name)
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
