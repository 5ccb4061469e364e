#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

/// What a value looks like, whether it is right or not: the measure by which ``ShownAnswer`` masks it.
struct ValueLook {
  private var scalars: [UInt32] = []
  /// Decimal digits, full-width ones too.
  private(set) var digits = 0
  private var letters = 0
  private var han = 0
  private var hasAt = false
  private let bytes: [UInt8]

  init(_ text: [UInt8]) {
    bytes = text
    var decoder = UTF8()
    var source = text.makeIterator()
    reading: while true {
      switch decoder.decode(&source) {
      case .scalarValue(let scalar): add(scalar.value)
      case .error: add(0xFFFD)
      case .emptyInput: break reading
      }
    }
  }

  private mutating func add(_ scalar: UInt32) {
    let folded = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
    switch folded {
    case 0x30...0x39, 0x660...0x669: digits += 1
    case 0x41...0x5A, 0x61...0x7A: letters += 1
    case 0x40: hasAt = true
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: han += 1
    case 0x20, 0x09, 0x0A, 0x0D, 0x3000, 0xA0: return
    default: break
    }
    scalars.append(folded)
  }

  /// How a private value of this look is masked; `nil` when nothing but its field can say.
  var kind: MaskKind? {
    if hasAt { return .email }
    if isAddress { return .address }
    if digits < 7 { return nil }
    if han > 0 { return .text }
    if letters > 0 || digits > 12 { return .id }
    return digits == 11 && scalars.first == 0x31 ? .mobile : .landline
  }

  /// How the value is masked in a field whose values are masked as `kind`: as that, unless it plainly is another kind of
  /// value, of which that mask would show too much.
  func fitting(_ kind: MaskKind) -> MaskKind {
    switch kind {
    case .id, .bank: han > 1 || hasAt ? self.kind ?? .text : kind
    case .mobile, .landline, .email: digits < 7 && !hasAt && han > 1 ? self.kind ?? .text : kind
    case .name, .address, .text: han == 0 && (digits > 6 || hasAt) ? self.kind ?? kind : kind
    }
  }

  /// At most six digits and nothing else but a sign: an amount, a count, a postal code.
  var isShortNumber: Bool { (1...6).contains(digits) && scalars.count - digits <= 1 && letters + han == 0 }

  /// A few digits with a few letters, shorter than any number of a paper: a reference such as A-1.
  var isShortCode: Bool {
    (1...6).contains(digits) && letters <= 4 && han == 0 && scalars.allSatisfy { (0x21...0x7E).contains($0) } && !hasAt
  }

  /// A year of four digits, a month and a day, or parts of them; it need not exist.
  var isDate: Bool {
    guard (5...8).contains(digits), scalars.count <= 11, scalars.first == 0x31 || scalars.first == 0x32 else {
      return false
    }
    return scalars.allSatisfy { (0x30...0x39).contains($0) || Self.dateSigns.contains($0) }
  }

  /// `-`, `/`, `.`, 年, 月, 日.
  private static let dateSigns: [UInt32] = [0x2D, 0x2F, 0x2E, 0x5E74, 0x6708, 0x65E5]

  /// Five characters or more that end in an organisation's word, signs behind it not counted.
  var isOrganisation: Bool {
    guard han >= 5, digits < 5, !hasAt, !isAddress else { return false }
    var end = bytes.count
    // Signs in ASCII and in the block of full-width forms.
    while end > 0, bytes[end - 1] < 0x80 { end -= 1 }
    for sign in ["）", "】", "》", "。", "．", "＊"] as [StaticString] where ends(sign, before: end) {
      end -= sign.utf8CodeUnitCount
    }
    return Self.organisations.contains { ends($0, before: end) }
  }

  private static let organisations: [StaticString] = [
    "公司", "厂", "集团", "银行", "支行", "分行", "营业部", "中心", "学校", "大学", "学院", "医院", "研究院", "设计院",
    "研究所", "事务所", "委员会", "协会", "基金会", "合作社", "政府", "管理局", "工作室", "经营部", "商行", "商店", "合伙",
  ]

  /// A road and a number, or a division and something behind it.
  var isAddress: Bool {
    guard han >= 3 else { return false }
    return holds(Self.roads) && digits > 0 || holds(Self.divisions) && holds(Self.roads)
  }

  private static let roads: [StaticString] = [
    "路", "街", "大道", "胡同", "巷", "弄", "号", "室", "楼", "栋", "幢", "单元", "村", "镇", "乡", "小区",
  ]
  private static let divisions: [StaticString] = ["省", "市", "区", "县", "自治州", "旗"]

  /// Two to four Han characters that begin with a usual surname, or more around a middle dot.
  var isName: Bool {
    guard han >= 2, digits + letters == 0 else { return false }
    if scalars.contains(where: { $0 == 0xB7 || $0 == 0x2022 || $0 == 0x30FB }) { return true }
    let isWord = Self.words.contains { $0.utf8CodeUnitCount == bytes.count && ends($0, before: bytes.count) }
    guard (2...4).contains(han), scalars.count == han, !isWord else { return false }
    return Self.surnames.withUTF8Buffer { list in
      // A rare character beyond three bytes stands in names rather than in headers.
      guard bytes.count >= 3, bytes[0] & 0xF0 == 0xE0 else { return true }
      var place = 0
      while place + 3 <= list.count {
        if list[place] == bytes[0], list[place + 1] == bytes[1], list[place + 2] == bytes[2] { return true }
        place += 3
      }
      return false
    }
  }

  /// Usual words of headers that begin as a surname does.
  private static let words: [StaticString] = ["单位", "时间", "金额", "项目", "单价", "时段", "平台", "车牌", "安排", "方式"]

  /// The most common surnames, the first characters of double ones among them; three bytes each.
  private static let surnames: StaticString = """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范\
    金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧司上诸慕令公皇尉东南西门独闻夏侯澹\
    台淳太申宇文长孙轩辕樊倪施颜温芦季俞章鲁葛伍庄殷纪梅阎柳安齐易常洪耿关聂牛路岳翟詹邢骆焦祝蓝舒裴路左岑涂曲符甘霍柏凌\
    费裘柯管房麦冼简阮项童尚苗游盛强卓辛车单时喻鲍谷成解毕褚代艾吉欧阳桂申屠靳包闵米池宁蒲沙楚平饶商应瞿屈党隋原䶮
    """

  private func holds(_ words: [StaticString]) -> Bool {
    words.contains { word in
      word.withUTF8Buffer { part in
        guard let first = part.first, bytes.count >= part.count else { return false }
        return (0...bytes.count - part.count).contains { place in
          bytes[place] == first && bytes[place...].starts(with: part)
        }
      }
    }
  }

  private func ends(_ word: StaticString, before end: Int) -> Bool {
    word.withUTF8Buffer { part in end >= part.count && bytes[(end - part.count)..<end].elementsEqual(part) }
  }
}
