internal import Diagnostics
internal import GuideText

/// A chart placed on a sheet 360 units wide, which reads on a phone. y grows downwards.
///
/// Branches stand side by side where their columns are wide enough for words; else one below another, with a line on the
/// left that leads to each and one on the right that leads on from them.
struct FlowLayout {
  struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var lines: [Line]
    /// Whether it is one of a branch.
    var isBranch: Bool

    var right: Double { x + width }
    var middle: Double { y + height / 2 }
  }

  struct Line {
    enum Role: String { case place, title, detail, label }

    var text: String
    var role: Role
    /// Middle of the line; its start where it is no middle.
    var x: Double
    /// Base line.
    var y: Double
    var size: Double
    var isCentred = true
  }

  /// A way from one box to others, as an SVG path; `tip` is where its arrow points to.
  struct Arrow {
    enum Heading { case down, left, right }

    var path: String
    var tip: (x: Double, y: Double)?
    var heading = Heading.down
    /// Whether it leads back.
    var isBack = false
  }

  /// Where a way ends that leads on.
  struct End {
    var x: Double
    var y: Double
  }

  /// A column in which steps stand, and what is free beside it.
  struct Column {
    var x: Double
    var width: Double
    var level = 0
    /// Whether nothing stands between it and the sheet's left side, and its right side.
    var isLeftmost = true
    var isRightmost = true

    var middle: Double { x + width / 2 }
  }

  var boxes: [Box] = []
  var labels: [Line] = []
  var arrows: [Arrow] = []
  var height = 0.0
  /// Words that are wider than their boxes.
  private(set) var problems: [Diagnostic] = []
  /// The boxes of the chart's own steps, to which lines lead back, by their ids.
  private var targets: [String: Box] = [:]
  /// Lines that lead back, by side, so far.
  var (leftLanes, rightLanes) = (0, 0)
  let lanes: FlowLanes

  static let width = 360.0
  static let margin = 8.0
  static let columnGap = 12.0
  static let gap = 26.0
  /// Distance of lines that lead back beside each other.
  static let laneWidth = 11.0

  init(_ chart: FlowChart) {
    lanes = FlowLanes(chart)
    let left = Self.margin + Double(lanes.left) * Self.laneWidth
    let right = Self.width - Self.margin - Double(lanes.right) * Self.laneWidth
    let (ends, _) = place(
      chart.steps, in: Column(x: left, width: right - left), y: Self.margin, isFollowed: false, isFirst: true)
    let bottoms = ends.map(\.y) + boxes.map { $0.y + $0.height }
    height = (bottoms.max() ?? 0) + Self.margin
  }

  /// Places steps one below another; returns the ways that lead on and where the lowest of all ends.
  ///
  /// - Parameters:
  ///   - isFollowed: whether something comes behind them.
  ///   - isFirst: whether no arrow leads to the first.
  mutating func place(
    _ steps: [FlowChart.Step], in column: Column, y: Double, isFollowed: Bool, isFirst: Bool
  ) -> (ends: [End], bottom: Double) {
    var ends: [End] = isFirst ? [] : [End(x: column.middle, y: y)]
    var bottom = y
    for (number, step) in steps.enumerated() {
      let isLast = number == steps.count - 1
      if !ends.isEmpty { bottom = join(ends, to: column.middle, below: bottom, isInBranch: column.level > 0) }
      let box = place(step, in: column, y: bottom)
      if column.level == 0, let id = step.id { targets[id] = box }
      bottom = box.y + box.height
      if let back = step.back { lead(back, from: box, in: column) }
      ends = [End(x: column.middle, y: bottom)]
      if !step.branches.isEmpty {
        (ends, bottom) = place(step, below: ends[0], in: column, isFollowed: isFollowed || !isLast)
      } else if isLast, column.level > 0, step.back != nil {
        ends = []
      }
    }
    return (ends, bottom)
  }

  /// Ways from what stands above to a box at `middle`; returns the box's top.
  private mutating func join(_ starts: [End], to middle: Double, below y: Double, isInBranch: Bool) -> Double {
    if starts.count == 1, starts[0].x == middle, starts[0].y == y {
      let top = y + (isInBranch ? 20 : Self.gap)
      arrows.append(Arrow(path: "M\(n(middle)) \(n(y + 2))V\(n(top - 3))", tip: (middle, top - 2)))
      return top
    }
    let top = y + Self.gap
    let bar = y + 10
    for start in starts {
      arrows.append(Arrow(path: "M\(n(start.x)) \(n(start.y + 2))V\(n(bar))H\(n(middle))", tip: nil))
    }
    arrows.append(Arrow(path: "M\(n(middle)) \(n(bar))V\(n(top + 7))", tip: (middle, top + 8)))
    return top + 10
  }

  /// Places a step's box.
  private mutating func place(_ step: FlowChart.Step, in column: Column, y: Double) -> Box {
    var words: [(String?, Line.Role, Double)] = [
      (step.location, .place, 13), (step.title, .title, column.level > 0 ? 14 : 16), (step.detail, .detail, 13),
    ]
    if let back = step.back { words += backWords(back) }
    return box(words, in: column, y: y, of: step.place)
  }

  /// What a box says of the way back.
  func backWords(_ back: FlowChart.Back) -> [(String?, Line.Role, Double)] {
    [(back.label, .detail, 13), ("↑ \(back.title)", .label, 13)]
  }

  /// Places a box with these words.
  mutating func box(
    _ words: [(String?, Line.Role, Double)], in column: Column, y: Double, of place: SourcePlace
  ) -> Box {
    var lines: [Line] = []
    var bottom = y + 8
    for (text, role, size) in words {
      guard let text else { continue }
      for line in FlowText.lines(text, size: size, width: column.width - 20) {
        lines.append(Line(text: line, role: role, x: column.middle, y: bottom + size, size: size))
        bottom += (size * 1.4).rounded()
        check(line, size: size, width: column.width - 8, at: place)
      }
    }
    let box = Box(
      x: column.x, y: y, width: column.width, height: bottom + 8 - y, lines: lines, isBranch: column.level > 0)
    boxes.append(box)
    return box
  }

  /// Reports a line that is wider than it may be: a word that cannot be broken.
  mutating func check(_ line: String, size: Double, width: Double, at place: SourcePlace) {
    if FlowText.width(of: line, size: size) > width {
      problems.append(.warning("flow.word", at: place, ["word": .text(line)]))
    }
  }

  /// Draws the line of a way back, where one can be drawn that meets no box: else the box's words tell it alone.
  mutating func lead(_ back: FlowChart.Back, from box: Box, in column: Column) {
    guard let target = targets[back.to] else { return }
    let y = box.middle
    let goal = target.y + min(16, target.height / 2)
    switch lanes.side(from: column) {
    case .right where rightLanes < lanes.right:
      rightLanes += 1
      let lane = Self.width - Self.margin - Double(lanes.right - rightLanes) * Self.laneWidth - 1
      arrows.append(
        Arrow(
          path: "M\(n(box.right)) \(n(y))H\(n(lane))V\(n(goal))H\(n(target.right + 3))", tip: (target.right + 2, goal),
          heading: .left, isBack: true))
    case .left where leftLanes < lanes.left:
      leftLanes += 1
      let lane = Self.margin + Double(lanes.left - leftLanes) * Self.laneWidth + 1
      arrows.append(
        Arrow(
          path: "M\(n(box.x)) \(n(y))H\(n(lane))V\(n(goal))H\(n(target.x - 3))", tip: (target.x - 2, goal),
          heading: .right, isBack: true))
    default: break
    }
  }

  func n(_ value: Double) -> String { FlowDrawing.number(value) }
}
