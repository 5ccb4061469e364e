internal import SourceText

/// The values of a data file by their paths, and how a list's elements are known from one version to the next.
struct FactTree {
  /// Keys that tell readers what a map is about, the first one that is there.
  static let names = ["name", "title", "term", "label", "case"]

  /// What an element of a list is known by: its `id`, else its name, else its place; equal ones are counted.
  static func keys(of elements: [SourceNode]) -> [String] {
    var seen: [String: Int] = [:]
    return elements.enumerated().map { place, element in
      let known = element["id"]?.text ?? name(of: element)?.text ?? element.text ?? "\(place)"
      let count = (seen[known] ?? 0) + 1
      seen[known] = count
      return count == 1 ? known : "\(known) \(count)"
    }
  }

  /// The entry that names a map.
  static func name(of node: SourceNode) -> (key: String, text: String)? {
    for key in names {
      for written in [key, key + "-md"] {
        if let text = node[written]?.text, !text.isEmpty { return (written, text) }
      }
    }
    return nil
  }

  /// What a path of a text (`fees.first.price`, `fees.0.price`) is as a path of keys.
  static func path(_ written: String, in root: SourceNode) -> [String] {
    var node: SourceNode? = root
    return written.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map(String.init).map { part in
      defer { node = node?.child(part) }
      guard let list = node?.list else { return part }
      let place = Int(part) ?? list.firstIndex { $0["id"]?.text == part }
      guard let place, list.indices.contains(place) else { return part }
      return keys(of: list)[place]
    }
  }
}

extension SourceNode {
  /// A map's value, or a list's element by its number or its `id`.
  fileprivate func child(_ name: String) -> SourceNode? {
    guard let list else { return self[name] }
    if let number = Int(name) { return list.indices.contains(number) ? list[number] : nil }
    return list.first { $0["id"]?.text == name }
  }
}
