#if canImport(Bytes)
  internal import Bytes
#endif

/// One language's sentences for what can be wrong with a value or a record, by the problems' stable names: `E_…`, `W_…`,
/// and those of records and tables, which the room FormMessages knows.
package struct MessageTable: Sendable, Equatable {
  /// What is said about a problem, and what to do about it.
  package struct Message: Sendable, Equatable {
    /// What is wrong.
    package let say: MessageTemplate
    /// What to do about it; `nil` where nothing helps.
    package let hint: MessageTemplate?

    /// A sentence and its hint.
    package init(say: MessageTemplate, hint: MessageTemplate? = nil) {
      self.say = say
      self.hint = hint
    }
  }

  /// The language, such as `zh-CN`; empty for a table without sentences.
  package var language: [UInt8]
  /// What stands between the parts of a list, such as 、.
  package var separator: [UInt8] = [0x2C, 0x20]
  /// What tells the given value behind a sentence, with `{value}`.
  package var given: MessageTemplate?
  /// Names in the order of their bytes, and what is said for each.
  package private(set) var names: [[UInt8]] = []
  /// What is said for each of ``names``.
  package private(set) var messages: [Message] = []

  /// A table without sentences: codes stand for themselves, and what is wrong with a record's shape is said in English.
  package init(language: [UInt8] = []) { self.language = language }

  /// What is said for a name.
  package func message(_ name: some Collection<UInt8>) -> Message? {
    let place = place(of: name)
    return place < names.count && names[place].elementsEqual(name) ? messages[place] : nil
  }

  /// What is said for a name from now on.
  package mutating func set(_ name: [UInt8], _ message: Message) {
    let place = place(of: name)
    if place < names.count, names[place] == name {
      messages[place] = message
    } else {
      names.insert(name, at: place)
      messages.insert(message, at: place)
    }
  }

  /// Adds what is said for a name that comes after all others.
  package mutating func append(_ name: [UInt8], _ message: Message) {
    names.append(name)
    messages.append(message)
  }

  /// The sentence for a code, `E_…` or `W_…`, in special cases such as `whole` and `postal_code`: that of the first case
  /// (`E_LENGTH/whole`) that the table has with all its values known, with the hint of the last; then the code's own, and
  /// the label and the code itself where the table has none. A hint with a value that is not known is not said.
  package func sentence(for code: StaticString, in cases: [StaticString] = [], _ values: MessageValues) -> Sentence {
    let special = cases.compactMap { message(code.utf8 + [0x2F] + $0.utf8) }
    let general = message(code.bytes)
    var say = general?.say.filled(values)
    var hint = general?.hint?.filledWhole(values)
    for message in special {
      if let own = message.hint?.filledWhole(values) { hint = own }
    }
    for message in special.reversed() {
      if let own = message.say.filledWhole(values) { say = own }
    }
    if let say { return Sentence(say: say, hint: hint) }
    var label = values[("label" as StaticString).bytes] ?? []
    label.appendASCII(": ")
    label.appendASCII(code)
    return Sentence(say: label)
  }

  /// Texts as a list of the language.
  package func list(_ parts: [[UInt8]]) -> [UInt8] {
    var text: [UInt8] = []
    for (index, part) in parts.enumerated() { text += index == 0 ? part : separator + part }
    return text
  }

  /// Cases beside rules that a code may have sentences of their own for: which character is meant, which length, what
  /// is missing, and what a character was typed for.
  package static let cases: [StaticString] =
    [
      "character", "invisible", "standard", "limit", "whole", "bytes", "local-number", "before-at", "longest-part",
      "numbers", "no-han", "no-han-address", "looks-like-x", "looks-like-digit", "private",
      "two-names", "known",
    ]

  /// A number, or numbers from one to another, in words of the language: `2～60`; what has no end is said as ≥ or ≤.
  package func range(_ first: Int, _ last: Int) -> [UInt8] {
    range(Self.decimal(Int64(first)), Self.decimal(Int64(last)))
  }

  /// The same of numbers as they are written; `nil` has no end.
  package func range(_ first: [UInt8]?, _ last: [UInt8]?) -> [UInt8] {
    if let first, first == last { return first }
    var values = MessageValues()
    if let first { values.set("first", first) }
    if let last { values.set("last", last) }
    let name: StaticString = first == nil ? "range/to" : last == nil ? "range/from" : "range/between"
    let english: StaticString = first == nil ? "≤ {last}" : last == nil ? "≥ {first}" : "{first}–{last}"
    return (message(name.bytes)?.say ?? MessageTemplate(english.utf8)).filled(values)
  }

  /// What a rule asks, in a few words of the language; `nil` where the table has none.
  package func words(of rule: Rule) -> [UInt8]? { message(Self.wordsName(rule.name.utf8))?.say.text }

  /// The name under which a rule's words stand.
  package static func wordsName(_ rule: [UInt8]) -> [UInt8] { ("rule/" as StaticString).utf8 + rule }

  /// Where a name stands or would stand.
  private func place(of name: some Collection<UInt8>) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
