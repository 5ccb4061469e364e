import Testing
import ZhinanValidation

@Suite("Signs in and around words")
struct SignTests {
  static let quotes: [RuleExample] = [
    .init(.companyName, "'鞍山甲公司", "鞍山甲公司", "W_SPREADSHEET"), .init(.companyName, "'鞍山甲公司'", "鞍山甲公司", "W_SPREADSHEET"),
    .init(.companyName, "\"鞍山甲公司\"", "鞍山甲公司", "W_SPREADSHEET"),
    .init(.companyName, "“鞍山甲公司”", "鞍山甲公司", "W_SPREADSHEET"),
    .init(.companyName, "‘鞍山甲公司", "鞍山甲公司", "W_SPREADSHEET"), .init(.companyName, "’鞍山甲公司", "鞍山甲公司", "W_SPREADSHEET"),
    .init(.companyName, "`鞍山甲公司", "鞍山甲公司", "W_SPREADSHEET"), .init(.companyName, " ＇鞍山甲公司 ", "鞍山甲公司", "W_SPREADSHEET"),
    .init(.companyName, "'\"鞍山甲公司\"'", "鞍山甲公司", "W_SPREADSHEET"),
    .init(.companyName, "名称：'鞍山甲公司", "鞍山甲公司", "W_LABEL", "W_SPREADSHEET"),
    .init(.companyName, "'L'Oréal公司", nil, "E_CHARSET"),
    .init(.companyName, "'L'OREAL公司", "L’OREAL公司", "W_SIGN", "W_SPREADSHEET"),
    .init(.companyName, "'鞍山“甲”公司", "鞍山“甲”公司", "W_SPREADSHEET"),
    .init(.companyName, "‘鞍山’甲公司", "‘鞍山’甲公司"), .init(.companyName, "“鞍山”甲公司", "“鞍山”甲公司"),
    .init(.companyName, "“鞍山”甲“公司”", "“鞍山”甲“公司”"), .init(.companyName, "'鞍山'甲公司", "‘鞍山’甲公司", "W_SIGN"),
    .init(.companyName, "\"鞍山\"甲公司", "“鞍山”甲公司", "W_SIGN"), .init(.companyName, "\"鞍山甲公司", nil, "E_PAREN"),
    .init(.companyName, "'AB", nil, "E_LENGTH"),
    .init(.address, "'辽宁省鞍山市铁东区1号", "辽宁省鞍山市铁东区1号", "W_SPREADSHEET"),
    .init(.address, "\"辽宁省鞍山市铁东区1号\"", "辽宁省鞍山市铁东区1号", "W_SPREADSHEET"),
    .init(.address, "“辽宁省鞍山市铁东区1号”。", "辽宁省鞍山市铁东区1号", "W_SIGN", "W_SPREADSHEET"),
    .init(.address, "地址：‘辽宁省鞍山市铁东区1号", "辽宁省鞍山市铁东区1号", "W_LABEL", "W_SPREADSHEET"),
    .init(.address, "“辽宁”大厦鞍山市铁东区1号", "“辽宁”大厦鞍山市铁东区1号"),
    .init(.address, "辽宁省鞍山市铁东区\"甲\"大厦", nil, "E_CHARSET"),
    .init(.foreignName, "'Mary Ann", "Mary Ann", "W_SPREADSHEET"),
    .init(.foreignName, "‘Mary Ann’", "Mary Ann", "W_SPREADSHEET"),
    .init(.foreignName, "`Mary Ann", "Mary Ann", "W_SPREADSHEET"),
    .init(.foreignName, "\"Mary Ann\"", "Mary Ann", "W_SPREADSHEET"),
    .init(.foreignName, "'Mary O'Neil", "Mary O'Neil", "W_SPREADSHEET"), .init(.foreignName, "'t Hooft", "'t Hooft"),
    .init(.foreignName, "Mary O’Neil", "Mary O'Neil"), .init(.foreignName, "''", nil, "E_FORMAT"),
  ]

