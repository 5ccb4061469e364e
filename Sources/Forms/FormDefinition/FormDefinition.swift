package import Diagnostics
package import Validation

/// What a form asks, as `content/<version>/forms/<id>.yml` says it.
package struct FormDefinition: Sendable {
  package var id: String
  package var title: String
  package var version: String
  /// The guide's version that the form belongs to.
  package var guideVersion: String
  /// What every reader of the form must know.
  package var notice: String
  /// How dates are written on paper, with `{year}`, `{month}` and `{day}`; empty for 2026-11-22.
  package var dateFormat: String
  package var sections: [FormSection]
  package var checks: [CheckDefinition]
  /// Whether the PDF has JavaScript that warns of wrong check digits.
  package var scripts: Bool
  package var place: SourcePlace

  /// All fields in the form's order.
  package var fields: [FieldDefinition] { sections.flatMap(\.fields) }
}

/// Fields under one title; a repeated section is a list in the record.
package struct FormSection: Sendable {
  /// Key of the list, least and most elements, and the title of one element with `{n}` for its number.
  package struct Repetition: Sendable {
    package var key: String
    package var minimum: Int
    package var maximum: Int
    package var itemTitle: String
    package var place: SourcePlace
  }

  package var title: String
  package var repetition: Repetition?
  package var fields: [FieldDefinition]
  /// What its answers must keep beside their rules, within each element where it is repeated.
  package var checks: [CheckDefinition]
}

/// One question, or a place on paper that is filled by hand.
package struct FieldDefinition: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case text, integer, date, choice, choices
    /// Left empty for a pen or a stamp.
    case blank
    /// A signature field (PDF 32000-1 §12.7.4.5); never filled.
    case signature
  }

  package enum RuleChoice: Sendable {
    case one(Rule)
    case chosen(by: String, cases: [(option: String, rule: Rule)], otherwise: Rule)
  }

  package enum Fallback: Sendable {
    case none
    case constant(String)
    case copy(field: String, first: Int, last: Int)
  }

  package enum Need: Sendable {
    case optional, always
    case when(ConditionText)
  }

  /// A condition as it was written, with its place.
  package struct ConditionText: Sendable {
    package var text: String
    package var place: SourcePlace
  }

  package var key: String
  /// The full name, which messages use.
  package var label: String
  /// The name on paper, where the part of the form says the rest.
  package var shortLabel: String
  package var kind: Kind
  package var rule: RuleChoice
  package var maxLength: Int
  package var minimum: Int32
  package var maximum: Int32
  package var options: [(value: String, label: String)]
  package var need: Need
  package var relevance: ConditionText?
  package var fallback: Fallback
  /// How an answer is masked where it must not be read in full; `nil` when what it looks like decides.
  package var privacy: MaskKind?
  /// Who fills it, such as the applicant; from its section when it does not say.
  package var role: String?
  package var hint: String?
  package var place: SourcePlace

  /// Whether a record can answer it.
  package var isAnswerable: Bool { kind != .blank && kind != .signature }
}

/// What an answer must keep beside the rule for its field.
package struct CheckDefinition: Sendable {
  package enum Kind: Sendable {
    case equal(left: String, right: String, first: Int, last: Int)
    case different(left: String, right: String, first: Int, last: Int)
    case within(field: String, minimum: Int32, maximum: Int32)
  }

  package var kind: Kind
  package var condition: FieldDefinition.ConditionText?
  package var warns: Bool
  /// The sentence for readers.
  package var say: String
  package var place: SourcePlace
}
