/// A text that a viewer damaged, put right by the text that it was filled with.
package struct TextRepair: Sendable, Equatable {
  /// The text as it should be.
  package private(set) var repaired: [UInt32] = []
  /// What stood in the PDF and what was meant; the first is U+FFFD or `?` where the character was lost.
  package private(set) var repairs: [Repair] = []

  /// A character that was put right.
  package struct Repair: Sendable, Equatable {
    /// The Unicode scalar value or lone surrogate in the PDF.
    package var found: UInt32
    /// The Unicode scalar value in the original.
    package var meant: UInt32
  }

  /// Longest text that is aligned, in code points.
  private static let longest = 1000

  /// Lays `text` beside `original` so that as few characters as possible differ; where the original has a character of
  /// which only a rest stands in the text, the rest is replaced. What the applicant changed stays.
  ///
  /// A `?` counts as a lost character only when all else is as in the original: people type question marks too.
  package init(_ text: [UInt32], original: [UInt32]) {
    repaired = text
    guard text != original, text.count <= Self.longest, original.count <= Self.longest else { return }
    var steps = Self.withoutSecondHalves(Alignment(text, original).steps)
    let isOtherwiseSame = steps.allSatisfy { step in
      if case .pair(let found, let meant) = step {
        return found == meant || Self.isRest(found, of: meant, orMark: true)
      }
      return false
    }
    if !isOtherwiseSame {
      steps = steps.map { step in
        if case .pair(0x3F, _) = step { return .only(0x3F) }
        return step
      }
    }
    repaired = []
    for step in steps {
      switch step {
      case .pair(let found, let meant) where Self.isRest(found, of: meant, orMark: true):
        repaired.append(meant)
        repairs.append(Repair(found: found, meant: meant))
      case .pair(let found, _), .only(let found): repaired.append(found)
      case .absent: break
      }
    }
  }

  /// Leaves out the second of two marks that stand for one character beyond U+FFFF.
  private static func withoutSecondHalves(_ steps: [Alignment.Step]) -> [Alignment.Step] {
    steps.indices.filter { index in
      guard case .only(let mark) = steps[index], mark == 0xFFFD || mark == 0x3F else { return true }
      return ![index - 1, index + 1].contains { beside in
        guard steps.indices.contains(beside), case .pair(mark, let meant) = steps[beside] else { return false }
        return meant > 0xFFFF
      }
    }.map { steps[$0] }
  }

  /// Whether `found` is what a careless writer leaves of `meant`.
  fileprivate static func isRest(_ found: UInt32, of meant: UInt32, orMark: Bool) -> Bool {
    if meant > 0xFFFF, found == meant & 0xFFFF { return true }
    if meant > 0xFFFF, found == 0xD7C0 + meant >> 10 || found == 0xDC00 | meant & 0x3FF { return true }
    return found != meant && meant > 0xFF && (found == 0xFFFD || (orMark && found == 0x3F))
  }
}

/// Two texts side by side with the fewest differences.
private struct Alignment {
  enum Step: Equatable {
    case pair(UInt32, UInt32)
    /// In the text and not in the original.
    case only(UInt32)
    /// In the original and not in the text.
    case absent
  }

  private(set) var steps: [Step] = []

  /// Equal characters cost nothing, a rest beside its character 1, leaving one out 3, two that differ 4.
  init(_ text: [UInt32], _ original: [UInt32]) {
    let width = original.count + 1
    var costs = Array(repeating: 0, count: (text.count + 1) * width)
    func price(_ row: Int, _ column: Int) -> Int {
      if text[row] == original[column] { return 0 }
      return TextRepair.isRest(text[row], of: original[column], orMark: true) ? 1 : 4
    }
    for row in stride(from: text.count, through: 0, by: -1) {
      for column in stride(from: original.count, through: 0, by: -1) {
        var best = row == text.count && column == original.count ? 0 : Int.max
        if row < text.count { best = min(best, 3 + costs[(row + 1) * width + column]) }
        if column < original.count { best = min(best, 3 + costs[row * width + column + 1]) }
        if row < text.count, column < original.count {
          best = min(best, price(row, column) + costs[(row + 1) * width + column + 1])
        }
        costs[row * width + column] = best
      }
    }
    var (row, column) = (0, 0)
    while row < text.count || column < original.count {
      let here = costs[row * width + column]
      if row < text.count, column < original.count,
        here == price(row, column) + costs[(row + 1) * width + column + 1]
      {
        steps.append(.pair(text[row], original[column]))
        (row, column) = (row + 1, column + 1)
      } else if row < text.count, here == 3 + costs[(row + 1) * width + column] {
        steps.append(.only(text[row]))
        row += 1
      } else {
        steps.append(.absent)
        column += 1
      }
    }
  }
}
