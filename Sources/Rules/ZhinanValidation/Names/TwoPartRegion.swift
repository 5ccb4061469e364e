#if canImport(Bytes)
  internal import Bytes
#endif

/// Regions of two parts.
enum TwoPartRegion {
  /// Whether a province and one part more say everything.
  static func isWhole(_ province: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    if part.isEmpty { return false }
    if Province.hasDistrictsOfItsOwn(province) { return true }
    var isInProvince = false
    return places.hasWord { word in
      if word.first == 0x2F {
        isInProvince = province.starts(with: word.part(1, word.count))
        return false
      }
      return isInProvince && part.starts(with: word)
    }
  }

  /// By province: cities without districts, and cities and counties directly under a province or region (GB/T 2260).
  private static let places: StaticString = """
    /广东 东莞 中山 /河北 定州 辛集 /海南 儋州 三沙 洋浦 五指山 琼海 文昌 万宁 东方 定安 屯昌 澄迈 临高 白沙 昌江 乐东 陵水 保亭 琼中 /甘肃 嘉峪关 /河南 济源 \
    /湖北 仙桃 潜江 天门 神农架 /新疆 石河子 阿拉尔 图木舒克 五家渠 北屯 铁门关 双河 可克达拉 昆玉 胡杨河 新星 白杨
    """
}
