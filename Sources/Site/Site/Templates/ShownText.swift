internal import Markdown
internal import Mustache

/// A text in a template: whether it is HTML is known by its type, not by how many braces stand around its name.
///
/// `{{name}}` escapes everything (``EscapedHTML``). `{{{name}}}` is read as `{{{html(name)}}}` (``TypedTags``), and that transform leaves
/// HTML as it is and escapes every other text.
struct ShownText: MustacheCustomRenderable, MustacheTransformable, MustacheParent {
  /// The transform that `{{{name}}}` applies.
  static let transform = "html"

  private let text: String
  private let isHTML: Bool

  init(_ text: String, isHTML: Bool = false) {
    self.text = text
    self.isHTML = isHTML
  }

  var renderText: String { text }
  var isNull: Bool { false }

  /// A text has no members: names inside its section are those of the maps around it.
  func child(named name: String) -> Any? { nil }

  /// A changed text is HTML no longer.
  func transform(_ name: String) -> Any? {
    if name == Self.transform {
      let shown = isHTML ? text : HTMLText.escaped(text, apostrophes: true)
      return FillingBudget.mayShow(shown) ? shown : ""
    }
    guard FillingBudget.mayShow(text) else { return nil }
    let changed = text.transform(name)
    return (changed as? any StringProtocol).map { ShownText(String($0)) } ?? changed
  }
}

/// What `{{name}}` shows in a template. It takes the place of the engine's own way of escaping, which compares
/// characters, so that a quotation mark with a combining mark behind it would end an attribute.
struct EscapedHTML: MustacheContentType {
  /// The line that a template begins with to be filled so.
  static let pragma: String = {
    MustacheContentTypes.register(EscapedHTML(), named: "ESCAPED-HTML")
    return "{{% CONTENT_TYPE: ESCAPED-HTML}}\n"
  }()

  func escapeText(_ text: String) -> String {
    let shown = HTMLText.escaped(text, apostrophes: true)
    return FillingBudget.mayShow(shown) ? shown : ""
  }
}

/// A list in a template: what a section over it shows is counted before it is made.
struct ShownList: MustacheSequence, MustacheTransformable, MustacheParent, MustacheCustomRenderable {
  let elements: [TemplateValue]
  /// How many bytes the section may show for one element, but for the values in it.
  let cost: Int

  struct Iterator: IteratorProtocol {
    var elements: IndexingIterator<[TemplateValue]>
    let cost: Int

    mutating func next() -> TemplateValue? {
      guard let element = elements.next(), FillingBudget.current?.spend(bytes: cost) ?? true else { return nil }
      return element
    }
  }

  func makeIterator() -> Iterator { Iterator(elements: elements.makeIterator(), cost: cost) }

  /// A list is shown by sections only.
  var renderText: String { "" }
  var isNull: Bool { false }
  func child(named name: String) -> Any? { nil }
  func transform(_ name: String) -> Any? {
    guard FillingBudget.current?.spend(bytes: elements.count) ?? true else { return nil }
    return name == "reversed" ? ShownList(elements: elements.reversed(), cost: cost) : elements.transform(name)
  }
}

/// A number in a template.
struct ShownNumber: MustacheCustomRenderable, MustacheTransformable, MustacheParent {
  let number: Int

  var renderText: String { "\(number)" }
  var isNull: Bool { false }
  func child(named name: String) -> Any? { nil }
  func transform(_ name: String) -> Any? { name == ShownText.transform ? renderText : number.transform(name) }
}
