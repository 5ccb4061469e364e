/// Departments that register organisations, by the first character of a credit code in ASCII (GB 32100-2015 table 1 with
/// amendment 1 of 2016).
public enum Department: UInt8, CaseIterable, Sendable {
  /// 机构编制.
  case establishment = 0x31
  /// 外交.
  case foreignAffairs = 0x32
  /// 司法行政.
  case justice = 0x33
  /// 文化.
  case culture = 0x34
  /// 民政.
  case civilAffairs = 0x35
  /// 旅游.
  case tourism = 0x36
  /// 宗教.
  case religion = 0x37
  /// 工会.
  case tradeUnions = 0x38
  /// 工商（市场监督管理）.
  case marketRegulation = 0x39
  /// 中央军委改革和编制办公室.
  case militaryCommission = 0x41
  /// 农业.
  case agriculture = 0x4E
  /// 其他.
  case other = 0x59

  /// The standard's word, Chinese.
  public var chineseName: StaticString {
    switch self {
    case .establishment: "机构编制"
    case .foreignAffairs: "外交"
    case .justice: "司法行政"
    case .culture: "文化"
    case .civilAffairs: "民政"
    case .tourism: "旅游"
    case .religion: "宗教"
    case .tradeUnions: "工会"
    case .marketRegulation: "工商（市场监督管理）"
    case .militaryCommission: "中央军委改革和编制办公室"
    case .agriculture: "农业"
    case .other: "其他"
    }
  }

  /// The same in English.
  public var englishName: StaticString {
    switch self {
    case .establishment: "institutional establishment"
    case .foreignAffairs: "foreign affairs"
    case .justice: "justice"
    case .culture: "culture"
    case .civilAffairs: "civil affairs"
    case .tourism: "tourism"
    case .religion: "religion"
    case .tradeUnions: "trade unions"
    case .marketRegulation: "industry and commerce (market regulation)"
    case .militaryCommission: "Central Military Commission"
    case .agriculture: "agriculture"
    case .other: "other"
    }
  }
}
