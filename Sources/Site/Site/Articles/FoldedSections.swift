internal import Diagnostics
internal import Markdown

extension ArticleRenderer {
  /// A page's blocks as HTML, where each heading of `level` folds what stands below it: the heading is the summary, so
  /// that it stays a heading with its anchor.
  mutating func html(of blocks: [Block], folding level: Int) -> String {
    var out = ""
    var isOpen = false
    for block in blocks {
      if case .heading(let heading) = block, heading.level <= level {
        if isOpen { out += "</div>\n</details>\n" }
        isOpen = heading.level == level
        if isOpen {
          out += "<details class=\"fold heading-fold\">\n<summary>"
          linksHeadings = false
          out += HTMLRenderer.html(of: [block], resolver: &self)
          linksHeadings = true
          out += "</summary>\n<div class=\"fold-body\">\n"
          continue
        }
      }
      out += HTMLRenderer.html(of: [block], resolver: &self)
    }
    return out + (isOpen ? "</div>\n</details>\n" : "")
  }
}
