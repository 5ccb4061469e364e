internal import GuideText

extension FlowLayout {
  /// Narrowest column in which words read.
  static let narrowest = 104.0
  /// What branches one below another need beside their column: for the line that leads to them, and for the one that leads
  /// on.
  static let leadIn = 20.0
  static let leadOut = 20.0

  /// The narrowest column in which the steps can be placed.
  static func narrowest(for steps: [FlowChart.Step]) -> Double {
    steps.map { step in
      step.branches.isEmpty
        ? narrowest : leadIn + leadOut + (step.branches.map { narrowest(for: $0.steps) }.max() ?? narrowest)
    }.max() ?? narrowest
  }

  /// The width of each of so many columns side by side.
  static func columnWidth(_ count: Int, in width: Double) -> Double {
    (width - columnGap * Double(count - 1)) / Double(count)
  }

  /// Whether a step's branches stand side by side in a column so wide.
  static func standSideBySide(_ branches: [FlowChart.Branch], in width: Double) -> Bool {
    columnWidth(branches.count, in: width) >= (branches.map { narrowest(for: $0.steps) }.max() ?? narrowest)
  }

  /// Places a step's branches below its box.
  mutating func place(
    _ step: FlowChart.Step, below start: End, in column: Column, isFollowed: Bool
  ) -> (ends: [End], bottom: Double) {
    var bar = start.y + 14
    if let choice = step.choice {
      let lines = FlowText.lines(choice, size: 13, width: column.width - 8)
      for (number, text) in lines.enumerated() {
        let y = start.y + 20 + Double(number) * 17
        labels.append(Line(text: text, role: .label, x: start.x, y: y, size: 13))
        check(text, size: 13, width: column.width, at: step.place)
      }
      bar = start.y + 17 + 17 * Double(lines.count)
      arrows.append(Arrow(path: "M\(n(start.x)) \(n(bar - 8))V\(n(bar))", tip: nil))
    } else {
      arrows.append(Arrow(path: "M\(n(start.x)) \(n(start.y + 2))V\(n(bar))", tip: nil))
    }
    let start = End(x: start.x, y: bar)
    return Self.standSideBySide(step.branches, in: column.width)
      ? placeColumns(step.branches, below: start, in: column, isFollowed: isFollowed)
      : placeStack(step.branches, below: start, in: column, isFollowed: isFollowed)
  }

  /// Places branches side by side.
  private mutating func placeColumns(
    _ branches: [FlowChart.Branch], below start: End, in column: Column, isFollowed: Bool
  ) -> (ends: [End], bottom: Double) {
    let bar = start.y
    let columns = FlowLanes.columns(branches.count, in: column)
    let labelLines = branches.map { FlowText.lines($0.label, size: 13, width: columns[0].width - 4) }
    let labelHeight = Double(labelLines.map(\.count).max() ?? 1) * 17 + 8
    var (ends, bottom): ([End], Double) = ([], bar + labelHeight)
    for (position, branch) in branches.enumerated() {
      let inner = columns[position]
      arrows.append(Arrow(path: "M\(n(start.x)) \(n(bar))H\(n(inner.middle))V\(n(bar + 6))", tip: nil))
      for (number, text) in labelLines[position].enumerated() {
        labels.append(Line(text: text, role: .label, x: inner.middle, y: bar + 20 + Double(number) * 17, size: 13))
        check(text, size: 13, width: inner.width, at: branch.place)
      }
      let placed = placeContent(of: branch, in: inner, y: bar + labelHeight, isFollowed: isFollowed, isFirst: false)
      ends += placed.ends
      bottom = max(bottom, placed.bottom)
    }
    return (ends, bottom)
  }

  /// Places branches one below another.
  private mutating func placeStack(
    _ branches: [FlowChart.Branch], below start: End, in column: Column, isFollowed: Bool
  ) -> (ends: [End], bottom: Double) {
    let inner = FlowLanes.stacked(in: column, isFollowed: isFollowed)
    let (rail, out) = (column.x + 6, column.x + column.width - 5)
    var y = start.y
    var last = y
    var ends: [End] = []
    var firstTurn: Double?
    for (position, branch) in branches.enumerated() {
      y += 10
      for text in FlowText.lines(branch.label, size: 13, width: inner.width) {
        labels.append(Line(text: text, role: .label, x: inner.x, y: y + 13, size: 13, isCentred: false))
        check(text, size: 13, width: inner.width, at: branch.place)
        y += 17
      }
      y += 5
      let first = boxes.count
      let placed = placeContent(of: branch, in: inner, y: y, isFollowed: isFollowed, isFirst: true)
      // A branch with nothing in it, which was reported, has no box.
      last = first < boxes.count ? boxes[first].middle : y
      arrows.append(
        Arrow(path: "M\(n(rail)) \(n(last))H\(n(inner.x - 3))", tip: (inner.x - 2, last), heading: .right))
      y = placed.bottom
      if position == branches.count - 1 {
        ends = placed.ends
      } else if isFollowed, !placed.ends.isEmpty {
        y += 10
        for end in placed.ends {
          arrows.append(Arrow(path: "M\(n(end.x)) \(n(end.y + 2))V\(n(y))H\(n(out))", tip: nil))
        }
        firstTurn = firstTurn ?? y
      }
    }
    arrows.append(Arrow(path: "M\(n(start.x)) \(n(start.y))H\(n(rail))V\(n(last))", tip: nil))
    if let firstTurn {
      arrows.append(Arrow(path: "M\(n(out)) \(n(firstTurn))V\(n(y))", tip: nil))
      ends.append(End(x: out, y: y - 2))
    }
    return (ends, y)
  }

  /// Places what stands in a branch: its steps, or the way back alone.
  private mutating func placeContent(
    of branch: FlowChart.Branch, in column: Column, y: Double, isFollowed: Bool, isFirst: Bool
  ) -> (ends: [End], bottom: Double) {
    guard branch.steps.isEmpty, let back = branch.back else {
      return place(branch.steps, in: column, y: y, isFollowed: isFollowed, isFirst: isFirst)
    }
    let top = isFirst ? y : y + 20
    if !isFirst {
      arrows.append(
        Arrow(path: "M\(n(column.middle)) \(n(y + 2))V\(n(top - 3))", tip: (column.middle, top - 2)))
    }
    let box = box(backWords(back), in: column, y: top, of: branch.place)
    lead(back, from: box, in: column)
    return ([], box.y + box.height)
  }
}
