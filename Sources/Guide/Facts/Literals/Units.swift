/// Names of units that mean the same.
enum Units {
  private static let groups: [[String]] = [
    ["mm", "毫米"], ["cm", "厘米"], ["m", "米"], ["km", "公里", "千米"],
    ["kb", "kib", "千字节"], ["mb", "mib", "兆", "兆字节"], ["gb", "gib"], ["bytes", "byte", "字节"],
    ["year", "years", "年"], ["month", "months", "个月"], ["week", "weeks", "周", "个星期"], ["day", "days", "天", "日"],
    ["hour", "hours", "小时"], ["minute", "minutes", "分钟"],
    ["元", "块钱", "rmb", "cny", "yuan"], ["eur", "euro", "euros", "€"],
    ["pixel", "pixels", "px", "像素"], ["percent", "%"], ["dpi"],
  ]

  /// The unit as it is written, and what else it is called; none for what is no word.
  static func names(of unit: String) -> [String] {
    let folded = unit.lowercased()
    guard folded.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0 == "%" || $0 == "€" }) else {
      return []
    }
    return groups.first { $0.contains(folded) } ?? [folded]
  }
}
