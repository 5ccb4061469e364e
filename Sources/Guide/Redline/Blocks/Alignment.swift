/// Something that stands in a sequence of its like: a block, an item, a row.
protocol Alignable: Hashable, SendableMetatype {
  /// Only those of one kind may stand for each other.
  var kind: Int { get }
  /// What it is known by beside its text, such as a row's first cell; often empty.
  var mark: [TextPiece] { get }
  /// Calls `body` with each piece of its text.
  func forEachPiece(_ body: (TextPiece) -> Void)
}

extension Alignable {
  var mark: [TextPiece] { [] }
}

/// Which elements of two sequences stand for each other, in the order of both.
struct Alignment {
  enum Step: Equatable {
    /// Equal elements.
    case same(old: Int, new: Int)
    /// Elements that say much the same.
    case alike(old: Int, new: Int)
    case deleted(Int)
    case inserted(Int)
  }

  private(set) var steps: [Step] = []

  init<Element: Alignable>(_ old: [Element], _ new: [Element], budget: inout ComparisonBudget) {
    var numbering = Numbering<Element>()
    let (oldNumbers, newNumbers) = (numbering.number(old), numbering.number(new))
    let matches =
      CommonSequence.matches(oldNumbers, newNumbers, budget: &budget)
      ?? CommonSequence.uniqueMatches(oldNumbers, newNumbers)
    var (oldStart, newStart) = (0, 0)
    for match in matches + [(old.count, new.count)] {
      fill(old, oldStart..<match.old, new, newStart..<match.new, budget: &budget)
      if match.old < old.count { steps.append(.same(old: match.old, new: match.new)) }
      (oldStart, newStart) = (match.old + 1, match.new + 1)
    }
  }

  /// Elements between equal ones.
  private mutating func fill<Element: Alignable>(
    _ old: [Element], _ oldGap: Range<Int>, _ new: [Element], _ newGap: Range<Int>, budget: inout ComparisonBudget
  ) {
    var (oldStart, newStart) = (oldGap.lowerBound, newGap.lowerBound)
    if !oldGap.isEmpty, !newGap.isEmpty {
      let pairs = Likeness.pairs(old[oldGap], new[newGap], budget: &budget)
      for pair in pairs {
        steps += (oldStart..<pair.old).map(Step.deleted) + (newStart..<pair.new).map(Step.inserted)
        steps.append(.alike(old: pair.old, new: pair.new))
        (oldStart, newStart) = (pair.old + 1, pair.new + 1)
      }
    }
    steps += (oldStart..<oldGap.upperBound).map(Step.deleted) + (newStart..<newGap.upperBound).map(Step.inserted)
  }
}
