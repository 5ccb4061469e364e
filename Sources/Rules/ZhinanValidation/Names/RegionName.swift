#if canImport(Bytes)
  internal import Bytes
#endif

/// Province, city and district, three parts between `/` or spaces: `浙江省/杭州市/西湖区`. Two parts are whole where a
/// city has no districts, where it stands directly under a province, and in cities that are provinces. A text without
/// separators is cut behind the words for province, city and district.
enum RegionName {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .full, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    var verdict = Verdict()
    if canonical.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 }) { rewrite(&canonical, &verdict) }
    if RegionParts.takeOffCountry(&canonical) { verdict.add(.wSign) }
    if RegionParts.dropInnerSpaces(&canonical) { verdict.add(.wSpace) }
    joinParts(&canonical)
    if canonical.withUnsafeBufferPointer({ hasOnePart($0) }) {
      if let cut = canonical.withUnsafeBufferPointer({ UndividedRegion.cut($0) }) { canonical = cut }
    } else if let cut = canonical.withUnsafeBufferPointer({ RegionParts.cut($0) }) {
      canonical = cut
    }
    return verdict.union(canonical.withUnsafeBufferPointer { self.verdict(on: $0) })
  }

  /// Puts `/` for · 、 → ›, and the character meant for a radical.
  private static func rewrite(_ text: inout [UInt8], _ verdict: inout Verdict) {
    var hasRadical = false
    text.replaceScalars { scalar in
      if isWideSeparator(scalar) { return 0x2F }
      guard let like = HanScript.ideograph(likeRadical: scalar) else { return scalar }
      hasRadical = true
      return like
    }
    if hasRadical { verdict.add(.wRadical) }
  }

  /// Puts one `/` for every run of spaces and of the signs that people put between parts.
  private static func joinParts(_ text: inout [UInt8]) {
    var previous: UInt8 = 0x2F
    text.replaceBytes { byte in
      let changed: UInt8 = isSeparator(byte) ? 0x2F : byte
      if changed == 0x2F, previous == 0x2F { return nil }
      previous = changed
      return changed
    }
    if text.last == 0x2F { text.removeLast() }
  }

  /// space , - . / ; > \ _ |
  static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x2C...0x2F, 0x3B, 0x3E, 0x5C, 0x5F, 0x7C: true
    default: false
    }
  }

  private static func hasOnePart(_ text: UnsafeBufferPointer<UInt8>) -> Bool { !text.contains(0x2F) && !text.isEmpty }

  private static func verdict(on text: UnsafeBufferPointer<UInt8>) -> Verdict {
    if text.isEmpty { return Verdict(.eEmpty) }
    var reader = ScalarReader(text)
    var parts = 1
    var length = 0
    var isTooLong = false
    var firstEnd = text.count
    var start = 0
    while let scalar = reader.next() {
      if scalar == 0x2F {
        if parts == 1 { firstEnd = start }
        parts += 1
        length = 0
      } else {
        guard Han.isIdeograph(scalar) else { return Verdict(.eCharset) }
        length += 1
        if length > 20 { isTooLong = true }
      }
      start = reader.position
    }
    let isWhole =
      parts == 3
      || (parts == 2 && TwoPartRegion.isWhole(text.part(0, firstEnd), text.part(firstEnd + 1, text.count)))
    guard isWhole else { return Verdict(.eFormat) }
    if isTooLong { return Verdict(.eLength) }
    return Province.lengthOfName(at: text.part(0, firstEnd)) != nil ? Verdict() : Verdict(.wRegion)
  }

  /// Whether a region may have a folded scalar.
  static func takes(_ scalar: UInt32) -> Bool {
    isBetweenParts(scalar) || Han.isIdeograph(scalar) || HanScript.ideograph(likeRadical: scalar) != nil
  }

  private static func isBetweenParts(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? isSeparator(UInt8(scalar)) : isWideSeparator(scalar)
  }

  private static func isWideSeparator(_ scalar: UInt32) -> Bool {
    scalar == PersonName.dot || scalar == 0x3001 || scalar == 0x2192 || scalar == 0x203A
  }

  /// The number of characters of a region's longest part.
  static func longestPart(of scalars: [UInt32]) -> Int {
    var longest = 0
    var length = 0
    for scalar in scalars {
      length = isBetweenParts(scalar) ? 0 : length + 1
      longest = max(longest, length)
    }
    return longest
  }
}
