/// Which elements of two sequences say much the same, by the words that both have.
struct Likeness {
  /// How much two elements must have in common, in thousandths (L. Dice, 1945).
  private static let least = 450
  /// How much equal elements have in common.
  static let whole = 1000
  /// What elements with the same mark have in common at least.
  private static let withMark = 600
  /// Most pairs that are all looked at; in longer sequences an element looks for its like near its own place.
  private static let mostPairs = 2_500
  /// How far it looks then.
  private static let window = 12

  private let kind: Int
  private let mark: [TextPiece]
  /// Hashes of the pieces that weigh something, ascending.
  private let words: [Int]

  private init(_ element: some Alignable) {
    kind = element.kind
    mark = element.mark
    var words: [Int] = []
    element.forEachPiece { if $0.weight > 0 { words.append($0.hashValue) } }
    self.words = words.sorted()
  }

  /// Pairs of elements that stand for each other, ascending in both.
  static func pairs<Element: Alignable>(
    _ old: ArraySlice<Element>, _ new: ArraySlice<Element>, budget: inout ComparisonBudget
  ) -> [(old: Int, new: Int)] {
    let (oldWords, newWords) = (old.map { Likeness($0) }, new.map { Likeness($0) })
    let found =
      old.count * new.count <= mostPairs
      ? best(oldWords, newWords, budget: &budget) : near(oldWords, newWords, budget: &budget)
    return found.map { (old.startIndex + $0.old, new.startIndex + $0.new) }
  }

  /// How much two elements have in common, in thousandths; 0 for what may not stand for each other.
  static func degree<Element: Alignable>(_ old: Element, _ new: Element, budget: inout ComparisonBudget) -> Int {
    Likeness(old).degree(with: Likeness(new), budget: &budget)
  }

  /// In thousandths; 0 for what may not stand for each other.
  private func degree(with other: Likeness, budget: inout ComparisonBudget) -> Int {
    guard kind == other.kind, budget.spend(words.count + other.words.count + 1) else { return 0 }
    let whole = words.count + other.words.count
    var (common, left, right) = (0, 0, 0)
    while left < words.count, right < other.words.count {
      if words[left] == other.words[right] {
        common += 1
        left += 1
        right += 1
      } else if words[left] < other.words[right] {
        left += 1
      } else {
        right += 1
      }
    }
    let degree = whole == 0 ? 0 : 2000 * common / whole
    let result = !mark.isEmpty && mark == other.mark ? max(degree, Self.withMark) : degree
    return result >= Self.least ? result : 0
  }

  /// The pairs whose degrees together are the highest.
  private static func best(
    _ old: [Likeness], _ new: [Likeness], budget: inout ComparisonBudget
  ) -> [(old: Int, new: Int)] {
    let degrees = old.map { left in new.map { left.degree(with: $0, budget: &budget) } }
    // By how many elements of both are left.
    var sums = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for left in old.indices.reversed() {
      for right in new.indices.reversed() {
        let paired = degrees[left][right] > 0 ? degrees[left][right] + sums[left + 1][right + 1] : 0
        sums[left][right] = max(paired, sums[left + 1][right], sums[left][right + 1])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (left, right) = (0, 0)
    while left < old.count, right < new.count {
      if degrees[left][right] > 0, sums[left][right] == degrees[left][right] + sums[left + 1][right + 1] {
        pairs.append((left, right))
        left += 1
        right += 1
      } else if sums[left][right] == sums[left + 1][right] {
        left += 1
      } else {
        right += 1
      }
    }
    return pairs
  }

  /// Each element with the one most like it among those that come next.
  private static func near(
    _ old: [Likeness], _ new: [Likeness], budget: inout ComparisonBudget
  ) -> [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    var start = 0
    for right in new.indices {
      var found: (place: Int, degree: Int)?
      for left in start..<min(start + window, old.count) {
        let degree = old[left].degree(with: new[right], budget: &budget)
        if degree > found?.degree ?? 0 { found = (left, degree) }
      }
      guard let found else { continue }
      pairs.append((found.place, right))
      start = found.place + 1
    }
    return pairs
  }
}
