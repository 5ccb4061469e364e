#if canImport(Bytes)
  internal import Bytes
#endif

extension StaticString {
  /// The first of its words, with one space between two, of which something holds.
  #if hasFeature(Embedded)
    @inline(never)
  #else
    @inline(__always)
  #endif
  func firstWord(where holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> UnsafeBufferPointer<UInt8>? {
    let all = bytes
    var start = 0
    while start < all.count {
      var end = start
      while end < all.count, all[end] != 0x20 { end += 1 }
      let word = all.part(start, end)
      if holds(word) { return word }
      start = end + 1
    }
    return nil
  }

  /// Whether something holds of one of its words.
  #if hasFeature(Embedded)
    @inline(never)
  #else
    @inline(__always)
  #endif
  func hasWord(where holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool { firstWord(where: holds) != nil }
}
