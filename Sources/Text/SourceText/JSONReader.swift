package import Bytes
package import Diagnostics

/// Reads JSON (RFC 8259) into nodes with places. A key given twice, a lone surrogate and anything after the value
/// are errors.
package enum JSONReader {
  /// The file's one value; `nil` with a diagnostic when it cannot be read.
  package static func read(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> SourceNode? {
    read(Array(file.text.utf8), path: file.path, lineOffset: 0, diagnostics: &diagnostics)
  }

  /// The same for UTF-8 text that starts after `lineOffset` lines of the file at `path`.
  package static func read(
    _ text: [UInt8], path: String, lineOffset: Int, diagnostics: inout [Diagnostic]
  ) -> SourceNode? {
    do {
      return node(try JSONNode.read(text, .file, line: lineOffset + 1), path)
    } catch {
      diagnostics.append(diagnostic(for: error, in: path))
      return nil
    }
  }

  /// Why the text at `path` is not JSON, at its place.
  package static func diagnostic(for problem: JSONProblem, in path: String) -> Diagnostic {
    let words = String(decoding: problem.reason, as: UTF8.self)
    let isEscape = words.hasSuffix(" is no escape")
    let reason =
      isEscape
      ? Message("reason.json-escape", ["escape": .text(String(words.dropLast(" is no escape".count)))])
      : .phrase(words)
    return .error(
      "json.syntax", at: place(problem.position, path), ["reason": .message(reason)],
      hint: problem.hint.map { .phrase("\($0)") })
  }

  private static func place(_ position: TextPosition, _ path: String) -> SourcePlace {
    SourcePlace(path, line: position.line, column: position.column)
  }

  private static func node(_ json: JSONNode, _ path: String) -> SourceNode {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let value: SourceNode.Value =
      switch json.value {
      case .null: .null
      case .bool(let bool): .scalar(bool ? "true" : "false")
      case .number(let bytes), .string(let bytes): .scalar(text(bytes))
      case .array(let nodes): .list(nodes.map { node($0, path) })
      case .object(let members):
        .map(
          members.map {
            SourceEntry(key: text($0.key), keyPlace: place($0.position, path), value: node($0.node, path))
          })
      }
    return SourceNode(value, at: place(json.position, path))
  }
}
