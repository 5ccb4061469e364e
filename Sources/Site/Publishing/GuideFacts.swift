internal import Bytes
package import Content
internal import SourceText

/// The data files of a version as one JSON object, by file name.
package enum GuideFacts {
  /// The object by the files' names, as text; every scalar is a string, as it was written.
  package static func json(of version: GuideVersion) -> String {
    var writer = JSONByteWriter(.misleading)
    writer.object { writer in
      for name in version.data.keys.sorted() {
        guard let file = version.data[name] else { continue }
        writer.key(name)
        write(file.root, &writer)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func write(_ node: SourceNode, _ writer: inout JSONByteWriter) {
    switch node.value {
    case .null: writer.raw("null")
    case .scalar(let text): writer.text(text)
    case .list(let nodes): writer.array(nodes) { writer, node in write(node, &writer) }
    case .map(let entries):
      writer.object { writer in
        for entry in entries {
          writer.key(entry.key)
          write(entry.value, &writer)
        }
      }
    }
  }
}
