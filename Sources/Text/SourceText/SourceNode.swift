package import Diagnostics

/// A value of a YAML or JSON file with its place. Scalars stay text: what reads them decides what they mean, so
/// `2019-09`, `no` and `007` keep their characters.
package struct SourceNode: Sendable, Hashable {
  /// What stands in the file; lists and maps keep its order.
  package indirect enum Value: Sendable, Hashable {
    /// YAML `~` or nothing, JSON `null`.
    case null
    /// A YAML scalar; a JSON string, number, `true` or `false`. Quotation marks are taken off, escapes resolved.
    case scalar(String)
    case list([SourceNode])
    case map([SourceEntry])
  }

  /// The value, with the places of all that it holds.
  package var value: Value
  /// Where the value begins.
  package var place: SourcePlace

  /// A value that begins at a place.
  package init(_ value: Value, at place: SourcePlace) {
    self.value = value
    self.place = place
  }
}

/// One `key: value` of a map, in the file's order.
package struct SourceEntry: Sendable, Hashable {
  /// Without quotation marks and escapes; no two entries of a map have the same.
  package var key: String
  /// Where the key begins.
  package var keyPlace: SourcePlace
  /// What stands behind the key; ``SourceNode/Value/null`` for nothing.
  package var value: SourceNode

  /// An entry whose key begins at a place.
  package init(key: String, keyPlace: SourcePlace, value: SourceNode) {
    self.key = key
    self.keyPlace = keyPlace
    self.value = value
  }
}

extension SourceNode {
  /// The scalar's text.
  package var text: String? {
    if case .scalar(let text) = value { return text }
    return nil
  }

  /// The list's elements.
  package var list: [SourceNode]? {
    if case .list(let nodes) = value { return nodes }
    return nil
  }

  /// The map's entries in the file's order.
  package var map: [SourceEntry]? {
    if case .map(let entries) = value { return entries }
    return nil
  }

  /// Whether nothing was given: YAML `~`, `null` or nothing, JSON `null`.
  package var isNull: Bool { value == .null }

  /// The value of a map's key.
  package subscript(_ key: String) -> SourceNode? {
    map?.first { $0.key == key }?.value
  }

  /// The kind of value, as messages name it.
  package var kind: Message {
    switch value {
    case .null: Message("word.nothing")
    case .scalar: Message("word.text")
    case .list: Message("word.list")
    case .map: Message("word.map")
    }
  }

  /// The scalar's text, or the kind of value where it is none.
  package var textOrKind: Message { text.map { .verbatim($0) } ?? kind }
}
