/// The passage of a text that is nearest to another, by edits of characters.
struct NearPassage {
  let text: String
  let distance: Int

  /// Most steps that the search may take; a longer text has no nearest passage.
  private static let mostSteps = 40_000_000

  /// The passage of `source` that becomes `text` with the fewest edits (P. Sellers, 1980); `nil` where more than half of
  /// it would change.
  static func find(_ text: String, in source: String) -> NearPassage? {
    let (sought, all) = (Array(text.unicodeScalars), Array(source.unicodeScalars))
    guard !sought.isEmpty, !all.isEmpty, sought.count * all.count <= mostSteps else { return nil }
    // By character sought: fewest edits of a passage that ends here, and where it begins.
    var edits = Array(0...sought.count)
    var starts = [Int](repeating: 0, count: sought.count + 1)
    var best = (edits: sought.count, start: 0, end: 0)
    for (place, scalar) in all.enumerated() {
      var (diagonal, diagonalStart) = (edits[0], starts[0])
      starts[0] = place + 1
      for row in 1...sought.count {
        let (above, aboveStart) = (edits[row], starts[row])
        let changed = diagonal + (sought[row - 1] == scalar ? 0 : 1)
        if changed <= above + 1, changed <= edits[row - 1] + 1 {
          (edits[row], starts[row]) = (changed, diagonalStart)
        } else if above <= edits[row - 1] {
          (edits[row], starts[row]) = (above + 1, aboveStart)
        } else {
          (edits[row], starts[row]) = (edits[row - 1] + 1, starts[row - 1])
        }
        (diagonal, diagonalStart) = (above, aboveStart)
      }
      if edits[sought.count] < best.edits { best = (edits[sought.count], starts[sought.count], place + 1) }
    }
    guard best.edits * 2 <= sought.count, best.start < best.end else { return nil }
    return NearPassage(
      text: String(String.UnicodeScalarView(all[best.start..<best.end])), distance: best.edits)
  }
}
