#if canImport(Bytes)
  internal import Bytes
#endif

/// Masks an address behind its district.
enum AddressMasking {
  /// Province, city and district, then four stars; less when a road or a house number comes before a district's word,
  /// four stars alone when there is no division at all.
  static func mask(_ address: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](address.part(0, divisionsEnd(address))) + Masking.stars(4)
  }

  private static func divisionsEnd(_ address: UnsafeBufferPointer<UInt8>) -> Int {
    var reader = ScalarReader(address)
    var shown = 0
    var hasCity = false
    // The two scalars before the current one, and how many the current part has.
    var before: (UInt32, UInt32) = (0, 0)
    var length = 0
    while let scalar = reader.next() {
      if scalar == 0x20, length == 0 { continue }
      guard Han.isIdeograph(scalar) else { break }
      length += 1
      let next = peek(reader)
      if isRoadWord(scalar), length > 1, !isDivisionWord(next) || length > 4 { break }
      if length > 16 { break }
      var isEnd = false
      switch scalar {
      // 省 and 州, 盟 (盟 of Inner Mongolia, 自治州).
      case 0x7701 where length >= 3, 0x5DDE where length >= 4, 0x76DF where length >= 3: isEnd = !isDivisionWord(next)
      // 市, once: a second one may be part of a building's name.
      case 0x5E02 where length >= 3 && !hasCity:
        isEnd = true
        hasCity = true
      // A second one is a county-level city when it follows the first at once, and no 市场, 市民, 市政.
      case 0x5E02 where (3...5).contains(length) && next != 0x573A && next != 0x6C11 && next != 0x653F:
        return reader.position
      case 0x533A where length >= 3:
        if before.1 == 0x6CBB || before.1 == 0x653F || before.1 == 0x5730 {
          // 自治区, 特别行政区, 地区: a district may still come.
          isEnd = true
        } else if !isBuildingArea(before.1) {
          return reader.position
        }
      // 县, 旗.
      case 0x53BF where length >= 2, 0x65D7 where length >= 2: return reader.position
      default: break
      }
      before = (before.1, scalar)
      if isEnd {
        shown = reader.position
        length = 0
      }
    }
    return shown
  }

  private static func peek(_ reader: ScalarReader) -> UInt32 {
    var copy = reader
    return copy.next() ?? 0
  }

  /// 路街道巷弄胡村镇乡屯号楼栋幢室里园.
  private static func isRoadWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x8DEF, 0x8857, 0x9053, 0x5DF7, 0x5F04, 0x80E1, 0x6751, 0x9547, 0x4E61, 0x5C6F, 0x53F7, 0x697C, 0x680B,
      0x5E62, 0x5BA4, 0x91CC, 0x56ED:
      true
    default: false
    }
  }

  /// 市区县州旗.
  private static func isDivisionWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5E02, 0x533A, 0x53BF, 0x5DDE, 0x65D7: true
    default: false
    }
  }

  /// What makes 区 a place inside a district: 小区, 园区, 社区, 校区, 厂区, 库区, 院区.
  private static func isBuildingArea(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5C0F, 0x56ED, 0x793E, 0x6821, 0x5382, 0x5E93, 0x9662: true
    default: false
    }
  }
}
