/// A JSON value (RFC 8259) over UTF-8 bytes. Numbers keep their spelling.
package indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number([UInt8])
  case string([UInt8])
  case array([JSONNode])
  case object([JSONMember])

  /// The value that `text` is; `nil` when it is no JSON, or nested more than 64 deep. A key may be given twice: the
  /// first counts.
  package init?(_ text: some Collection<UInt8>) {
    guard let node = try? JSONNode.read(Array(text), JSONLimits(depth: 63, keysMayRepeat: true)) else { return nil }
    self = node.value
  }

  /// The member of an object, or `nil`.
  package func member(_ key: StaticString) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    for member in members where key.equals(member.key) { return member.value }
    return nil
  }

  /// An array's elements; empty for anything else.
  package var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements.map { $0.value }
  }

  /// A string's bytes.
  package var text: [UInt8]? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// A whole number, written without fraction or exponent; one of more than 18 digits is the largest there is.
  package var wholeNumber: Int64? {
    guard case .number(let digits) = self else { return nil }
    return Self.wholeNumber(digits)
  }

  /// A whole number, also when it stands in quotation marks.
  package var looseNumber: Int64? {
    if case .string(let digits) = self { return Self.wholeNumber(digits) }
    return wholeNumber
  }

  private static func wholeNumber(_ digits: [UInt8]) -> Int64? {
    var number: Int64 = 0
    var place = 0
    let isNegative = digits.first == 0x2D
    for byte in isNegative ? digits[1...] : digits[...] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = place < 18 ? number * 10 + Int64(byte - 0x30) : .max
      place += 1
    }
    if place == 0 { return nil }
    return isNegative ? -number : number
  }
}

/// A JSON value and where it begins.
package struct JSONNode: Sendable, Equatable {
  /// What stands there.
  package var value: JSONValue
  /// Where it begins.
  package var position: TextPosition
}

/// One `"key": value` of an object, and where its key begins.
package struct JSONMember: Sendable, Equatable {
  /// Its name, escapes resolved (UTF-8).
  package var key: [UInt8]
  /// Where its name begins.
  package var position: TextPosition
  /// What it has.
  package var node: JSONNode

  /// The value without its place.
  package var value: JSONValue { node.value }
}

/// What a JSON text may hold.
package struct JSONLimits: Sendable {
  /// How many arrays and objects a value may stand in.
  package var depth: Int
  /// Whether a key may be given twice in one object.
  package var keysMayRepeat: Bool

  /// Values nested at most `depth` deep; whether an object may have a key more than once.
  package init(depth: Int, keysMayRepeat: Bool) {
    self.depth = depth
    self.keysMayRepeat = keysMayRepeat
  }

  /// Those of a file that somebody wrote: nested 100 deep, every key once.
  package static let file = JSONLimits(depth: 100, keysMayRepeat: false)
}

/// Why a text is no JSON, and where.
package struct JSONProblem: Error {
  /// Where reading ended.
  package var position: TextPosition
  /// Part of an English sentence (UTF-8).
  package var reason: [UInt8]
  /// What to do about it, an English sentence; `nil` where nothing helps.
  package var hint: StaticString?

  /// What is wrong as an English sentence (UTF-8).
  package var sentence: [UInt8] {
    var sentence: [UInt8] = []
    sentence.appendASCII("This is not JSON: ")
    sentence += reason
    sentence.append(0x2E)
    return sentence
  }
}
