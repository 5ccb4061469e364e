extension StaticString {
  /// Whether these are the same bytes.
  func equals(_ bytes: some Collection<UInt8>) -> Bool {
    var place = 0
    for byte in bytes {
      guard place < utf8CodeUnitCount, utf8Start[place] == byte else { return false }
      place += 1
    }
    return place == utf8CodeUnitCount
  }

  /// The bytes in place.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
