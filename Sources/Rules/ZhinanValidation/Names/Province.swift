#if canImport(Bytes)
  internal import Bytes
#endif

/// Names of provinces, GB/T 2260.
enum Province {
  private static let names: StaticString = """
    北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 \
    甘肃 青海 宁夏 新疆 台湾 香港 澳门
    """
  private static let cities: StaticString = "北京 天津 上海 重庆"
  private static let withoutCities: StaticString = "台湾 香港 澳门"

  /// The bytes of a province's name, without 省, 市 or 自治区, at the start of a text; of 内蒙古 and 黑龙江 the first two
  /// characters suffice.
  static func lengthOfName(at text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count >= 6, let name = names.firstWord(where: { text.part(0, 6).elementsEqual($0.part(0, 6)) }) else {
      return nil
    }
    return text.starts(with: name) ? name.count : 6
  }

  /// Whether a text starts with the name of a city that is a province.
  static func isCity(_ text: UnsafeBufferPointer<UInt8>) -> Bool { isAmong(cities, text) }

  /// Whether a text starts with the name of a province in which districts stand directly below it.
  static func hasDistrictsOfItsOwn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    isAmong(cities, text) || isAmong(withoutCities, text)
  }

  private static func isAmong(_ names: StaticString, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    names.hasWord { text.starts(with: $0) }
  }

  /// The bytes of a province's name with the word behind it, at the start of a text.
  static func lengthOfWholeName(at text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let length = lengthOfName(at: text) else { return nil }
    let rest = text.part(length, text.count)
    if let word = suffixes.firstWord(where: { rest.starts(with: $0) }) { return length + word.count }
    return isCity(text) && rest.starts(with: "市") ? length + 3 : length
  }

  private static let suffixes: StaticString = "省 自治区 壮族自治区 回族自治区 维吾尔自治区 特别行政区"
}
