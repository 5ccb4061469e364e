#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

/// A number that expressions reckon with, never rounded on the way: so many parts, 10 to the `digits` of which are one. Dates,
/// months and times have no digits.
struct ExactNumber: Sendable, Equatable {
  private(set) var parts: Int64
  /// 0 to 18.
  private(set) var digits: Int

  /// So many whole ones.
  init(whole: Int64) { (parts, digits) = (whole, 0) }

  /// So many ten-thousandths.
  init(tenThousandths: Int64) { self.init(parts: tenThousandths, digits: DecimalNumber.mostDecimals) }

  /// Zeros at the end say nothing.
  private init(parts: Int64, digits: Int) {
    (self.parts, self.digits) = (parts, digits)
    while self.digits > 0, self.parts % 10 == 0 {
      self.parts /= 10
      self.digits -= 1
    }
  }

  /// The whole number that it is; `nil` for a fraction.
  var whole: Int64? { digits == 0 ? parts : nil }

  /// The same value in parts of so many digits; `nil` where these are too many for it.
  private func parts(withDigits wanted: Int) -> Int64? {
    var parts = parts
    for _ in 0..<max(0, wanted - digits) {
      let (more, overflows) = parts.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      parts = more
    }
    return parts
  }

  /// Ten-thousandths, rounded once to so many digits behind the point, halves away from zero; `nil` beyond 15 digits.
  func rounded(to wanted: Int) -> Int64? {
    var divisor: Int64 = 1
    for _ in 0..<max(0, digits - wanted) { divisor *= 10 }
    let rest = (parts % divisor).magnitude
    var whole = parts / divisor
    if divisor > 1, rest >= UInt64(divisor / 2) { whole += parts < 0 ? -1 : 1 }
    let rounded = ExactNumber(parts: whole, digits: min(digits, wanted))
    guard let value = rounded.parts(withDigits: DecimalNumber.mostDecimals), value.magnitude < 1_000_000_000_000_000
    else {
      return nil
    }
    return value
  }

  /// Sum, difference and product; `nil` where they leave 63 bits.
  static func result(_ action: FieldExpression.Action, _ left: ExactNumber, _ right: ExactNumber) -> ExactNumber? {
    if action == .multiply {
      let (product, overflows) = left.parts.multipliedReportingOverflow(by: right.parts)
      return overflows || left.digits + right.digits > 18
        ? nil : ExactNumber(parts: product, digits: left.digits + right.digits)
    }
    let digits = max(left.digits, right.digits)
    guard let first = left.parts(withDigits: digits), let second = right.parts(withDigits: digits) else { return nil }
    let (sum, overflows) =
      action == .subtract ? first.subtractingReportingOverflow(second) : first.addingReportingOverflow(second)
    return overflows ? nil : ExactNumber(parts: sum, digits: digits)
  }
}
