package import Diagnostics
internal import Yams

/// Reads YAML 1.1 with libyaml (through Yams) into nodes with places.
package enum YAMLReader {
  private static let nodeLimit = 1_000_000
  private static let depthLimit = 100
  /// Each alias repeats what its anchor holds; a few dozen keep any nesting of them small.
  private static let aliasLimit = 32

  /// The file's one document; `nil` with a diagnostic when it cannot be read, an empty map when it is empty.
  package static func read(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> SourceNode? {
    read(file.text, path: file.path, lineOffset: 0, diagnostics: &diagnostics)
  }

  /// The same for a part of a file that starts after `lineOffset` lines.
  package static func read(
    _ text: String, path: String, lineOffset: Int, columnOffset: Int = 0, diagnostics: inout [Diagnostic]
  ) -> SourceNode? {
    func place(_ mark: Mark?) -> SourcePlace {
      SourcePlace(path, line: (mark?.line ?? 1) + lineOffset, column: (mark?.column ?? 1) + columnOffset)
    }
    if let line = lineNestedTooDeeply(text) {
      diagnostics.append(
        .error("yaml.depth", at: SourcePlace(path, line: line + lineOffset), "Lists and maps are nested too deeply."))
      return nil
    }
    switch YAMLOutline.fault(in: text, aliasLimit: aliasLimit) {
    case .tooManyAliases(let line):
      diagnostics.append(
        .error(
          "yaml.alias", at: SourcePlace(path, line: line + lineOffset),
          "More than \(aliasLimit) aliases (*name) are not read."))
      return nil
    case .key(let line, let column):
      let here = SourcePlace(path, line: line + lineOffset, column: column + columnOffset)
      diagnostics.append(.error("yaml.key", at: here, "A key must be a plain text."))
      return nil
    case nil: break
    }
    do {
      guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        return SourceNode(.map([]), at: place(nil))
      }
      var count = 0
      return convert(root, depth: 0, count: &count, place: place, diagnostics: &diagnostics)
    } catch let error as YamlError {
      diagnostics.append(diagnostic(error, place: place, path: path))
    } catch {
      diagnostics.append(.error("yaml.syntax", at: SourcePlace(path), "The YAML cannot be read: \(error)."))
    }
    return nil
  }

  private static func convert(
    _ node: Node, depth: Int, count: inout Int, place: (Mark?) -> SourcePlace, diagnostics: inout [Diagnostic]
  ) -> SourceNode? {
    let here = place(node.mark)
    count += 1
    if count > nodeLimit || depth > depthLimit {
      if count != Int.max / 2 {
        diagnostics.append(.error("yaml.size", at: here, "The file holds too many or too deeply nested values."))
        count = Int.max / 2
      }
      return nil
    }
    switch node {
    case .scalar(let scalar):
      let plain = scalar.style == .plain || scalar.style == .any
      if plain, ["", "~", "null"].contains(scalar.string) { return SourceNode(.null, at: here) }
      return SourceNode(.scalar(scalar.string), at: here)
    case .sequence(let sequence):
      var nodes: [SourceNode] = []
      for element in sequence {
        guard
          let node = convert(element, depth: depth + 1, count: &count, place: place, diagnostics: &diagnostics)
        else { return nil }
        nodes.append(node)
      }
      return SourceNode(.list(nodes), at: here)
    case .mapping(let mapping):
      var entries: [SourceEntry] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else {
          diagnostics.append(.error("yaml.key", at: place(key.mark), "A key must be a plain text."))
          return nil
        }
        guard let node = convert(value, depth: depth + 1, count: &count, place: place, diagnostics: &diagnostics)
        else { return nil }
        entries.append(SourceEntry(key: name.string, keyPlace: place(key.mark), value: node))
      }
      return SourceNode(.map(entries), at: here)
    case .alias:
      diagnostics.append(.error("yaml.alias", at: here, "This alias (*name) has no anchor (&name)."))
      return nil
    }
  }

  private static func diagnostic(
    _ error: YamlError, place: (Mark?) -> SourcePlace, path: String
  ) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let lead = context.map { "\($0.text): " } ?? ""
      return .error(
        "yaml.syntax", at: place(mark), "This is not YAML: \(lead)\(problem).",
        hint: "A value that holds “: ” or starts with a sign must stand in quotation marks.")
    case .duplicatedKeysInMapping(_, let context):
      return .error("yaml.duplicate", at: place(context.mark), "A key is given twice in this map.")
    default:
      return .error("yaml.syntax", at: SourcePlace(path), "This is not YAML.")
    }
  }

  /// The first line at which an upper bound of the nesting passes what the reader's stack bears.
  private static func lineNestedTooDeeply(_ text: String) -> Int? {
    var flow = 0
    for (number, line) in text.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      var compact = 0
      var leading = true
      for byte in line {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): flow += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): flow = max(0, flow - 1)
        default: break
        }
        if leading {
          if byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") {
            compact += 1
          } else {
            leading = false
          }
        }
      }
      if flow > 500 || compact > 1000 { return number + 1 }
    }
    return nil
  }
}
