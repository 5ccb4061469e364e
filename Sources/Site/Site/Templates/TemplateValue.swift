internal import Mustache
/// What templates are filled with.
indirect enum TemplateValue: Sendable {
  /// A text as somebody wrote it; no template shows it as markup.
  case text(String)
  /// HTML that came through Markdown, or that the engine wrote itself.
  case html(String)
  case number(Int)
  case flag(Bool)
  case list([TemplateValue])
  case map([String: TemplateValue])
  /// Something that is not there: nothing is shown, and no outer map is searched for it.
  case absent
  /// Something that costs work and that few templates ask for.
  case lazy(@Sendable () -> TemplateValue)

  /// The text, or ``absent``.
  static func optional(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .absent }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral {
  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .map(Dictionary(elements) { _, last in last })
  }
}

extension TemplateValue: MustacheParent {
  func child(named name: String) -> Any? {
    guard FillingBudget.current?.spend() ?? true else { return nil }
    switch self {
    case .map(let members): return members[name].map { $0.found(as: name) }
    case .lazy(let make): return make().child(named: name)
    default: return nil
    }
  }

  /// What a tag of the name finds: a list knows what a section of the name shows.
  private func found(as name: String) -> Any {
    switch self {
    case .list(let elements):
      ShownList(elements: elements, cost: FillingBudget.current?.sections.cost(of: name) ?? 0)
    case .lazy(let make): make().found(as: name)
    default: self
    }
  }
}

extension TemplateValue: MustacheCustomRepresentation {
  var representation: Any? {
    switch self {
    case .text(let text): ShownText(text)
    case .html(let html): ShownText(html, isHTML: true)
    case .number(let number): ShownNumber(number: number)
    case .flag(let flag): flag
    case .list(let elements): ShownList(elements: elements, cost: FillingBudget.current?.sections.largest ?? 0)
    case .map: self
    case .absent: nil
    case .lazy(let make): make().representation
    }
  }
}
