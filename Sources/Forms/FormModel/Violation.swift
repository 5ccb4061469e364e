#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// What can be wrong with an answer beyond the rules for single values.
package enum FormProblemCode: UInt8, CaseIterable, Sendable {
  /// A required answer is missing.
  case eRequired
  /// The answer is none of the options.
  case eOption
  /// More than one option of a single choice.
  case eOneOption
  /// Fewer or more elements in a list than allowed.
  case eItems
  /// Two answers should be the same.
  case eDiffers
  /// Two answers should not be the same.
  case eSame
  /// Two answers are not the same; told only.
  case wDiffers
  /// Two answers are the same; told only.
  case wSame
  /// An answer was given to a question that does not apply; it is not printed.
  case wNotApplicable
  /// The text does not fit its box at the smallest size.
  case eNoRoom
  /// A character that no font here can draw.
  case eNoGlyph
  /// A number outside the range of a check.
  case eBounds
  /// A number outside the range of a check; told only.
  case wBounds
  /// An answer that passes and is what a spreadsheet writes where it has no value; told only.
  case wNoValue
  /// More digits behind the point than the field has.
  case eDecimals
  /// Before the first date, month or time that the field takes.
  case eEarly
  /// After the last one.
  case eLate
  /// Another answer than the one that is worked out.
  case eComputed
  /// A condition of a check does not hold.
  case eCondition
  /// A condition of a check does not hold; told only.
  case wCondition
  /// The same answer as in an element before.
  case eRepeated
  /// The same answer as in an element before; told only.
  case wRepeated
  /// None of several questions is answered.
  case eOneOf
  /// None of several questions is answered; told only.
  case wOneOf

  /// The stable name, `E_…` or `W_…`.
  package var name: StaticString {
    switch self {
    case .eRequired: "E_REQUIRED"
    case .eOption: "E_OPTION"
    case .eOneOption: "E_ONE_OPTION"
    case .eItems: "E_ITEMS"
    case .eDiffers: "E_DIFFERS"
    case .eSame: "E_SAME"
    case .wDiffers: "W_DIFFERS"
    case .wSame: "W_SAME"
    case .wNotApplicable: "W_NOT_APPLICABLE"
    case .eNoRoom: "E_NO_ROOM"
    case .eNoGlyph: "E_NO_GLYPH"
    case .eBounds: "E_BOUNDS"
    case .wBounds: "W_BOUNDS"
    case .wNoValue: "W_NO_VALUE"
    case .eDecimals: "E_DECIMALS"
    case .eEarly: "E_EARLY"
    case .eLate: "E_LATE"
    case .eComputed: "E_COMPUTED"
    case .eCondition: "E_CONDITION"
    case .wCondition: "W_CONDITION"
    case .eRepeated: "E_REPEATED"
    case .wRepeated: "W_REPEATED"
    case .eOneOf: "E_ONE_OF"
    case .wOneOf: "W_ONE_OF"
    }
  }

  /// Whether it rejects the record.
  package var isError: Bool {
    switch self {
    case .wDiffers, .wSame, .wNotApplicable, .wBounds, .wNoValue, .wCondition, .wRepeated, .wOneOf: false
    default: true
    }
  }
}

/// One thing wrong with one answer of a record.
package struct Violation: Sendable, Equatable {
  /// What is wrong: a rule for single values is broken, or something that only the form knows.
  package enum Problem: Sendable, Equatable {
    /// A code of a rule for single values.
    case rule(Code)
    /// A code of what only the form knows: what is required, options, counts, comparisons, room.
    case form(FormProblemCode)
  }

  /// What it is about: the index of a field, or of a repeated group with too few or too many elements.
  package enum Subject: Sendable, Equatable {
    /// The index of a field of the compiled form.
    case field(Int)
    /// The index of a repeated group.
    case group(Int)
  }

  /// The field or group at which it is told.
  package var subject: Subject
  /// The code, with the name that docs/codes.md lists.
  package var problem: Problem
  /// The cross-check that found it, an index into the form's checks.
  package var check: Int?
  /// The Unicode scalar meant, for a character without a glyph.
  package var scalar: UInt32?
  /// The value that the answer should have, or that it passes, as expressions count it (``FieldExpression``).
  package var limit: Int64?

  /// A violation; `check` goes with those of a cross-check, `scalar` with those of a missing glyph, and
  /// `limit` with those of a value that is worked out.
  package init(
    _ subject: Subject, _ problem: Problem, check: Int? = nil, scalar: UInt32? = nil, limit: Int64? = nil
  ) {
    self.subject = subject
    self.problem = problem
    self.check = check
    self.scalar = scalar
    self.limit = limit
  }

  /// Whether it rejects the record.
  package var isError: Bool {
    switch problem {
    case .rule(let code): code.isError
    case .form(let code): code.isError
    }
  }

  /// The stable name, `E_…` or `W_…`.
  package var name: StaticString {
    switch problem {
    case .rule(let code): code.name
    case .form(let code): code.name
    }
  }
}
