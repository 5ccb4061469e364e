internal import GuideText

/// A process in words: its title, its description, and its steps as a list.
enum FlowChartText {
  static func blocks(_ chart: FlowChart) -> [ComparableBlock] {
    [
      .text(.title, PieceCutter.pieces(of: chart.title)), .text(.paragraph, PieceCutter.pieces(of: chart.description)),
      list(chart.steps),
    ]
  }

  private static func list(_ steps: [FlowChart.Step]) -> ComparableBlock {
    .list(ListMarks(start: 1, isTight: true), steps.map(item))
  }

  private static func item(_ step: FlowChart.Step) -> ComparableItem {
    let lines = [step.title, step.location, step.detail, step.choice, step.back.map(line)].compactMap(\.self)
    let branches = step.branches.map { branch in
      ComparableItem(
        [text(branch.label)] + (branch.steps.isEmpty ? [] : [list(branch.steps)])
          + (branch.back.map { [text(line($0))] } ?? []))
    }
    return ComparableItem(
      lines.map(text)
        + (branches.isEmpty ? [] : [.list(ListMarks(start: nil, isTight: true), branches)]))
  }

  private static func text(_ line: String) -> ComparableBlock { .text(.paragraph, PieceCutter.pieces(of: line)) }

  private static func line(_ back: FlowChart.Back) -> String {
    [back.label, "↩ \(back.title)"].compactMap(\.self).joined(separator: " ")
  }
}
