internal import ZhinanValidation

/// An exact number: a fraction in lowest terms whose denominator is positive.
package struct Fraction: Sendable, Hashable {
  /// What stands above the line.
  package let numerator: Int64
  /// What stands below it.
  package let denominator: Int64

  /// A whole number.
  package init(_ whole: Int64) { (numerator, denominator) = (whole, 1) }

  /// A quotient; `nil` where it is divided by 0 or does not fit.
  package init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.divisor(numerator.magnitude, denominator.magnitude)
    let sign: Int64 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int64(divisor)
    self.denominator = sign * denominator / Int64(divisor)
  }

  /// The number that a text is as data files write it: digits, up to four behind a point, perhaps a minus sign.
  package init?(_ text: String) {
    let number = DecimalNumber.tenThousandths(Array(text.utf8), digits: Int32(DecimalNumber.mostDecimals))
    guard let number, number.magnitude < UInt64(Int64.max) else { return nil }
    self.init(number, over: DecimalNumber.unit)
  }

  private static func divisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (larger, smaller) = (first, second)
    while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(1, larger)
  }

  /// The sum; `nil` where it does not fit.
  func adding(_ other: Fraction) -> Fraction? {
    let (first, second) = (
      numerator.multipliedReportingOverflow(by: other.denominator),
      other.numerator.multipliedReportingOverflow(by: denominator)
    )
    let sum = first.partialValue.addingReportingOverflow(second.partialValue)
    let below = denominator.multipliedReportingOverflow(by: other.denominator)
    if first.overflow || second.overflow || sum.overflow || below.overflow { return nil }
    return Fraction(sum.partialValue, over: below.partialValue)
  }

  /// The product; `nil` where it does not fit.
  func times(_ other: Fraction) -> Fraction? {
    // Terms that both sides have are taken out first, so that more products fit.
    guard let first = Fraction(numerator, over: other.denominator),
      let second = Fraction(other.numerator, over: denominator)
    else { return nil }
    let above = first.numerator.multipliedReportingOverflow(by: second.numerator)
    let below = first.denominator.multipliedReportingOverflow(by: second.denominator)
    return above.overflow || below.overflow ? nil : Fraction(above.partialValue, over: below.partialValue)
  }

  /// One divided by it; `nil` for 0.
  var inverse: Fraction? { Fraction(denominator, over: numerator) }

  /// The number with the other sign.
  var negative: Fraction? { times(Fraction(-1)) }

  /// The greatest whole number that is not above it.
  var floor: Int64 { numerator / denominator - (numerator % denominator < 0 ? 1 : 0) }

  /// The nearest number with so many digits (0 to 4) behind its point, halves away from 0; `nil` where it does not fit.
  func rounded(_ digits: Int) -> Fraction? {
    let power = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
    guard let scaled = times(Fraction(power)), let half = Fraction(scaled.numerator < 0 ? -1 : 1, over: 2),
      let moved = scaled.adding(half)
    else { return nil }
    return Fraction(moved.numerator / moved.denominator, over: power)
  }

  /// The greatest whole number whose square is not above it; `nil` below 0.
  var root: Fraction? {
    guard numerator >= 0 else { return nil }
    let whole = floor
    var root = Int64(Double(whole).squareRoot())
    while root > 0, root > whole / root { root -= 1 }
    while (root + 1) <= whole / (root + 1) { root += 1 }
    return Fraction(root)
  }

  /// The number as data files write it; `nil` where four digits behind the point are not enough.
  package var text: String? {
    guard DecimalNumber.unit % denominator == 0 else { return nil }
    let number = numerator.multipliedReportingOverflow(by: DecimalNumber.unit / denominator)
    guard !number.overflow else { return nil }
    var bytes: [UInt8] = []
    DecimalNumber.append(number.partialValue, decimals: 0, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
