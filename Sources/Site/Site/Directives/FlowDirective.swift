internal import Content
internal import Markdown
internal import SourceText

extension ArticleRenderer {
  /// `{flow}`: a drawing, and the same steps in words.
  mutating func flow(_ directive: Directive) -> String {
    guard let file = version.data[directive.argument] else {
      reportMissingData(directive.argument, of: directive)
      return ""
    }
    let chart = FlowChart.read(file, diagnostics: &diagnostics)
    flowCount += 1
    return "<figure class=\"flow-figure\">\n\(FlowDrawing.svg(chart, id: "flow-\(flowCount)"))"
      + "<details class=\"flow-text\">\n<summary>\(HTMLText.escaped(site.guide.labels.flowText))</summary>\n"
      + "\(list(of: chart.steps))</details>\n</figure>\n"
  }

  private mutating func list(of steps: [FlowChart.Step]) -> String {
    var out = "<ol>\n"
    for step in steps {
      out += "<li>\(title(of: step))"
      if let location = step.location { out += " <span class=\"flow-place\">\(HTMLText.escaped(location))</span>" }
      if let detail = step.detail { out += "<br>\(HTMLText.escaped(detail))" }
      if !step.branches.isEmpty {
        if let choice = step.choice { out += "<br>\(HTMLText.escaped(choice))" }
        out += "\n<ul>\n"
        for branch in step.branches {
          out += "<li><strong>\(HTMLText.escaped(branch.label))</strong>\n\(list(of: branch.steps))</li>\n"
        }
        out += "</ul>\n"
      }
      out += "</li>\n"
    }
    return out + "</ol>\n"
  }

  private mutating func title(of step: FlowChart.Step) -> String {
    let title = "<strong>\(HTMLText.escaped(step.title))</strong>"
    guard let page = step.page, let name = page.text, let url = address(ofPage: name, at: page.place) else {
      return title
    }
    return "<a href=\"\(HTMLText.escaped(url))\">\(title)</a>"
  }
}
