#if canImport(Bytes)
  package import Bytes
#endif

/// What is wrong with a record before its answers are checked.
package struct AnswerProblem: Sendable {
  /// What is wrong, with what it is about: indices into the compiled form, names as the record has them (UTF-8).
  package enum Kind: Sendable {
    /// The record is no map.
    case notAMap
    /// The record names another form.
    case otherForm
    /// A repeated section, called `name` in the record, is no list.
    case notAList(group: Int, name: [UInt8])
    /// An element of a repeated section is no map.
    case notAnElement(group: Int, name: [UInt8])
    /// The form has no question of this name, in the repeated section or outside of all.
    case unknownField(name: [UInt8], group: Int?)
    /// The question with this label is filled in by hand on paper.
    case byHand(label: [UInt8])
    /// The field is answered under its key and under its label.
    case duplicateField(Int)
    /// The field has a list or a map where one answer should stand.
    case notOneAnswer(field: Int)
  }

  /// What is wrong.
  package let kind: Kind
  /// What messages call the value that stands there.
  package let found: StaticString
  /// Where it stands; `nil` where the source has no places.
  package let position: TextPosition?

  /// The stable name of the problem, which ends its diagnostic's id.
  package var name: StaticString {
    switch kind {
    case .notAMap, .notAList, .notAnElement, .notOneAnswer: "type"
    case .otherForm: "form"
    case .unknownField: "unknown-field"
    case .byHand: "by-hand"
    case .duplicateField: "duplicate-field"
    }
  }
}
