internal import Content
internal import Redline

/// What changed, in a sentence.
struct ChangeSentences {
  /// Facts that a sentence names.
  private static let mostFacts = 3
  /// Longest value that a sentence says, in characters.
  private static let longestValue = 24

  private let words: ChangeWords

  init(_ words: ChangeWords) { self.words = words }

  /// How many places are new, gone, changed.
  func counts(_ counts: ChangeCounts) -> String {
    let parts = [("added", counts.added), ("removed", counts.removed), ("changed", counts.changed)]
      .filter { $0.1 > 0 }.map { words.filled($0.0, ["count": "\($0.1)"]) }
    return parts.isEmpty ? "" : words.filled("counts", ["counts": parts.joined(separator: words["separator"])])
  }

  /// The same, and which facts changed.
  func sentence(_ counts: ChangeCounts, _ facts: [FactChange]) -> String {
    guard !facts.isEmpty else { return self.counts(counts) }
    var told = facts.prefix(Self.mostFacts).map(fact)
    if facts.count > told.count { told.append(words.filled("more", ["count": "\(facts.count - told.count)"])) }
    return self.counts(counts) + words.filled("facts", ["facts": told.joined(separator: words["factSeparator"])])
  }

  private func fact(_ change: FactChange) -> String {
    switch (change.old, change.new) {
    case (let old?, let new?) where max(old.count, new.count) <= Self.longestValue:
      words.filled("fact", ["name": change.name, "old": old, "new": new])
    case (_?, _?): change.name
    case (nil, _): words.filled("newFact", ["name": change.name])
    case (_, nil): words.filled("goneFact", ["name": change.name])
    }
  }
}
