internal import Diagnostics
internal import SourceText

extension MapReader {
  /// A list that must be there; empty, and reported, when it is missing or something else.
  mutating func requiredList(_ key: String, id: String) -> [SourceNode] {
    guard let node = requiredNode(key) else { return [] }
    if let list = node.list { return list }
    report(
      .error(
        "\(id).type", at: node.place,
        saying: Message("map.type/list", ["key": .text(key), "kind": .message(node.kind)])))
    return []
  }

  /// The entries of a map that must be there; empty, and reported, when it is missing or something else.
  mutating func requiredEntries(_ key: String, id: String) -> [SourceEntry] {
    guard let node = requiredNode(key) else { return [] }
    if let entries = node.map { return entries }
    report(
      .error(
        "\(id).type", at: node.place, saying: Message("map.type/map", ["key": .text(key), "kind": .message(node.kind)]))
    )
    return []
  }
}
