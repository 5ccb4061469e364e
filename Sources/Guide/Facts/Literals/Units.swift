/// Names of units that mean the same.
enum Units {
  private static let groups: [[String]] = [
    ["mm", "毫米"], ["cm", "厘米"], ["m", "米"], ["km", "公里", "千米"],
    ["kb", "kib", "k", "千字节"], ["mb", "mib", "兆", "兆字节"], ["gb", "gib"], ["bytes", "byte", "字节"],
    ["year", "years", "年"], ["month", "months", "个月"], ["week", "weeks", "周", "个星期"], ["day", "days", "天", "日"],
    ["workday", "workdays", "个工作日", "工作日", "working days", "business days"],
    ["hour", "hours", "小时", "个小时", "钟头", "个钟头"], ["minute", "minutes", "分钟"],
    ["元", "圆", "块钱", "块", "人民币", "rmb", "cny", "yuan"], ["eur", "euro", "euros", "€"],
    ["pixel", "pixels", "px", "像素"], ["percent", "%"], ["dpi"], ["kg", "公斤", "千克"], ["g", "克"],
  ]

  /// The unit as it is written, and what else it is called; none for what is no word.
  static func names(of unit: String) -> [String] {
    let folded = unit.lowercased()
    guard folded.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0 == "%" || $0 == "€" }) else {
      return []
    }
    return groups.first { $0.contains(folded) } ?? [folded]
  }

  private static let larger: [(unit: String, parts: Int64, of: String)] = [
    ("mb", 1024, "kb"), ("mb", 1000, "kb"), ("gb", 1024, "mb"), ("gb", 1000, "mb"), ("cm", 10, "mm"),
  ]

  /// The same amount in the next larger unit, where that takes no more digits: 2048 kb are 2 MB.
  static func inLargerUnits(_ number: Int64, _ unit: String) -> [(number: Int64, unit: String)] {
    larger.filter { $0.of == unit && number.isMultiple(of: $0.parts) }.map { (number / $0.parts, $0.unit) }
  }

  /// Whether it measures something, so that a numeral before it is an amount; words that count things stand in any sentence.
  static func isMeasuring(_ unit: String) -> Bool { groups.contains { $0.contains(unit.lowercased()) } }
}
