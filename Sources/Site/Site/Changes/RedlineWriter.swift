internal import Content
internal import GuideText
internal import Markdown
internal import Redline

/// Writes what changed as HTML, in UTF-8: `ins` and `del`, told in hidden words too to those who do not see them.
struct RedlineWriter {
  let words: ChangeWords
  /// The accessible name of a table.
  let table: String
  /// The page that addresses start from.
  let from: SitePath
  /// What has been written.
  private(set) var out: [UInt8] = []

  init(words: ChangeWords, table: String, from: SitePath) {
    self.words = words
    self.table = table
    self.from = from
  }

  mutating func raw(_ html: String) { out += html.utf8 }

  /// A text, its signs escaped.
  mutating func text(_ text: String) { HTMLText.append(text, to: &out) }

  /// The page's title and sentences where they changed, and its text.
  mutating func write(_ comparison: PageComparison) {
    for (place, runs) in ([comparison.title] + comparison.lines).enumerated()
    where runs.contains(where: { $0.change != .kept }) {
      raw(place == 0 ? "<p class=\"redline-title\">" : "<p>")
      write(runs)
      raw("</p>\n")
    }
    write(comparison.blocks)
  }

  // MARK: Blocks

  mutating func write(_ blocks: [ComparedBlock]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: ComparedBlock) {
    switch block.content {
    case .text(let role, let runs): write(role, runs)
    case .list(let marks, let items): write(items, marks)
    case .table(let table): write(table)
    case .group(.quote, let blocks):
      raw("<blockquote>\n")
      write(blocks)
      raw("</blockquote>\n")
    case .group(_, let blocks):
      raw("<div class=\"redline-group\">\n")
      write(blocks)
      raw("</div>\n")
    case .rule: raw("<hr>\n")
    }
  }

  private mutating func write(_ role: TextRole, _ runs: [ComparedRun]) {
    let tags: (open: String, close: String) =
      switch role {
      case .paragraph: ("<p>", "</p>")
      case .heading(let level): ("<h\(level)>", "</h\(level)>")
      case .title: ("<p class=\"redline-title\">", "</p>")
      case .figure: ("<p class=\"redline-figure\">", "</p>")
      case .code: ("<pre><code>", "</code></pre>")
      }
    raw(tags.open)
    write(runs, isCode: role == .code)
    raw(tags.close + "\n")
  }

  /// Numbers are those that the items have in their own versions.
  private mutating func write(_ items: [ComparedItem], _ marks: ListMarks) {
    let tag = marks.start == nil ? "ul" : "ol"
    raw("<\(tag)>\n")
    var (old, new) = (marks.start ?? 0, marks.start ?? 0)
    for item in items {
      let number = item.change == .deleted ? old : new
      if item.change != .inserted { old += 1 }
      if item.change != .deleted { new += 1 }
      raw(marks.start == nil ? "<li>" : "<li value=\"\(number)\">")
      // The first paragraph stands beside the item's mark.
      if let first = item.blocks.first, case .text(.paragraph, let runs) = first.content, marks.isTight {
        write(runs)
        raw("\n")
        write(Array(item.blocks.dropFirst()))
      } else {
        write(item.blocks)
      }
      raw("</li>\n")
    }
    raw("</\(tag)>\n")
  }

  // MARK: Tables

  private mutating func write(_ table: ComparedTable) {
    raw("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
    text(table.caption.map { $0.text(.new) }.flatMap { $0.isEmpty ? nil : $0 } ?? self.table)
    raw("\">\n<table>\n")
    if let caption = table.caption {
      raw("<caption>")
      write(caption)
      raw("</caption>\n")
    }
    for (part, rows, scope) in [("thead", table.head, "col"), ("tbody", table.rows, "row")] where !rows.isEmpty {
      raw("<\(part)>\n")
      for row in rows { write(row, scope) }
      raw("</\(part)>\n")
    }
    raw("</table>\n</div>\n")
  }

  private mutating func write(_ row: ComparedTable.Row, _ scope: String) {
    raw("<tr>")
    for cell in row.cells {
      raw(cell.isHeader ? "<th scope=\"\(scope)\"" : "<td")
      if cell.rows > 1 { raw(" rowspan=\"\(cell.rows)\"") }
      if cell.columns > 1 { raw(" colspan=\"\(cell.columns)\"") }
      raw(">")
      write(cell.runs)
      raw(cell.isHeader ? "</th>" : "</td>")
    }
    raw("</tr>\n")
  }
}
