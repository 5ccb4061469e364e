#if canImport(Bytes)
  internal import Bytes
#endif

/// The name of a field that was copied together with its value: `电话：`, `Tel:`.
enum FieldLabel {
  private static let mostCharacters = 8

  /// The bytes of a label and its colon at the start of a text; `nil` when there is none.
  static func length(in text: UnsafeBufferPointer<UInt8>, ofAddress: Bool) -> Int? {
    var reader = ScalarReader(text)
    var word: [UInt8] = []
    var characters = 0
    while characters <= mostCharacters, let scalar = reader.nextInSmall() {
      if isColon(scalar) { return isLabel(word, ofAddress: ofAddress) ? endOfColons(reader) : nil }
      let isLatin = scalar < 0x80 && UInt8(scalar).isLetter
      if isLatin || scalar == 0x2D || scalar == 0x2E {
        word.append(isLatin ? UInt8(scalar) | 0x20 : UInt8(scalar))
        characters += 1
      } else if Han.isUnifiedBasic(scalar) {
        word.append(scalar: scalar)
        characters += 1
      } else if scalar != 0x20, !Folding.isSpace(scalar) {
        return nil
      }
    }
    return nil
  }

  private static func isColon(_ scalar: UInt32) -> Bool { scalar == 0x3A || scalar == 0xFF1A }

  /// Where the colons behind a label end; a slip of the finger makes two of one.
  private static func endOfColons(_ reader: ScalarReader) -> Int {
    var reader = reader
    var end = reader.position
    while let scalar = reader.nextInSmall(), isColon(scalar) || scalar == 0x20 || Folding.isSpace(scalar) {
      if isColon(scalar) { end = reader.position }
    }
    return end
  }

  private static func isLabel(_ word: [UInt8], ofAddress: Bool) -> Bool {
    if word.isEmpty { return false }
    if isAmong(addressWords, word, whole: false) { return true }
    return !ofAddress && (isAmong(endings, word, whole: false) || isAmong(wholeWords, word, whole: true))
  }

  /// Whether one of the words is the label, or its end.
  private static func isAmong(_ words: StaticString, _ label: [UInt8], whole: Bool) -> Bool {
    words.hasWord { word in
      (whole ? word.count == label.count : word.count <= label.count) && label.suffix(word.count).elementsEqual(word)
    }
  }

  private static let addressWords: StaticString = "地址 住址 住所 场所 所在地"
  private static let endings: StaticString = """
    名称 姓名 全称 人 代表 负责人 编号 号码 证号 代码 税号 电话 手机 手机号 座机 热线 传真 邮箱 邮件 邮编 编码 地区 区域 日期 账户 \
    账号 帐号 卡号 单号 流水号 序列号 身份证 证件 护照 执照
    """
  private static let wholeWords: StaticString = """
    单位 公司 企业 名 tel tel. phone mobile mob fax email e-mail mail mailto no no. id uscc code name
    """
}
