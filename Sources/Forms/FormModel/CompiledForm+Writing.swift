#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

extension CompiledForm {
  /// First bytes of a compiled form: `ZHFORM` and the format's version.
  static let signature: [UInt8] = [0x5A, 0x48, 0x46, 0x4F, 0x52, 0x4D]
  /// The version of the bytes that this program writes and reads.
  package static let formatVersion: UInt16 = 5

  /// The form as bytes: signature, format version (16 bit), SHA-256 of what follows, then the tables in the order of
  /// this file. Numbers are little-endian, texts UTF-8 after a 32-bit length, lists follow a 16-bit count.
  package func encoded() -> [UInt8] {
    var body = FormByteWriter()
    for text in [id, version, guideVersion, title, dateFormat, language] { body.string(text) }
    body.blank(blank)
    body.list(roles) { writer, role in writer.string(role) }
    body.list(groups) { writer, group in
      writer.string(group.key)
      writer.string(group.title)
      writer.integer(group.minimum)
      writer.integer(group.maximum)
    }
    body.list(fields) { writer, field in writer.field(field) }
    body.list(handFields) { writer, field in writer.handField(field) }
    body.list(checks) { writer, check in writer.check(check) }
    body.list(qrCodes) { writer, code in
      writer.integer(code.page)
      writer.rectangle(code.rectangle)
    }
    body.list(samples) { writer, boxes in writer.samples(boxes) }
    return SealedBytes.seal(body.bytes, signature: Self.signature, version: Self.formatVersion)
  }
}

extension FormByteWriter {
  fileprivate mutating func field(_ field: CompiledField) {
    string(field.key)
    label(field.label, titleLength: field.titleLength, short: field.shortLabel)
    optional(field.hint) { writer, hint in writer.string(hint) }
    byte(field.kind.rawValue)
    rule(field.rule)
    integer(field.maxLength)
    byte(field.digits)
    string(field.unit)
    integer(field.minimum)
    integer(field.maximum)
    for expression in [field.earliest, field.latest, field.computation] {
      optional(expression) { writer, expression in writer.expression(expression) }
    }
    list(field.options) { writer, option in
      writer.string(option.value)
      writer.string(option.label)
    }
    switch field.need {
    case .optional: byte(0)
    case .always: byte(1)
    case .when(let condition):
      byte(2)
      self.condition(condition)
    }
    optional(field.appliesWhen) { writer, appliesWhen in writer.condition(appliesWhen) }
    switch field.fallback {
    case .none: byte(0)
    case .constant(let value):
      byte(1)
      string(value)
    case .copy(let other, let first, let last):
      byte(2)
      integer(UInt16(other))
      byte(first)
      byte(last)
    }
    byte(field.privacy.map { $0.rawValue + 1 } ?? 0)
    optional(field.item) { writer, item in writer.item(item) }
    optional(field.role) { writer, role in writer.byte(role) }
    list(field.widgets) { writer, widget in writer.widget(widget) }
  }

  fileprivate mutating func handField(_ field: HandField) {
    integer(field.position)
    string(field.key)
    label(field.label, titleLength: field.titleLength, short: field.shortLabel)
    optional(field.item) { writer, item in writer.item(item) }
  }

  private mutating func label(_ label: [UInt8], titleLength: Int, short: [UInt8]?) {
    string(label)
    integer(UInt32(titleLength))
    optional(short) { writer, short in writer.string(short) }
  }

  fileprivate mutating func check(_ check: FieldCheck) {
    integer(check.field)
    var (others, first, last): ([UInt16], UInt8, UInt8) = ([], 0, 0)
    var (minimum, maximum): (Int64, Int64) = (0, 0)
    var claim: FieldCondition?
    switch check.kind {
    case .equal(let other, let from, let to):
      byte(0)
      (others, first, last) = ([other], from, to)
    case .different(let other, let from, let to):
      byte(1)
      (others, first, last) = ([other], from, to)
    case .within(let least, let most):
      byte(2)
      (minimum, maximum) = (least, most)
    case .holds(let condition):
      byte(3)
      claim = condition
    case .distinct(let fields):
      byte(4)
      others = fields
    case .oneOf(let fields):
      byte(5)
      others = fields
    }
    list(others) { writer, field in writer.integer(field) }
    byte(first)
    byte(last)
    integer(minimum)
    integer(maximum)
    optional(claim) { writer, condition in writer.condition(condition) }
    optional(check.condition) { writer, condition in writer.condition(condition) }
    byte(check.warns ? 1 : 0)
    list(check.say) { writer, text in writer.string(text) }
  }

  private mutating func rule(_ rule: FieldRule) {
    switch rule {
    case .one(let rule):
      byte(0)
      byte(rule.rawValue)
    case .chosen(let by, let cases, let otherwise):
      byte(1)
      integer(UInt16(by))
      list(cases) { writer, entry in
        writer.byte(entry.option)
        writer.byte(entry.rule.rawValue)
      }
      byte(otherwise.rawValue)
    }
  }

  private mutating func condition(_ condition: FieldCondition) {
    switch condition {
    case .chosen(let field, let options):
      byte(0)
      integer(UInt16(field))
      integer(options)
    case .present(let field):
      byte(1)
      integer(UInt16(field))
    case .not(let inner):
      byte(2)
      self.condition(inner)
    case .all(let list):
      byte(3)
      self.list(list) { writer, inner in writer.condition(inner) }
    case .any(let list):
      byte(4)
      self.list(list) { writer, inner in writer.condition(inner) }
    case .compared(let left, let comparison, let right):
      byte(5)
      self.comparison(left, comparison, right)
    }
  }
}
