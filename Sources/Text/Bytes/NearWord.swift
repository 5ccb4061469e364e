/// Finds the word that somebody probably meant.
package enum NearWord {
  /// The nearest of `words` by edit distance, when it is near enough to be meant; of equally near ones the first in the
  /// order of their bytes. Capitals of ASCII are small letters. All are UTF-8.
  package static func nearest(to word: [UInt8], in words: [[UInt8]]) -> [UInt8]? {
    // Nobody mistypes a very long word.
    guard !word.isEmpty, word.count <= 400 else { return nil }
    let written = UnicodeText.scalars(word)
    let meant = lowercased(written)
    let allowed = max(1, meant.count / 3)
    var best: (distance: Int, word: [UInt8])?
    for candidate in words {
      let scalars = UnicodeText.scalars(candidate)
      // A word that differs in length by more than may differ is never near.
      guard abs(scalars.count - meant.count) <= allowed else { continue }
      let distance = distance(meant, lowercased(scalars))
      guard distance <= allowed else { continue }
      // Of equally near words, the one with the same capitals.
      let measure = distance * 1_000 + self.distance(written, scalars)
      if let known = best {
        guard
          measure < known.distance || (measure == known.distance && candidate.lexicographicallyPrecedes(known.word))
        else { continue }
      }
      best = (measure, candidate)
    }
    return best?.word
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

  private static func lowercased(_ word: [UInt32]) -> [UInt32] {
    word.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  /// Edit distance in scalars; two neighbours that changed places count once (optimal string alignment).
  private static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var earlier: [Int] = []
    var above: [Int] = []
    for column in 0...right.count { above.append(column) }
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var best = min(row[j] + 1, above[j + 1] + 1, above[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, earlier[j - 1] + 1) }
        row.append(best)
      }
      earlier = above
      above = row
    }
    return above[right.count]
  }
}

#if !hasFeature(Embedded)
  extension NearWord {
    /// The same for texts.
    package static func nearest(to word: String, in words: [String]) -> String? {
      nearest(to: Array(word.utf8), in: words.map { Array($0.utf8) }).map { String(decoding: $0, as: UTF8.self) }
    }
  }
#endif
