import Testing
import ZhinanValidation

/// One text for a rule and what must come of it: a value with warnings, or one error.
struct RuleExample: Sendable, CustomTestStringConvertible {
  let rule: Rule
  let text: String
  let value: String?
  let codes: [String]

  init(_ rule: Rule, _ text: String, _ value: String?, _ codes: String...) {
    self.rule = rule
    self.text = text
    self.value = value
    self.codes = codes
  }

  var testDescription: String { "\(rule.name) \(text)" }
}

@Suite("Rules beside their vectors")
struct RuleTests {
  static let identifiers: [RuleExample] = [
    .init(.uscc, "91210302-WWG7LCMK-6D", "91210302WWG7LCMK6D"),
    .init(.uscc, "91210302WWTXM00N", nil, "E_LENGTH"),
    .init(.uscc, "912103O2WWTXM00N0E", nil, "E_CHARSET"),
    .init(.uscc, "统一社会信用代码统一社会信用代码一二", nil, "E_CHARSET"),
    .init(.orgCode, "QQ11YD31-5", "QQ11YD315"),
    .init(.citizenID, "2103021970010199 78", "210302197001019978"),
    .init(.citizenID, "21030219700101997Х", nil, "E_CHARSET"),
    .init(.citizenID, "21030219700101997×", nil, "E_CHARSET"),
    .init(.citizenID, "219999197001019978", "219999197001019978", "W_REGION"),
    .init(.residencePermitHMTAdult, "810000200801019981", "810000200801019981"),
    .init(.foreignPermanentResident, "820000198512319989", nil, "E_FORMAT"),
    .init(.foreignPermanentResident, "210302850615997", nil, "E_CHARSET"),
    .init(.foreignPermanentResidentAdult, "USA210385061592", "USA210385061592", "W_OLD_CARD"),
    .init(.identityNumberAdult, "210302197001019978", "210302197001019978"),
    .init(.identityNumberAdult, "210302197001019979", nil, "E_CHECK"),
    .init(.identityNumberAdult, "810000200801019981", "810000200801019981"),
    .init(.identityNumberAdult, "usa210385061592", "USA210385061592", "W_OLD_CARD"),
    .init(.identityNumberAdult, "h00000000", "H00000000"),
    .init(.identityNumberAdult, "HA1234567", "HA1234567", "W_UNVERIFIED_FORMAT"),
    .init(.identityNumberAdult, "E12345678", "E12345678"),
    // Eight digits could be those of a Taiwan permit, and of a citizen's number cut short.
    .init(.identityNumberAdult, "21030219", nil, "E_LENGTH"),
    .init(.identityNumberAdult, "", nil, "E_EMPTY"),
    .init(.taiwanPermit, "0123456789B", "0123456789B", "W_OLD_CARD"),
    .init(.taiwanPermit, "", nil, "E_EMPTY"),
    .init(.bankCard, "6299 9900 0000 0554 331", "6299990000000554331"),
    .init(.bankCard, "4111111111111111", nil, "E_BIN"),
    .init(.bankCard, "629999000000055", nil, "E_LENGTH"),
    .init(.bankAccountCorporate, "1111111", nil, "E_LENGTH"),
    .init(.bankAccountCorporate, "1234567", nil, "E_LENGTH"),
    .init(.taxID, "21030219850615997000", "21030219850615997000", "W_LEGACY"),
    .init(.certSerial, "3f:00:a9:1b", "3F00A91B"),
    .init(.certSerial, "3F00A9", nil, "E_LENGTH"),
    .init(.certSerial, "3F00A91G", nil, "E_CHARSET"),
    .init(.code, " No-2026-01 ", "No-2026-01"),
    .init(.code, "A/1", nil, "E_CHARSET"),
  ]

