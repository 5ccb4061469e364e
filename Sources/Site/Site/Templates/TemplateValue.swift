internal import Mustache
internal import Synchronization

/// How often one filling of a template may ask for a key. Sections over one list in each other double the work with
/// every level; beyond the budget nothing is found any more, so that it ends.
final class FillingBudget: Sendable {
  @TaskLocal static var current: FillingBudget?

  private let left = Atomic(5_000_000)

  /// Whether one more key may be asked for.
  func spend() -> Bool { left.subtract(1, ordering: .relaxed).newValue >= 0 }

  /// Whether keys were asked for in vain.
  var isSpent: Bool { left.load(ordering: .relaxed) < 0 }
}

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
    return switch self {
    case .map(let members): members[name]
    case .lazy(let make): make().child(named: name)
    default: nil
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
    case .list(let elements): elements
    case .map: self
    case .absent: nil
    case .lazy(let make): make().representation
    }
  }
}
