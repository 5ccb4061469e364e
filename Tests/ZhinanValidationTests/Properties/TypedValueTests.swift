import Testing
import ZhinanValidation

/// What telephones, PDF files, spreadsheets and people put into right values; always the same from a seed.
enum Typing {
  static let spaces = [" ", "\u{A0}", "\u{2009}", "\u{202F}", "\u{3000}", "\u{2002}"]
  static let invisible = ["\u{200B}", "\u{FEFF}", "\u{202D}", "\u{202C}", "\u{2060}", "\u{AD}", "\u{200E}"]
  static let dashes = ["-", "\u{2010}", "\u{2011}", "–", "—", "―", "−", "－", "﹣"]
  static let dots = ["·", "•", "・", "‧", "∙", "．", "。", ".", "･", "⋅"]

  static func pick(_ choices: [String], _ random: inout SeededGenerator) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  /// Letters, digits and signs of ASCII in full width, here and there.
  static func widened(_ text: String, _ random: inout SeededGenerator) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isWide = (0x21...0x7E).contains(scalar.value) && Int.random(in: 0..<3, using: &random) == 0
      result.unicodeScalars.append(isWide ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
    }
    return result
  }

  /// One of the inserts, here and there between two characters.
  static func loosened(_ text: String, with inserts: [String], _ random: inout SeededGenerator) -> String {
    var result = ""
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if place > 0, Int.random(in: 0..<4, using: &random) == 0 { result += pick(inserts, &random) }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  static func replaced(_ text: String, _ sign: Character, by signs: [String], _ random: inout SeededGenerator) -> String
  {
    text.reduce(into: "") { $0 += $1 == sign ? pick(signs, &random) : String($1) }
  }

  /// Spaces, line ends and invisible characters around.
  static func padded(_ text: String, _ random: inout SeededGenerator) -> String {
    let around = spaces + invisible + ["\n", "\r\n", "\t", ""]
    return pick(around, &random) + pick(around, &random) + text + pick(around, &random) + pick(around, &random)
  }

  /// What a spreadsheet or a line of CSV puts around a number.
  static func quoted(_ text: String, _ random: inout SeededGenerator) -> String {
    let quotes = [("'", ""), ("=\"", "\""), ("\"", "\""), ("“", "”"), ("‘", ""), ("＝＂", "＂")]
    let (before, after) = quotes[Int.random(in: 0..<quotes.count, using: &random)]
    return before + text + after
  }

  /// How values of a rule are typed without becoming others.
  static func typed(_ value: String, _ rule: Rule, _ random: inout SeededGenerator) -> String {
    var text = value
    switch rule {
    case .uscc, .orgCode, .citizenID, .citizenIDAdult, .residencePermitHMT, .foreignPermanentResident, .hkMacaoPermit,
      .taiwanPermit, .mobile, .bankCard, .bankAccountCorporate, .taxID, .certSerial:
      text = loosened(widened(text, &random), with: spaces + invisible + dashes, &random)
      if Bool.random(using: &random) { text = text.lowercased() }
      if Int.random(in: 0..<4, using: &random) == 0 { text = quoted(text, &random) }
    case .postalCode:
      text = loosened(widened(text, &random), with: spaces + invisible, &random)
      if Int.random(in: 0..<4, using: &random) == 0 { text = quoted(text, &random) }
    case .landline, .phone, .phoneList:
      text = widened(replaced(text, "-", by: dashes + [" ", " - "], &random), &random)
    case .personName:
      text = loosened(replaced(text, "·", by: dots, &random), with: spaces + invisible, &random)
    case .foreignName:
      text = widened(
        replaced(replaced(text, "-", by: dashes, &random), "'", by: ["'", "’", "＇", "ʼ"], &random), &random)
      text = replaced(text, " ", by: spaces + ["  "], &random)
      if Int.random(in: 0..<4, using: &random) == 0 { text = quoted(text, &random) }
    case .companyName:
      text = loosened(replaced(text, "-", by: dashes, &random), with: invisible, &random)
      text = replaced(
        replaced(text, "（", by: ["（", "(", " (", "〔", "【"], &random), "）", by: ["）", ")", ") "], &random)
      if Int.random(in: 0..<4, using: &random) == 0 { text = quoted(text, &random) }
    case .address:
      text = loosened(
        replaced(text, "～", by: ["～", "~"], &random), with: invisible.filter { $0 != "\u{AD}" }, &random)
      if Int.random(in: 0..<4, using: &random) == 0 { text = quoted(text, &random) }
    case .region: text = replaced(text, "/", by: ["/", "／", " ", "　", " / ", "-", "·", ">", "、", "，"], &random)
    case .email: text = widened(replaced(text, ".", by: [".", "．", "。"], &random), &random)
    case .date: text = widened(replaced(text, "-", by: dashes, &random), &random)
    case .code, .number: text = widened(text, &random)
    default: break
    }
    return padded(text, &random)
  }
}

