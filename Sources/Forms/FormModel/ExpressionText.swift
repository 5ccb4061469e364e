#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

/// Values of expressions as messages write them.
package enum ExpressionText {
  /// A value of a field as the canonical text of an answer; `nil` beyond what there is (``FieldExpression``).
  package static func text(of value: Int64, _ field: CompiledField) -> [UInt8]? {
    AnswerValues.text(of: value, field.kind, digits: Int(field.digits))
  }

  /// A number in units of the last of so many digits behind the point.
  package static func number(_ value: Int64, digits: UInt8) -> [UInt8] {
    var text: [UInt8] = []
    let (number, overflows) = value.multipliedReportingOverflow(by: AnswerValues.step(digits: Int(digits)))
    if overflows { text.appendDecimal(value) } else { DecimalNumber.append(number, decimals: 0, to: &text) }
    return text
  }
}
