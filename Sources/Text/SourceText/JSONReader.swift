internal import Bytes
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
    text.withUnsafeBufferPointer { bytes in
      var parser = JSONParser(bytes, path: path, line: lineOffset + 1)
      do throws(JSONProblem) {
        return try parser.document()
      } catch {
        diagnostics.append(
          .error("json.syntax", at: error.place, "This is not JSON: \(error.reason).", hint: error.hint))
        return nil
      }
    }
  }
}

struct JSONProblem: Error {
  var place: SourcePlace
  var reason: String
  var hint: String?
}

private struct JSONParser {
  private var text: JSONScanner
  private static let depthLimit = 100

  init(_ bytes: UnsafeBufferPointer<UInt8>, path: String, line: Int) {
    text = JSONScanner(bytes, path: path, line: line)
  }

  mutating func document() throws(JSONProblem) -> SourceNode {
    let node = try value(depth: 0)
    text.skipSpace()
    if text.next != nil { throw text.problem("something stands after the value") }
    return node
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> SourceNode {
    text.skipSpace()
    let place = text.here
    guard depth <= Self.depthLimit else { throw text.problem("values are nested too deeply") }
    switch text.next {
    case UInt8(ascii: "{"): return SourceNode(.map(try members(depth: depth)), at: place)
    case UInt8(ascii: "["): return SourceNode(.list(try elements(depth: depth)), at: place)
    case UInt8(ascii: "\""): return SourceNode(.scalar(try text.string()), at: place)
    case nil: throw text.problem("the text ends where a value should stand")
    default:
      let word = text.bareWord()
      switch word {
      case "null": return SourceNode(.null, at: place)
      case "true", "false": return SourceNode(.scalar(word), at: place)
      default:
        guard Self.isNumber(word) else {
          throw JSONProblem(
            place: place, reason: word.isEmpty ? "a value is missing" : "this is no value",
            hint: "A text stands in quotation marks.")
        }
        return SourceNode(.scalar(word), at: place)
      }
    }
  }

  /// RFC 8259 §6.
  private static func isNumber(_ word: String) -> Bool {
    var rest = word.utf8[...]
    func digits() -> Int {
      let run = rest.prefix { (48...57).contains($0) }.count
      rest = rest.dropFirst(run)
      return run
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "0") { rest = rest.dropFirst() } else if digits() == 0 { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if digits() == 0 { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  private mutating func members(depth: Int) throws(JSONProblem) -> [SourceEntry] {
    var entries: [SourceEntry] = []
    var keys = KeySet()
    if text.takeFirst(orEnd: UInt8(ascii: "}")) { return [] }
    while true {
      text.skipSpace()
      let place = text.here
      guard text.next == UInt8(ascii: "\"") else {
        throw text.problem("a key in quotation marks should stand here")
      }
      let key = try text.string()
      guard keys.insert(key, besides: entries) else {
        throw JSONProblem(place: place, reason: "this key is given twice")
      }
      text.skipSpace()
      guard text.next == UInt8(ascii: ":") else { throw text.problem("a colon is missing after the key") }
      text.advance()
      entries.append(SourceEntry(key: key, keyPlace: place, value: try value(depth: depth + 1)))
      if try text.takeSign(orEnd: UInt8(ascii: "}")) { return entries }
    }
  }

  private mutating func elements(depth: Int) throws(JSONProblem) -> [SourceNode] {
    var nodes: [SourceNode] = []
    if text.takeFirst(orEnd: UInt8(ascii: "]")) { return [] }
    while true {
      nodes.append(try value(depth: depth + 1))
      if try text.takeSign(orEnd: UInt8(ascii: "]")) { return nodes }
    }
  }
}

/// The keys of one map. Keys are the same that Unicode calls the same, such as é in one or two characters.
private struct KeySet {
  private var hashes: [UInt64] = []
  /// In use for many keys, and where a key is not ASCII.
  private var others: Set<String> = []
  private static let few = 64

  /// Whether `key` is none of the entries' keys, all of which were inserted before.
  mutating func insert(_ key: String, besides entries: [SourceEntry]) -> Bool {
    if others.isEmpty {
      // ASCII keys are the same only when their bytes are.
      if let hash = Self.hash(key), hashes.count < Self.few {
        let isNew = !hashes.contains(hash) || !entries.contains { $0.key == key }
        hashes.append(hash)
        return isNew
      }
      others = Set(entries.map(\.key))
    }
    return others.insert(key).inserted
  }

  /// FNV-1a of an ASCII key, `nil` for others.
  private static func hash(_ key: String) -> UInt64? {
    key.utf8.allSatisfy { $0 < 0x80 } ? FNV1a.hash64(key.utf8) : nil
  }
}
