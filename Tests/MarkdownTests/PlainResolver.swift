import Diagnostics
import Markdown

/// Leaves links and pictures as they are written; directives become their names.
struct PlainResolver: MarkdownResolver {
  var headingLinkLabel: String? { nil }
  var tableLabel: String? { nil }

  mutating func attributes(of link: Link) -> String? { " href=\"\(link.destination)\"" }

  mutating func attributes(of image: Image) -> String? { " src=\"\(image.source)\" alt=\"\(image.alternative)\"" }

  mutating func html(of role: Role) -> String { "[\(role.name): \(role.body)]" }

  func text(of role: Role) -> String { role.body }

  func filled(_ text: String, at place: SourcePlace) -> String { text }

  mutating func html(of directive: Directive) -> String {
    guard let content = directive.content else { return "[\(directive.name)|\(directive.argument)|\(directive.body)]" }
    return "<\(directive.name)>\n\(HTMLRenderer.html(of: content, resolver: &self))</\(directive.name)>\n"
  }
}

/// A text read and rendered.
struct Reading {
  let document: MarkdownDocument
  let diagnostics: [Diagnostic]

  init(_ text: String, offset: TextOffset = TextOffset()) {
    var problems: [Diagnostic] = []
    document = MarkdownDocument.read(
      MarkdownSource(text, path: "page.md", offset: offset), containers: ["note"], diagnostics: &problems)
    diagnostics = problems
  }

  var html: String {
    var resolver = PlainResolver()
    return HTMLRenderer.html(of: document.blocks, resolver: &resolver)
  }

  /// The one paragraph's content.
  var paragraph: String {
    let html = html
    guard html.hasPrefix("<p>"), html.hasSuffix("</p>\n") else { return html }
    return String(html.dropFirst(3).dropLast(5))
  }

  var problems: [String] { diagnostics.inOrder().map { "\($0.place.map { "\($0)" } ?? ""): \($0.id)" } }
}
