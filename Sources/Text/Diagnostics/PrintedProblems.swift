/// Which problems are printed: of one kind in one file the first hundred, the others are counted.
package struct PrintedProblems: Sendable {
  private struct Kind: Hashable {
    var file: String?
    var id: String
    var severity: Diagnostic.Severity
  }

  /// What says how many were not printed, in English, with `{count}`.
  package static let more = "… and {count} more of this kind"
  private static let most = 100
  private var counts: [Kind: Int] = [:]

  /// Nothing printed yet.
  package init() {}

  /// Whether the next problem is printed.
  package mutating func admits(_ diagnostic: Diagnostic) -> Bool {
    let kind = Kind(file: diagnostic.place?.file, id: diagnostic.id, severity: diagnostic.severity)
    counts[kind, default: 0] += 1
    return counts[kind, default: 0] <= Self.most
  }

  /// One problem for each kind that was not printed to its end, in order; the counting begins anew.
  ///
  /// - Parameter words: how it is said, with `{count}`.
  package mutating func rest(_ words: String = more) -> [Diagnostic] {
    defer { counts = [:] }
    return counts.filter { $0.value > Self.most }.map { kind, count in
      Diagnostic(
        kind.severity, kind.id, at: kind.file.map { SourcePlace($0) },
        words.replacing("{count}", with: Self.grouped(count - Self.most)))
    }.sorted { ($0.place?.file ?? "", $0.id, $0.severity) < ($1.place?.file ?? "", $1.id, $1.severity) }
  }

  /// A number with a comma before every three digits.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { (($0 > 0 && (digits.count - $0) % 3 == 0) ? "," : "") + String(digits[$0]) }.joined()
  }
}

extension String {
  /// The text with the first place of `word` taken by `other`.
  fileprivate func replacing(_ word: String, with other: String) -> String {
    guard let range = firstRange(of: word) else { return self }
    return String(self[..<range.lowerBound]) + other + self[range.upperBound...]
  }
}
