/// How a part of a page stands to the two versions.
package enum Change: Sendable, Hashable {
  /// Both have it.
  case kept
  /// The newer one alone has it.
  case inserted
  /// The older one alone has it.
  case deleted
}

/// Pieces that stand together, with one change.
package struct ComparedRun: Sendable, Equatable {
  /// How they stand to the versions.
  package var change: Change
  /// At least one.
  package var pieces: [TextPiece]

  /// Pieces with a change.
  package init(_ change: Change, _ pieces: [TextPiece]) { (self.change, self.pieces) = (change, pieces) }
}

/// Compares running text by words, and by characters where Han is written.
package enum TextComparison {
  /// A part of both texts, or what stands in the place of a part.
  struct Segment {
    var isKept: Bool
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The runs of both texts, those that were deleted before those that stand in their place.
  package static func runs(
    _ old: [TextPiece], _ new: [TextPiece], budget: inout ComparisonBudget
  ) -> [ComparedRun] {
    likeness(old, new, budget: &budget)?.runs ?? replaced(old, new)
  }

  /// One text in the place of another.
  static func replaced(_ old: [TextPiece], _ new: [TextPiece]) -> [ComparedRun] {
    [ComparedRun(.deleted, old), ComparedRun(.inserted, new)].filter { !$0.pieces.isEmpty }
  }

  /// The runs, and how much of the longer text is kept, in percent; `nil` beyond the budget.
  static func likeness(
    _ old: [TextPiece], _ new: [TextPiece], budget: inout ComparisonBudget
  ) -> (runs: [ComparedRun], percent: Int)? {
    var numbering = Numbering<TextPiece>()
    let (oldNumbers, newNumbers) = (numbering.number(old), numbering.number(new))
    guard let matches = CommonSequence.matches(oldNumbers, newNumbers, budget: &budget) else { return nil }
    let weights = (old: Weights(old), new: Weights(new))
    let segments = EditCleanup.cleaned(
      segments(matches, old.count, new.count), weights.old, weights.new)
    let kept = segments.filter(\.isKept).reduce(0) { $0 + weights.new.total($1.new) }
    let whole = max(weights.old.total(old.indices), weights.new.total(new.indices))
    var runs: [ComparedRun] = []
    for segment in segments {
      if segment.isKept {
        runs.append(ComparedRun(.kept, Array(new[segment.new])))
      } else {
        runs += replaced(Array(old[segment.old]), Array(new[segment.new]))
      }
    }
    return (runs, whole == 0 ? 100 : kept * 100 / whole)
  }

  private static func segments(_ matches: [(old: Int, new: Int)], _ oldCount: Int, _ newCount: Int) -> [Segment] {
    var segments: [Segment] = []
    var (old, new) = (0, 0)
    for match in matches + [(oldCount, newCount)] {
      if match.old > old || match.new > new {
        segments.append(Segment(isKept: false, old: old..<match.old, new: new..<match.new))
      }
      if match.old == oldCount, match.new == newCount { break }
      if let last = segments.last, last.isKept {
        segments[segments.count - 1].old = last.old.lowerBound..<(match.old + 1)
        segments[segments.count - 1].new = last.new.lowerBound..<(match.new + 1)
      } else {
        segments.append(Segment(isKept: true, old: match.old..<(match.old + 1), new: match.new..<(match.new + 1)))
      }
      (old, new) = (match.old + 1, match.new + 1)
    }
    return segments
  }
}

/// Sums of pieces' weights.
struct Weights {
  private var sums = [0]

  init(_ pieces: [TextPiece]) {
    sums.reserveCapacity(pieces.count + 1)
    for piece in pieces { sums.append(sums[sums.count - 1] + piece.weight) }
  }

  func total(_ range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] }
}

/// Joins edits that nobody could read by themselves.
enum EditCleanup {
  /// Kept text between two edits that is less than this joins them: two Han characters, or a word.
  private static let leastKept = 2
  /// So does text that is so many times less than either edit.
  private static let leastShare = 3

  static func cleaned(
    _ segments: [TextComparison.Segment], _ old: Weights, _ new: Weights
  ) -> [TextComparison.Segment] {
    var cleaned: [TextComparison.Segment] = []
    func weight(_ edit: TextComparison.Segment) -> Int { max(old.total(edit.old), new.total(edit.new)) }
    for segment in segments {
      cleaned.append(segment)
      while !segment.isKept, cleaned.count >= 3 {
        let (left, kept, right) = (cleaned[cleaned.count - 3], cleaned[cleaned.count - 2], cleaned[cleaned.count - 1])
        let between = new.total(kept.new)
        guard between < leastKept || between * leastShare <= min(weight(left), weight(right)) else { break }
        cleaned.removeLast(3)
        cleaned.append(
          TextComparison.Segment(
            isKept: false, old: left.old.lowerBound..<right.old.upperBound,
            new: left.new.lowerBound..<right.new.upperBound))
      }
    }
    return cleaned
  }
}
