internal import Bytes
package import Content
package import Diagnostics
internal import Foundation
internal import SourceText

/// What a data file must hold for a directive of the theme to show it; docs/authoring.md has an example of each.
///
/// Other keys are free: `{data}` may name them. One that is near a key of the shape, which is not there, is a slip.
package struct FactShape: Sendable {
  indirect enum Kind: Sendable {
    case text, flag, address
    /// A text, or several.
    case texts
    /// A list of numbers that can be called.
    case telephones
    case rows(FactShape)
  }

  struct Key: Sendable {
    let name: String
    let kind: Kind
    let isRequired: Bool

    init(_ name: String, _ kind: Kind = .text, isRequired: Bool = false) {
      (self.name, self.kind, self.isRequired) = (name, kind, isRequired)
    }
  }

  let keys: [Key]
  /// Keys of which a map needs one, if any.
  var oneOf: [String] = []

  /// Everything in the file that is not as the shape has it.
  package func problems(in file: DataFile, of directive: String) -> [Diagnostic] {
    problems(in: file.root, directive)
  }

  private func problems(in node: SourceNode, _ directive: String) -> [Diagnostic] {
    guard let entries = node.map else {
      return [
        .error("data.shape/map", at: node.place, ["directive": .text(directive), "kind": .message(node.kind)])
      ]
    }
    let slips = slips(in: entries)
    var found: [Diagnostic] = slips.map { entry, near in
      .error(
        "data.shape/slip", at: entry.keyPlace, ["key": .text(entry.key), "directive": .text(directive)],
        hint: .near(near))
    }
    let meant = Set(slips.map(\.near))
    for key in keys {
      if let value = node[key.name], !value.isNull {
        found += problems(with: value, of: key, directive)
      } else if key.isRequired, !meant.contains(key.name) {
        found.append(
          .error("data.shape/missing", at: node.place, ["key": .text(key.name), "directive": .text(directive)]))
      }
    }
    if !oneOf.isEmpty, meant.isDisjoint(with: oneOf), !oneOf.contains(where: { node[$0]?.isNull == false }) {
      found.append(
        .error("data.shape/one-of", at: node.place, ["keys": .list(oneOf), "directive": .text(directive)]))
    }
    return found
  }

  /// Keys that are none of the shape's, but near one that is not there.
  private func slips(in entries: [SourceEntry]) -> [(entry: SourceEntry, near: String)] {
    let there = Set(entries.map(\.key))
    let lacking = keys.map(\.name).filter { !there.contains($0) }
    return entries.compactMap { entry in
      guard !keys.contains(where: { $0.name == entry.key }) else { return nil }
      let other = entry.key.hasSuffix("-md") ? String(entry.key.dropLast(3)) : entry.key + "-md"
      let near = lacking.contains(other) ? other : NearWord.nearest(to: entry.key, in: lacking)
      return near.map { (entry, $0) }
    }
  }

  private func problems(with value: SourceNode, of key: Key, _ directive: String) -> [Diagnostic] {
    switch key.kind {
    case .texts where value.list != nil:
      return (value.list ?? []).flatMap { problems(with: $0, of: Key(key.name), directive) }
    case .text, .texts:
      return value.text == nil
        ? [.error("data.shape/text", at: value.place, ["key": .text(key.name), "found": .message(value.textOrKind)])]
        : []
    case .flag:
      return ["true", "false"].contains(value.text)
        ? []
        : [.error("data.shape/flag", at: value.place, ["key": .text(key.name), "found": .message(value.textOrKind)])]
    case .address:
      return value.text.map(Self.isAddress) == true
        ? []
        : [
          .error("data.shape/address", at: value.place, ["key": .text(key.name), "found": .message(value.textOrKind)])
        ]
    case .telephones:
      guard let numbers = value.list, !numbers.isEmpty else {
        return [
          .error(
            "data.shape/telephones", at: value.place, ["key": .text(key.name), "found": .message(value.textOrKind)])
        ]
      }
      return numbers.filter { $0.text.map(FactText.isTelephone) != true }
        .map {
          .error("data.shape/telephone", at: $0.place, ["key": .text(key.name), "found": .message($0.textOrKind)])
        }
    case .rows(let shape):
      guard let rows = value.list else {
        return [
          .error("data.shape/list", at: value.place, ["key": .text(key.name), "found": .message(value.textOrKind)])
        ]
      }
      return rows.flatMap { shape.problems(in: $0, directive) }
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return false }
    return URL(string: text)?.host?.isEmpty == false
  }
}
