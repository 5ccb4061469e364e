/// Which problems are printed: of one kind in one file the first hundred, the others are counted.
package struct PrintedProblems: Sendable {
  private struct Kind: Hashable {
    var file: String?
    var id: String
    var severity: Diagnostic.Severity
  }

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
  /// - Parameter words: how it is said, from the number; the program's own words when `nil`.
  package mutating func rest(_ words: ((String) -> String)? = nil) -> [Diagnostic] {
    defer { counts = [:] }
    return counts.filter { $0.value > Self.most }.map { kind, count in
      let number = Self.grouped(count - Self.most)
      let message = words.map { .verbatim($0(number)) } ?? Message("text.more", ["count": .text(number)])
      return Diagnostic(kind.severity, kind.id, at: kind.file.map { SourcePlace($0) }, message)
    }.sorted { ($0.place?.file ?? "", $0.id, $0.severity) < ($1.place?.file ?? "", $1.id, $1.severity) }
  }

  /// A number with a comma before every three digits.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { (($0 > 0 && (digits.count - $0) % 3 == 0) ? "," : "") + String(digits[$0]) }.joined()
  }
}
