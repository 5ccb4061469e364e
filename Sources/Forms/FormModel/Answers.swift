/// The answers of one record, by field of a compiled form. Texts are UTF-8.
package struct Answers: Sendable, Equatable {
  private enum Answer: Sendable, Equatable {
    case absent
    case text(start: Int, end: Int)
    case options(UInt64)
  }

  private var answers: [Answer]
  private var bytes: [UInt8] = []
  /// Number of elements given for each repeated group.
  package var itemCounts: [UInt16]
  /// Fields that were given a word which is none of their options.
  package private(set) var fieldsWithUnknownOption: [Int] = []

  /// No answer yet.
  package init(for form: CompiledForm) {
    answers = Array(repeating: .absent, count: form.fields.count)
    itemCounts = Array(repeating: 0, count: form.groups.count)
  }

  /// Takes over the group counts of other answers and makes room for texts as long as theirs.
  mutating func prepare(like other: Answers) {
    itemCounts = other.itemCounts
    bytes.reserveCapacity(other.bytes.count + 64)
  }

  /// Gives a text; empty takes the answer away.
  package mutating func set(_ field: Int, text: some Collection<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    answers[field] = bytes.count == start ? .absent : .text(start: start, end: bytes.count)
  }

  /// Sets the chosen options as bits; none takes the answer away.
  package mutating func set(_ field: Int, options: UInt64) {
    answers[field] = options == 0 ? .absent : .options(options)
  }

  /// Adds the option that `word` names by its value or label (``OptionWords``), or for a choice of several all that it
  /// names; with a word that names none the field is among ``fieldsWithUnknownOption``.
  package mutating func choose(_ field: Int, word: [UInt8], in form: CompiledForm) {
    let asked = form.fields[field]
    let named =
      asked.kind == .choices
      ? OptionWords.options(word, of: asked.options)
      : OptionWords.option(word, of: asked.options).map { 1 << UInt64($0) }
    guard let named else {
      fieldsWithUnknownOption.append(field)
      return
    }
    set(field, options: options(field) | named)
  }

  /// Whether there is an answer.
  package func isPresent(_ field: Int) -> Bool { answers[field] != .absent }

  /// The chosen options as bits, 0 when none.
  package func options(_ field: Int) -> UInt64 {
    if case .options(let bits) = answers[field] { return bits }
    return 0
  }

  /// The text, empty when there is none.
  package func text(_ field: Int) -> ArraySlice<UInt8> {
    if case .text(let start, let end) = answers[field] { return bytes[start..<end] }
    return []
  }

  /// Calls `body` with the text's bytes in place.
  package func withText<Result>(_ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard case .text(let start, let end) = answers[field] else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }
}
