#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// What an answer is made of.
package enum FieldKind: UInt8, Sendable {
  case text, integer, date
  /// One of the options.
  case choice
  /// Any of the options.
  case choices
  /// A number with digits behind the point.
  case decimal
  /// A month of a year.
  case yearMonth
  /// Hours and minutes.
  case time

  /// Whether an answer counts.
  package var isNumber: Bool { self == .integer || self == .decimal }
}

/// One way to answer a choice.
package struct FieldOption: Sendable, Equatable {
  /// The word in records and in the PDF (ASCII).
  package var value: [UInt8]
  /// What readers see (UTF-8).
  package var label: [UInt8]

  /// An option by its word in records and its words for readers.
  package init(value: [UInt8], label: [UInt8]) {
    self.value = value
    self.label = label
  }
}

/// Which rule a text keeps.
package enum FieldRule: Sendable, Equatable {
  /// The same rule for every record.
  case one(Rule)
  /// The rule depends on the option that another choice has: pairs of option index and rule; `otherwise` when none.
  case chosen(by: Int, cases: [RuleCase], otherwise: Rule)
}

/// One case of a rule that depends on another field's answer.
package struct RuleCase: Sendable, Equatable {
  /// Index into the options of the choice that decides, 0 to 63.
  package var option: UInt8
  /// The rule that the text keeps when that option is chosen.
  package var rule: Rule

  /// A case by an option's index and the rule that goes with it.
  package init(option: UInt8, rule: Rule) {
    self.option = option
    self.rule = rule
  }
}

/// What stands for an answer that was not given.
package enum FieldDefault: Sendable, Equatable {
  case none
  /// A fixed text, or an option's value for a choice.
  case constant([UInt8])
  /// Characters of another field's answer, first and last counted from 1; `last` 0 takes all.
  case copy(field: Int, first: UInt8, last: UInt8)
}

/// Whether an answer must be given.
package enum FieldNeed: Sendable, Equatable {
  case optional, always
  case when(FieldCondition)
}

/// A repeated group: a list in the record whose elements have the same fields.
package struct FieldGroup: Sendable, Equatable {
  /// The list's key in the record.
  package var key: [UInt8]
  /// What readers call it (UTF-8).
  package var title: [UInt8]
  /// Fewest elements that a record must have.
  package var minimum: UInt16
  /// Most elements that the paper has room for.
  package var maximum: UInt16
  /// More elements than these no group has.
  package static let mostElements: UInt16 = 50

  /// A group with room for `maximum` elements, at most ``mostElements``.
  package init(key: [UInt8], title: [UInt8], minimum: UInt16, maximum: UInt16) {
    self.key = key
    self.title = title
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// Which element of which repeated group a field belongs to.
package struct GroupElement: Sendable, Equatable {
  /// Index into the form's groups.
  package var group: UInt16
  /// From 0.
  package var index: UInt16

  /// An element by its group's index and its own, both from 0.
  package init(group: UInt16, index: UInt16) {
    self.group = group
    self.index = index
  }
}

/// One question of a compiled form.
package struct CompiledField: Sendable, Equatable {
  /// The key in records and the PDF's field name (ASCII); `seals[0].name` in a repeated group.
  package var key: [UInt8]
  /// What readers call it (UTF-8), the title of the group's element first.
  package var label: [UInt8]
  /// Bytes of the label that are the title of the group's element; 0 outside groups.
  package var titleLength = 0
  /// The label on paper, without the element's title, where it is another.
  package var shortLabel: [UInt8]?
  /// Told with an error that has no hint of its own.
  package var hint: [UInt8]?
  /// What an answer is made of; the limits and options below count only for kinds that have them.
  package var kind: FieldKind
  /// Which rule a text keeps, an integer and a date too.
  package var rule: FieldRule
  /// Most Unicode scalars of a text; 0 when not limited.
  package var maxLength: UInt16 = 0
  /// Digits that a decimal has behind the point, 0 to 4.
  package var digits: UInt8 = 0
  /// What a number counts, such as `kg` (UTF-8); empty for none. It stands behind the answer, and may be typed there.
  package var unit: [UInt8] = []
  /// Least number that an answer may be, in units of its last digit: 250 is 2.50 where ``digits`` is 2.
  package var minimum: Int64 = .min
  /// Greatest number that an answer may be, in units of its last digit.
  package var maximum: Int64 = .max
  /// The first and the last date, month or time that an answer may be.
  package var earliest: FieldExpression?, latest: FieldExpression?
  /// What works out the answer, which then is not typed.
  package var computation: FieldExpression?
  /// At most 64.
  package var options: [FieldOption] = []
  /// Whether an answer must be given where the question applies.
  package var need: FieldNeed = .optional
  /// When the question applies at all.
  package var appliesWhen: FieldCondition?
  /// What stands for an answer that is not given.
  package var fallback: FieldDefault = .none
  /// How a value is masked in messages and previews; `nil` when what it looks like decides (``ShownAnswer``).
  package var privacy: MaskKind?
  /// `nil` outside repeated groups.
  package var item: GroupElement?
  /// Who fills it, an index into the form's roles.
  package var role: UInt8?
  /// Its boxes on paper, for boxes to tick one an option; empty until the blank is drawn.
  package var widgets: [FieldWidget] = []

  /// An optional question without limits, options, default and widgets.
  package init(key: [UInt8], label: [UInt8], kind: FieldKind, rule: FieldRule) {
    self.key = key
    self.label = label
    self.kind = kind
    self.rule = rule
  }
}

extension CompiledField {
  /// Whether it is a question of yes or no: its options are `yes` and `no`.
  package var isYesOrNo: Bool {
    OptionWords.isYesOrNo(options)
  }

  /// The field's name in the PDF: its key, `seals[0].name` as `seals-0-name`, because a full stop parts names there.
  package var pdfName: [UInt8] { Self.pdfName(of: key) }

  /// The name in the PDF of a field with this key.
  package static func pdfName(of key: some Sequence<UInt8>) -> [UInt8] {
    var name: [UInt8] = []
    for byte in key {
      switch byte {
      case 0x5B, 0x2E: name.append(0x2D)
      case 0x5D: break
      default: name.append(byte)
      }
    }
    return name
  }
}
