extension [UInt8] {
  /// Where other bytes stand first at `start` or behind it; `nil` where they do not, or are none.
  ///
  /// The standard library's `firstRange(of:)` asks every byte through its collection, which takes many times as long.
  package func firstPlace(of sought: [UInt8], from start: Int = 0) -> Int? {
    withUnsafeBufferPointer { bytes in
      sought.withUnsafeBufferPointer { sought in
        guard let first = sought.first else { return nil }
        var place = start
        while place <= bytes.count - sought.count {
          if bytes[place] == first, bytes[place..<(place + sought.count)].elementsEqual(sought) { return place }
          place += 1
        }
        return nil
      }
    }
  }
}
