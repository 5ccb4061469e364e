/// A page's text as its readers see it, fit to be compared.
package struct ComparablePage: Sendable, Hashable {
  /// The page's heading of level 1.
  package var title: [TextPiece]
  /// The sentence below it, and where its facts come from.
  package var lines: [[TextPiece]]
  /// Its text.
  package var blocks: [ComparableBlock]

  /// A page by its title, its sentences and its text.
  package init(title: String, lines: [String], blocks: [ComparableBlock]) {
    self.title = PieceCutter.pieces(of: title)
    self.lines = lines.map { PieceCutter.pieces(of: $0) }
    self.blocks = blocks
  }
}

/// What changed on a page from one version to the next.
package struct PageComparison: Sendable, Equatable {
  /// The title.
  package let title: [ComparedRun]
  /// The sentence below it, and where its facts come from.
  package let lines: [[ComparedRun]]
  /// The text.
  package let blocks: [ComparedBlock]
  /// How many places are new, gone or changed.
  package let counts: ChangeCounts

  /// Compares two versions of a page; beyond the budget what is left is told as replaced.
  package init(_ old: ComparablePage, _ new: ComparablePage, budget: ComparisonBudget = ComparisonBudget()) {
    var comparison = BlockComparison(budget: budget)
    var counts: ChangeCounts
    if old.blocks == new.blocks {
      blocks = new.blocks.map { $0.whole(.kept) }
      counts = ChangeCounts()
    } else {
      blocks = comparison.blocks(old.blocks, new.blocks)
      counts = ChangeCounts(of: blocks)
    }
    title = TextComparison.runs(old.title, new.title, budget: &comparison.budget)
    lines = (0..<max(old.lines.count, new.lines.count)).map { place in
      TextComparison.runs(
        old.lines.indices.contains(place) ? old.lines[place] : [],
        new.lines.indices.contains(place) ? new.lines[place] : [], budget: &comparison.budget)
    }
    for runs in [title] + lines { counts.count(text: runs) }
    self.counts = counts
  }

  /// Whether readers of both versions see the same.
  package var isUnchanged: Bool { counts.total == 0 }
}
