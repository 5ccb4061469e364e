package import SourceText

/// What a path such as `contacts.hotline.number` leads to in a version's facts.
package enum DataLookup: Sendable {
  case found(SourceNode)
  /// The part that is not there, and the names that are.
  case missing(part: String, known: [String])
}

extension GuideVersion {
  /// Follows the path: a data file's name, then keys; a list's element by its number from 0 or by its `id`.
  package func value(at path: String) -> DataLookup {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let file = data[first] else {
      return .missing(part: parts.first ?? "", known: data.keys.sorted())
    }
    var node = file.root
    for part in parts.dropFirst() {
      guard let next = node.child(part) else { return .missing(part: part, known: node.childNames) }
      node = next
    }
    return .found(node)
  }
}

extension SourceNode {
  fileprivate func child(_ name: String) -> SourceNode? {
    guard let list else { return self[name] }
    if let number = Int(name) { return list.indices.contains(number) ? list[number] : nil }
    return list.first { $0["id"]?.text == name }
  }

  fileprivate var childNames: [String] {
    if let map { return map.map(\.key) }
    guard let list else { return [] }
    return list.enumerated().map { $1["id"]?.text ?? "\($0)" }
  }
}
