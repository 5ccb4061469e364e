#if canImport(Bytes)
  internal import Bytes
#endif

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
      // 北京市北京市朝阳区, 北京市市辖区朝阳区; the city's name without 市 begins a district's: 北京经济技术开发区, 上海县.
      let middle = rest.starts(with: "市辖区") || repeatsCity(rest, text) ? 9 : 0
      // 天津港保税区 is not 港保税区 in 天津.
      if middle == 0, !isCertain, isZone(rest) { return nil }
      guard middle > 0, middle < rest.count else { return first + rest }
      return first + rest.part(0, middle) + [0x2F] + rest.part(middle, rest.count)
    }
    guard let city = lengthOfCity(rest), isCertain || isCertainCity(rest.part(0, city), of: text) else { return nil }
    if city == rest.count { return first + rest }
    return first + rest.part(0, city) + [0x2F] + rest.part(city, rest.count)
  }

  /// Whether the name of the city that `text` begins with, and 市, begin the rest.
  private static func repeatsCity(_ rest: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    rest.starts(with: text.part(0, 6)) && rest.part(6, rest.count).starts(with: "市")
  }

  /// Whether a text ends as a zone's name does, which may begin with the city's: 天津港保税区.
  private static func isZone(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    zones.hasWord { $0.count <= text.count && text.suffix($0.count).elementsEqual($0) }
  }

  private static let zones: StaticString = "开发区 保税区 工业区 高新区 园区 技术区 示范区 试验区"

  /// The bytes up to the first 市, 自治州, 州, 地区, 盟 or, directly under a province, 县 or 林区.
  private static func lengthOfCity(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    for place in stride(from: 6, to: text.count, by: 3) {
      let rest = text.part(place, text.count)
      if let word = words.firstWord(where: { rest.starts(with: $0) }) { return place + word.count }
      if rest.equalsText("县") || rest.equalsText("林区") { return text.count }
    }
    return nil
  }

  /// Whether a city is one where the word for its province is missing: 海南藏族自治州 is not in 海南.
  private static func isCertainCity(
    _ city: UnsafeBufferPointer<UInt8>, of text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let last = city.part(city.count - 3, city.count)
    if last.equalsText("州") { return !text.starts(with: "海南") }
    return last.equalsText("市") || last.equalsText("盟") || city.suffix(6).elementsEqual(("地区" as StaticString).bytes)
  }

  private static let words: StaticString = "市 自治州 地区 盟 州"

  /// 区县市旗, and 镇乡道 for cities that have no districts.
  private static func endsLikeADistrict(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 6, text.count % 3 == 0 else { return false }
    let last = text.part(text.count - 3, text.count)
    return ends.hasWord { last.elementsEqual($0) }
  }

  private static let ends: StaticString = "区 县 市 旗 镇 乡 道"
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func equalsText(_ text: StaticString) -> Bool { text.equals(self) }
}
