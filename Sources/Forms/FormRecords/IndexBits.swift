/// A set of small numbers from 0, such as indices into a compiled form: one bit each.
package struct IndexBits: Sendable {
  private var words: [UInt64]

  /// No numbers yet; those below `count` may be added.
  package init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  /// Adds a number; whether it was not there.
  @discardableResult package mutating func insert(_ index: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(index & 63)
    defer { words[index >> 6] |= bit }
    return words[index >> 6] & bit == 0
  }

  /// Whether the number was added.
  package func contains(_ index: Int) -> Bool { words[index >> 6] & 1 << UInt64(index & 63) != 0 }
}
