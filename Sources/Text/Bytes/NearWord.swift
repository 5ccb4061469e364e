/// Finds the word that somebody probably meant.
package enum NearWord {
  /// The nearest of `words` by edit distance, when it is near enough to be meant; of equally near ones the first in the
  /// order of their bytes. Capitals of ASCII are small letters. All are UTF-8.
  package static func nearest(to word: [UInt8], in words: [[UInt8]]) -> [UInt8]? {
    nearest(to: word, in: words) { $0 }
  }

  /// The same for words whose UTF-8 is `bytes`.
  private static func nearest<Word, Bytes: Collection<UInt8>>(
    to word: [UInt8], in words: [Word], _ bytes: (Word) -> Bytes
  ) -> Word? {
    guard var search = NearSearch(word) else { return nil }
    var best: Word?
    for candidate in words {
      let text = bytes(candidate)
      guard search.mayBeNear(bytes: text.count) else { continue }
      switch search.compare(UnicodeText.scalars(text)) {
      case .nearer: best = candidate
      case .asNear: if let known = best, text.lexicographicallyPrecedes(bytes(known)) { best = candidate }
      case .farther: break
      }
    }
    return best
  }

  /// Those of `words` that share most characters with `word`, in its order: at least two beyond ASCII, and half of it. At
  /// most `most` of them, in their own order, each once. All are UTF-8.
  package static func sharing(with word: [UInt8], in words: [[UInt8]], most: Int) -> [[UInt8]] {
    guard word.count <= 400 else { return [] }
    let meant = UnicodeText.scalars(word)
    var longest = max(2, (meant.count + 1) / 2)
    var found: [[UInt8]] = []
    for candidate in words where candidate.contains(where: { $0 >= 0x80 }) {
      let length = sharedLength(meant, UnicodeText.scalars(candidate))
      if length > longest {
        longest = length
        found = []
      }
      if length == longest, found.count < most, !found.contains(candidate) { found.append(candidate) }
    }
    return found
  }

  /// Characters beyond ASCII of the longest common subsequence.
  private static func sharedLength(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var above = Array(repeating: 0, count: right.count + 1)
    for scalar in left where scalar >= 0x80 {
      var row = [0]
      for (column, other) in right.enumerated() {
        row.append(scalar == other ? above[column] + 1 : max(row[column], above[column + 1]))
      }
      above = row
    }
    return above[right.count]
  }
}

/// One search for a near word: what was found so far bounds what is still looked for, and no candidate costs memory.
private struct NearSearch {
  enum Result { case nearer, asNear, farther }

  private let written: [UInt32]
  private let meant: [UInt32]
  private let allowed: Int
  /// Edits without regard to capitals, then with it, of the nearest one.
  private var best: (Int, Int)?
  private var rows: [[Int]] = [[], [], []]

  /// `nil` for a word that nobody mistypes.
  init?(_ word: [UInt8]) {
    guard !word.isEmpty, word.count <= 400 else { return nil }
    written = UnicodeText.scalars(word)
    meant = written.map(Self.lowercased)
    allowed = max(1, meant.count / 3)
  }

  /// Whether a word of so many bytes may be near; a character has one to four of them.
  func mayBeNear(bytes: Int) -> Bool { bytes >= meant.count - allowed && bytes <= 4 * (meant.count + allowed) }

  /// How near the candidate is beside the nearest one so far; of equally near words, the one with the same capitals is
  /// nearer.
  mutating func compare(_ candidate: [UInt32]) -> Result {
    // A word that differs in length by more than may differ is never near.
    guard abs(candidate.count - meant.count) <= allowed else { return .farther }
    let bound = best.map { min(allowed, $0.0) } ?? allowed
    guard let edits = distance(meant, candidate.map(Self.lowercased), atMost: bound) else { return .farther }
    let exact = distance(written, candidate, atMost: .max) ?? .max
    if let known = best, known <= (edits, exact) { return known == (edits, exact) ? .asNear : .farther }
    best = (edits, exact)
    return .nearer
  }

  private static func lowercased(_ scalar: UInt32) -> UInt32 { (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar }

  /// Edit distance in scalars, `nil` when it is more than `bound`; two neighbours that changed places count once (optimal
  /// string alignment).
  private mutating func distance(_ left: [UInt32], _ right: [UInt32], atMost bound: Int) -> Int? {
    for row in rows.indices {
      rows[row].removeAll(keepingCapacity: true)
      for column in 0...right.count { rows[row].append(column) }
    }
    // The row before the last, the last and the one that is filled; the least number in the last one.
    var (earlier, above, row) = (0, 1, 2)
    var leastAbove = 0
    for i in left.indices {
      rows[row][0] = i + 1
      var least = i + 1
      for j in right.indices {
        var edits = min(rows[row][j] + 1, rows[above][j + 1] + 1, rows[above][j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          edits = min(edits, rows[earlier][j - 1] + 1)
        }
        rows[row][j + 1] = edits
        least = min(least, edits)
      }
      // No later row has a lesser number than this one, or than the one before where neighbours change places across this.
      if least > bound, leastAbove >= bound { return nil }
      leastAbove = least
      (earlier, above, row) = (above, row, earlier)
    }
    let edits = rows[above][right.count]
    return edits <= bound ? edits : nil
  }
}

#if !hasFeature(Embedded)
  extension NearWord {
    /// The same for texts.
    package static func nearest(to word: String, in words: [String]) -> String? {
      nearest(to: Array(word.utf8), in: words, \.utf8)
    }
  }
#endif