@Suite("Right values, however they are typed")
struct TypedValueTests {
  /// Canonical values of every rule for one text that has vectors, and of the others.
  static func values() throws -> [(rule: Rule, value: String)] {
    var values: [(Rule, String)] = [
      (.code, "ORDER-20261122-0001"), (.certSerial, "3F00A91B2C4D5E6F"), (.number, "42"), (.number, "-7"),
      (.phoneList, "024-67871177/024-67871188"), (.phoneList, "13800000001/0412-5530000-801"),
      (.foreignName, "Mary Ann O'Neil-Smith"), (.companyName, "示例-恒信（鞍山）有限公司"), (.taxID, "210302197001019978"),
    ]
    for name in try VectorFile.names() {
      guard let rule = Rule(name: name.utf8), rule.takesText, rule != .fullwidthFold else { continue }
      for vector in try VectorFile.cases(name) where vector.error == nil && vector.input.text != nil {
        if let value = vector.value.text { values.append((rule, value)) }
      }
    }
    return values
  }

  @Test("are canonical once and for all", arguments: try values())
  func canonicalTwice(_ example: (rule: Rule, value: String)) throws {
    let checked = example.rule.check(example.value, today: try #require(vectorDay))
    #expect(checked.value == example.value)
    #expect(checked.verdict.errorNames == [])
    let corrections: [Code] = [.wSpace, .wRadical, .wSign, .wLabel, .wSpreadsheet, .wDot, .wParen]
    #expect(!corrections.contains { checked.verdict.warnings.contains($0) })
  }

  @Test("are known again with what telephones, PDF files and spreadsheets put in", arguments: try values())
  func typed(_ example: (rule: Rule, value: String)) throws {
    let today = try #require(vectorDay)
    var random = SeededGenerator(state: UInt64(example.rule.rawValue) &* 31 &+ UInt64(example.value.utf8.count))
    for _ in 0..<40 {
      let text = Typing.typed(example.value, example.rule, &random)
      let checked = example.rule.check(text, today: today)
      #expect(
        checked.value == example.value,
        "\(example.rule.name) \(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  @Test("come out of a right mail address, name or number in the notes that people copy")
  func labels() throws {
    let today = try #require(vectorDay)
    let examples: [(Rule, String, String)] = [
      (.uscc, "统一社会信用代码", "91210302WWG7LCMK6D"), (.citizenID, "身份证号码", "210302197001019978"),
      (.mobile, "联系电话", "13800000001"), (.mobile, "Tel", "13800000001"), (.email, "E-mail", "name@example.cn"),
      (.bankAccountCorporate, "银行账号", "0412000000000001"), (.personName, "收件人", "张三"),
      (.companyName, "公司", "鞍山示例有限公司"), (.address, "收货地址", "鞍山市示例路1号"), (.postalCode, "邮政编码", "114000"),
      (.region, "所在地区", "辽宁省/鞍山市/铁东区"), (.date, "申请日期", "2026-11-22"),
    ]
    for (rule, label, value) in examples {
      for colon in [":", "：", ": ", " ："] {
        let checked = rule.check(label + colon + value, today: today)
        #expect(checked.value == value && checked.verdict.warningNames == ["W_LABEL"], "\(rule.name)")
      }
      // Another text in front of the colon is no label.
      #expect(!rule.check("甲乙丙丁" + "：" + value, today: today).verdict.warnings.contains(.wLabel), "\(rule.name)")
    }
  }
}
