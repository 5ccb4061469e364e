#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

extension MessageTable {
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
}
