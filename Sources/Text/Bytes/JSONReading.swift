extension JSONNode {
  /// The one value of a JSON text in UTF-8, whose first line has the number `line`.
  package static func read(
    _ text: [UInt8], _ limits: JSONLimits, line: Int = 1
  ) throws(JSONProblem) -> JSONNode {
    var reading = JSONReading(text: JSONScanner(text, line: line), limits: limits)
    return try reading.document()
  }
}

private struct JSONReading {
  var text: JSONScanner
  let limits: JSONLimits

  mutating func document() throws(JSONProblem) -> JSONNode {
    let node = try value(depth: 0)
    text.skipSpace()
    if text.next != nil { throw text.problem("something stands after the value") }
    return node
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> JSONNode {
    text.skipSpace()
    let place = text.here
    guard depth <= limits.depth else { throw text.problem("values are nested too deeply") }
    guard let next = text.next else { throw text.problem("the text ends where a value should stand") }
    let value: JSONValue
    switch next {
    case 0x7B: value = .object(try members(depth: depth))
    case 0x5B: value = .array(try elements(depth: depth))
    case 0x22: value = .string(try text.string())
    default: value = try word(at: place)
    }
    return JSONNode(value: value, position: place)
  }

  private mutating func word(at place: TextPosition) throws(JSONProblem) -> JSONValue {
    let word = text.bareWord()
    if ("null" as StaticString).equals(word) { return .null }
    if ("true" as StaticString).equals(word) { return .bool(true) }
    if ("false" as StaticString).equals(word) { return .bool(false) }
    guard Self.isNumber(word) else {
      throw JSONProblem(
        position: place, reason: JSONScanner.bytes(word.isEmpty ? "a value is missing" : "this is no value"),
        hint: "A text stands in quotation marks.")
    }
    return .number(word)
  }

  /// RFC 8259 §6.
  private static func isNumber(_ word: [UInt8]) -> Bool {
    var rest = word[...]
    func digits() -> Int {
      let before = rest.count
      while let byte = rest.first, byte >= 48, byte <= 57 { rest = rest.dropFirst() }
      return before - rest.count
    }
    if rest.first == 0x2D { rest = rest.dropFirst() }
    if rest.first == 0x30 { rest = rest.dropFirst() } else if digits() == 0 { return false }
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      if digits() == 0 { return false }
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  private mutating func members(depth: Int) throws(JSONProblem) -> [JSONMember] {
    var members: [JSONMember] = []
    var keys = JSONKeys()
    if text.consumeFirst(orEnd: 0x7D) { return [] }
    while true {
      text.skipSpace()
      let place = text.here
      guard text.next == 0x22 else { throw text.problem("a key in quotation marks should stand here") }
      let key = try text.string()
      if !limits.keysMayRepeat, !keys.insert(key, besides: members) {
        throw JSONProblem(position: place, reason: JSONScanner.bytes("this key is given twice"))
      }
      text.skipSpace()
      guard text.next == 0x3A else { throw text.problem("a colon is missing after the key") }
      text.advance()
      members.append(JSONMember(key: key, position: place, node: try value(depth: depth + 1)))
      if try text.consumeSeparator(orEnd: 0x7D) { return members }
    }
  }

  private mutating func elements(depth: Int) throws(JSONProblem) -> [JSONNode] {
    var nodes: [JSONNode] = []
    if text.consumeFirst(orEnd: 0x5D) { return [] }
    while true {
      nodes.append(try value(depth: depth + 1))
      if try text.consumeSeparator(orEnd: 0x5D) { return nodes }
    }
  }
}

/// The keys of one object.
private struct JSONKeys {
  private var hashes: [UInt64] = []
  /// In use for many keys, and where a key is not ASCII.
  private var others = TextIndex()
  private static let few = 64

  /// Whether `key` is none of the members' keys, all of which were inserted before.
  mutating func insert(_ key: [UInt8], besides members: [JSONMember]) -> Bool {
    if others.isEmpty {
      // ASCII keys are the same only when their bytes are.
      if let hash = Self.hash(key), hashes.count < Self.few {
        let isNew = !hashes.contains(hash) || !members.contains { $0.key == key }
        hashes.append(hash)
        return isNew
      }
      for member in members { others.insert(TextKey(member.key), 0) }
    }
    return others.insert(TextKey(key), 0)
  }

  /// FNV-1a of an ASCII key, `nil` for others.
  private static func hash(_ key: [UInt8]) -> UInt64? {
    key.allSatisfy { $0 < 0x80 } ? FNV1a.hash64(key) : nil
  }
}
