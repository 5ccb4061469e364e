internal import Diagnostics
internal import SourceText

/// Words of the pages that tell what changed from one version to the next: those of `changes` in `templates/labels.yml`.
package struct ChangeWords: Sendable {
  /// Every word by its name, in English, and the places that it must have.
  package static let entries: [(name: String, english: String, places: [String])] = [
    // The record of a version; a page's way to its redline; the redline's own title, and what is said above it.
    ("record", "Changes", []), ("link", "What changed since the last version", []),
    ("title", "{page}: what changed", ["page"]),
    ("lead", "“{new}” beside “{old}”. Underlined: new. Struck out: gone.", ["new", "old"]),
    ("recordLead", "“{new}” beside “{old}”, page by page.", ["new", "old"]),
    ("newer", "This page in “{version}”", ["version"]), ("older", "This page in “{version}”", ["version"]),
    // Said before what is new and what is gone, to those who do not see it.
    ("inserted", "new: ", []), ("deleted", "gone: ", []),
    // How many places of a page are new, gone, changed; between these; the sentence of them, that of facts.
    ("added", "{count} added", ["count"]), ("removed", "{count} removed", ["count"]),
    ("changed", "{count} changed", ["count"]), ("separator", ", ", []), ("counts", "{counts}.", ["counts"]),
    ("facts", " Facts: {facts}.", ["facts"]), ("factSeparator", "; ", []), ("more", "and {count} more", ["count"]),
    ("fact", "{name} {old} → {new}", ["name", "old", "new"]), ("newFact", "{name} (new)", ["name"]),
    ("goneFact", "{name} (gone)", ["name"]),
    // Parts of the record.
    ("pages", "Changed pages", []), ("newPages", "New pages", []), ("gonePages", "Pages that are gone", []),
    ("forms", "Changed forms", []), ("factList", "Changed facts", []), ("unchanged", "Unchanged: {pages}.", ["pages"]),
    ("pageSeparator", ", ", []), ("frontPage", "Front page", []),
    // A page that was split or merged, and the way to a page of the older version that has another name.
    ("split", "Split from {pages}.", ["pages"]), ("merged", "Merged from {pages}.", ["pages"]),
    ("parted", "Parts of it are now in {pages}.", ["pages"]), ("elsewhere", "The rest is in {pages}.", ["pages"]),
    ("pageName", "“{page}”", ["page"]), ("olderPage", "“{page}” in “{version}”", ["page", "version"]),
    ("descentSeparator", " ", []),
    // Questions of a form, and what of them changed.
    ("newQuestions", "New questions", []), ("goneQuestions", "Questions that are gone", []),
    ("changedQuestions", "Changed questions", []), ("label", "Question", []), ("section", "Section", []),
    ("kind", "Kind of answer", []), ("required", "Required", []), ("condition", "Asked", []), ("rule", "Rule", []),
    ("options", "Options", []), ("notes", "Help", []), ("unit", "Unit", []), ("must", "yes", []), ("may", "no", []),
  ]

  /// The words that were set, by their names.
  private var texts: [String: String] = [:]

  /// English words.
  package init() {}

  /// The word of a name.
  package subscript(name: String) -> String {
    texts[name] ?? Self.entries.first { $0.name == name }?.english ?? ""
  }

  /// The word of a name with its places filled.
  package func filled(_ name: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = self[name][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let place = String(rest[rest.index(after: open)..<close])
      filled += rest[..<open]
      filled += values[place] ?? "{\(place)}"
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// What stands before and behind the only place of a word.
  package func parts(of name: String, around place: String) -> (before: String, after: String) {
    let word = self[name]
    guard let range = word.firstRange(of: "{\(place)}") else { return (word, "") }
    return (String(word[..<range.lowerBound]), String(word[range.upperBound...]))
  }

  /// Names of the words that were set.
  package var set: Set<String> { Set(texts.keys) }

  /// Reads the words of a map.
  mutating func read(_ node: SourceNode, diagnostics: inout [Diagnostic]) {
    var map = MapReader(node, what: Message("what.labels"), id: "labels")
    for (name, text) in map.words(Self.entries.map { ($0.name, $0.places) }) { texts[name] = text }
    map.finish(into: &diagnostics)
  }
}
