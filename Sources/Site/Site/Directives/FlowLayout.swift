internal import GuideText
/// A chart placed on a sheet 360 units wide, which reads on a phone. y grows downwards.
struct FlowLayout {
  struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var lines: [Line]
    /// Whether it is one of a branch.
    var isBranch: Bool
  }

  struct Line {
    enum Role: String { case place, title, detail, label }

    var text: String
    var role: Role
    /// Middle of the line.
    var x: Double
    /// Base line.
    var y: Double
    var size: Double
  }

  /// A way from one box to others, as an SVG path; `tip` is where its arrow points down to.
  struct Arrow {
    var path: String
    var tip: (x: Double, y: Double)?
  }

  private(set) var boxes: [Box] = []
  private(set) var labels: [Line] = []
  private(set) var arrows: [Arrow] = []
  private(set) var height = 0.0

  static let width = 360.0
  private static let margin = 8.0
  private static let columnGap = 12.0
  private static let gap = 26.0

  init(_ chart: FlowChart) {
    var y = Self.margin
    let middle = Self.width / 2
    var starts: [(x: Double, y: Double)] = []
    for step in chart.steps {
      if !starts.isEmpty {
        y = join(starts, to: middle, below: y)
      }
      y = place(step, x: Self.margin, y: y, width: Self.width - 2 * Self.margin, isBranch: false)
      starts = [(middle, y)]
      if !step.branches.isEmpty {
        starts = place(step.branches, from: (middle, y), choice: step.choice)
        y = starts.map(\.y).max() ?? y
      }
    }
    height = y + Self.margin
  }

  /// Ways from what stands above to a box at `middle`; returns the box's top.
  private mutating func join(_ starts: [(x: Double, y: Double)], to middle: Double, below y: Double) -> Double {
    let top = y + Self.gap
    if starts.count == 1 {
      arrows.append(Arrow(path: "M\(n(middle)) \(n(y + 2))V\(n(top - 3))", tip: (middle, top - 2)))
      return top
    }
    let bar = y + 10
    for start in starts {
      arrows.append(Arrow(path: "M\(n(start.x)) \(n(start.y + 2))V\(n(bar))H\(n(middle))", tip: nil))
    }
    arrows.append(Arrow(path: "M\(n(middle)) \(n(bar))V\(n(top + 7))", tip: (middle, top + 8)))
    return top + 10
  }

  /// Places branches side by side; returns the bottoms of their columns.
  private mutating func place(
    _ branches: [FlowChart.Branch], from start: (x: Double, y: Double), choice: String?
  ) -> [(x: Double, y: Double)] {
    let count = Double(branches.count)
    let width = (Self.width - 2 * Self.margin - Self.columnGap * (count - 1)) / count
    var bar = start.y + 14
    if let choice {
      labels.append(Line(text: choice, role: .label, x: start.x, y: start.y + 20, size: 13))
      bar = start.y + 34
      arrows.append(Arrow(path: "M\(n(start.x)) \(n(start.y + 26))V\(n(bar))", tip: nil))
    } else {
      arrows.append(Arrow(path: "M\(n(start.x)) \(n(start.y + 2))V\(n(bar))", tip: nil))
    }
    let labelLines = branches.map { FlowText.lines($0.label, size: 13, width: width - 4) }
    let labelHeight = Double(labelLines.map(\.count).max() ?? 1) * 17 + 8
    return branches.enumerated().map { position, branch in
      let x = Self.margin + Double(position) * (width + Self.columnGap)
      let middle = x + width / 2
      arrows.append(Arrow(path: "M\(n(start.x)) \(n(bar))H\(n(middle))V\(n(bar + 6))", tip: nil))
      for (number, text) in labelLines[position].enumerated() {
        labels.append(Line(text: text, role: .label, x: middle, y: bar + 20 + Double(number) * 17, size: 13))
      }
      var y = bar + labelHeight
      for step in branch.steps {
        let top = y + 20
        arrows.append(Arrow(path: "M\(n(middle)) \(n(y + 2))V\(n(top - 3))", tip: (middle, top - 2)))
        y = place(step, x: x, y: top, width: width, isBranch: true)
      }
      return (middle, y)
    }
  }

  /// Places a step's box; returns its bottom.
  private mutating func place(
    _ step: FlowChart.Step, x: Double, y: Double, width: Double, isBranch: Bool
  ) -> Double {
    let titleSize = isBranch ? 14.0 : 16.0
    let inner = width - 20
    var lines: [Line] = []
    var bottom = y + 8
    func add(_ text: String?, _ role: Line.Role, _ size: Double) {
      guard let text else { return }
      for line in FlowText.lines(text, size: size, width: inner) {
        lines.append(Line(text: line, role: role, x: x + width / 2, y: bottom + size, size: size))
        bottom += (size * 1.4).rounded()
      }
    }
    add(step.location, .place, 12)
    add(step.title, .title, titleSize)
    add(step.detail, .detail, 13)
    boxes.append(Box(x: x, y: y, width: width, height: bottom + 8 - y, lines: lines, isBranch: isBranch))
    return bottom + 8
  }

  private func n(_ value: Double) -> String { FlowDrawing.number(value) }
}
