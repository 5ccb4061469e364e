internal import Content
internal import GuideText
internal import Markdown

/// Writes a resolved text as HTML, in UTF-8.
struct HTMLWriter {
  let site: SiteContext
  /// Position of the version that the text belongs to.
  let version: Int
  /// The page that the text is; `nil` for facts, which stand on several.
  let page: PageID?
  let addresses: Addresses
  /// What has been written.
  private(set) var out: [UInt8] = []
  /// Whether a link is open, in which no other can stand.
  private var isInLink = false
  /// How many flow charts stand in the text so far: part of their ids.
  private var flowCount = 0

  init(_ site: SiteContext, version: Int, page: PageID?, addresses: Addresses) {
    self.site = site
    self.version = version
    self.page = page
    self.addresses = addresses
  }

  mutating func write(_ blocks: [ResolvedBlock]) {
    for block in blocks { write(block) }
  }

  /// The text that `body` writes, by itself.
  mutating func inner(_ body: (inout HTMLWriter) -> Void) -> [UInt8] {
    let before = out
    out = []
    body(&self)
    defer { out = before }
    return out
  }

  /// HTML as it is.
  mutating func raw(_ html: StaticString) { html.withUTF8Buffer { out += $0 } }

  mutating func raw(_ html: String) { out += html.utf8 }

  mutating func raw(_ html: [UInt8]) { out += html }

  /// A text, its signs escaped.
  mutating func text(_ text: String) { HTMLText.append(text, to: &out) }

  private mutating func write(_ block: ResolvedBlock) {
    switch block {
    case .paragraph(let content):
      raw("<p>")
      write(content)
      raw("</p>\n")
    case .figure(let image): writeFigure(image)
    case .heading(let heading): writeHeading(heading)
    case .folded(let heading, let content): writeFolded(heading, content)
    case .list(let list): writeList(list)
    case .quote(let blocks):
      raw("<blockquote>\n")
      write(blocks)
      raw("</blockquote>\n")
    case .code(let code, let language):
      raw("<pre><code")
      if let language {
        raw(" class=\"language-")
        text(language)
        raw("\"")
      }
      raw(">")
      text(code)
      raw("</code></pre>\n")
    case .table(let table): write(table)
    case .directive(let directive): write(directive)
    case .rule: raw("<hr>\n")
    }
  }

  private mutating func writeFigure(_ image: ResolvedImage) {
    guard image.path != nil else { return }
    raw("<figure>\n")
    write(image, withTitle: false)
    raw("\n<figcaption>")
    text(image.title)
    raw("</figcaption>\n</figure>\n")
  }

  /// The heading is the summary, so that it stays a heading with its anchor. Where all pages stand on one, nothing is
  /// folded.
  private mutating func writeFolded(_ heading: ResolvedHeading, _ content: [ResolvedBlock]) {
    if addresses.whole != nil {
      writeHeading(heading)
      return write(content)
    }
    raw("<details class=\"fold heading-fold\">\n<summary>")
    // Nothing one presses stands in another.
    writeHeading(heading, isLinked: false)
    raw("</summary>\n<div class=\"fold-body\">\n")
    write(content)
    raw("</div>\n</details>\n")
  }

  private mutating func writeHeading(_ heading: ResolvedHeading, isLinked: Bool = true) {
    let id = HTMLText.escaped(addresses.id(heading.id, on: page))
    // On a page of the whole version, a page's title stands above its headings.
    let level = min(6, heading.level + (addresses.whole == nil ? 0 : 1))
    raw("<h\(level) id=\"\(id)\">")
    for former in heading.formerIDs {
      raw("<a class=\"anchor\" id=\"\(HTMLText.escaped(addresses.id(former, on: page)))\"></a>")
    }
    write(heading.content)
    if isLinked, let label = site.guide.labels.headingLink, addresses.whole == nil {
      raw("<a class=\"heading-link\" href=\"#\(id)\" aria-label=\"")
      text("\(label) \(heading.content.plainText)")
      raw("\"><span aria-hidden=\"true\">#</span></a>")
    }
    raw("</h\(level)>\n")
  }

  private mutating func writeList(_ list: ResolvedList) {
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let tag = list.start == nil ? "ul" : "ol"
    raw("<\(tag)\(start)>\n")
    for item in list.items {
      raw("<li>")
      for block in item {
        if list.isTight, case .paragraph(let content) = block {
          write(content)
        } else {
          if out.last != UInt8(ascii: "\n") { raw("\n") }
          write(block)
        }
      }
      raw("</li>\n")
    }
    raw("</\(tag)>\n")
  }

  // MARK: Tables

