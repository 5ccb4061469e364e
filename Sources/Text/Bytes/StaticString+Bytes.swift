extension StaticString {
  /// Its UTF-8 in place.
  @inlinable
  package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }

  /// Its UTF-8 as a copy.
  package var utf8: [UInt8] { [UInt8](bytes) }

  /// Whether these are the same bytes.
  @inlinable
  package func equals(_ bytes: some Collection<UInt8>) -> Bool {
    var place = 0
    for byte in bytes {
      guard place < utf8CodeUnitCount, utf8Start[place] == byte else { return false }
      place += 1
    }
    return place == utf8CodeUnitCount
  }
}
