#if canImport(Bytes)
  internal import Bytes
#endif

/// A sentence with placeholders such as `{label}`.
package struct MessageTemplate: Sendable, Equatable {
  /// The sentence as it was written (UTF-8).
  package let text: [UInt8]

  /// The template that UTF-8 `text` is.
  package init(_ text: [UInt8]) { self.text = text }

  /// The sentence with each placeholder replaced by what `value` has for its name; one without a value stays as it is
  /// written.
  package func filled(_ value: (ArraySlice<UInt8>) -> [UInt8]?) -> [UInt8] {
    var filled: [UInt8] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: 0x7B), let close = rest[open...].firstIndex(of: 0x7D) {
      filled += rest[..<open]
      if let value = value(rest[(open + 1)..<close]) { filled += value } else { filled += rest[open...close] }
      rest = rest[(close + 1)...]
    }
    return filled + rest
  }

  /// The same with values by name.
  package func filled(_ values: MessageValues) -> [UInt8] { filled { values[$0] } }

  /// The same; `nil` when a placeholder has no value, so that nothing is said of what is not known.
  package func filledWhole(_ values: MessageValues) -> [UInt8]? {
    var isWhole = true
    let text = filled { name in
      let value = values[name]
      if value == nil { isWhole = false }
      return value
    }
    return isWhole ? text : nil
  }
}

/// What replaces the placeholders of a sentence.
package struct MessageValues: Sendable {
  private var values: [(name: StaticString, value: [UInt8])] = []

  /// No values yet.
  package init() {}

  /// Gives a placeholder its value (UTF-8); each has one.
  package mutating func set(_ name: StaticString, _ value: [UInt8]) { values.append((name, value)) }

  /// The value of the placeholder with this name.
  package subscript(_ name: some Collection<UInt8>) -> [UInt8]? {
    for entry in values where entry.name.equals(name) { return entry.value }
    return nil
  }
}

/// What is said about one problem (UTF-8).
package struct Sentence: Sendable, Equatable {
  /// What is wrong.
  package var say: [UInt8]
  /// What to do about it.
  package var hint: [UInt8]?

  /// A sentence and its hint.
  package init(say: [UInt8], hint: [UInt8]? = nil) {
    self.say = say
    self.hint = hint
  }
}
