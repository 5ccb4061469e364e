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
    for name in names.bytes.split(separator: 0x20) {
      if text.starts(with: name) { return name.count }
      if text.starts(with: name.prefix(6)) { return 6 }
    }
    return nil
  }

  /// Whether a text starts with the name of a city that is a province.
  static func isCity(_ text: UnsafeBufferPointer<UInt8>) -> Bool { isAmong(cities, text) }

  /// Whether a text starts with the name of a province in which districts stand directly below it.
  static func hasDistrictsOfItsOwn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    isAmong(cities, text) || isAmong(withoutCities, text)
  }

  private static func isAmong(_ names: StaticString, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for name in names.bytes.split(separator: 0x20) where text.starts(with: name) { return true }
    return false
  }

  /// The bytes of a province's name with the word behind it, at the start of a text.
  static func lengthOfWholeName(at text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let length = lengthOfName(at: text) else { return nil }
    let rest = text.part(length, text.count)
    for word in suffixes.bytes.split(separator: 0x20) where rest.starts(with: word) { return length + word.count }
    return isCity(text) && rest.starts(with: "市") ? length + 3 : length
  }

  private static let suffixes: StaticString = "省 自治区 壮族自治区 回族自治区 维吾尔自治区 特别行政区"
}

/// Regions of two parts.
enum TwoPartRegion {
  /// Whether a province and one part more say everything.
  static func isWhole(_ province: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    if part.isEmpty { return false }
    if Province.hasDistrictsOfItsOwn(province) { return true }
    for line in places.bytes.split(separator: 0x2F) {
      let names = line.split(separator: 0x20)
      guard let first = names.first, province.starts(with: first) else { continue }
      for name in names.dropFirst() where part.starts(with: name) { return true }
    }
    return false
  }

  /// By province: cities without districts, and cities and counties directly under a province or region (GB/T 2260).
  private static let places: StaticString = """
    广东 东莞 中山/海南 儋州 三沙 五指山 琼海 文昌 万宁 东方 定安 屯昌 澄迈 临高 白沙 昌江 乐东 陵水 保亭 琼中/甘肃 嘉峪关/河南 济源/\
    湖北 仙桃 潜江 天门 神农架/新疆 石河子 阿拉尔 图木舒克 五家渠 北屯 铁门关 双河 可克达拉 昆玉 胡杨河 新星 白杨
    """
}

/// A region written without separators.
enum UndividedRegion {
  /// Two or three parts between `/`; `nil` when the text cannot be cut for certain.
  static func cut(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let province = Province.lengthOfWholeName(at: text), province < text.count else { return nil }
    let rest = text.part(province, text.count)
    guard endsLikeADistrict(rest) else { return nil }
    let isCertain = province != Province.lengthOfName(at: text)
    let first = [UInt8](text.part(0, province)) + [0x2F]
    if Province.hasDistrictsOfItsOwn(text), !text.starts(with: "台湾") {
      // 北京市北京市朝阳区, 北京市市辖区朝阳区
      for middle in [text.part(0, province), ("市辖区" as StaticString).bytes]
      where rest.starts(with: middle) && rest.count > middle.count {
        return first + middle + [0x2F] + rest.part(middle.count, rest.count)
      }
      return first + rest
    }
    // 海南藏族自治州 is not in 海南: without the word for a province only a 市 is certain.
    guard let city = lengthOfCity(rest), isCertain || rest.part(city - 3, city).equalsText("市") else { return nil }
    if city == rest.count { return first + rest }
    return first + rest.part(0, city) + [0x2F] + rest.part(city, rest.count)
  }

  /// The bytes up to the first 市, 自治州, 地区, 盟 or, directly under a province, 县 or 林区.
  private static func lengthOfCity(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    for place in stride(from: 6, to: text.count, by: 3) {
      let rest = text.part(place, text.count)
      for word in words.bytes.split(separator: 0x20) where rest.starts(with: word) { return place + word.count }
      if rest.equalsText("县") || rest.equalsText("林区") { return text.count }
    }
    return nil
  }

  private static let words: StaticString = "市 自治州 地区 盟"

  /// 区县市旗, and 镇乡道 for cities that have no districts.
  private static func endsLikeADistrict(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 6, text.count % 3 == 0 else { return false }
    let last = text.part(text.count - 3, text.count)
    for end in ends.bytes.split(separator: 0x20) where last.elementsEqual(end) { return true }
    return false
  }

  private static let ends: StaticString = "区 县 市 旗 镇 乡 道"
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func equalsText(_ text: StaticString) -> Bool { text.equals(self) }
}
