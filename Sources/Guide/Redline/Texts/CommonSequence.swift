/// What two sequences have in common, in order: the greedy algorithm of E. Myers, “An O(ND) Difference Algorithm and Its
/// Variations” (Algorithmica 1, 1986), on numbers that stand for equal elements.
enum CommonSequence {
  /// Most deletions and insertions together, of elements that both sequences have: the trace takes their square in memory.
  private static let mostEdits = 1200

  /// Positions of common elements, ascending in both; `nil` when finding them costs more than the budget.
  static func matches(
    _ old: [Int32], _ new: [Int32], budget: inout ComparisonBudget
  ) -> [(old: Int, new: Int)]? {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    var matches = (0..<start).map { (old: $0, new: $0) }
    let (oldEnd, newEnd) = (old.count - tail, new.count - tail)
    // Elements that the other side lacks are no match wherever they stand.
    let (inOld, inNew) = (Set(old[start..<oldEnd]), Set(new[start..<newEnd]))
    let oldPlaces = (start..<oldEnd).filter { inNew.contains(old[$0]) }
    let newPlaces = (start..<newEnd).filter { inOld.contains(new[$0]) }
    guard let middle = myers(oldPlaces.map { old[$0] }, newPlaces.map { new[$0] }, budget: &budget) else { return nil }
    matches += middle.map { (old: oldPlaces[$0.old], new: newPlaces[$0.new]) }
    matches += (0..<tail).map { (old: oldEnd + $0, new: newEnd + $0) }
    return matches
  }

  private static func myers(
    _ old: [Int32], _ new: [Int32], budget: inout ComparisonBudget
  ) -> [(old: Int, new: Int)]? {
    if old.isEmpty || new.isEmpty { return [] }
    let limit = min(mostEdits, old.count + new.count)
    // Furthest reach on each diagonal, and what it was before each round.
    var reach = [Int32](repeating: 0, count: 2 * limit + 3)
    let zero = limit + 1
    var trace: [[Int32]] = []
    for edits in 0...limit {
      trace.append(Array(reach[(zero - edits)...(zero + edits)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let isDown =
          diagonal == -edits || (diagonal != edits && reach[zero + diagonal - 1] < reach[zero + diagonal + 1])
        var x = Int(isDown ? reach[zero + diagonal + 1] : reach[zero + diagonal - 1] + 1)
        let from = x
        while x < old.count, x - diagonal < new.count, x - diagonal >= 0, old[x] == new[x - diagonal] { x += 1 }
        guard budget.spend(x - from + 1) else { return nil }
        reach[zero + diagonal] = Int32(x)
        if x >= old.count, x - diagonal >= new.count { return path(trace, old.count, new.count) }
      }
    }
    return nil
  }

  /// The matches on the way that the trace tells, from its end.
  private static func path(_ trace: [[Int32]], _ oldCount: Int, _ newCount: Int) -> [(old: Int, new: Int)] {
    var matches: [(old: Int, new: Int)] = []
    var (x, y) = (oldCount, newCount)
    for edits in stride(from: trace.count - 1, through: 1, by: -1) {
      let diagonal = x - y
      func reach(_ other: Int) -> Int {
        abs(other) <= edits ? Int(trace[edits][other + edits]) : -1
      }
      let isDown = diagonal == -edits || (diagonal != edits && reach(diagonal - 1) < reach(diagonal + 1))
      let previous = isDown ? diagonal + 1 : diagonal - 1
      let (fromX, fromY) = (reach(previous), reach(previous) - previous)
      let startX = isDown ? fromX : fromX + 1
      while x > startX {
        x -= 1
        y -= 1
        matches.append((x, y))
      }
      (x, y) = (fromX, fromY)
    }
    while x > 0, y > 0 {
      x -= 1
      y -= 1
      matches.append((x, y))
    }
    return matches.reversed()
  }

  /// Elements that both sequences have once, as far as they stand in the same order: patience, which takes n log n.
  static func uniqueMatches(_ old: [Int32], _ new: [Int32]) -> [(old: Int, new: Int)] {
    func places(_ numbers: [Int32]) -> [Int32: Int] {
      var places: [Int32: Int] = [:]
      for (place, number) in numbers.enumerated() { places[number] = places[number] == nil ? place : -1 }
      return places.filter { $0.value >= 0 }
    }
    let (inOld, inNew) = (places(old), places(new))
    let pairs = inOld.compactMap { number, place in inNew[number].map { (old: place, new: $0) } }
    return longestRise(pairs.sorted { $0.old < $1.old })
  }

  /// The longest part whose positions rise in `new`, too.
  private static func longestRise(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var tops: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for (number, pair) in pairs.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      before[number] = low > 0 ? tops[low - 1] : -1
      if low == tops.count { tops.append(number) } else { tops[low] = number }
    }
    var rise: [(old: Int, new: Int)] = []
    var number = tops.last ?? -1
    while number >= 0 {
      rise.append(pairs[number])
      number = before[number]
    }
    return rise.reversed()
  }
}

/// How much work the comparison of a page may still cost, in steps of the innermost loops: a page that somebody made to
/// hold up the build is told as replaced instead.
package struct ComparisonBudget: Sendable {
  private var steps: Int

  /// So many steps.
  package init(steps: Int = 30_000_000) { self.steps = steps }

  /// Whether there were so many left, which are gone then.
  mutating func spend(_ count: Int) -> Bool {
    guard steps >= count else { return false }
    steps -= count
    return true
  }
}

/// Numbers for equal elements of two sequences.
struct Numbering<Element: Hashable> {
  private var numbers: [Element: Int32] = [:]

  mutating func number(_ elements: [Element]) -> [Int32] {
    elements.map { element in
      if let number = numbers[element] { return number }
      let number = Int32(numbers.count)
      numbers[element] = number
      return number
    }
  }
}
