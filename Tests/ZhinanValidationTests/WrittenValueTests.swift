import Testing
import ZhinanValidation

@Suite("Values as people, programs and PDF files write them")
struct WrittenValueTests {
  static let services: [RuleExample] = [
    .init(.phone, "95598-1", nil, "E_FORMAT"), .init(.phone, "95598 1", nil, "E_FORMAT"),
    .init(.phone, "024-95598-1", nil, "E_LENGTH"), .init(.phone, "024-95598 1", nil, "E_LENGTH"),
    .init(.phone, "02495598-1", nil, "E_LENGTH"), .init(.phoneList, "95598-1/12345", nil, "E_FORMAT"),
    .init(.phone, "95598转1", nil, "E_FORMAT"), .init(.phone, "10086-1", nil, "E_LENGTH"),
    .init(.phone, "955 98", "95598"), .init(.phone, "024 95598", "024-95598"), .init(.phone, "024-9559 8", "024-95598"),
    .init(.phone, "955981", "955981"), .init(.phone, "024-955981", "024-955981"),
  ]

  static let phones: [RuleExample] = [
    .init(.phone, "400-125-7788转1", "400-125-7788转1"), .init(.phone, "400-125-7788-1", nil, "E_FORMAT"),
    .init(.landline, "400-125-7788 ext 1", "400-125-7788转1"), .init(.landline, "400-125-7788转1234567", nil, "E_FORMAT"),
    .init(.phone, "+86 400 125 7788", "400-125-7788"), .init(.phone, "86-800-125-7788", "800-125-7788"),
    .init(.phone, "4001257788.0", "400-125-7788", "W_SPREADSHEET"),
    .init(.phone, "024-67871177（转801）", "024-67871177-801"), .init(.phone, "024-67871177(分机 801)", "024-67871177-801"),
    .init(.phone, "024-67871177总机转801", "024-67871177-801"), .init(.phone, "024-67871177(转801", nil, "E_FORMAT"),
    .init(.phone, "024.67871177", "024-67871177"), .init(.landline, "0412.553.0000", "0412-5530000"),
    .init(.phone, "024.67871177.801", nil, "E_FORMAT"),
    .init(.phone, "02467871177.0", "024-67871177", "W_SPREADSHEET"),
    .init(.phone, "013800000001", "13800000001", "W_SIGN"), .init(.mobile, "0138-0000-0001", "13800000001", "W_SIGN"),
    .init(.mobile, "012800000001", nil, "E_LENGTH"), .init(.phone, "0013800000001", nil, "E_AREA"),
    .init(.phone, "(86)13800000001", "13800000001"), .init(.mobile, "（86）138 0000 0001", "13800000001"),
    .init(.phone, "(86)024-67871177", "024-67871177"),
    .init(.phone, "13800000001或13900000002", "13800000001/13900000002"),
    .init(.phone, "13800000001 13900000002", "13800000001/13900000002"),
    .init(.phone, "138 0000 0001　024 6787 1177", "13800000001/024-67871177"),
    .init(.phoneList, "024-67871177 67871188", "024-67871177/024-67871188"),
    .init(.phoneList, "024-67871177 801 13800000001", "024-67871177-801/13800000001"),
    .init(.phone, "13800000001 13900000002 95598", "13800000001/13900000002/95598"),
    .init(.phone, "13800000001 2", nil, "E_LENGTH"),
    .init(.phone, "13800000001 1390000000", nil, "E_LENGTH", "W_ROUNDED"),
    .init(.phone, "13800000001/", "13800000001", "W_SIGN"), .init(.phone, "024-67871177／", "024-67871177", "W_SIGN"),
  ]

  static let dates: [RuleExample] = [
    .init(.date, "2026-11-22T00:00:00", "2026-11-22"), .init(.date, "2026-11-22T00:00:00.000Z", "2026-11-22"),
    .init(.date, "2026-11-22T00:00", nil, "E_FORMAT"),
    .init(.date, "2026-11-22T00:00:00+08:00", "2026-11-22"),
    .init(.date, "2026-11-22 08:30:00", "2026-11-22", "W_SPREADSHEET"),
    .init(.date, "2026/11/22 8:30", "2026-11-22", "W_SPREADSHEET"),
    .init(.date, "2026年11月22日 08:30", "2026-11-22", "W_SPREADSHEET"),
    .init(.date, "2026-11-22T00:00:00.5", "2026-11-22", "W_SPREADSHEET"),
    // In China it is the next day, or nobody knows which.
    .init(.date, "2026-11-21T16:00:00.000Z", nil, "E_FORMAT"),
    .init(.date, "2026-11-22T00:00:00-05:00", nil, "E_FORMAT"),
    .init(.date, "2026-11-22 24:00", nil, "E_FORMAT"), .init(.date, "2026-11-22 08:60", nil, "E_FORMAT"),
    .init(.date, "2026-11-31T00:00:00", nil, "E_DATE"), .init(.date, "2026-11-22 8", nil, "E_FORMAT"),
    .init(.date, "46348.5", "2026-11-22", "W_SPREADSHEET"), .init(.date, "46348.0", "2026-11-22", "W_SPREADSHEET"),
    .init(.date, "46348.", "2026-11-22", "W_SIGN", "W_SPREADSHEET"), .init(.date, "463481.5", nil, "E_FORMAT"),
    .init(.date, "2026年11月22日 星期日", "2026-11-22"), .init(.date, "2026年11月22日（周日）", "2026-11-22"),
    .init(.date, "2026-11-23 星期一", "2026-11-23"), .init(.date, "2026年11月22日 星期六", nil, "E_FORMAT"),
    .init(.date, "2026年11月22日 星期八", nil, "E_FORMAT"),
    .init(.date, "2026年11月22", "2026-11-22"), .init(.date, "2026/11/22日", "2026-11-22"),
    .init(.date, "2026年11月22 8", nil, "E_FORMAT"), .init(.date, "2026年11月", nil, "E_FORMAT"),
    .init(.date, "二〇二六年十一月二十二日", "2026-11-22"), .init(.date, "二○二六年十月三十日", "2026-10-30"),
    .init(.date, "二零二六年〇一月二十号 星期二", "2026-01-20"), .init(.date, "二〇二六年二月三十日", nil, "E_DATE"),
    .init(.date, "二〇二六年十一月", nil, "E_FORMAT"), .init(.date, "二〇二六年十〇月一日", nil, "E_FORMAT"),
    .init(.date, "二六年一月一日", nil, "E_FORMAT"),
  ]

