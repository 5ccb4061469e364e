package import Diagnostics

/// Decides what a text's links, pictures, roles and directives become.
package protocol MarkdownResolver {
  /// Attributes of the `a` element with a leading space, such as ` href="../fees/"`; `nil` leaves the text alone.
  mutating func attributes(of link: Link) -> String?
  /// Attributes of the `img` element with a leading space; `nil` leaves the picture out.
  mutating func attributes(of image: Image) -> String?
  /// HTML of a role.
  mutating func html(of role: Role) -> String
  /// A role's text where no marks can stand, such as a heading's name.
  func text(of role: Role) -> String
  /// A text that is no Markdown, such as a link's title, with its roles.
  mutating func filled(_ text: String, at place: SourcePlace) -> String
  /// HTML of a directive.
  mutating func html(of directive: Directive) -> String
  /// Accessible name of a heading's link to itself; `nil` leaves such links out.
  var headingLinkLabel: String? { get }
  /// Accessible name of a table that may be wider than the page; `nil` leaves it without a frame to scroll in.
  var tableLabel: String? { get }
}

/// Writes a tree as HTML.
package struct HTMLRenderer<Resolver: MarkdownResolver> {
  private var out = ""

  /// HTML of blocks, each on lines of its own.
  package static func html(of blocks: [Block], resolver: inout Resolver) -> String {
    var renderer = Self()
    for block in blocks { renderer.write(block, &resolver) }
    return renderer.out
  }

  /// HTML of running text.
  package static func html(of inlines: [Inline], resolver: inout Resolver) -> String {
    var renderer = Self()
    renderer.write(inlines, &resolver)
    return renderer.out
  }

  private mutating func write(_ block: Block, _ resolver: inout Resolver) {
    switch block {
    case .paragraph(let content): writeParagraph(content, &resolver)
    case .heading(let heading): writeHeading(heading, &resolver)
    case .list(let list): writeList(list, &resolver)
    case .quote(let blocks):
      out += "<blockquote>\n"
      for block in blocks { write(block, &resolver) }
      out += "</blockquote>\n"
    case .code(let text, let language):
      let name = language.map { " class=\"language-\(HTMLText.escaped($0))\"" } ?? ""
      out += "<pre><code\(name)>\(HTMLText.escaped(text))</code></pre>\n"
    case .directive(let directive): out += resolver.html(of: directive)
    case .table(let table): writeTable(table, &resolver)
    case .rule: out += "<hr>\n"
    }
  }

  private mutating func writeParagraph(_ content: [Inline], _ resolver: inout Resolver) {
    if content.count == 1, case .image(let image) = content[0], !image.title.isEmpty {
      guard let attributes = resolver.attributes(of: image) else { return }
      out +=
        "<figure>\n<img\(attributes)>\n<figcaption>\(HTMLText.escaped(resolver.filled(image.title, at: image.place)))</figcaption>\n</figure>\n"
      return
    }
    out += "<p>"
    write(content, &resolver)
    out += "</p>\n"
  }

  private mutating func writeHeading(_ heading: Heading, _ resolver: inout Resolver) {
    let id = HTMLText.escaped(heading.id)
    out += "<h\(heading.level) id=\"\(id)\">"
    write(heading.content, &resolver)
    if let label = resolver.headingLinkLabel {
      let name = HTMLText.escaped("\(label) \(heading.content.plainText(resolver.text))")
      out += "<a class=\"heading-link\" href=\"#\(id)\" aria-label=\"\(name)\"><span aria-hidden=\"true\">#</span></a>"
    }
    out += "</h\(heading.level)>\n"
  }

  private mutating func writeTable(_ table: Table, _ resolver: inout Resolver) {
    let label = resolver.tableLabel.map { HTMLText.escaped($0) }
    if let label { out += "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\">\n" }
    out += "<table>\n<thead>\n"
    writeRow(table.head, table.alignments, "th scope=\"col\"", &resolver)
    out += "</thead>\n"
    if !table.rows.isEmpty { out += "<tbody>\n" }
    for row in table.rows { writeRow(row, table.alignments, "td", &resolver) }
    out += (table.rows.isEmpty ? "" : "</tbody>\n") + "</table>\n" + (label == nil ? "" : "</div>\n")
  }

  private mutating func writeRow(
    _ cells: [[Inline]], _ alignments: [Table.Alignment?], _ tag: String, _ resolver: inout Resolver
  ) {
    out += "<tr>\n"
    for (cell, alignment) in zip(cells, alignments) {
      out += "<\(tag)\(alignment.map { " class=\"align-\($0)\"" } ?? "")>"
      write(cell, &resolver)
      out += "</\(tag.prefix(2))>\n"
    }
    out += "</tr>\n"
  }

  private mutating func writeList(_ list: List, _ resolver: inout Resolver) {
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let tag = list.start == nil ? "ul" : "ol"
    out += "<\(tag)\(start)>\n"
    for item in list.items {
      out += "<li>"
      for block in item {
        if list.isTight, case .paragraph(let content) = block {
          write(content, &resolver)
        } else {
          if !out.hasSuffix("\n") { out += "\n" }
          write(block, &resolver)
        }
      }
      out += "</li>\n"
    }
    out += "</\(tag)>\n"
  }

  private mutating func write(_ inlines: [Inline], _ resolver: inout Resolver) {
    for inline in inlines { write(inline, &resolver) }
  }

  private mutating func write(_ inline: Inline, _ resolver: inout Resolver) {
    switch inline {
    case .text(let text): out += HTMLText.escaped(text)
    case .softBreak: out += "\n"
    case .lineBreak: out += "<br>\n"
    case .code(let text): out += "<code>\(HTMLText.escaped(text))</code>"
    case .emphasis(let content): wrap("em", content, &resolver)
    case .strong(let content): wrap("strong", content, &resolver)
    case .link(let link):
      guard let attributes = resolver.attributes(of: link) else { return write(link.content, &resolver) }
      let title =
        link.title.isEmpty ? "" : " title=\"\(HTMLText.escaped(resolver.filled(link.title, at: link.place)))\""
      out += "<a\(attributes)\(title)>"
      write(link.content, &resolver)
      out += "</a>"
    case .image(let image):
      guard let attributes = resolver.attributes(of: image) else { return }
      let title =
        image.title.isEmpty ? "" : " title=\"\(HTMLText.escaped(resolver.filled(image.title, at: image.place)))\""
      out += "<img\(attributes)\(title)>"
    case .role(let role): out += resolver.html(of: role)
    }
  }

  private mutating func wrap(_ tag: String, _ content: [Inline], _ resolver: inout Resolver) {
    out += "<\(tag)>"
    write(content, &resolver)
    out += "</\(tag)>"
  }
}
