package import Content
internal import Diagnostics
internal import SourceText

/// The data files of a version as one JSON object, by file name.
package enum GuideFacts {
  /// The data files of a version as one JSON object, by their names.
  package static func json(of version: GuideVersion) -> String {
    let members = version.data.keys.sorted().compactMap { name in
      version.data[name].map { "\(JSONText.quoted(name)):\(text($0.root))" }
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func text(_ node: SourceNode) -> String {
    switch node.value {
    case .null: "null"
    case .scalar(let text): JSONText.quoted(text)
    case .list(let nodes): "[" + nodes.map(text).joined(separator: ",") + "]"
    case .map(let entries):
      "{" + entries.map { "\(JSONText.quoted($0.key)):\(text($0.value))" }.joined(separator: ",") + "}"
    }
  }
}
