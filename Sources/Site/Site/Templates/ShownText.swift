internal import Markdown
internal import Mustache

/// A text in a template: whether it is HTML is known by its type, not by how many braces stand around its name.
///
/// `{{name}}` escapes everything. `{{{name}}}` is read as `{{{html(name)}}}` (``TypedTags``), and that transform leaves
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
    if name == Self.transform { return isHTML ? text : HTMLText.escaped(text) }
    let changed = text.transform(name)
    return (changed as? any StringProtocol).map { ShownText(String($0)) } ?? changed
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
