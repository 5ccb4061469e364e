internal import Content
internal import Diagnostics
internal import SourceText

/// A process as a data file tells it: steps one after another, some with branches.
package struct FlowChart: Sendable {
  /// Something to do.
  package struct Step: Sendable {
    /// What to do.
    package var title: String
    /// More about it.
    package var detail: String?
    /// Where it is done.
    package var location: String?
    /// The page that explains it.
    package var page: LinkTarget?
    /// What the branches differ in.
    package var choice: String?
    /// Ways from here, two at least; none where there is but one.
    package var branches: [Branch]
  }

  /// One of several ways.
  package struct Branch: Sendable {
    /// When it is taken.
    package var label: String
    /// What to do then.
    package var steps: [Step]
  }

  /// What the process is called.
  package var title: String
  /// The whole of it in a sentence, for those who do not see the drawing.
  package var description: String
  /// One after another.
  package var steps: [Step]

  /// Branches that stand side by side at most.
  private static let branchLimit = 3

  /// Reads the file against the schema; `resolver` finds the pages that its steps name.
  static func read(_ file: DataFile, _ resolver: inout PageResolver) -> FlowChart {
    var map = MapReader(file.root, what: Message("what.flow"), id: "flow")
    let title = map.requiredText("title") ?? ""
    let description = map.requiredText("description") ?? ""
    _ = map.requiredNode("steps")
    let steps = map.list("steps")
    map.finish(into: &resolver.diagnostics)
    return FlowChart(
      title: title, description: description, steps: steps.map { step($0, mayBranch: true, &resolver) })
  }

  private static func step(_ node: SourceNode, mayBranch: Bool, _ resolver: inout PageResolver) -> Step {
    var map = MapReader(node, what: Message("what.step"), id: "flow")
    _ = map.text("id")
    var step = Step(
      title: map.requiredText("title") ?? "", detail: map.text("detail"), location: map.text("place"),
      page: nil, choice: nil, branches: [])
    if let page = map.node("page"), let name = page.text { step.page = resolver.target(of: name, at: page.place) }
    if mayBranch {
      step.choice = map.text("choice")
      let branches = map.list("branches")
      if branches.count == 1 || branches.count > branchLimit {
        map.report(
          .error("flow.branches", at: branches[0].place, ["count": .number(branches.count)]))
      }
      step.branches = branches.map { branch($0, &resolver) }
    }
    map.finish(into: &resolver.diagnostics)
    return step
  }

  private static func branch(_ node: SourceNode, _ resolver: inout PageResolver) -> Branch {
    var map = MapReader(node, what: Message("what.branch"), id: "flow")
    let label = map.requiredText("label") ?? ""
    _ = map.requiredNode("steps")
    let steps = map.list("steps")
    map.finish(into: &resolver.diagnostics)
    return Branch(label: label, steps: steps.map { step($0, mayBranch: false, &resolver) })
  }
}
