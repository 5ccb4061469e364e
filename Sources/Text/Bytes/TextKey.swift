/// A name as a key: it is the same as another that Unicode calls the same, such as é in one or two characters. In the
/// browser, which has no tables of Unicode, it is the same when its bytes are.
package struct TextKey: Sendable, Equatable {
  #if hasFeature(Embedded)
    private let text: [UInt8]

    /// The key that UTF-8 `text` is.
    package init(_ text: some Collection<UInt8>) { self.text = Array(text) }

    fileprivate var hash: Int { Int(truncatingIfNeeded: FNV1a.hash64(text)) }
  #else
    private let text: String

    /// The key that UTF-8 `text` is.
    package init(_ text: some Collection<UInt8>) { self.text = String(decoding: text, as: UTF8.self) }

    fileprivate var hash: Int { text.hashValue }
  #endif
}

/// Names with a number each. One table of keys for all: each further kind of dictionary costs the browser's module
/// several kilobytes.
package struct TextIndex: Sendable {
  private var entries: [(key: TextKey, number: Int)] = []
  /// By hash: 0, or an entry's index and 1. As many as a power of two, at most half of them in use.
  private var slots: [Int] = []

  /// No names.
  package init() {}

  /// Whether it has no name.
  package var isEmpty: Bool { entries.isEmpty }

  /// The number of `key`, `nil` where it has none.
  package subscript(_ key: TextKey) -> Int? {
    if slots.isEmpty { return nil }
    let entry = slots[slot(of: key)]
    return entry == 0 ? nil : entries[entry - 1].number
  }

  /// Gives `key` a number where it has none yet.
  ///
  /// - Returns: whether it had none.
  @discardableResult
  package mutating func insert(_ key: TextKey, _ number: Int) -> Bool {
    if entries.count * 2 >= slots.count { grow() }
    let slot = slot(of: key)
    guard slots[slot] == 0 else { return false }
    entries.append((key, number))
    slots[slot] = entries.count
    return true
  }

  /// Where `key` stands or is to stand.
  private func slot(of key: TextKey) -> Int {
    var slot = key.hash & (slots.count - 1)
    while slots[slot] != 0, entries[slots[slot] - 1].key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [Int](repeating: 0, count: max(16, slots.count * 2))
    for index in entries.indices { slots[slot(of: entries[index].key)] = index + 1 }
  }
}
