/// Numbers by numbers, such as pages by the objects upon them.
package struct NumberTable: Sendable {
  private var keys: [Int] = []
  private var values: [Int] = []

  /// No numbers yet.
  package init() {}

  /// The number at a key.
  package subscript(_ key: Int) -> Int? {
    let place = place(of: key)
    return place < keys.count && keys[place] == key ? values[place] : nil
  }

  /// Gives a key its number; whether it had none.
  @discardableResult package mutating func set(_ key: Int, _ value: Int = 0) -> Bool {
    let place = place(of: key)
    if place < keys.count, keys[place] == key {
      values[place] = value
      return false
    }
    keys.insert(key, at: place)
    values.insert(value, at: place)
    return true
  }

  /// Where a key stands or would stand.
  private func place(of key: Int) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
