#if canImport(Bytes)
  package import Bytes
#endif

/// A record as it was written, whatever it was written in: texts, lists and maps, each with its place where the source
/// has places.
package struct AnswerTree: Sendable {
  /// What stands somewhere in a record.
  package indirect enum Value: Sendable {
    /// Nothing: YAML `~`, JSON `null`, an empty cell.
    case null
    /// A text, number or truth value as it is spelled (UTF-8).
    case scalar([UInt8])
    case list([AnswerTree])
    case map([AnswerEntry])
  }

  /// What stands there.
  package var value: Value
  /// Where it begins; `nil` where the source has no places.
  package var position: TextPosition?

  /// A value at a place of its source.
  package init(_ value: Value, at position: TextPosition? = nil) {
    self.value = value
    self.position = position
  }

  /// What messages call the kind of value.
  package var kind: StaticString {
    switch value {
    case .null: "nothing"
    case .scalar: "a text"
    case .list: "a list"
    case .map: "a map"
    }
  }

  /// Whether nothing stands there.
  package var isNull: Bool {
    if case .null = value { return true }
    return false
  }
}

/// One `key: value` of a map.
package struct AnswerEntry: Sendable {
  /// A field's key or label (UTF-8).
  package var key: [UInt8]
  /// Where the key begins; `nil` where the source has no places.
  package var position: TextPosition?
  /// What the key has.
  package var value: AnswerTree

  /// An entry of a map; `position` is the key's.
  package init(key: [UInt8], at position: TextPosition? = nil, value: AnswerTree) {
    self.key = key
    self.position = position
    self.value = value
  }
}

extension AnswerTree {
  /// A record in JSON.
  package init(_ node: JSONNode) {
    position = node.position
    switch node.value {
    case .null: value = .null
    case .bool(let bool): value = .scalar(bool ? [0x74, 0x72, 0x75, 0x65] : [0x66, 0x61, 0x6C, 0x73, 0x65])
    case .number(let text), .string(let text): value = .scalar(text)
    case .array(let nodes): value = .list(nodes.map { AnswerTree($0) })
    case .object(let members):
      value = .map(members.map { AnswerEntry(key: $0.key, at: $0.position, value: AnswerTree($0.node)) })
    }
  }
}
