internal import Content
internal import Diagnostics
internal import SourceText

/// Reads a flow chart's file against its schema; `resolver` finds the pages that its steps name.
struct FlowChartReader {
  /// Ways into which a step branches.
  private static let branchCounts = 2...6
  /// Choices in choices at most.
  private static let deepest = 3

  private var resolver: PageResolver
  /// The ids of all steps.
  private var ids: Set<String> = []

  static func chart(_ file: DataFile, _ resolver: inout PageResolver) -> FlowChart {
    var reader = FlowChartReader(resolver: resolver)
    defer { resolver = reader.resolver }
    var map = MapReader(file.root, what: Message("what.flow"), id: "flow")
    let title = map.requiredText("title") ?? ""
    let description = map.requiredText("description") ?? ""
    _ = map.requiredNode("steps")
    let steps = map.list("steps")
    map.finish(into: &reader.resolver.diagnostics)
    return FlowChart(title: title, description: description, steps: reader.steps(steps, before: [], level: 0))
  }

  /// - Parameters:
  ///   - before: steps from which these are reached: to them a way may lead back.
  ///   - level: how many choices they stand in.
  private mutating func steps(
    _ nodes: [SourceNode], before: [(id: String, title: String)], level: Int
  ) -> [FlowChart.Step] {
    var known = before
    var steps: [FlowChart.Step] = []
    for (number, node) in nodes.enumerated() {
      let step = step(node, before: &known, level: level)
      steps.append(step)
      if number < nodes.count - 1, !step.leadsOn(isLast: false) {
        resolver.diagnostics.append(.error("flow.dead-end", at: step.place))
      }
    }
    return steps
  }

  private mutating func step(
    _ node: SourceNode, before: inout [(id: String, title: String)], level: Int
  ) -> FlowChart.Step {
    var map = MapReader(node, what: Message("what.step"), id: "flow")
    var step = FlowChart.Step(
      id: map.text("id"), title: map.requiredText("title") ?? "", detail: map.text("detail"),
      location: map.text("place"), page: nil, choice: map.text("choice"), branches: [], back: nil, place: node.place)
    if let page = map.node("page"), let name = page.text { step.page = resolver.target(of: name, at: page.place) }
    if let id = step.id {
      if !ids.insert(id).inserted { map.report(.error("flow.id", at: map.node("id")?.place, ["id": .text(id)])) }
      before.append((id, step.title))
    }
    step.back = map.node("back").flatMap { back($0, before: before) }
    let branches = map.list("branches")
    if !branches.isEmpty, !Self.branchCounts.contains(branches.count) {
      map.report(.error("flow.branches", at: branches[0].place, ["count": .number(branches.count)]))
    }
    if level == Self.deepest, let first = branches.first {
      map.report(.error("flow.levels", at: first.place, ["count": .number(Self.deepest)]))
    } else {
      let reached = before
      for node in branches { step.branches.append(branch(node, before: reached, level: level + 1)) }
    }
    map.finish(into: &resolver.diagnostics)
    return step
  }

  private mutating func branch(
    _ node: SourceNode, before: [(id: String, title: String)], level: Int
  ) -> FlowChart.Branch {
    var map = MapReader(node, what: Message("what.branch"), id: "flow")
    let label = map.requiredText("label") ?? ""
    let back = map.node("back")
    let steps = map.list("steps")
    if back == nil, steps.isEmpty { map.report(.error("flow.nothing", at: node.place)) }
    map.finish(into: &resolver.diagnostics)
    var branch = FlowChart.Branch(
      label: label, steps: self.steps(steps, before: before, level: level), back: nil, place: node.place)
    guard let back, let way = self.back(back, before: before) else { return branch }
    // Behind steps, the way back is that of the last one.
    if branch.steps.isEmpty { branch.back = way } else { branch.steps[branch.steps.count - 1].back = way }
    return branch
  }

  private mutating func back(_ node: SourceNode, before: [(id: String, title: String)]) -> FlowChart.Back? {
    var map = MapReader(node, what: Message("what.way-back"), id: "flow")
    let id = map.requiredText("to")
    let label = map.text("label")
    let place = map.node("to")?.place ?? node.place
    map.finish(into: &resolver.diagnostics)
    guard let id else { return nil }
    guard let step = before.first(where: { $0.id == id }) else {
      resolver.diagnostics.append(
        .error("flow.back", at: place, ["id": .text(id)], hint: NearName.hint(id, in: before.map(\.id))))
      return nil
    }
    return FlowChart.Back(to: id, title: step.title, label: label)
  }
}
