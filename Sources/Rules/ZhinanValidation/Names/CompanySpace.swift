#if canImport(Bytes)
  internal import Bytes
#endif

/// What a space or a line's end in an organisation's name stands between: parts of one name, or two names.
enum CompanySpace {
  /// Whether what stands before and behind a space may be two names, so that nobody can join them: two whole names, or a
  /// few characters, as a person or a place has, and a company's whole name.
  ///
  /// - Parameters:
  ///   - before: the name as far as it is read.
  ///   - behind: the scalars behind the space, folded.
  static func partsNames(_ before: [UInt32], _ behind: ArraySlice<UInt32>) -> Bool {
    if length(ofEnding: legalForms, in: before[...]) != nil || length(ofEnding: kinds, in: before[...]) != nil {
      let rest = behind.filter { !Folding.isTrimmed($0) }
      return isWholeName(rest[...])
    }
    guard before.count <= 3, let last = before.last, Han.isIdeograph(last), !endsAPlace(before) else { return false }
    let part = behind.prefix { !Folding.isTrimmed($0) }
    guard let first = part.first, Han.isIdeograph(first), let form = length(ofEnding: legalForms, in: part) else {
      return false
    }
    return part.count - form >= 2 && length(ofEnding: branches, in: part) == nil
  }

  /// Whether a text is an organisation's name, not its legal form or a part of it, such as a branch.
  private static func isWholeName(_ text: ArraySlice<UInt32>) -> Bool {
    if length(ofEnding: branches, in: text) != nil || startsLikeAPart(text) { return false }
    if let form = length(ofEnding: legalForms, in: text) { return text.count > form }
    if let kind = length(ofEnding: kinds, in: text) { return text.count - kind >= 3 }
    return false
  }

  /// 附属, 直属, 下属, 所属, and 第 in front of a number.
  private static func startsLikeAPart(_ text: ArraySlice<UInt32>) -> Bool {
    guard let first = text.first, let second = text.dropFirst().first else { return false }
    return first == 0x7B2C || second == 0x5C5E
  }

  /// Words for places, 省市区县旗盟州镇乡村, and 中国, which no person has for a name.
  private static func endsAPlace(_ name: [UInt32]) -> Bool {
    switch name.last {
    case 0x7701, 0x5E02, 0x533A, 0x53BF, 0x65D7, 0x76DF, 0x5DDE, 0x9547, 0x4E61, 0x6751: true
    default: name == [0x4E2D, 0x56FD]
    }
  }

  /// The number of characters of the first of the words with which a text ends.
  private static func length(ofEnding words: StaticString, in text: ArraySlice<UInt32>) -> Int? {
    var end: [UInt8] = []
    for scalar in text.suffix(8) { end.append(scalar: scalar) }
    return words.firstWord { end.count >= $0.count && end.suffix($0.count).elementsEqual($0) }.map { $0.count / 3 }
  }

  // Longer words stand before those with which they end.
  private static let legalForms: StaticString = """
    银行股份有限公司 集团股份有限公司 集团有限责任公司 集团有限公司 股份有限公司 有限责任公司 银行有限公司 集团公司 有限公司 总公司 公司
    """
  private static let kinds: StaticString = """
    合作社 合作联社 银行 中心 事务所 研究院 研究所 设计院 工作室 经营部 医院 学校 协会 学会 商会 商行 厂 社 店
    """
  private static let branches: StaticString = """
    分公司 子公司 分店 门店 旗舰店 专卖店 直营店 加盟店 分社 分厂 分所 分院 分校 分中心 服务中心 研发中心 技术中心 营销中心 运营中心
    """
}
