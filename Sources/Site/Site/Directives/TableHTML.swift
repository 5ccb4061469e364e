internal import Content
internal import Diagnostics
internal import Markdown
internal import SourceText

extension ArticleRenderer {
  /// `{table}`: rows and cells in YAML, with spans.
  mutating func table(_ directive: Directive) -> String {
    let body = YAMLReader.read(
      directive.body, path: directive.place.file, lineOffset: directive.bodyOffset.lines,
      columnOffset: directive.bodyOffset.columns, diagnostics: &diagnostics)
    guard let body else { return "" }
    return html(of: TableSource.read(body, diagnostics: &diagnostics))
  }

  private mutating func html(of table: TableSource) -> String {
    let label = HTMLText.escaped(table.caption?.text.map(plainText) ?? site.guide.labels.table)
    var out = "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\">\n<table>\n"
    if let caption = table.caption, let text = caption.text {
      out += "<caption>\(inlineHTML(text, at: caption.place))</caption>\n"
    }
    if !table.head.isEmpty {
      out += "<thead>\n"
      for row in table.head { out += html(of: row, isHead: true) }
      out += "</thead>\n"
    }
    out += "<tbody>\n"
    for row in table.rows { out += html(of: row, isHead: false) }
    return out + "</tbody>\n</table>\n</div>\n"
  }

  private mutating func html(of row: TableRow, isHead: Bool) -> String {
    var out = "<tr>"
    for cell in row.cells {
      let content = inlineHTML(cell.text, at: cell.place)
      let rows = cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : ""
      let columns = cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : ""
      if isHead || cell.isHeader {
        out += "<th scope=\"\(isHead ? "col" : "row")\"\(rows)\(columns)>\(content)</th>"
      } else {
        out += "<td\(rows)\(columns)>\(content)</td>"
      }
    }
    return out + "</tr>\n"
  }

  /// A caption's text without marks, for its accessible name.
  private func plainText(_ text: String) -> String {
    var ignored: [Diagnostic] = []
    return MarkdownDocument.inlines(of: MarkdownSource(text, path: ""), diagnostics: &ignored).plainText
  }
}
