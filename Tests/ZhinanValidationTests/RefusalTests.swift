import Testing
import ZhinanValidation

@Suite("What a refusal can say")
struct RefusalTests {
  static let characters: [(rule: Rule, text: String, offset: Int?, scalar: UInt32)] = [
    (.uscc, "912103O2WWTXM00N0E", 6, 0x4F), (.uscc, " 91210302 W①TXM00N0E", 11, 0x2460),
    (.uscc, "91210302W*TXM00N0E", 9, 0x2A), (.orgCode, "XX765432A", 8, 0x41), (.orgCode, "XX7中54322", 3, 0x4E2D),
    (.citizenID, "210302198X06159970", 9, 0x58), (.citizenID, "21030219700101997Х", 17, 0x425),
    (.citizenID, "210302********9970", 6, 0x2A), (.foreignPermanentResident, "210302850615997", 0, 0x32),
    (.mobile, "+86 138****0001", 7, 0x2A), (.mobile, "1380000000l", 10, 0x6C),
    (.bankCard, "62999912A4567890122", 8, 0x41),
    (.bankAccountCorporate, "账号12345678", 0, 0x8D26), (.taxID, "91210302WWI7LCMK6D", 10, 0x49),
    (.taxID, "2103021985061599X000", 16, 0x58), (.postalCode, "114-000", 3, 0x2D), (.postalCode, "11400O", 5, 0x4F),
    (.phone, "138****0001", 3, 0x2A), (.personName, "　张3三", 2, 0x33), (.personName, "张三😀", 2, 0x1F600),
    (.personName, "张\n三", 1, 0x0A), (.foreignName, "R2D2", 1, 0x32), (.foreignName, "张3", 1, 0x33),
    (.companyName, "鞍山 示例有限公司", 2, 0x20), (.companyName, "鞍山示例有限公司;", 8, 0x3B),
    (.companyName, "鞍山示例厂 大连示例厂", 5, 0x20), (.companyName, "(鞍山) --示例店", 6, 0x2D),
    (.companyName, "\u{200B}鞍山(示例/有限公司", 6, 0x2F), (.companyName, "1234", nil, 0),
    (.address, "示例路~1号", 3, 0x7E), (.address, "鞍山市示例路☎1号", 6, 0x260E), (.address, "Example Road 1", nil, 0),
    (.region, "浙江省/杭州市/1区", 8, 0x31), (.text, "a<b", 1, 0x3C), (.certSerial, "3F00A91G", 7, 0x47),
    (.code, "A/1", 1, 0x2F), (.email, "中文@example.com", 0, 0x4E2D), (.email, "a@exam ple.com", 6, 0x20),
    (.landline, "024-6787abcd", 8, 0x61), (.date, "2026-11-2x", 9, 0x78), (.number, "1.5", 1, 0x2E),
  ]

