/// Prices, and how they make the sum that something costs: charges of prices times what was asked for.
///
/// Prices and what is asked for are ten-thousandths of one (``DecimalNumber``), sums hundred-millionths; all of it is exact.
public struct PriceList: Sendable, Equatable {
  /// Something that is asked for, such as a number of copies.
  public struct Input: Sendable, Equatable {
    /// Its name in requests, ASCII.
    public var name: [UInt8]
    /// The least that may be asked for. Where that is none, it is an amount: a request without any amount is
    /// `E_NOTHING`.
    public var least: Int64
    /// The most that may be asked for.
    public var most: Int64
    /// What counts when nothing is said.
    public var usual: Int64
    /// Digits behind the point that a request may have, 0 to 4.
    public var digits: Int32
    /// Whether it is a number of years: outside its limits it is `E_YEARS`, any other `E_RANGE`.
    public var isYears: Bool

    /// An input; none is asked for unless something is said, whole numbers only.
    public init(
      _ name: [UInt8], least: Int64 = 0, most: Int64, usual: Int64 = 0, digits: Int32 = 0, isYears: Bool = false
    ) {
      self.name = name
      self.least = least
      self.most = most
      self.usual = usual
      self.digits = digits
      self.isYears = isYears
    }
  }

  /// What a price is multiplied by: an input, or what it exceeds a number by.
  public struct Factor: Sendable, Equatable {
    /// Place of the input among ``PriceList/names``.
    public var input: Int
    /// What is taken off; what would be left below none is none.
    public var less: Int64

    /// A factor; nothing is taken off unless it is said.
    public init(_ input: Int, less: Int64 = 0) {
      self.input = input
      self.less = less
    }
  }

  /// The price of each part of a quantity up to a bound.
  public struct Tier: Sendable, Equatable {
    /// Where it ends, inclusive; the greatest number for no end.
    public var upTo: Int64
    /// The price of one.
    public var price: Int64

    /// A tier; without an end unless it is said.
    public init(upTo: Int64 = .max, price: Int64) {
      self.upTo = upTo
      self.price = price
    }
  }

  /// One line of a reckoning.
  public struct Charge: Sendable, Equatable {
    /// Ascending; the first factor is charged through them, each part of it at its own price.
    public var tiers: [Tier]
    /// What the price is multiplied by; none for once. Only the first may have digits behind its point.
    public var times: [Factor]

    /// A charge of a price with tiers.
    public init(tiers: [Tier], times: [Factor]) {
      self.tiers = tiers
      self.times = times
    }

    /// A charge of one price.
    public init(price: Int64, times: [Factor]) { self.init(tiers: [Tier(price: price)], times: times) }
  }

  /// A warning that the price list itself has: where its source leaves open what holds.
  public struct Doubt: Sendable, Equatable {
    /// `W_…`, ASCII.
    public var code: [UInt8]
    /// Told where all of them are more than none; without any, where the two reckonings differ.
    public var when: [Factor]

    /// A doubt.
    public init(_ code: [UInt8], when: [Factor] = []) {
      self.code = code
      self.when = when
    }
  }

  /// Names of what can be asked for, in the order in which requests give it.
  public let names: [[UInt8]]
  /// Codes of the doubts, in the order in which they are told.
  public let codes: [[UInt8]]
  /// All else, one number behind another, as ``PriceNumbers`` reads it: in a browser's module lists of structures are larger.
  package let numbers: [Int64]

  /// A price list. `upper` is another reckoning that may hold; without one there is no doubt of the first.
  public init(inputs: [Input], estimate: [Charge], upper: [Charge] = [], doubts: [Doubt] = []) {
    names = inputs.map { $0.name }
    codes = doubts.map { $0.code }
    var numbers: [Int64] = []
    for input in inputs {
      numbers += [input.least, input.most, input.usual, Int64(input.digits), input.isYears ? 1 : 0]
    }
    func add(_ factors: [Factor]) {
      numbers.append(Int64(factors.count))
      for factor in factors { numbers += [Int64(factor.input), factor.less] }
    }
    for charges in [estimate, upper] {
      numbers.append(Int64(charges.count))
      for charge in charges {
        add(charge.times)
        numbers.append(Int64(charge.tiers.count))
        for tier in charge.tiers { numbers += [tier.upTo, tier.price] }
      }
    }
    for doubt in doubts { add(doubt.when) }
    self.numbers = numbers
  }

  /// A price list that was one before.
  package init(names: [[UInt8]], codes: [[UInt8]], numbers: [Int64]) {
    self.names = names
    self.codes = codes
    self.numbers = numbers
  }
}
