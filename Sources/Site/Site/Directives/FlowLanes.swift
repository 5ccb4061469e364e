internal import GuideText

/// On which side of a chart its ways lead back, and how many lines there are on each.
///
/// A line leads to a step of the chart itself, whose box has nothing beside it, from a box that has nothing on that side
/// either. Where there are more than three on a side, the others are told by their boxes' words.
struct FlowLanes {
  enum Side { case left, right, none }

  private(set) var left = 0
  private(set) var right = 0

  /// Most lines on a side.
  private static let most = 3

  init(_ chart: FlowChart) {
    // How many lines there are narrows the columns, and how wide they are decides where branches stand: the narrowest
    // that can come of it is taken for all.
    let width = FlowLayout.width - 2 * FlowLayout.margin - 2 * Double(Self.most) * FlowLayout.laneWidth
    var targets: Set<String> = []
    count(chart.steps, in: FlowLayout.Column(x: 0, width: width), &targets)
    left = min(left, Self.most)
    right = min(right, Self.most)
  }

  private mutating func count(
    _ steps: [FlowChart.Step], in column: FlowLayout.Column, _ targets: inout Set<String>
  ) {
    for step in steps {
      if column.level == 0, let id = step.id { targets.insert(id) }
      note(step.back, in: column, targets)
      guard !step.branches.isEmpty else { continue }
      let columns =
        FlowLayout.standSideBySide(step.branches, in: column.width)
        ? Self.columns(step.branches.count, in: column)
        : Array(repeating: Self.stacked(in: column, isFollowed: true), count: step.branches.count)
      for (branch, inner) in zip(step.branches, columns) {
        if branch.steps.isEmpty { note(branch.back, in: inner, targets) }
        count(branch.steps, in: inner, &targets)
      }
    }
  }

  private mutating func note(_ back: FlowChart.Back?, in column: FlowLayout.Column, _ targets: Set<String>) {
    guard let back, targets.contains(back.to) else { return }
    switch side(from: column) {
    case .left: left += 1
    case .right: right += 1
    case .none: break
    }
  }

  /// The side on which a way leads back from a column.
  func side(from column: FlowLayout.Column) -> Side {
    if column.isRightmost { return .right }
    return column.isLeftmost ? .left : .none
  }

  /// So many columns side by side.
  static func columns(_ count: Int, in column: FlowLayout.Column) -> [FlowLayout.Column] {
    let width = FlowLayout.columnWidth(count, in: column.width)
    return (0..<count).map { position in
      var inner = FlowLayout.Column(x: column.x + Double(position) * (width + FlowLayout.columnGap), width: width)
      inner.level = column.level + 1
      inner.isLeftmost = column.isLeftmost && position == 0
      inner.isRightmost = column.isRightmost && position == count - 1
      return inner
    }
  }

  /// The column of branches that stand one below another, with room for the line that leads on where something follows.
  static func stacked(in column: FlowLayout.Column, isFollowed: Bool) -> FlowLayout.Column {
    var inner = column
    inner.x += FlowLayout.leadIn
    inner.width -= FlowLayout.leadIn + (isFollowed ? FlowLayout.leadOut : 0)
    inner.level += 1
    return inner
  }
}
