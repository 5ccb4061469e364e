package import Diagnostics
package import ZhinanValidation

/// What a form asks, as `content/<version>/forms/<id>.yml` says it.
package struct FormDefinition: Sendable {
  /// The file's name without `.yml`; PDFs, records and commands name the form by it.
  package var id: String
  /// The form's name for readers, printed where the layout says `{title}`.
  package var title: String
  /// A short name for links and files; the title where the form gives none.
  package var shortTitle: String
  /// The form's own version, such as `1.0.0`, as it is written.
  package var version: String
  /// The guide's version that the form belongs to.
  package var guideVersion: String
  /// What every reader of the form must know.
  package var notice: String
  /// What one should have at hand to answer it, an item each.
  package var preparation: [String]
  /// How dates are written on paper, with `{year}`, `{month}` and `{day}`; empty for 2026-11-22.
  package var dateFormat: String
  /// In the order of the file; one at least.
  package var sections: [FormSection]
  /// What answers must keep beside their rules, over the whole form; those of a section stand in it.
  package var checks: [CheckDefinition]
  /// Whether the PDF has JavaScript that warns of wrong check digits.
  package var scripts: Bool
  /// Where the map of the form begins in its file.
  package var place: SourcePlace
  /// Where its version stands.
  package var versionPlace: SourcePlace

  /// All fields in the form's order.
  package var fields: [FieldDefinition] { sections.flatMap(\.fields) }
}

/// Fields under one title; a repeated section is a list in the record.
package struct FormSection: Sendable {
  /// Key of the list, least and most elements, and the title of one element with `{n}` for its number.
  package struct Repetition: Sendable {
    /// The key in records, such as `seals`: at most 40 ASCII letters and digits, a letter first.
    package var key: String
    /// Fewest elements of a record, from 0.
    package var minimum: Int
    /// Most elements, at most ``FieldGroup/mostElements``: the paper has a place for each.
    package var maximum: Int
    /// Stands before the labels of an element's fields: `第{n}枚·` is `第1枚·` in the first one.
    package var itemTitle: String
    /// Where the map of `repeat` begins.
    package var place: SourcePlace
  }

  /// What readers call the section.
  package var title: String
  /// `nil` where each field is asked once.
  package var repetition: Repetition?
  /// In the order of the file.
  package var fields: [FieldDefinition]
  /// What its answers must keep beside their rules, within each element where it is repeated.
  package var checks: [CheckDefinition]
}

/// One question, or a place on paper that is filled by hand.
package struct FieldDefinition: Sendable {
  /// What an answer is made of, or how the place is filled by hand; raw values are the words of `type`.
  package enum Kind: String, Sendable, CaseIterable {
    case text, integer, decimal, date, time, choice, choices
    /// A month of a year.
    case yearMonth = "year-month"
    /// A choice of two options.
    case yesNo = "yes-no"
    /// Left empty for a pen or a stamp.
    case blank
    /// A signature field (PDF 32000-1 §12.7.4.5); never filled.
    case signature
  }

  /// Which rule a text keeps.
  package enum RuleChoice: Sendable {
    /// The same rule for every record.
    case one(Rule)
    /// The rule for the option that the field with the key `by` has; `otherwise` when it has another or none.
    case chosen(by: String, cases: [(option: String, rule: Rule)], otherwise: Rule)
  }

  /// What stands for an answer that is not given.
  package enum Fallback: Sendable {
    case none
    /// A fixed text, or an option's value for a choice.
    case constant(String)
    /// Characters of the answer to the field with this key, from 1; `last` 0 takes all.
    case copy(field: String, first: Int, last: Int)
  }

  /// Whether an answer must be given.
  package enum Need: Sendable {
    case optional, always
    case when(ConditionText)
  }

  /// A condition as it was written, with its place.
  package struct ConditionText: Sendable {
    /// Such as `businessType in renew, reissue and proxyName present`.
    package var text: String
    /// Where the text begins in the form's file.
    package var place: SourcePlace
  }

  /// The key in records and the PDF's field name: at most 40 ASCII letters and digits, a letter first; in a repeated
  /// section without the list's key.
  package var key: String
  /// The full name, which messages use.
  package var label: String
  /// The name on paper, where the part of the form says the rest.
  package var shortLabel: String
  /// A text where the form does not say.
  package var kind: Kind
  /// `number` for integers, `decimal`, `date`, `year_month` and `time` for their kinds and `text` for all others where the
  /// form does not say.
  package var rule: RuleChoice
  /// Most Unicode scalars of a text, at most 65,535; 0 when not limited.
  package var maxLength: Int
  /// Digits of a decimal behind the point, 0 to 4.
  package var digits: Int
  /// What a number counts; empty for none.
  package var unit: String
  /// Least number that an answer may be, in units of its last digit; `Int64.min` when not limited.
  package var minimum: Int64
  /// Greatest number that an answer may be, in units of its last digit; `Int64.max` when not limited.
  package var maximum: Int64
  /// The first and the last date, month or time, as expressions.
  package var earliest: ConditionText?, latest: ConditionText?
  /// The expression that works out the answer.
  package var computation: ConditionText?
  /// The 1 to 64 ways to answer a choice: the word of records, of ASCII letters and digits, and what readers see.
  package var options: [(value: String, label: String)]
  /// Whether an answer must be given where the question applies; optional where the form does not say.
  package var need: Need
  /// When the question applies at all; `nil` for always.
  package var appliesWhen: ConditionText?
  /// What stands for an answer that is not given; a text must keep the field's rule too.
  package var fallback: Fallback
  /// How an answer is masked where it must not be read in full; `nil` when what it looks like decides.
  package var privacy: MaskKind?
  /// Which of the applicant's own details a browser may offer for it, by HTML's name (autofill field names); `nil` for
  /// none.
  package var autofill: String?
  /// Some of the possible answers, offered while one types.
  package var suggestions: [String]
  /// Who fills it, such as the applicant; from its section when it does not say.
  package var role: String?
  /// Shown with the field, and told with an error that has no hint of its own.
  package var hint: String?
  /// Where the map of the field begins.
  package var place: SourcePlace

  /// Whether a record can answer it.
  package var isAnswerable: Bool { kind != .blank && kind != .signature }

  /// Whether somebody answers it: not what is worked out.
  package var isAsked: Bool { isAnswerable && computation == nil }
}

/// What an answer must keep beside the rule for its field.
package struct CheckDefinition: Sendable {
  /// What is compared, by the fields' keys; characters count from 1, and `last` 0 takes all.
  package enum Kind: Sendable {
    /// The answer `left` is the same as the characters `first…last` of the answer `right`.
    case equal(left: String, right: String, first: Int, last: Int)
    /// The answer `left` is not the same as the characters `first…last` of the answer `right`.
    case different(left: String, right: String, first: Int, last: Int)
    /// A number of this range, as it is written.
    case within(field: String, minimum: String?, maximum: String?)
    /// A condition, told at the field `at`, or at the first that it asks about.
    case holds(FieldDefinition.ConditionText, at: String?)
    /// Answers of a list, `members.idNumber`, no two of which are the same.
    case distinct(String)
    /// Keys of which one at least is answered.
    case oneOf([String])
  }

  /// The comparison; it is made only when the answers that it compares are there.
  package var kind: Kind
  /// When it is made at all; `nil` for always.
  package var condition: FieldDefinition.ConditionText?
  /// Whether a breach is told but does not reject the record.
  package var warns: Bool
  /// The sentence for readers, in one or in several languages; the first is also that of languages without one.
  package var say: [(language: String, text: String)]
  /// Where the map of the check begins.
  package var place: SourcePlace
}
