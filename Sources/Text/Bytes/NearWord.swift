/// Finds the word that somebody probably meant.
package enum NearWord {
  /// The nearest of `words` by edit distance, when it is near enough to be meant; of equally near ones the first in the
  /// order of their bytes. All are UTF-8.
  package static func nearest(to word: [UInt8], in words: [[UInt8]]) -> [UInt8]? {
    // Nobody mistypes a very long word.
    guard !word.isEmpty, word.count <= 400 else { return nil }
    let meant = UnicodeText.scalars(word)
    let allowed = max(1, meant.count / 3)
    var best: (distance: Int, word: [UInt8])?
    for candidate in words {
      let scalars = UnicodeText.scalars(candidate)
      // A word that differs in length by more than may differ is never near.
      guard abs(scalars.count - meant.count) <= allowed else { continue }
      let distance = distance(meant, scalars)
      guard distance <= allowed else { continue }
      if let known = best {
        guard
          distance < known.distance || (distance == known.distance && candidate.lexicographicallyPrecedes(known.word))
        else { continue }
      }
      best = (distance, candidate)
    }
    return best?.word
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
