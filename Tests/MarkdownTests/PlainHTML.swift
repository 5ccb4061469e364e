import Diagnostics
import Markdown

/// Writes a tree as HTML as it is read, for tests: links and pictures stay as they are written, directives become their
/// names.
struct PlainHTML {
  private var out = ""

  static func html(of blocks: [Block]) -> String {
    var writer = Self()
    for block in blocks { writer.write(block) }
    return writer.out
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let content): writeParagraph(content)
    case .heading(let heading): writeHeading(heading)
    case .list(let list): writeList(list)
    case .quote(let blocks):
      out += "<blockquote>\n"
      for block in blocks { write(block) }
      out += "</blockquote>\n"
    case .code(let text, let language):
      let name = language.map { " class=\"language-\(HTMLText.escaped($0))\"" } ?? ""
      out += "<pre><code\(name)>\(HTMLText.escaped(text))</code></pre>\n"
    case .directive(let directive): write(directive)
    case .table(let table): writeTable(table)
    case .rule: out += "<hr>\n"
    }
  }

  private mutating func write(_ directive: Directive) {
    guard let content = directive.content else {
      out += "[\(directive.name)|\(directive.argument)|\(directive.body)]"
      return
    }
    out += "<\(directive.name)>\n\(Self.html(of: content))</\(directive.name)>\n"
  }

  private mutating func writeParagraph(_ content: [Inline]) {
    if content.count == 1, case .image(let image) = content[0], !image.title.isEmpty {
      out += "<figure>\n"
      write(image, withTitle: false)
      out += "\n<figcaption>\(HTMLText.escaped(image.title))</figcaption>\n</figure>\n"
      return
    }
    out += "<p>"
    write(content)
    out += "</p>\n"
  }

  private mutating func write(_ image: Image, withTitle: Bool) {
    let title = !withTitle || image.title.isEmpty ? "" : " title=\"\(HTMLText.escaped(image.title))\""
    out += "<img src=\"\(image.source)\" alt=\"\(image.alternative)\"\(title)>"
  }

  private mutating func writeHeading(_ heading: Heading) {
    let id = HTMLText.escaped(heading.id)
    out += "<h\(heading.level) id=\"\(id)\">"
    write(heading.content)
    out += "</h\(heading.level)>\n"
  }

  private mutating func writeTable(_ table: Table) {
    out += "<table>\n<thead>\n"
    writeRow(table.head, table.alignments, "th scope=\"col\"")
    out += "</thead>\n"
    if !table.rows.isEmpty { out += "<tbody>\n" }
    for row in table.rows { writeRow(row, table.alignments, "td") }
    out += (table.rows.isEmpty ? "" : "</tbody>\n") + "</table>\n"
  }

  private mutating func writeRow(
    _ cells: [[Inline]], _ alignments: [Table.Alignment?], _ tag: String
  ) {
    out += "<tr>\n"
    for (cell, alignment) in zip(cells, alignments) {
      out += "<\(tag)\(alignment.map { " class=\"align-\($0)\"" } ?? "")>"
      write(cell)
      out += "</\(tag.prefix(2))>\n"
    }
    out += "</tr>\n"
  }

  private mutating func writeList(_ list: List) {
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let tag = list.start == nil ? "ul" : "ol"
    out += "<\(tag)\(start)>\n"
    for item in list.items {
      out += "<li>"
      for block in item {
        if list.isTight, case .paragraph(let content) = block {
          write(content)
        } else {
          if !out.hasSuffix("\n") { out += "\n" }
          write(block)
        }
      }
      out += "</li>\n"
    }
    out += "</\(tag)>\n"
  }

  private mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text): out += HTMLText.escaped(text)
    case .softBreak: out += "\n"
    case .lineBreak: out += "<br>\n"
    case .code(let text): out += "<code>\(HTMLText.escaped(text))</code>"
    case .emphasis(let content): wrap("em", content)
    case .strong(let content): wrap("strong", content)
    case .link(let link):
      let title = link.title.isEmpty ? "" : " title=\"\(HTMLText.escaped(link.title))\""
      out += "<a href=\"\(link.destination)\"\(title)>"
      write(link.content)
      out += "</a>"
    case .image(let image): write(image, withTitle: true)
    case .role(let role): out += "[\(role.name): \(role.body)]"
    }
  }

  private mutating func wrap(_ tag: String, _ content: [Inline]) {
    out += "<\(tag)>"
    write(content)
    out += "</\(tag)>"
  }
}
