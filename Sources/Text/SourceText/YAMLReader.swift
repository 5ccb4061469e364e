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
    func misplaced(_ colon: MisplacedColon) -> Diagnostic {
      let here = SourcePlace(path, line: colon.line + lineOffset, column: colon.column + columnOffset)
      return .error(colon.isFullWidth ? "yaml.fullwidth-colon" : "yaml.colon-space", at: here)
    }
    if let line = lineNestedTooDeeply(text) {
      diagnostics.append(
        .error("yaml.depth", at: SourcePlace(path, line: line + lineOffset)))
      return nil
    }
    switch YAMLOutline.fault(in: text, aliasLimit: aliasLimit) {
    case .tooManyAliases(let line):
      diagnostics.append(
        .error("yaml.alias", at: SourcePlace(path, line: line + lineOffset), ["limit": .number(aliasLimit)]))
      return nil
    case .key(let line, let column):
      let here = SourcePlace(path, line: line + lineOffset, column: column + columnOffset)
      diagnostics.append(.error("yaml.key", at: here))
      return nil
    case nil: break
    }
    do {
      guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        return SourceNode(.map([]), at: place(nil))
      }
      var count = 0
      if case .scalar(let scalar) = root, scalar.style == .plain || scalar.style == .any {
        let colons = MisplacedColon.ofWholeText(text)
        if !colons.isEmpty {
          diagnostics += colons.map(misplaced)
          return nil
        }
      }
      var signs: [FullWidthSign] = []
      let node = convert(root, depth: 0, count: &count, signs: &signs, place: place, diagnostics: &diagnostics)
      let problems = FullWidthSign.problems(signs, in: text, at: place)
      diagnostics += problems
      return problems.hasErrors ? nil : node
    } catch let error as YamlError {
      let colons = error.lineOfMissingColon.map { MisplacedColon.before($0, in: text) } ?? []
      if colons.isEmpty, case .parser(_, let problem, let mark, _) = error, problem.contains("','"),
        let comma = FullWidthSign.comma(before: mark, in: text)
      {
        let here = SourcePlace(path, line: comma.line + lineOffset, column: comma.column + columnOffset)
        diagnostics.append(.error("yaml.fullwidth-comma", at: here))
        return nil
      }
      diagnostics += colons.isEmpty ? [diagnostic(error, place: place, path: path)] : colons.map(misplaced)
    } catch {
      diagnostics.append(.error("yaml.syntax/other", at: SourcePlace(path), ["reason": .message(.phrase("\(error)"))]))
    }
    return nil
  }

  private static func convert(
    _ node: Node, depth: Int, count: inout Int, signs: inout [FullWidthSign], place: (Mark?) -> SourcePlace,
    diagnostics: inout [Diagnostic]
  ) -> SourceNode? {
    let here = place(node.mark)
    count += 1
    if count > nodeLimit || depth > depthLimit {
      if count != Int.max / 2 {
        diagnostics.append(.error("yaml.size", at: here))
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
      if let sign = FullWidthSign(sequence) { signs.append(sign) }
      var nodes: [SourceNode] = []
      for element in sequence {
        guard
          let node = convert(
            element, depth: depth + 1, count: &count, signs: &signs, place: place, diagnostics: &diagnostics)
        else { return nil }
        nodes.append(node)
      }
      return SourceNode(.list(nodes), at: here)
    case .mapping(let mapping):
      if let sign = FullWidthSign(mapping) { signs.append(sign) }
      var entries: [SourceEntry] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else {
          diagnostics.append(.error("yaml.key", at: place(key.mark)))
          return nil
        }
        guard
          let node = convert(
            value, depth: depth + 1, count: &count, signs: &signs, place: place, diagnostics: &diagnostics)
        else { return nil }
        entries.append(SourceEntry(key: name.string, keyPlace: place(key.mark), value: node))
      }
      return SourceNode(.map(entries), at: here)
    case .alias:
      diagnostics.append(.error("yaml.alias/no-anchor", at: here))
      return nil
    }
  }

  private static func diagnostic(
    _ error: YamlError, place: (Mark?) -> SourcePlace, path: String
  ) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let reason = Message.phrase(problem)
      guard let context else { return .error("yaml.syntax", at: place(mark), ["reason": .message(reason)]) }
      return .error(
        "yaml.syntax/context", at: place(mark),
        ["context": .message(.phrase(context.text)), "reason": .message(reason)])
    case .duplicatedKeysInMapping(_, let context):
      return .error("yaml.duplicate", at: place(context.mark))
    default:
      return .error("yaml.syntax/unknown", at: SourcePlace(path))
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

extension YamlError {
  /// The line, from 1, in which libyaml noticed that a key above it, or in it, has no colon.
  fileprivate var lineOfMissingColon: Int? {
    guard case .scanner(_, let problem, let mark, _) = self,
      ["could not find expected ':'", "mapping values are not allowed in this context"].contains(problem)
    else { return nil }
    return mark.line
  }
}
