#if canImport(Bytes)
  internal import Bytes
#endif

/// Regions of which some parts are divided and others are not, or written with more than the parts.
enum RegionParts {
  /// A region of two parts, of which one holds two, in three; `nil` when two are right or nobody can cut for certain
  /// where it is cut already.
  static func cut(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let slash = text.firstIndex(of: 0x2F), text.lastIndex(of: 0x2F) == slash else { return nil }
    let (first, second) = (text.part(0, slash), text.part(slash + 1, text.count))
    if TwoPartRegion.isWhole(first, second) { return nil }
    let joined = [UInt8](first) + second
    guard let cut = joined.withUnsafeBufferPointer({ UndividedRegion.cut($0) }),
      let one = cut.firstIndex(of: 0x2F), let other = cut.lastIndex(of: 0x2F), one < other
    else { return nil }
    return one == slash || other - 1 == slash ? cut : nil
  }

  /// Takes the country's name from before a province; whether it was there.
  static func takeOffCountry(_ text: inout [UInt8]) -> Bool {
    let length = text.withUnsafeBufferPointer { text in
      guard let word = countries.firstWord(where: { text.starts(with: $0) }) else { return 0 }
      let rest = text.part(word.count, text.count)
      guard let next = rest.first else { return 0 }
      return RegionName.isSeparator(next) || Province.lengthOfName(at: rest) != nil ? word.count : 0
    }
    text.removeFirst(length)
    return length > 0
  }

  private static let countries: StaticString = "中华人民共和国 中国"

  /// Leaves out spaces inside of a part: no part is one character, or nothing but the word for its kind. Says whether
  /// there were any.
  static func dropInnerSpaces(_ text: inout [UInt8]) -> Bool {
    guard text.contains(0x20) else { return false }
    var kept: [UInt8] = []
    var place = 0
    while place < text.count {
      var end = place
      while end < text.count, text[end] == 0x20 { end += 1 }
      if end > place, isInside(text, place, end) { place = end } else { end = max(end, place + 1) }
      kept += text[place..<end]
      place = end
    }
    defer { text = kept }
    return kept.count < text.count
  }

  /// Whether the spaces from `start` up to `end` stand between characters of one part.
  private static func isInside(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let before = text[..<start].reversed().prefix { !RegionName.isSeparator($0) }.count
    let behind = text[end...].prefix { !RegionName.isSeparator($0) }
    guard before > 0, !behind.isEmpty else { return false }
    return before == 3 || behind.count == 3 || kinds.hasWord { behind.elementsEqual($0) }
  }

  private static let kinds: StaticString = "自治区 自治州 自治县 自治旗 地区 新区 林区 特别行政区 壮族自治区 回族自治区 维吾尔自治区"
}
