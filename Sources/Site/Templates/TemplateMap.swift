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

  /// Ascending by the keys' numbers; in one object, because maps are handed on far more often than made.
  private final class Storage: @unchecked Sendable {
    var entries: [(key: TemplateKey, value: TemplateValue)]
    let source: Source?

    init(_ entries: [(key: TemplateKey, value: TemplateValue)], _ source: Source?) {
      self.entries = entries
      self.source = source
    }
  }

  private var storage: Storage

  /// Where the map stands; `nil` for one that the engine makes.
  package var source: Source? { storage.source }

  /// These values.
  package init(_ entries: [(TemplateKey, TemplateValue)] = [], source: Source? = nil) {
    storage = Storage([], source)
    storage.entries.reserveCapacity(entries.count)
    for (key, value) in entries { set(key, value) }
  }

  /// These values, as a literal.
  package init(dictionaryLiteral elements: (TemplateKey, TemplateValue)...) { self.init(elements) }

  /// The value of a key; `nil` for a key that the map does not have.
  package subscript(_ key: TemplateKey) -> TemplateValue? {
    get {
      let place = place(of: key)
      return place < storage.entries.count && storage.entries[place].key == key ? storage.entries[place].value : nil
    }
    set {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.entries, storage.source) }
      set(key, newValue)
    }
  }

  /// Sets all values of another map.
  package mutating func merge(_ other: TemplateMap) {
    for (key, value) in other.storage.entries { self[key] = value }
  }

  /// In a storage that nobody else has.
  private func set(_ key: TemplateKey, _ value: TemplateValue?) {
    let place = place(of: key)
    let isThere = place < storage.entries.count && storage.entries[place].key == key
    switch (value, isThere) {
    case (let value?, true): storage.entries[place].value = value
    case (let value?, false): storage.entries.insert((key, value), at: place)
    case (nil, true): storage.entries.remove(at: place)
    case (nil, false): break
    }
  }

  private func place(of key: TemplateKey) -> Int {
    // Most maps are made in the order of their keys' numbers.
    if let last = storage.entries.last, last.key.number < key.number { return storage.entries.count }
    var (low, high) = (0, storage.entries.count)
    while low < high {
      let middle = (low + high) / 2
      if storage.entries[middle].key.number < key.number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
