/// What templates are filled with.
package enum TemplateValue: Sendable {
  /// A text as somebody wrote it; no template shows it as markup.
  case text(String)
  /// HTML in UTF-8 that came through Markdown, or that the engine wrote itself.
  case html([UInt8])
  case number(Int)
  case flag(Bool)
  case list([TemplateValue])
  case map(TemplateMap)
  /// Something that is not there: nothing is shown, and no outer map is searched for it.
  case absent
  /// Something that other templates are filled with: to a partial, which stands in many, it is ``absent``; a template that
  /// asks for it by itself asks for nothing it could ever have, which is an error as an unknown name is.
  case unfilled
  /// Something that costs work and that few templates ask for.
  case lazy(@Sendable () -> TemplateValue)

  /// The text, or ``absent``.
  package static func optional(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .absent }

  /// The value itself, which may cost work.
  var made: TemplateValue {
    var value = self
    while case .lazy(let make) = value { value = make() }
    return value
  }

  /// Whether a section of it shows nothing.
  var isFalse: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .html(let html): html.isEmpty
    case .flag(let flag): !flag
    case .list(let elements): elements.isEmpty
    case .absent, .unfilled: true
    case .number, .map: false
    case .lazy: made.isFalse
    }
  }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral {
  /// A text.
  package init(stringLiteral value: String) { self = .text(value) }
  /// A flag.
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  /// A map of the engine's own.
  package init(dictionaryLiteral elements: (TemplateKey, TemplateValue)...) { self = .map(TemplateMap(elements)) }
}
