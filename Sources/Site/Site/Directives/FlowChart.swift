internal import Content
internal import Diagnostics
internal import SourceText

/// A process as a data file tells it: steps one after another, some with branches.
struct FlowChart {
  struct Step {
    var title: String
    var detail: String?
    /// Where it is done.
    var location: String?
    /// The page that explains it, as the file writes it.
    var page: SourceNode?
    /// What the branches differ in.
    var choice: String?
    var branches: [Branch]
  }

  struct Branch {
    var label: String
    var steps: [Step]
  }

  var title: String
  var description: String
  var steps: [Step]

  /// Branches that stand side by side at most.
  private static let branchLimit = 3

  /// Reads the file against the schema.
  static func read(_ file: DataFile, diagnostics: inout [Diagnostic]) -> FlowChart {
    var map = MapReader(file.root, what: Message("what.flow"), id: "flow")
    let title = map.requiredText("title") ?? ""
    let description = map.requiredText("description") ?? ""
    _ = map.requiredNode("steps")
    let steps = map.list("steps")
    map.finish(into: &diagnostics)
    return FlowChart(
      title: title, description: description,
      steps: steps.map { step($0, mayBranch: true, diagnostics: &diagnostics) })
  }

  private static func step(_ node: SourceNode, mayBranch: Bool, diagnostics: inout [Diagnostic]) -> Step {
    var map = MapReader(node, what: Message("what.step"), id: "flow")
    _ = map.text("id")
    var step = Step(
      title: map.requiredText("title") ?? "", detail: map.text("detail"), location: map.text("place"),
      page: map.node("page"), choice: nil, branches: [])
    if mayBranch {
      step.choice = map.text("choice")
      let branches = map.list("branches")
      if branches.count == 1 || branches.count > branchLimit {
        map.report(
          .error("flow.branches", at: branches[0].place, ["count": .number(branches.count)]))
      }
      step.branches = branches.map { branch($0, diagnostics: &diagnostics) }
    }
    map.finish(into: &diagnostics)
    return step
  }

  private static func branch(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> Branch {
    var map = MapReader(node, what: Message("what.branch"), id: "flow")
    let label = map.requiredText("label") ?? ""
    _ = map.requiredNode("steps")
    let steps = map.list("steps")
    map.finish(into: &diagnostics)
    return Branch(label: label, steps: steps.map { step($0, mayBranch: false, diagnostics: &diagnostics) })
  }
}
