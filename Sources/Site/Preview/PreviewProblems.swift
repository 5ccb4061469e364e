package import Diagnostics
internal import Markdown

/// What was wrong when the previewed guide could not be built, as its pages show it: in one language, ready to be
/// written.
package struct PreviewProblems: Sendable {
  /// One problem.
  private struct Line {
    var place: String?
    var sentence: String
    var hint: String?
    var id: String
  }

  private let lines: [Line]
  private let total: String
  private let words: PreviewWords

  /// The errors among the problems, in order; of one kind in one file a hundred, then how many more there are.
  package init(_ diagnostics: [Diagnostic], in language: MessageLanguage) {
    let errors = diagnostics.filter { $0.severity == .error }.inOrder()
    var printed = PrintedProblems()
    let shown = errors.filter { printed.admits($0) } + printed.rest()
    lines = shown.map {
      Line(
        place: $0.place.map { Self.visible("\($0)") }, sentence: Self.visible($0.summary(in: language)),
        hint: $0.hint(in: language).map(Self.visible), id: $0.id)
    }
    words = PreviewWords(language)
    total = Message(errors.count == 1 ? "text.error" : "text.errors", ["count": .number(errors.count)])
      .text(in: language)
  }

  private static func visible(_ text: String) -> String { VisibleText.escaped(VisibleText.shortened(text)) }

  /// What stands over a page of the last good build; it can be folded, and holds no script and no style.
  var panel: String {
    """
    <div class="problems" role="alert" lang="\(words.language)">
    <details open>
    <summary>\(words.said("text.preview-errors")) <span>\(HTMLText.escaped(total))</span></summary>
    <p>\(words.said("text.preview-last"))</p>
    \(list)
    </details>
    </div>
    """
  }

  /// The page that stands at every address as long as there was no good build.
  ///
  /// - Parameter count: how often the guide was built.
  func page(count: Int) -> [UInt8] {
    words.page(title: "text.preview-errors", content: "<p>\(HTMLText.escaped(total))</p>\n\(list)", count: count)
  }

  private var list: String {
    let items = lines.map { line in
      let place = line.place.map { "<code>\(HTMLText.escaped($0))</code>\n" } ?? ""
      let hint = line.hint.map { "<p class=\"hint\">\(HTMLText.escaped($0))</p>\n" } ?? ""
      let id = "<small>[\(HTMLText.escaped(line.id))]</small>"
      return "<li>\n\(place)<p>\(HTMLText.escaped(line.sentence)) \(id)</p>\n\(hint)</li>\n"
    }
    return "<ul>\n\(items.joined())</ul>"
  }
}

/// What the preview itself says to whoever writes the guide, in one language.
struct PreviewWords: Sendable {
  private let spoken: MessageLanguage

  init(_ language: MessageLanguage) { spoken = language }

  /// The language's tag.
  var language: String { spoken.rawValue }

  /// A sentence of the catalogue as HTML.
  func said(_ key: String) -> String { HTMLText.escaped(Message(key).text(in: spoken)) }

  /// The page that stands at every address until the guide is built for the first time.
  func waiting() -> [UInt8] { page(title: "text.preview-building", content: "", count: 0) }

  /// A page of the preview's own.
  func page(title: String, content: String, count: Int) -> [UInt8] {
    let html = """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(said(title))</title>
      <link rel="stylesheet" href="\(ProblemStyle.path)">
      </head>
      <body>
      <main class="problems">
      <h1>\(said(title))</h1>
      \(content)
      </main>
      </body>
      </html>

      """
    return ReloadScript.injected(into: Array(html.utf8), count: count)
  }
}