  @Test("names the character and its place", arguments: characters)
  func character(_ example: (rule: Rule, text: String, offset: Int?, scalar: UInt32)) throws {
    let verdict = example.rule.check(example.text, today: try #require(vectorDay)).verdict
    #expect(verdict.errorNames == ["E_CHARSET"] || verdict.errorNames == ["E_FORMAT"], "\(example.text)")
    let found = example.rule.unexpectedScalar(in: Array(example.text.utf8))
    #expect(found?.offset == example.offset)
    #expect(found?.scalar ?? 0 == example.scalar)
  }

  static let lookAlikes: [(rule: Rule, text: String, looksLike: LookAlike?)] = [
    (.citizenID, "21030219700101997Х ", .letterX), (.citizenIDAdult, "21030219700101997×", .letterX),
    (.orgCode, "73665432×", .letterX), (.citizenID, "2103021970×1019978", nil), (.mobile, "1380000000×", nil),
    (.mobile, "138O0000001", .digit), (.postalCode, "11400o", .digit), (.phone, "138000000O1", .digit),
    (.bankCard, "62999912l4567890122", .digit), (.citizenID, "2l0302197001019978", .digit),
    (.citizenID, "210302197001019978#", nil), (.code, "A/O", nil), (.companyName, "鞍山/O", nil),
  ]

  @Test("knows what a character in a number was typed for", arguments: lookAlikes)
  func lookAlike(_ example: (rule: Rule, text: String, looksLike: LookAlike?)) throws {
    let text = Array(example.text.utf8)
    let found = try #require(example.rule.unexpectedScalar(in: text))
    #expect(found.lookAlike(in: text, of: example.rule) == example.looksLike, "\(example.text)")
  }

  @Test("names the control character, whatever stands before it")
  func control() throws {
    let text = Array("鞍山市☎\t示例路".utf8)
    #expect(Rule.address.check(text, today: try #require(vectorDay)).verdict.errorNames == ["E_CONTROL"])
    let found = Rule.address.unexpectedScalar(in: text, for: .eControl)
    #expect(found?.offset == 4 && found?.scalar == 0x09)
  }

  static let lengths: [(rule: Rule, text: String, measured: Int, allowed: [ClosedRange<Int>])] = [
    (.uscc, "91210302 WWTXM00N", 16, [18...18]), (.orgCode, "XX765432", 8, [9...9]),
    (.citizenID, "2103021985061599701", 19, [18...18]),
    (.foreignPermanentResident, "92184019850615997", 17, [15...15, 18...18]),
    (.mobile, "+86 138 0000 00011", 12, [11...11]), (.phone, "1380000000", 10, [11...11]),
    (.postalCode, "114 00", 5, [6...6]), (.bankCard, "629999000000055", 15, [16...19]),
    (.bankAccountCorporate, "1234567", 7, [8...32]), (.taxID, "无", 1, [15...15, 18...18, 20...20]),
    (.personName, "张", 1, [2...30]), (.foreignName, "X", 1, [2...60]), (.foreignName, "张", 1, [2...30]),
    (.companyName, "（公司", 3, [3...100]), (.address, "鞍山市", 3, [5...120]), (.certSerial, "3F:00:A9", 6, [8...40]),
    (.landline, "0412-55300001", 8, [7...7]), (.landline, "0571-8700000", 7, [8...8]),
    (.phone, "0412-55300001", 8, [7...7]), (.phoneList, "0412-5530000/0412-553000111", 9, [7...7]),
    (.region, "辽宁省/\(String(repeating: "甲", count: 21))/铁东区", 21, [1...20]),
  ]

  @Test("says how long a text is and may be", arguments: lengths)
  func length(_ example: (rule: Rule, text: String, measured: Int, allowed: [ClosedRange<Int>])) throws {
    let verdict = example.rule.check(example.text, today: try #require(vectorDay)).verdict
    #expect(verdict.errorNames == ["E_LENGTH"] || verdict.errorNames == ["E_PAREN"], "\(example.text)")
    let reading = try #require(example.rule.lengthReading(of: Array(example.text.utf8)))
    #expect(reading.measured == example.measured)
    #expect(reading.allowed == example.allowed)
  }

  @Test("measures what is too long to be read, mail before the @ and lists")
  func otherParts() throws {
    let huge = Rule.uscc.lengthReading(of: [UInt8](repeating: 0x31, count: 5000))
    #expect(huge?.part == .bytes && huge?.measured == 5000)
    let mail = Rule.email.lengthReading(of: Array("\(String(repeating: "a", count: 65))@example.com".utf8))
    #expect(mail?.part == .beforeAt && mail?.measured == 65 && mail?.allowed == [1...64])
    let list = Array(repeating: "13800000001", count: 17).joined(separator: "/")
    let numbers = Rule.phoneList.lengthReading(of: Array(list.utf8))
    #expect(numbers?.part == .numbers && numbers?.measured == 17 && numbers?.allowed == [1...16])
    #expect(Rule.text.lengthReading(of: Array("a<b".utf8)) == nil)
  }

  @Test("names a character of every text refused for one, unless Han is missing", arguments: RandomBytesTests.textRules)
  func alwaysNamed(_ rule: Rule) throws {
    let today = try #require(vectorDay)
    var random = SeededGenerator(state: 1000 + UInt64(rule.rawValue))
    for _ in 0..<2000 {
      let text = RandomText.make(&random, upTo: 60)
      let verdict = rule.check(text, today: today).verdict
      guard verdict.errors.contains(.eCharset) || verdict.errors.contains(.eControl) else { continue }
      let code: Code = verdict.errors.contains(.eControl) ? .eControl : .eCharset
      let found = rule.unexpectedScalar(in: text, for: code)
      let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
      let hasHan = scalars.contains { $0.properties.isIdeographic || $0.properties.isRadical }
      #expect(found != nil || (!hasHan && (rule == .companyName || rule == .address)), "\(rule.name) \(text)")
    }
  }

  @Test("knows what old encodings put at private places")
  func privateUse() {
    #expect(PrivateUse.standardCharacter(of: 0xE863) == 0x4DAE)
    #expect(PrivateUse.standardCharacter(of: 0xE815) == 0x2E81 && PrivateUse.standardCharacter(of: 0xE864) == 0x9FBB)
    // The 18 that GB 18030-2022 moved, and the six that it did not.
    let moved: [(UInt32, UInt32)] = [
      (0xE78D, 0xFE10), (0xE78E, 0xFE12), (0xE78F, 0xFE11), (0xE790, 0xFE13), (0xE791, 0xFE14), (0xE792, 0xFE15),
      (0xE793, 0xFE16), (0xE794, 0xFE17), (0xE795, 0xFE18), (0xE796, 0xFE19), (0xE81E, 0x9FB4), (0xE826, 0x9FB5),
      (0xE82B, 0x9FB6), (0xE82C, 0x9FB7), (0xE832, 0x9FB8), (0xE843, 0x9FB9), (0xE854, 0x9FBA), (0xE864, 0x9FBB),
      (0xE816, 0x20087), (0xE817, 0x20089), (0xE818, 0x200CC), (0xE831, 0x215D7), (0xE83B, 0x2298F), (0xE855, 0x241FE),
      (0xE7C7, 0x1E3F), (0xE7C8, 0x1F9), (0xE7E7, 0x303E), (0xE7F3, 0x2FFB),
    ]
    for (old, standard) in moved { #expect(PrivateUse.standardCharacter(of: old) == standard, "\(old)") }
    for other: UInt32 in [0xE5E5, 0xE814, 0xE865, 0x4DAE, 0xF0000] {
      #expect(PrivateUse.standardCharacter(of: other) == nil)
    }
  }
}
