internal import GuideText
internal import Markdown

/// Writes a placed chart as SVG: geometry in attributes, all looks left to the style sheet's classes.
enum FlowDrawing {
  /// The `svg` element; `id` starts the ids of its title and description.
  static func svg(_ chart: FlowChart, id: String) -> String {
    let layout = FlowLayout(chart)
    let size = "\(number(FlowLayout.width)) \(number(layout.height))"
    var out =
      "<svg class=\"flow\" viewBox=\"0 0 \(size)\" role=\"img\" aria-labelledby=\"\(id)-title \(id)-text\">\n"
      + "<title id=\"\(id)-title\">\(HTMLText.escaped(chart.title))</title>\n"
      + "<desc id=\"\(id)-text\">\(HTMLText.escaped(chart.description))</desc>\n"
    for arrow in layout.arrows {
      let head = arrow.tip.map { self.head(at: $0, arrow.heading) } ?? ""
      if arrow.isBack {
        out += path(arrow.path, dashes: " stroke-dasharray=\"5 3\"") + path(head)
      } else {
        out += path(arrow.path + head)
      }
    }
    for box in layout.boxes {
      let name = box.isBranch ? "flow-box flow-branch" : "flow-box"
      out +=
        "<rect class=\"\(name)\" x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(box.width))\""
        + " height=\"\(number(box.height))\" rx=\"6\" fill=\"none\" stroke=\"currentColor\"/>\n"
      for line in box.lines { out += text(line) }
    }
    for label in layout.labels { out += text(label) }
    return out + "</svg>\n"
  }

  private static func path(_ path: String, dashes: String = "") -> String {
    "<path class=\"flow-arrow\" d=\"\(path)\" fill=\"none\" stroke=\"currentColor\"\(dashes)/>\n"
  }

  /// The two strokes of an arrow's head.
  private static func head(at tip: (x: Double, y: Double), _ heading: FlowLayout.Arrow.Heading) -> String {
    let ends: [(x: Double, y: Double)] =
      switch heading {
      case .down: [(tip.x - 4, tip.y - 5), (tip.x + 4, tip.y - 5)]
      case .left: [(tip.x + 5, tip.y - 4), (tip.x + 5, tip.y + 4)]
      case .right: [(tip.x - 5, tip.y - 4), (tip.x - 5, tip.y + 4)]
      }
    return "M\(number(ends[0].x)) \(number(ends[0].y))L\(number(tip.x)) \(number(tip.y))"
      + "L\(number(ends[1].x)) \(number(ends[1].y))"
  }

  private static func text(_ line: FlowLayout.Line) -> String {
    "<text class=\"flow-\(line.role.rawValue)\" x=\"\(number(line.x))\" y=\"\(number(line.y))\""
      + " font-size=\"\(number(line.size))\" text-anchor=\"\(line.isCentred ? "middle" : "start")\" fill=\"currentColor\">"
      + "\(HTMLText.escaped(line.text))</text>\n"
  }

  /// A length with at most one decimal.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}
