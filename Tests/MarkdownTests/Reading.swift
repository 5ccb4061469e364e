import Diagnostics
import Markdown

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
    PlainHTML.html(of: document.blocks)
  }

  /// The one paragraph's content.
  var paragraph: String {
    let html = html
    guard html.hasPrefix("<p>"), html.hasSuffix("</p>\n") else { return html }
    return String(html.dropFirst(3).dropLast(5))
  }

  var problems: [String] { diagnostics.inOrder().map { "\($0.place.map { "\($0)" } ?? ""): \($0.id)" } }
}