  private mutating func write(_ table: ResolvedTable) {
    raw("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
    text(table.caption?.plainText ?? site.guide.labels.table)
    raw("\">\n<table>\n")
    if let caption = table.caption {
      raw("<caption>")
      write(caption)
      raw("</caption>\n")
    }
    if !table.head.isEmpty {
      raw("<thead>\n")
      for row in table.head { write(row, scope: "col") }
      raw("</thead>\n")
    }
    if !table.rows.isEmpty {
      raw("<tbody>\n")
      for row in table.rows { write(row, scope: "row") }
      raw("</tbody>\n")
    }
    raw("</table>\n</div>\n")
  }

  private mutating func write(_ row: [ResolvedTable.Cell], scope: String) {
    raw("<tr>")
    for cell in row {
      raw(cell.isHeader ? "<th scope=\"\(scope)\"" : "<td")
      if cell.rows > 1 { raw(" rowspan=\"\(cell.rows)\"") }
      if cell.columns > 1 { raw(" colspan=\"\(cell.columns)\"") }
      if let alignment = cell.alignment { raw(" class=\"align-\(alignment)\"") }
      raw(">")
      write(cell.content)
      raw(cell.isHeader ? "</th>" : "</td>")
    }
    raw("</tr>\n")
  }

  // MARK: Running text

  mutating func write(_ inlines: [ResolvedInline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: ResolvedInline) {
    switch inline {
    case .text(let words): text(words)
    case .softBreak: raw("\n")
    case .lineBreak: raw("<br>\n")
    case .code(let words):
      raw("<code>")
      text(words)
      raw("</code>")
    case .emphasis(let content):
      raw("<em>")
      write(content)
      raw("</em>")
    case .strong(let content):
      raw("<strong>")
      write(content)
      raw("</strong>")
    case .link(let link): write(link)
    case .image(let image): write(image, withTitle: true)
    case .fact(let fact): write(fact)
    case .quotation(let words):
      // The marks are text, so that what is copied and searched has them; the style adds none.
      raw("<q>“")
      text(words)
      raw("”</q>")
    }
  }

  private mutating func write(_ fact: Fact) {
    guard fact.isTelephone, !isInLink else { return text(fact.text) }
    raw("<a href=\"tel:\(TelephoneAddress.digits(of: fact.text))\">")
    text(fact.text)
    raw("</a>")
  }

  private mutating func write(_ link: ResolvedLink) {
    guard let target = link.target else { return write(link.content) }
    raw("<a")
    if case .attachment = target { raw(" class=\"file\"") }
    raw(" href=\"")
    text(addresses.address(of: target))
    raw("\"")
    switch target {
    case .outside(let address) where address.hasPrefix("http"): raw(" rel=\"noopener external\"")
    case .attachment: raw(" download")
    default: break
    }
    if !link.title.isEmpty {
      raw(" title=\"")
      text(link.title)
      raw("\"")
    }
    raw(">")
    isInLink = true
    write(link.content)
    isInLink = false
    if case .attachment(_, let kind, let size, _) = target {
      raw(" <span class=\"file-facts\">")
      text("\(kind) \(FileSize.text(size))")
      raw("</span>")
    }
    raw("</a>")
  }

  private mutating func write(_ image: ResolvedImage, withTitle: Bool) {
    guard let path = image.path else { return }
    raw("<img src=\"")
    text(addresses.place(path))
    raw("\" alt=\"")
    text(image.alternative)
    raw("\"")
    if let size = image.size { raw(" width=\"\(size.width)\" height=\"\(size.height)\"") }
    raw(" loading=\"lazy\"")
    if withTitle, !image.title.isEmpty {
      raw(" title=\"")
      text(image.title)
      raw("\"")
    }
    raw(">")
  }

  /// The number of the next flow chart of the text.
  mutating func nextFlow() -> Int {
    flowCount += 1
    return flowCount
  }
}

extension Addresses {
  /// The address of what a link leads to.
  func address(of target: LinkTarget) -> String {
    switch target {
    case .page(let id, let query, let fragment): page(id, query: query, fragment: fragment)
    case .picture(let path), .attachment(let path, _, _, _), .blank(let path), .unread(let path): place(path)
    case .formPage(let path, _, let fragment): place(path) + (fragment.isEmpty ? "" : "#\(fragment)")
    case .outside(let address): address
    }
  }
}

/// Telephone numbers in addresses (RFC 3966).
enum TelephoneAddress {
  /// The number's digits, and the `+` before them.
  static func digits(of text: String) -> String {
    String(decoding: text.utf8.filter { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "+") }, as: UTF8.self)
  }
}

/// Sizes of files as readers know them.
enum FileSize {
  /// In KB, from a million bytes on in MB with one decimal.
  static func text(_ bytes: Int) -> String {
    let kilobytes = (bytes + 1023) / 1024
    if kilobytes < 1000 { return "\(kilobytes) KB" }
    let tenths = (bytes * 10 + (1 << 19)) >> 20
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