  static let contact: [RuleExample] = [
    .init(.mobile, "\u{202D}+86 13800000001\u{202C}", "13800000001"),
    .init(.mobile, "(+86)138-0000-0001", "13800000001"),
    .init(.mobile, "15400000001", "15400000001", "W_SEGMENT"),
    .init(.mobile, "１３８００００００01", "13800000001"),
    .init(.landline, "010-12345678", nil, "E_NUMBER"),
    .init(.landline, "010 6552 9988", "010-65529988"),
    .init(.landline, "0086-24-67871177", "024-67871177"),
    .init(.landline, "0410-5530000", nil, "E_AREA"),
    .init(.landline, "0413-5530000", nil, "E_AREA"),
    .init(.landline, "0414-5530000", nil, "E_AREA"),
    .init(.landline, "0571-8700000", nil, "E_LENGTH"),
    .init(.landline, "024-67871177 ext. 12", "024-67871177-12"),
    .init(.landline, "024-67871177分机12", "024-67871177-12"),
    .init(.landline, "024.67871177", "024-67871177"),
    .init(.landline, "400 125 7788", "400-125-7788"),
    .init(.landline, "0412", nil, "E_FORMAT"),
    .init(.landline, "-0412-5530000", nil, "E_FORMAT"),
    .init(.landline, "13800000001", nil, "E_FORMAT"),
    .init(.phone, "13800000001", "13800000001"),
    .init(.phone, "024 67871177", "024-67871177"),
    .init(.phone, "1380000000", nil, "E_LENGTH"),
    .init(.phone, "5530000", nil, "E_FORMAT"),
    .init(.phone, "", nil, "E_EMPTY"),
    .init(.phoneList, "024-67871177/1188", "024-67871177/024-67871188"),
    .init(.phoneList, "0412-5530000、5530001", "0412-5530000/0412-5530001"),
    .init(.phoneList, "0412-5530000；13800000001", "0412-5530000/13800000001"),
    .init(.phoneList, "0412-5530000/abc", nil, "E_FORMAT"),
    .init(.email, "A.B@Mail.Example.COM", "A.B@mail.example.com"),
    .init(.email, "a***@example.com", nil, "E_FORMAT"),
    .init(.email, "a@例.com", "a@例.com", "W_IDN"),
    .init(.email, "a@é.com", nil, "E_FORMAT"),
    .init(.email, "a@b.c", nil, "E_FORMAT"),
    .init(.email, "a＠example．com", "a@example.com"),
    .init(.email, "a@1.2.3.4", nil, "E_FORMAT"),
    .init(.postalCode, "１１４０００", "114000"),
  ]

  static let names: [RuleExample] = [
    .init(.personName, "阿卜杜拉•买买提", "阿卜杜拉·买买提", "W_DOT"),
    .init(.personName, "阿卜杜拉.买买提", "阿卜杜拉·买买提", "W_DOT"),
    .init(.personName, "·买买提", nil, "E_DOT"),
    .init(.personName, "张 三", "张三", "W_SPACE"),
    .init(.personName, "　张三　", "张三"),
    .init(.personName, "李\u{F9E1}", "李李", "W_RADICAL"),
    .init(.personName, "张三\u{301}", nil, "E_CHARSET"),
    .init(.personName, "葛\u{E0100}亮", "葛亮"),
    .init(.personName, "张①", nil, "E_CHARSET"),
    .init(.personName, "⼀⼆", "一二", "W_RADICAL"),
    .init(.foreignName, "Zhang San", "Zhang San"),
    .init(.foreignName, "  JEAN-LUC   D'ARC ", "JEAN-LUC D'ARC"),
    .init(.foreignName, "José Núñez", "José Núñez"),
    .init(.foreignName, "张三", "张三"),
    .init(.foreignName, "R2D2", nil, "E_CHARSET"),
    .init(.foreignName, "X", nil, "E_LENGTH"),
    .init(.companyName, "示例(大连)有限公司", "示例（大连）有限公司", "W_PAREN"),
    .init(.companyName, "ＡＢ示例电气有限公司", "AB示例电气有限公司"),
    .init(.companyName, "示例•恒信商贸有限公司", "示例·恒信商贸有限公司", "W_DOT"),
    .init(.address, "火车站对面的大楼里", "火车站对面的大楼里", "W_VAGUE"),
    .init(.address, "示例路１号Ａ座", "示例路1号A座"),
    .init(.address, "Example Road 1", nil, "E_CHARSET"),
    .init(.address, "示例路****", nil, "E_CHARSET"),
    .init(.region, "浙江省 杭州市 西湖区", "浙江省/杭州市/西湖区"),
    .init(.region, "浙江省／杭州市／西湖区", "浙江省/杭州市/西湖区"),
    .init(.region, "浙江省/杭州市", nil, "E_FORMAT"),
    .init(.region, "示例省/杭州市/西湖区", "示例省/杭州市/西湖区", "W_REGION"),
    .init(.region, "浙江省/杭州市/1区", nil, "E_CHARSET"),
    .init(.text, "  备注：甲、乙  ", "备注：甲、乙"),
    .init(.text, "a<b", nil, "E_CHARSET"),
    .init(.text, "a\tb", nil, "E_CONTROL"),
    .init(.text, "\u{200B} ", nil, "E_EMPTY"),
  ]

