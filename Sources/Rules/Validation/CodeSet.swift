/// A set of codes; it iterates in the order of their raw values.
public struct CodeSet: Sendable, Equatable, Sequence {
  private var bits: UInt64

  /// No codes.
  public init() { bits = 0 }

  /// One code.
  public init(_ code: Code) { bits = 1 &<< UInt64(code.rawValue) }

  /// Whether there is no code.
  public var isEmpty: Bool { bits == 0 }

  /// The number of codes.
  public var count: Int { bits.nonzeroBitCount }

  /// Whether `code` is in the set.
  public func contains(_ code: Code) -> Bool { bits & (1 &<< UInt64(code.rawValue)) != 0 }

  /// Adds a code.
  public mutating func insert(_ code: Code) { bits |= 1 &<< UInt64(code.rawValue) }

  /// This set and the codes of `other`.
  public func union(_ other: CodeSet) -> CodeSet {
    var both = self
    both.bits |= other.bits
    return both
  }

  /// The codes in the order of their raw values.
  public func makeIterator() -> Iterator { Iterator(bits: bits) }

  /// The codes of a set, one after another.
  public struct Iterator: IteratorProtocol, Sendable {
    fileprivate var bits: UInt64

    /// The next code, or `nil` after the last.
    public mutating func next() -> Code? {
      guard bits != 0 else { return nil }
      let place = UInt8(truncatingIfNeeded: bits.trailingZeroBitCount)
      bits &= bits &- 1
      return Code(rawValue: place)
    }
  }
}
