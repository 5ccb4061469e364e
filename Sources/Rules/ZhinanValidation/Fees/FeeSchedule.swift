/// The prices, in whole units of money.
public struct FeeSchedule: Sendable, Equatable {
  /// A new certificate, its first year.
  public var firstYear: Int32
  /// Each year of a renewal.
  public var renewalYear: Int32
  /// A key that replaces a lost or damaged one.
  public var key: Int32
  /// The most years at once; the least is one.
  public var largestYears: UInt8
  /// The most of anything at once.
  public var largestCount: UInt16

  /// A schedule from its prices and limits.
  public init(firstYear: Int32, renewalYear: Int32, key: Int32, largestYears: UInt8, largestCount: UInt16) {
    self.firstYear = firstYear
    self.renewalYear = renewalYear
    self.key = key
    self.largestYears = largestYears
    self.largestCount = largestCount
  }

  /// What a request costs.
  public struct Estimate: Sendable, Equatable {
    /// Later years of a new certificate at the renewal's price, every first key a gift.
    public var estimate: Int64
    /// Every year of a new certificate at the first year's price, and only one key a gift.
    public var upper: Int64
  }

  /// Both figures for a request; `E_TYPE`, `E_RANGE`, `E_YEARS` or `E_NOTHING` for a wrong one, `W_MULTI_YEAR` and
  /// `W_KEY_GIFT_AMBIGUOUS` where the figures differ.
  public func estimate(_ request: FeeRequest) -> CheckedValue<Estimate> {
    let counts = [request.new, request.renew, request.lost, request.damaged, request.defectiveInWarranty]
    for count in counts + [request.years, request.renewYears] where count == .wrongType {
      return CheckedValue(.eType)
    }
    for count in counts where !(0...Int64(largestCount)).contains(value(count, absent: 0)) {
      return CheckedValue(.eRange)
    }
    let years = value(request.years, absent: 1)
    let renewYears = value(request.renewYears, absent: 1)
    for number in [years, renewYears] where number < 1 || number > Int64(largestYears) {
      return CheckedValue(.eYears)
    }
    let numbers = counts.map { value($0, absent: 0) }
    let (new, renew) = (numbers[0], numbers[1])
    if numbers.allSatisfy({ $0 == 0 }) { return CheckedValue(.eNothing) }
    let (first, renewal, keyPrice) = (Int64(firstYear), Int64(renewalYear), Int64(key))
    let both = renewal * renew * renewYears + keyPrice * (numbers[2] + numbers[3])
    let estimate = Estimate(
      estimate: first * new + renewal * (years - 1) * new + both,
      upper: first * new * years + keyPrice * max(new - 1, 0) + both)
    var verdict = Verdict()
    if new > 0, years > 1 { verdict.add(.wMultiYear) }
    if new > 1 { verdict.add(.wKeyGiftAmbiguous) }
    return CheckedValue(estimate, verdict)
  }

  private func value(_ count: FeeCount, absent: Int64) -> Int64 {
    switch count {
    case .absent, .wrongType: absent
    case .whole(let number): number
    }
  }
}