  static let figures: [RuleExample] = [
    .init(.date, "2020-01-01", "2020-01-01"), .init(.date, "2020/1/1", "2020-01-01"),
    .init(.date, "2020.1.1", "2020-01-01"), .init(.date, "2020年1月1日", "2020-01-01"),
    .init(.date, "2020 年 1 月 1 日", "2020-01-01"), .init(.date, "20200101", "2020-01-01"),
    .init(.date, "2020-1-1", "2020-01-01"), .init(.date, "2020-01/01", nil, "E_FORMAT"),
    .init(.date, "2020-01-011", nil, "E_FORMAT"), .init(.date, "20201301", nil, "E_DATE"),
    .init(.date, "二〇二〇年一月一日", "2020-01-01"), .init(.date, "1900-02-29", nil, "E_DATE"),
    .init(.number, "００42", "42"), .init(.number, "-0", "0"), .init(.number, "+7", "7"),
    .init(.number, "2147483648", nil, "E_RANGE"), .init(.number, "-2147483648", "-2147483648"),
    .init(.number, "99999999999999999999999999", nil, "E_RANGE"), .init(.number, "1.5", nil, "E_FORMAT"),
    .init(.number, "-", nil, "E_FORMAT"), .init(.number, "'1", "1", "W_SPREADSHEET"),
    .init(.number, "=\"7\"", "7", "W_SPREADSHEET"), .init(.number, "''", nil, "E_FORMAT"),
    .init(.number, "'", nil, "E_FORMAT"),
  ]

  @Test("give value or error", arguments: identifiers + contact + names + figures)
  func holds(_ example: RuleExample) throws {
    let checked = example.rule.check(example.text, today: try #require(vectorDay))
    #expect(checked.value == example.value)
    #expect(checked.verdict.errorNames + checked.verdict.warningNames == example.codes)
  }

  @Test("org_code: must be characters 9 to 17 of the credit code")
  func organisationCode() {
    func check(_ code: String, _ whole: String) -> [String] {
      code.withBytes { code in
        whole.withBytes { OrganisationCode.check(code, against: $0) }
      }.verdict.errorNames
    }
    #expect(check("WWG7LCMK6", "91210302 WWG7LCMK6D") == [])
    #expect(check("QQ11YD315", "91210302WWG7LCMK6D") == ["E_MISMATCH"])
    #expect(check("QQ11YD315", "") == [])
  }

  @Test("tax_id: another number than the credit code is told")
  func taxNumber() {
    func check(_ number: String, _ whole: String) -> [String] {
      number.withBytes { number in
        whole.withBytes { TaxNumber.check(number, against: $0) }
      }.verdict.warningNames
    }
    #expect(check("91210302XX1LCR051A", "91210302xx1lcr051a") == [])
    #expect(check("91210302XX1LCR051A", "91210302QQCG8YNN1L") == ["W_NOT_USCC"])
    #expect(check("210302XX3337B12", "91210302QQCG8YNN1L").sorted() == ["W_LEGACY", "W_NOT_USCC"])
  }

  @Test("number: limits")
  func limits() {
    func check(_ text: String) -> CheckedValue<Int32> { text.withBytes { WholeNumber.check($0, in: 1...99) } }
    #expect(check("099").value == 99)
    #expect(check("0").verdict.errorNames == ["E_RANGE"])
    #expect(check("x").verdict.errorNames == ["E_FORMAT"])
  }

  @Test("date_validity: expired, and long-term in its spellings")
  func validity() throws {
    let today = try #require(vectorDay)
    func check(_ start: String, _ end: String) -> CheckedValue<ValidityPeriod> {
      start.withBytes { start in
        end.withBytes { ValidityPeriod.check(start: start, end: $0, today: today) }
      }
    }
    #expect(check("2016-11-21", "2026-11-21").verdict.errorNames == ["E_EXPIRED"])
    #expect(check("2016-11-21", "长期有效").value?.end == nil)
    #expect(check("2016-11-21", "").verdict.errorNames == ["E_EMPTY"])
  }

  @Test("phone_list: more than 16 numbers are rejected")
  func longList() throws {
    let list = Array(repeating: "13800000001", count: 17).joined(separator: "/")
    #expect(Rule.phoneList.check(list, today: try #require(vectorDay)).verdict.errorNames == ["E_LENGTH"])
  }
}
