internal import Diagnostics
internal import SourceText
internal import ZhinanValidation

/// What a number, a date, a month or a time of a field may be.
struct FieldLimits {
  /// Behind a decimal's point.
  var digits = 0
  var unit = ""
  /// In units of the last digit.
  var minimum = Int64.min
  var maximum = Int64.max
  var earliest: FieldDefinition.ConditionText?
  var latest: FieldDefinition.ConditionText?

  /// Reads `digits`, `unit`, `min` and `max` as a field of this kind has them.
  static func read(_ kind: FieldDefinition.Kind, key: String, _ reader: inout MapReader) -> FieldLimits {
    var limits = FieldLimits()
    let place = reader.place
    switch kind {
    case .integer, .decimal:
      if kind == .decimal { limits.digits = reader.integer("digits") ?? 2 }
      limits.unit = reader.text("unit") ?? ""
      // 12 and “5kg” would be read as 125 kg.
      if let first = limits.unit.unicodeScalars.first, first.properties.generalCategory == .decimalNumber {
        reader.report(.error("form.value/unit", at: place, ["text": .text(limits.unit)]))
      }
      guard (0...DecimalNumber.mostDecimals).contains(limits.digits) else {
        reader.report(.error("form.value/digits", at: place, ["limit": .number(DecimalNumber.mostDecimals)]))
        return limits
      }
      limits.minimum = number("min", kind, limits.digits, key, &reader) ?? .min
      limits.maximum = number("max", kind, limits.digits, key, &reader) ?? .max
      if limits.minimum > limits.maximum { reader.report(.error("form.value/limit", at: place, ["key": .text(key)])) }
    case .date, .yearMonth, .time:
      limits.earliest = FieldDefinition.condition("min", &reader)
      limits.latest = FieldDefinition.condition("max", &reader)
    case .text, .choice, .choices, .yesNo, .blank, .signature: break
    }
    return limits
  }

  /// A number in units of the last of so many digits; `nil` where it has more, or is none.
  static func units(_ text: String, digits: Int) -> Int64? {
    guard let value = Array(text.utf8).withUnsafeBufferPointer({ DecimalNumber.check($0).value }) else { return nil }
    var step = DecimalNumber.unit
    for _ in 0..<digits { step /= 10 }
    return value % step == 0 ? value / step : nil
  }

  private static func number(
    _ name: String, _ kind: FieldDefinition.Kind, _ digits: Int, _ key: String, _ reader: inout MapReader
  ) -> Int64? {
    if kind == .integer {
      guard let number = reader.integer(name) else { return nil }
      if Int32(exactly: number) == nil {
        reader.report(.error("form.value/limit", at: reader.place, ["key": .text(key)]))
      }
      return Int64(number)
    }
    guard let node = reader.node(name) else { return nil }
    if let number = node.text.flatMap({ units($0, digits: digits) }) { return number }
    reader.report(.error("form.value/decimal", at: node.place, ["key": .text(name), "digits": .number(digits)]))
    return nil
  }
}
