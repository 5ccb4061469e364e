package import Diagnostics

/// Values by key. Of a key that is given twice the last value counts.
package struct TemplateMap: Sendable, ExpressibleByDictionaryLiteral {
  /// Where a map of a data file stands.
  package struct Source: Sendable {
    let place: SourcePlace
    /// The keys in the file's order, and where they stand.
    let keys: [(name: String, place: SourcePlace)]

    /// A map at `place` with these keys.
    package init(place: SourcePlace, keys: [(name: String, place: SourcePlace)]) {
      self.place = place
      self.keys = keys
    }
  }

  /// Ascending by the keys' numbers.
  private var entries: [(key: TemplateKey, value: TemplateValue)] = []
  /// Where the map stands; `nil` for one that the engine makes.
  package private(set) var source: Source?

  /// These values.
  package init(_ entries: [(TemplateKey, TemplateValue)] = [], source: Source? = nil) {
    self.source = source
    self.entries.reserveCapacity(entries.count)
    for (key, value) in entries { self[key] = value }
  }

  /// These values, as a literal.
  package init(dictionaryLiteral elements: (TemplateKey, TemplateValue)...) { self.init(elements) }

  /// The value of a key; `nil` for a key that the map does not have.
  package subscript(_ key: TemplateKey) -> TemplateValue? {
    get {
      let place = place(of: key)
      return place < entries.count && entries[place].key == key ? entries[place].value : nil
    }
    set {
      let place = place(of: key)
      let isThere = place < entries.count && entries[place].key == key
      switch (newValue, isThere) {
      case (let value?, true): entries[place].value = value
      case (let value?, false): entries.insert((key, value), at: place)
      case (nil, true): entries.remove(at: place)
      case (nil, false): break
      }
    }
  }

  /// Sets all values of another map.
  package mutating func merge(_ other: TemplateMap) {
    for (key, value) in other.entries { self[key] = value }
  }

  private func place(of key: TemplateKey) -> Int {
    // Most maps are made in the order of their keys' numbers.
    if let last = entries.last, last.key.number < key.number { return entries.count }
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key.number < key.number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
