/// Which pages hold a bigram: a hash table whose entries are chains, so that a bigram costs no array of its own.
struct BigramPages {
  /// Where on a page a bigram stands.
  struct Place: OptionSet {
    let rawValue: UInt32
    static let heading = Place(rawValue: 1)
    static let title = Place(rawValue: 2)
  }

  private struct Entry {
    let bigram: Bigram
    /// The last link of its chain.
    var last: UInt32
  }

  private struct Link {
    /// The page's number and, in the lowest bits, the places.
    var page: UInt32
    /// The link of the page before; `noLink` in the first.
    let before: UInt32
  }

  private static let noLink = UInt32.max

  private var entries: [Entry] = []
  private var links: [Link] = []
  /// Numbers of entries and 1, by the bigrams' hashes; 0 where none is. A power of two, at most half full.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  /// A table without bigrams.
  ///
  /// - Parameter characters: how many bigrams there may be, repeated ones too. Room is kept for all of them, since memory
  ///   that nothing is written to costs none, and an array that grows is there twice while it is copied.
  init(characters: Int) { links.reserveCapacity(characters) }

  /// Adds a bigram of a page. Pages come in the order of their numbers.
  mutating func add(_ bigram: Bigram, page: UInt32, at place: Place) {
    let slot = slot(of: bigram)
    guard slots[slot] != 0 else {
      links.append(Link(page: page << 2 | place.rawValue, before: Self.noLink))
      entries.append(Entry(bigram: bigram, last: UInt32(links.count - 1)))
      slots[slot] = UInt32(entries.count)
      if entries.count * 2 > slots.count { grow() }
      return
    }
    let entry = Int(slots[slot] - 1)
    let last = Int(entries[entry].last)
    if links[last].page >> 2 == page {
      links[last].page |= place.rawValue
    } else {
      links.append(Link(page: page << 2 | place.rawValue, before: UInt32(last)))
      entries[entry].last = UInt32(links.count - 1)
    }
  }

  private func slot(of bigram: Bigram) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (bigram.key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot] != 0, entries[Int(slots[slot] - 1)].bigram != bigram { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, entry) in entries.enumerated() { slots[slot(of: entry.bigram)] = UInt32(number + 1) }
  }

  /// Calls `body` with every bigram in ascending order and its pages, ascending, with the places.
  func forEach(_ body: (Bigram, [(page: UInt32, place: Place)]) -> Void) {
    var pages: [(page: UInt32, place: Place)] = []
    for entry in entries.sorted(by: { $0.bigram < $1.bigram }) {
      pages.removeAll(keepingCapacity: true)
      var link = entry.last
      while link != Self.noLink {
        let found = links[Int(link)]
        pages.append((found.page >> 2, Place(rawValue: found.page & 3)))
        link = found.before
      }
      pages.reverse()
      body(entry.bigram, pages)
    }
  }
}
