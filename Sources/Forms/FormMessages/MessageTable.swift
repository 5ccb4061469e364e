#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(Validation)
  package import Validation
#endif

/// One language's sentences for what can be wrong with a record, by the problems' stable names: `E_…`, `W_…`, and those
/// of ``RecordProblem`` and ``TableProblem``.
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
  private(set) var messages: [Message] = []

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
  mutating func append(_ name: [UInt8], _ message: Message) {
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

  /// The sentence for a record that cannot be read as it is, in English where the table has none.
  ///
  /// - Parameter english: what is said in English in place of the problem's usual sentence and hint.
  package func sentence(
    for problem: RecordProblem, _ values: MessageValues, english: StaticString? = nil
  ) -> Sentence {
    sentence(problem.name, values, english ?? problem.say, english == nil ? problem.hint : nil)
  }

  /// The sentence for a table of records, or a row of it, that cannot be read as it is, in English where the table of
  /// sentences has none.
  package func sentence(for problem: TableProblem, _ values: MessageValues) -> Sentence {
    sentence(problem.name, values, problem.say, problem.hint)
  }

  private func sentence(
    _ name: StaticString, _ values: MessageValues, _ english: StaticString, _ hint: StaticString?
  ) -> Sentence {
    if let message = message(name.bytes) {
      return Sentence(say: message.say.filled(values), hint: message.hint?.filledWhole(values))
    }
    return Sentence(
      say: MessageTemplate(english.utf8).filled(values),
      hint: hint.flatMap { MessageTemplate($0.utf8).filledWhole(values) })
  }

  /// The sentence for a name that is none of the known ones, with the one that was probably meant, or those that have a
  /// piece of it. The name is shown as far as it may be (``ShownAnswer``); `mayBeKey` as there. A column's may also be
  /// left out, which the hint tells.
  package func unknownField(
    _ name: [UInt8], known: [[UInt8]], mayBeKey: Bool = true, isColumn: Bool = false
  ) -> Sentence {
    let near = NearWord.nearest(to: name, in: known)
    var values = MessageValues()
    values.set("key", ShownAnswer.word(name, near: near, mayBeKey: mayBeKey, mayBeColumn: isColumn && mayBeKey))
    let meant = near.map { [$0] } ?? NearWord.sharing(with: name, in: known, most: Self.mostNear)
    if !meant.isEmpty { values.set("near", list(meant)) }
    #if !hasFeature(Embedded)
      if isColumn { return sentence(for: meant.isEmpty ? TableProblem.unknownColumn : .nearColumn, values) }
    #endif
    return sentence(for: RecordProblem.unknownField, values)
  }

  /// Most names that are offered in place of an unknown one.
  private static let mostNear = 6

  /// Texts as a list of the language.
  func list(_ parts: [[UInt8]]) -> [UInt8] {
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
      "two-names",
    ]

  /// A number, or numbers from one to another, in words of the language: `2～60`; what has no end is said as ≥ or ≤.
  func range(_ first: Int, _ last: Int) -> [UInt8] {
    var values = MessageValues()
    var number: [UInt8] = []
    number.appendDecimal(Int64(first))
    if first == last { return number }
    values.set("first", number)
    number.removeAll()
    number.appendDecimal(Int64(last))
    values.set("last", number)
    let name: StaticString =
      first == .min ? "range/to" : last == .max ? "range/from" : "range/between"
    let english: StaticString = first == .min ? "≤ {last}" : last == .max ? "≥ {first}" : "{first}–{last}"
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
