/// A set of codes; it iterates in the order of their raw values.
public struct CodeSet: Sendable, Equatable, Sequence {
  /// One bit a code, by raw value: below 64, and from 64 on.
  private var low: UInt64
  private var high: UInt64

  /// No codes.
  public init() {
    low = 0
    high = 0
  }

  /// One code.
  public init(_ code: Code) {
    self.init()
    insert(code)
  }

  /// Whether there is no code.
  public var isEmpty: Bool { low | high == 0 }

  /// The number of codes.
  public var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

  /// Whether `code` is in the set.
  public func contains(_ code: Code) -> Bool {
    let bit: UInt64 = 1 &<< UInt64(code.rawValue & 63)
    return (code.rawValue < 64 ? low : high) & bit != 0
  }

  /// Adds a code.
  public mutating func insert(_ code: Code) {
    let bit: UInt64 = 1 &<< UInt64(code.rawValue & 63)
    if code.rawValue < 64 { low |= bit } else { high |= bit }
  }

  /// This set and the codes of `other`.
  public func union(_ other: CodeSet) -> CodeSet {
    var both = self
    both.low |= other.low
    both.high |= other.high
    return both
  }

  /// The codes in the order of their raw values.
  public func makeIterator() -> Iterator { Iterator(low: low, high: high) }

  /// The codes of a set, one after another.
  public struct Iterator: IteratorProtocol, Sendable {
    fileprivate var low: UInt64
    fileprivate var high: UInt64

    /// The next code, or `nil` after the last.
    public mutating func next() -> Code? {
      if low != 0 {
        let place = UInt8(truncatingIfNeeded: low.trailingZeroBitCount)
        low &= low &- 1
        return Code(rawValue: place)
      }
      guard high != 0 else { return nil }
      let place = UInt8(truncatingIfNeeded: high.trailingZeroBitCount)
      high &= high &- 1
      return Code(rawValue: place &+ 64)
    }
  }
}
