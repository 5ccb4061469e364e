/// What an answer must keep beside the rule for its field.
package struct FieldCheck: Sendable, Equatable {
  /// What the answer is compared with.
  package enum Kind: Sendable, Equatable {
    /// The same as another answer, or as characters of it, counted from 1; `last` 0 takes all.
    case equal(UInt16, first: UInt8, last: UInt8)
    /// Another than the other answer, or than characters of it, counted as in ``equal(_:first:last:)``.
    case different(UInt16, first: UInt8, last: UInt8)
    /// A number of this range, in units of its last digit.
    case within(minimum: Int64, maximum: Int64)
    /// A condition that holds wherever all that it compares is known.
    case holds(FieldCondition)
    /// Answers of a list's elements, no two of which are the same.
    case distinct([UInt16])
    /// Questions of which one at least is answered.
    case oneOf([UInt16])
  }

  /// Index of the field at which a breach is told, whose answer is checked; nothing is when it has none, but where a
  /// condition must hold or one answer of several is asked for.
  package var field: UInt16
  /// What the answer is compared with.
  package var kind: Kind
  /// When it is checked at all.
  package var condition: FieldCondition?
  /// Whether a breach is told but does not reject the record.
  package var warns: Bool
  /// What readers are told of a breach (UTF-8), a language (RFC 3066; empty for the guide's) before each sentence; the first
  /// is also that of languages without one. With none, the code's own sentence says it.
  package var say: [[UInt8]]

  /// A check that is always made unless a condition is given.
  package init(field: UInt16, kind: Kind, condition: FieldCondition? = nil, warns: Bool, say: [[UInt8]]) {
    self.field = field
    self.kind = kind
    self.condition = condition
    self.warns = warns
    self.say = say
  }
}

/// A form as it is checked and filled: fields, rules, boxes on paper, the blank PDF's objects, and what messages call
/// all of it. Nothing else of a guide is needed.
package struct CompiledForm: Sendable, Equatable {
  /// The name by which records, PDFs and commands know the form (UTF-8).
  package var id: [UInt8]
  /// The form's own version, such as `1.0.0` (UTF-8).
  package var version: [UInt8]
  /// The version of the guide that it is from, such as `2026-11` (UTF-8).
  package var guideVersion: [UInt8]
  /// What readers call the form (UTF-8).
  package var title: [UInt8]
  /// How dates are written on paper, with `{year}`, `{month}` and `{day}`; empty for 2026-11-22.
  package var dateFormat: [UInt8] = []
  /// Of the printed words and the guide (RFC 3066), such as `zh-CN`; empty until the blank is drawn.
  package var language: [UInt8] = []
  /// The blank PDF that belongs to it, without its bytes.
  package var blank = BlankFile()
  /// Who fills which fields, such as the applicant and the office; a field names one by its index.
  package var roles: [[UInt8]] = []
  /// The repeated sections; a field names one by its index.
  package var groups: [FieldGroup] = []
  /// Questions that a record answers, in the form's order, elements of groups one by one.
  package var fields: [CompiledField] = []
  /// Questions that no record answers, in the form's order.
  package var handFields: [HandField] = []
  /// What answers must keep beside their rules, in the order in which they are told.
  package var checks: [FieldCheck] = []
  /// Where the record's code is printed, at most once a page.
  package var qrCodes: [QRCodePlace] = []
  /// Boxes whose sizes follow from answers.
  package var samples: [SealBoxes] = []

  /// A form without questions and without a blank.
  package init(id: [UInt8], version: [UInt8], guideVersion: [UInt8], title: [UInt8]) {
    self.id = id
    self.version = version
    self.guideVersion = guideVersion
    self.title = title
  }

  /// Index of the field with this key.
  package func field(_ key: [UInt8]) -> Int? { fields.firstIndex { $0.key == key } }
}
