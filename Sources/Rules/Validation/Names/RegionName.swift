#if canImport(Bytes)
  internal import Bytes
#endif

/// Province, city and district, three parts between `/` or spaces: `浙江省/杭州市/西湖区`.
enum RegionName {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .full, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    joinParts(&canonical)
    return canonical.withUnsafeBufferPointer { verdict(on: $0) }
  }

  /// Puts one `/` for every run of spaces, slashes and hyphens.
  private static func joinParts(_ text: inout [UInt8]) {
    var previous: UInt8 = 0x2F
    text.replaceBytes { byte in
      let changed: UInt8 = byte == 0x20 || byte == 0x2D ? 0x2F : byte
      if changed == 0x2F, previous == 0x2F { return nil }
      previous = changed
      return changed
    }
    if text.last == 0x2F { text.removeLast() }
  }

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
    guard parts == 3 else { return Verdict(.eFormat) }
    if isTooLong { return Verdict(.eLength) }
    return isProvince(text.part(0, firstEnd)) ? Verdict() : Verdict(.wRegion)
  }

  /// Whether a text starts with the name of a province, with or without 省, 市 or 自治区.
  private static func isProvince(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let names = provinces.bytes
    for start in stride(from: 0, to: names.count, by: 6) {
      if name.count >= 6, name.part(0, 6).elementsEqual(names.part(start, start + 6)) { return true }
    }
    return false
  }

  /// The first two characters of every province's name, GB/T 2260.
  private static let provinces: StaticString = """
    北京天津河北山西内蒙辽宁吉林黑龙上海江苏浙江安徽福建江西山东河南湖北湖南广东广西海南重庆四川贵州云南西藏陕西\
    甘肃青海宁夏新疆台湾香港澳门
    """
}
