package import Diagnostics

/// A process as a data file tells it: steps one after another, some with branches, some with a way back.
package struct FlowChart: Sendable {
  /// Something to do.
  package struct Step: Sendable {
    /// What others call it; `nil` where nothing leads back to it.
    package var id: String?
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
    /// A way back from here; at the end of a branch the only way.
    package var back: Back?
    /// Where it stands in the file.
    package var place: SourcePlace

    /// Whether some way leads from it, or from its branches, to what stands below.
    package func leadsOn(isLast: Bool) -> Bool {
      branches.isEmpty ? !(isLast && back != nil) : branches.contains { $0.leadsOn }
    }
  }

  /// One of several ways.
  package struct Branch: Sendable {
    /// When it is taken.
    package var label: String
    /// What to do then.
    package var steps: [Step]
    /// Where it leads when there is nothing to do.
    package var back: Back?
    /// Where it stands in the file.
    package var place: SourcePlace

    /// Whether it leads to what stands below the branches.
    package var leadsOn: Bool { steps.last?.leadsOn(isLast: true) ?? false }
  }

  /// A way to a step before.
  package struct Back: Sendable {
    /// The step's id.
    package var to: String
    /// What the step is called.
    package var title: String
    /// When one goes back, or to what end.
    package var label: String?
  }

  /// What the process is called.
  package var title: String
  /// The whole of it in a sentence, for those who do not see the drawing.
  package var description: String
  /// One after another.
  package var steps: [Step]

  /// Whether a way leads back somewhere.
  package var hasWayBack: Bool {
    func holds(_ steps: [Step]) -> Bool {
      steps.contains { $0.back != nil || $0.branches.contains { $0.back != nil || holds($0.steps) } }
    }
    return holds(steps)
  }
}