  static let parts: [RuleExample] = [
    .init(.region, "北京市北京经济技术开发区", "北京市/北京经济技术开发区"), .init(.region, "天津市天津港保税区", "天津市/天津港保税区"),
    .init(.region, "上海市上海化学工业区", "上海市/上海化学工业区"), .init(.region, "重庆市重庆高新区", "重庆市/重庆高新区"),
    .init(.region, "上海市上海县", "上海市/上海县"), .init(.region, "北京市北京市朝阳区", "北京市/北京市/朝阳区"),
    .init(.region, "北京北京市朝阳区", "北京/北京市/朝阳区"), .init(.region, "北京市市辖区朝阳区", "北京市/市辖区/朝阳区"),
    .init(.region, "北京朝阳区", "北京/朝阳区"), .init(.region, "北京市北京市北京经济技术开发区", "北京市/北京市/北京经济技术开发区"),
    // 港保税区 in 天津, or 天津港保税区?
    .init(.region, "天津港保税区", nil, "E_FORMAT"),
    .init(.address, "收货地址：：辽宁省鞍山市铁东区1号", "辽宁省鞍山市铁东区1号", "W_LABEL"),
    .init(.address, "地址: ：辽宁省鞍山市铁东区1号", "辽宁省鞍山市铁东区1号", "W_LABEL"),
    .init(.mobile, "电话：：13800000001", "13800000001", "W_LABEL"),
    .init(.email, "a。b@example.cn", "a.b@example.cn", "W_SIGN"),
    .init(.email, "a｡b@example｡cn", "a.b@example.cn", "W_SIGN"),
    .init(.email, "a.b@example。cn", "a.b@example.cn"), .init(.email, "a。。b@example.cn", nil, "E_FORMAT"),
    .init(.phone, "024-67812345/12346", "024-67812345/024-67812346"),
    .init(.phoneList, "024-67956001/956002", "024-67956001/024-67956002"),
    .init(.phoneList, "0412-5595511、95512、95513", "0412-5595511/0412-5595512/0412-5595513"),
    .init(.phoneList, "024-67812345/12345", "024-67812345/12345"),
    .init(.phoneList, "024-67812345/12366", "024-67812345/12366"),
    .init(.phoneList, "13800012345/12346", "13800012345/12346"),
    .init(.phoneList, "024-67812345/95588", "024-67812345/95588"),
    // Six apostrophes in front, and full stops behind, as a held key makes them.
    .init(.mobile, "''''''13800000001。。。。。。。。。。。。", "13800000001", "W_SIGN", "W_SPREADSHEET"),
    .init(
      .identityNumberAdult, "'身份证号：210302197001019978。", "210302197001019978", "W_SIGN", "W_LABEL", "W_SPREADSHEET"),
    .init(.foreignName, "a\u{301}\u{302}\u{303}\u{304}\u{305}b", nil, "E_CHARSET"),
  ]

  @Test("are kept, paired or taken off, and told", arguments: quotes + parts)
  func holds(_ example: RuleExample) throws {
    let checked = example.rule.check(example.text, today: try #require(vectorDay))
    #expect(checked.value == example.value)
    #expect((checked.verdict.errorNames + checked.verdict.warningNames).sorted() == example.codes.sorted())
  }

  static let refused: [(rule: Rule, text: String, code: Code, offset: Int?)] = [
    (.address, "1~3 Main Street", .eCharset, nil), (.address, "示例路~1号", .eCharset, 3),
    (.address, "鞍山市\"甲\"大厦", .eCharset, 3),
    (.address, " \"鞍山市☎示例路\"", .eCharset, 5), (.companyName, "'鞍山 示例有限公司", .eCharset, 3),
    (.phone, "0412-5512345转", .eFormat, nil),
    (.phone, "(0412 5512345", .eFormat, nil), (.phoneList, "(0412 5512345", .eFormat, nil),
    (.phone, "138****0001", .eCharset, 3), (.email, "中文@example.cn", .eFormat, 0),
  ]

  @Test("are named only where they are what is wrong", arguments: refused)
  func named(_ example: (rule: Rule, text: String, code: Code, offset: Int?)) throws {
    let verdict = example.rule.check(example.text, today: try #require(vectorDay)).verdict
    #expect(verdict.errors.contains(example.code))
    #expect(example.rule.unexpectedScalar(in: Array(example.text.utf8), for: example.code)?.offset == example.offset)
  }

  @Test("are not measured where they are taken off")
  func measured() {
    #expect(Rule.companyName.lengthReading(of: Array("'甲乙".utf8))?.measured == 2)
  }
}
