package import Diagnostics
package import SourceText

/// Words of pages that one guide says otherwise than another: those of `labels.yml` of the theme, over which a guide lays
/// its own under `words` of guide.yml.
package struct GuideWords: Sendable {
  /// Every word by its name, and in English.
  package static let entries: [(name: String, english: String)] = [
    // What the states of versions are called; what the date of one is, by itself and behind it.
    ("current", "In force"), ("superseded", "Superseded"), ("upcoming", "Coming"), ("source", "Source"),
    ("draft", "Draft"),
    ("effective", "In force from"), ("since", "in force"),
    // Above the pages of a superseded version, the second before the name of the version in force.
    ("outdated", "This version is no longer in force."), ("advice", "Please see"),
    // Above those of a version to come, and of the publisher's own text.
    ("coming", "This version is not yet in force."), ("transcript", "This is the source's own text."),
    // The front page.
    ("start", "Start"), ("steps", "Step by step"), ("overview", "Overview"),
    // Of facts: added by the site, not told by its source, told by it in these words, printed there as.
    ("added", "added"), ("absent", "not stated"), ("quoted", "In the source"), ("printed", "Printed as"),
    // Above what a form says of itself.
    ("formNotice", "Please note"),
  ]

  /// The words that were set, by their names.
  private var texts: [String: String] = [:]

  /// English words.
  package init() {}

  /// The word of a name.
  package subscript(name: String) -> String {
    texts[name] ?? Self.entries.first { $0.name == name }?.english ?? ""
  }

  /// Whether the word was set.
  package func has(_ name: String) -> Bool { texts[name] != nil }

  /// Lays the words of a map over these; unknown names are reported.
  package mutating func read(_ node: SourceNode, diagnostics: inout [Diagnostic]) {
    var map = MapReader(node, what: Message("what.words"), id: "labels")
    for (name, _) in Self.entries {
      if let text = map.text(name) { texts[name] = text }
    }
    map.finish(into: &diagnostics)
  }
}
