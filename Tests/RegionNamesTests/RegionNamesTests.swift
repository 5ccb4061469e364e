import Testing

@testable import RegionNames

@Suite struct DivisionsByCode {
  @Test(
    arguments: [
      (210_302, "辽宁省鞍山市铁东区", nil), (210_300, "辽宁省鞍山市", nil), (210_000, "辽宁省", nil),
      (110_103, "北京市崇文区", 2010), (110_224, "北京市大兴县", 2001), (469_001, "海南省五指山市", nil),
      (659_001, "新疆维吾尔自治区石河子市", nil), (810_000, "香港特别行政区", nil), (654_301, "新疆维吾尔自治区阿勒泰地区阿勒泰市", nil),
      (211_281, "辽宁省铁岭市调兵山市", nil), (513_402, "四川省凉山彝族自治州会理市", nil),
    ] as [(Int32, String, Int32?)])
  func haveWholeNames(code: Int32, name: String, until: Int32?) throws {
    let division = try #require(RegionNames.division(of: code))
    #expect(division.name == name && division.until == until && division.isKnown)
  }

  @Test("The province of a former code is that of its time")
  func parentsOfTheirTime() throws {
    // 510212 was Chongqing's while that was part of Sichuan, up to 1997.
    let division = try #require(RegionNames.division(of: 510_212))
    #expect(division.name.hasPrefix("四川省重庆市") && division.until == 1997, "\(division)")
  }

  @Test func tellFormerNames() throws {
    let former = try #require(RegionNames.division(of: 211_281)?.former)
    #expect(former.map { $0.text } == ["铁法市"] && former[0].since == 1989 && former[0].until == 2001)
  }

  @Test func areNamedByWhatTheyLieInWhenUnknown() throws {
    let division = try #require(RegionNames.division(of: 210_399))
    #expect(division.name == "辽宁省鞍山市" && !division.isKnown)
    #expect(RegionNames.division(of: 990_000) == nil && RegionNames.names(ofDivision: -1).isEmpty)
    #expect(RegionNames.names(ofDivision: 1_000_000).isEmpty)
  }

  @Test("Every line of the table is found by its digits, and no name has anything but Han")
  func whole() {
    var codes: Set<[UInt8]> = []
    for prefix in Int32(1_100)...8_300 {
      for entry in RegionNames.line(ofPrefix: prefix) {
        let name = DatedName(entry.dropFirst(2))
        #expect(name.text.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }, "\(prefix) \(name)")
        #expect((name.since ?? 0) <= (name.until ?? 9999), "\(prefix) \(name)")
        codes.insert(Array("\(prefix)".utf8) + entry.prefix(2))
      }
    }
    #expect(codes.count == 7212)
  }
}

@Suite struct Areas {
  @Test(arguments: [(412, "辽宁省鞍山市"), (10, "北京市"), (999, "新疆伊犁哈萨克自治州")] as [(Int32, String)])
  func haveTheirPlaces(area: Int32, places: String) { #expect(RegionNames.places(ofArea: area) == places) }

  @Test func thatDoNotExistHaveNone() {
    for area: Int32 in [0, 1, 26, 300, 1000, 4121] { #expect(RegionNames.places(ofArea: area) == nil) }
  }
}