  static let words: [RuleExample] = [
    .init(.email, "name @example.cn", "name@example.cn", "W_SPACE"),
    .init(.email, "name@\u{A0}example.cn", "name@example.cn", "W_SPACE"),
    .init(.email, "name　@　Example.cn", "name@example.cn", "W_SPACE"),
    .init(.email, "12345678@qq，com", "12345678@qq.com", "W_SIGN"),
    .init(.email, "name﹫example﹒cn", "name@example.cn", "W_SIGN"),
    .init(.email, "na me@example.cn", nil, "E_FORMAT"), .init(.email, "name@exa mple.cn", nil, "E_FORMAT"),
    .init(.email, "name@example.cn,张三", nil, "E_FORMAT"), .init(.email, "a@example.cn,b@example.cn", nil, "E_FORMAT"),
    .init(.address, "示例路1\u{AD}3号", "示例路1-3号", "W_SIGN"), .init(.address, "示例路A\u{AD}１号楼", "示例路A-1号楼", "W_SIGN"),
    .init(.address, "示例\u{AD}路1号", "示例路1号"), .init(.address, "示例路1\u{AD}号楼", "示例路1号楼"),
    .init(.foreignName, "Jean\u{AD}Luc", "Jean-Luc", "W_SIGN"),
    .init(.foreignName, "José\u{AD}Ána", "José-Ána", "W_SIGN"),
    .init(.foreignName, "-SMITH", nil, "E_FORMAT"), .init(.foreignName, "Jean--Luc", nil, "E_FORMAT"),
    .init(.foreignName, "John..Smith", nil, "E_FORMAT"), .init(.foreignName, "O''Brien", nil, "E_FORMAT"),
    .init(.foreignName, "O’’Brien", nil, "E_FORMAT"), .init(.foreignName, "K-", nil, "E_FORMAT"),
    .init(.foreignName, "SMITH, JOHN", nil, "E_CHARSET"), .init(.foreignName, "J.-P. Smith Jr.", "J.-P. Smith Jr."),
    .init(.foreignName, "'t Hooft", "'t Hooft"),
    .init(.personName, "\u{FA19}\u{2F800}", "神丽", "W_RADICAL"), .init(.foreignName, "张\u{FA19}", "张神", "W_RADICAL"),
    .init(.personName, "张\u{FA0E}", "张\u{FA0E}"), .init(.address, "\u{FA19}农路1号", "神农路1号", "W_RADICAL"),
    .init(.code, "20261122 0001", "202611220001", "W_SPACE"),
    .init(.code, "ORDER 2026\u{A0}-1", "ORDER2026-1", "W_SPACE"),
    .init(.code, "2026 *1", nil, "E_CHARSET"),
  ]

  @Test("are known, or told to be wrong", arguments: services + phones + dates + words)
  func holds(_ example: RuleExample) throws {
    let today = try #require(vectorDay)
    let checked = example.rule.check(example.text, today: today)
    #expect(checked.value == example.value)
    #expect((checked.verdict.errorNames + checked.verdict.warningNames).sorted() == example.codes.sorted())
    if let value = checked.value { #expect(example.rule.check(value, today: today).value == value) }
  }

  @Test("name the character that is wrong in them")
  func character() {
    #expect(Rule.code.unexpectedScalar(in: Array("2026 *1".utf8))?.offset == 5)
  }

  @Test("long-term is known with spaces inside")
  func longTerm() throws {
    let today = try #require(vectorDay)
    for end in ["长 期", "长　期", " 长期 有效 "] {
      let checked = "2016-11-21".withBytes { start in
        end.withBytes { ValidityPeriod.check(start: start, end: $0, today: today) }
      }
      #expect(checked.value != nil && checked.value?.end == nil, "\(end)")
    }
  }

  @Test("the extension of a 400 number is explained and masked")
  func extensionOf400() throws {
    let parts = try #require(PhoneNumber.explain("400-125-7788转1".utf8).first)
    #expect(parts.kind == .shared400 && parts.area == nil && parts.extensionDigits == Array("1".utf8))
    #expect(PhoneNumber.explain("400-125-7788".utf8).first?.extensionDigits == nil)
    #expect(Masking.mask(Array("400-125-7788转12".utf8), as: .landline) == Array("400-125-****转**".utf8))
  }

  @Test("short names of two rules mean the rules")
  func shortNames() {
    #expect(Rule(name: "bank_account".utf8) == .bankAccountCorporate)
    #expect(Rule(name: "postal".utf8) == .postalCode)
    #expect(Rule(name: "bank".utf8) == nil)
  }
}
