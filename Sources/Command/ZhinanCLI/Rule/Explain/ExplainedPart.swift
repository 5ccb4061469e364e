internal import Bytes

/// A part that a value holds: as a member of JSON, and as a line for people.
struct ExplainedPart {
  /// What JSON says; words stand in one language.
  indirect enum Value {
    case text(String)
    case words(Words)
    case number(Int)
    case truth(Bool)
    case members([(key: String, value: Value)])
    case list([Value])
  }

  let key: String
  let label: Words
  let value: Value
  let text: Words

  /// A part whose text people read as JSON says it.
  init(_ key: String, _ label: Words, _ text: String) {
    self.init(key, label, .text(text), Words(both: text))
  }

  init(_ key: String, _ label: Words, _ value: Value, _ text: Words) {
    (self.key, self.label, self.value, self.text) = (key, label, value, text)
  }

  /// The parts as members of one object.
  static func value(of parts: [ExplainedPart]) -> Value { .members(parts.map { ($0.key, $0.value) }) }
}

extension JSONByteWriter {
  /// A part's value, words in Chinese or English.
  mutating func value(_ value: ExplainedPart.Value, inChinese: Bool) {
    switch value {
    case .text(let text): self.text(text)
    case .words(let words): text(words.text(inChinese: inChinese))
    case .number(let number): self.number(Int64(number))
    case .truth(let truth): bool(truth)
    case .list(let values): array(values) { $0.value($1, inChinese: inChinese) }
    case .members(let members):
      object { writer in
        for (key, value) in members {
          writer.key(key)
          writer.value(value, inChinese: inChinese)
        }
      }
    }
  }
}
