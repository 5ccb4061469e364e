extension PriceList {
  /// What a request says of one input.
  public enum Given: Sendable, Equatable {
    case absent
    /// Ten-thousandths.
    case number(Int64)
    /// Something that is no such number.
    case wrongType
  }

  /// What a request costs.
  public struct Estimate: Sendable, Equatable {
    /// By the reckoning, in hundred-millionths.
    public var estimate: Int64
    /// By the other one where the list has any, in hundred-millionths.
    public var upper: Int64
    /// Places of the doubts that are to be told among ``PriceList/codes``.
    public var doubts: [Int]
  }

  /// The sums of a request.
  ///
  /// - Parameter given: what is asked for, in the order of the inputs; what lacks at the end is absent.
  /// - Returns: `E_TYPE` where something is no number, `E_RANGE` and `E_YEARS` outside the limits, `E_NOTHING` where all
  ///   amounts are none; `E_RANGE` too for sums that are too large to be reckoned.
  public func estimate(_ given: [Given]) -> CheckedValue<Estimate> {
    var values: [Int64] = []
    for place in names.indices {
      switch place < given.count ? given[place] : .absent {
      case .absent: values.append(usual(place))
      case .number(let number): values.append(number)
      case .wrongType: return CheckedValue(.eType)
      }
    }
    return estimate(of: values)
  }

  /// What counts for an input of which nothing is said.
  package func usual(_ input: Int) -> Int64 { numbers[input * 5 + 2] }

  /// Digits behind the point that an input may have.
  package func digits(_ input: Int) -> Int32 { Int32(truncatingIfNeeded: numbers[input * 5 + 3] & 7) }

  /// The sums of a request that says a number of each input.
  package func estimate(of values: [Int64]) -> CheckedValue<Estimate> {
    var rest = PriceNumbers(numbers)
    var problem: Code?
    var hasAmounts = false
    var isNothing = true
    for value in values {
      let (least, most) = (rest.next(), rest.next())
      _ = (rest.next(), rest.next())
      let isYears = rest.next() == 1
      if value < least || value > most { problem = isYears ? problem ?? .eYears : .eRange }
      if least <= 0 {
        hasAmounts = true
        if value != 0 { isNothing = false }
      }
    }
    if let problem { return CheckedValue(problem) }
    if hasAmounts, isNothing { return CheckedValue(.eNothing) }
    guard let sum = rest.sum(values), let other = rest.sum(values) else { return CheckedValue(.eRange) }
    let upper = other.isReckoned ? other.sum : sum.sum
    var told: [Int] = []
    for place in codes.indices {
      let factors = rest.factors(values)
      if factors.isEmpty ? sum.sum != upper : !factors.contains(0) { told.append(place) }
    }
    return CheckedValue(Estimate(estimate: sum.sum, upper: upper, doubts: told))
  }
}

/// Reads the numbers of a price list: of each input the least, the most, the usual, its digits and 1 for years; the count of
/// charges of either reckoning, and each: its factors (place of the input, what is taken off) behind their count, its tiers
/// (end, price) behind theirs; of each doubt its factors. Behind their end all are 0.
struct PriceNumbers {
  private let all: [Int64]
  private var place = 0

  init(_ all: [Int64]) { self.all = all }

  mutating func next() -> Int64 {
    guard place < all.count else { return 0 }
    place += 1
    return all[place - 1]
  }

  /// What the next factors are, never below none; none where there is no such input.
  mutating func factors(_ values: [Int64]) -> [Int64] {
    var factors: [Int64] = []
    let count = next()
    while factors.count < count, place < all.count {
      let input = Int(truncatingIfNeeded: next())
      let less = next()
      factors.append(values.indices.contains(input) ? max(values[input] &- less, 0) : 0)
    }
    return factors
  }

  /// The sum of the next charges, and whether there are any; `nil` where it is too large.
  mutating func sum(_ values: [Int64]) -> (sum: Int64, isReckoned: Bool)? {
    var sum: Int64 = 0
    let count = next()
    var charges = count
    while charges > 0, place < all.count {
      charges -= 1
      let factors = factors(values)
      let quantity = factors.first ?? 10_000
      var cost: Int64? = 0
      var below: Int64 = 0
      var tiers = next()
      while tiers > 0, place < all.count {
        tiers -= 1
        let (end, price) = (next(), next())
        if quantity > below { cost = Self.sum(cost, Self.product(min(quantity, end) &- below, price)) }
        below = end
      }
      for factor in factors.dropFirst() { cost = Self.product(cost, factor / 10_000) }
      guard let total = Self.sum(sum, cost) else { return nil }
      sum = total
    }
    return (sum, count > 0)
  }

  private static func product(_ left: Int64?, _ right: Int64?) -> Int64? {
    guard let left, let right else { return nil }
    let (product, isTooMuch) = left.multipliedReportingOverflow(by: right)
    return isTooMuch ? nil : product
  }

  private static func sum(_ left: Int64?, _ right: Int64?) -> Int64? {
    guard let left, let right else { return nil }
    let (sum, isTooMuch) = left.addingReportingOverflow(right)
    return isTooMuch ? nil : sum
  }
}
