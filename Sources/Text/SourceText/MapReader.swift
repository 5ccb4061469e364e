internal import Bytes
package import Diagnostics

/// Reads a map key by key against a schema: what is missing, of another kind, or not in the schema becomes a
/// diagnostic with its place.
package struct MapReader: Sendable {
  private let entries: [SourceEntry]
  private var known: [String] = []
  private let what: Message
  private let id: String
  /// Whether there is no map at all; then what it lacks is not reported besides.
  private var isNoMap = false
  /// Place of the map.
  package let place: SourcePlace
  /// What has been found wrong so far.
  package private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - what: what the map describes, as messages name it (“the front matter”).
  ///   - id: first part of the diagnostics' names (`front-matter` gives `front-matter.unknown-key`).
  package init(_ node: SourceNode, what: Message, id: String) {
    self.what = what
    self.id = id
    place = node.place
    if let map = node.map {
      entries = map
    } else if node.isNull {
      entries = []
    } else {
      entries = []
      isNoMap = true
      report(
        .error(
          "\(id).type", at: node.place,
          saying: Message("map.type", ["what": .message(what), "kind": .message(node.kind)])))
    }
  }

  /// Adds a problem that the caller found.
  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The value of `key`; `nil` when absent or null.
  package mutating func node(_ key: String) -> SourceNode? {
    known.append(key)
    guard let node = entries.first(where: { $0.key == key })?.value, !node.isNull else { return nil }
    return node
  }

  /// The same, reported when absent.
  package mutating func requiredNode(_ key: String) -> SourceNode? {
    if let node = node(key) { return node }
    if isNoMap { return nil }
    report(
      .error(
        "\(id).missing-key", at: place, saying: Message("map.missing-key", ["what": .message(what), "key": .text(key)]))
    )
    return nil
  }

  /// A text, or `nil` when absent.
  package mutating func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.text { return text }
    report(
      .error(
        "\(id).type", at: node.place,
        saying: Message("map.type/text", ["key": .text(key), "kind": .message(node.kind)])))
    return nil
  }

  /// A text that must be there.
  package mutating func requiredText(_ key: String) -> String? {
    guard let node = requiredNode(key) else { return nil }
    if let text = node.text { return text }
    report(
      .error(
        "\(id).type", at: node.place,
        saying: Message("map.type/text", ["key": .text(key), "kind": .message(node.kind)])))
    return nil
  }

  /// A whole number.
  package mutating func integer(_ key: String) -> Int? {
    guard let node = node(key) else { return nil }
    if let text = node.text, let number = Int(text) { return number }
    report(.error("\(id).type", at: node.place, saying: Message("map.type/integer", ["key": .text(key)])))
    return nil
  }

  /// A decimal number such as a length in mm.
  package mutating func number(_ key: String) -> Double? {
    guard let node = node(key) else { return nil }
    if let text = node.text, let number = Double(text), number.isFinite { return number }
    report(.error("\(id).type", at: node.place, saying: Message("map.type/number", ["key": .text(key)])))
    return nil
  }

  /// `true` or `false`.
  package mutating func bool(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    if let text = node.text, let value = ["true": true, "false": false][text] { return value }
    report(.error("\(id).type", at: node.place, saying: Message("map.type/bool", ["key": .text(key)])))
    return nil
  }

  /// A list; empty when absent.
  package mutating func list(_ key: String) -> [SourceNode] {
    guard let node = node(key) else { return [] }
    if let list = node.list { return list }
    report(
      .error(
        "\(id).type", at: node.place,
        saying: Message("map.type/list", ["key": .text(key), "kind": .message(node.kind)])))
    return []
  }

  /// A list of texts; empty when absent.
  package mutating func texts(_ key: String) -> [String] {
    list(key).compactMap { node in
      if node.text == nil {
        report(
          .error(
            "\(id).type", at: node.place,
            saying: Message("map.type/texts", ["key": .text(key), "kind": .message(node.kind)])))
      }
      return node.text
    }
  }

  /// One of a few words.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    choice(key, among: Choice.allCases.map { ($0.rawValue, $0) })
  }

  /// The one of these values whose word stands under the key; another word is reported.
  package mutating func choice<Choice>(_ key: String, among choices: [(word: String, value: Choice)]) -> Choice? {
    guard let node = node(key) else { return nil }
    if let text = node.text, let choice = choices.first(where: { $0.word == text }) { return choice.value }
    let words = choices.map(\.word)
    report(
      .error(
        "\(id).value", at: node.place,
        saying: Message("map.value", ["key": .text(key), "found": .message(node.textOrKind), "words": .list(words)])))
    return nil
  }

  /// Reports keys that nothing asked for and hands all problems over.
  ///
  /// - Parameter mayHoldMore: whether others may read keys of their own; then only those are reported that are near to one
  ///   that was asked for and is not there. A key may be given as Markdown, with `-md` behind its name.
  package consuming func finish(into all: inout [Diagnostic], mayHoldMore: Bool = false) {
    let lacking = known.filter { key in !entries.contains { $0.key == key } }
    for entry in entries where !known.contains(entry.key) {
      let near = NearWord.nearest(to: entry.key, in: mayHoldMore ? lacking : known)
      if mayHoldMore, near == nil || known.contains(where: { entry.key == $0 + "-md" }) { continue }
      report(
        .error(
          "\(id).unknown-key", at: entry.keyPlace,
          saying: Message(
            "map.unknown-key", ["what": .message(what), "key": .text(entry.key), "known": .list(Set(known).sorted())]),
          hint: .near(near)))
    }
    all.append(contentsOf: diagnostics)
  }
}
