/// Finds the word that somebody probably meant.
package enum NearWord {
  /// The nearest of `words` by edit distance, when it is near enough to be meant.
  package static func nearest(to word: String, in words: [String]) -> String? {
    // A word that differs in length by more than may differ is never near, and nobody mistypes a very long one.
    let length = word.utf8.count > 400 ? 0 : word.count
    let allowed = max(1, length / 3)
    return words.filter { length > 0 && abs($0.count - length) <= allowed }.map { (distance(word, $0), $0) }.filter {
      $0.0 <= allowed
    }.min { $0 < $1 }?.1
  }

  /// Edit distance in characters; two neighbours that changed places count once (optimal string alignment).
  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var rows = [Array(0...right.count)]
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      for (j, b) in right.enumerated() {
        var best = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { best = min(best, rows[i - 1][j - 1] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
