import Testing
import ZhinanValidation

/// Every entry of the tables that the rules go by, from the standards and not from the code.
@Suite("Tables, entry by entry")
struct TableTests {
  private func check(_ rule: Rule, _ text: String) throws -> (errors: [String], warnings: [String]) {
    let verdict = rule.check(text, today: try #require(vectorDay)).verdict
    return (verdict.errorNames, verdict.warnings.map { "\($0.name)" })
  }

  /// Characters 1 to 17 with their check character, by the weights of GB 32100-2015.
  private func creditCode(_ start: String) -> String {
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    let set = SyntheticNumbers.set
    let sum = zip(start.utf8, weights).reduce(0) { $0 + (set.firstIndex(of: $1.0) ?? 0) * $1.1 }
    return start + String(decoding: [set[(31 - sum % 31) % 31]], as: UTF8.self)
  }

  /// 17 digits with their check character, by the weights of GB 11643-1999.
  private func citizenNumber(_ start: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(start.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return start + String(decoding: [Array("10X98765432".utf8)[sum % 11]], as: UTF8.self)
  }

  @Test("uscc: every department with every category")
  func departments() throws {
    let categories: [Character: String] = [
      "1": "1239", "2": "19", "3": "123459", "4": "19", "5": "123459", "6": "129", "7": "129", "8": "19", "9": "1239",
      "A": "19", "N": "1239", "Y": "1",
    ]
    let set = String(decoding: SyntheticNumbers.set, as: UTF8.self)
    for department in set {
      for category in set {
        let code = creditCode("\(department)\(category)210302WWG7LCMK6")
        let known = categories[department]
        let expected = known == nil ? ["W_DEPARTMENT"] : known?.contains(category) == true ? [] : ["W_CATEGORY"]
        let found = try check(.uscc, code)
        #expect(found.errors == [] && found.warnings == expected, "\(code)")
      }
    }
  }

  @Test(
    "uscc: regions", arguments: [("100000", []), ("110000", []), ("100001", ["W_REGION"]), ("990000", ["W_REGION"])])
  func regions(_ region: String, _ warnings: [String]) throws {
    #expect(try check(.uscc, creditCode("91\(region)WWG7LCMK6")).warnings == warnings)
  }

  @Test(
    "numbers of citizens and residents",
    arguments: [
      (Rule.citizenID, "21030219000101123", [], []), (.citizenID, "21030218991231123", ["E_DATE_RANGE"], []),
      (.citizenID, "21030219700101000", [], ["W_SEQ"]), (.citizenID, "21030219700101001", [], []),
      (.residencePermitHMT, "81000019700101123", [], []), (.residencePermitHMT, "82000019700101123", [], []),
      (.residencePermitHMT, "83000019700101123", [], []), (.residencePermitHMT, "84000019700101123", ["E_REGION"], []),
      (.residencePermitHMT, "81000119700101123", ["E_REGION"], []),
      (.foreignPermanentResident, "92115619700101123", ["E_COUNTRY"], []),
      (.foreignPermanentResident, "92184019700101123", [], []),
      (.foreignPermanentResident, "92184118991231123", ["E_COUNTRY"], []),
    ])
  func citizens(_ rule: Rule, _ start: String, _ errors: [String], _ warnings: [String]) throws {
    let found = try check(rule, citizenNumber(start))
    #expect(found.errors == errors && found.warnings == warnings)
  }

  @Test("mobile: every segment")
  func segments() throws {
    for segment in 100...199 {
      let found = try check(.mobile, "\(segment)00000001")
      #expect(found.errors == (segment < 130 ? ["E_SEGMENT"] : []), "\(segment)")
      #expect(found.warnings == ([142, 143, 154, 161, 164, 194].contains(segment) ? ["W_SEGMENT"] : []), "\(segment)")
    }
  }

  @Test("postal_code: every first pair of digits")
  func postalCodes() throws {
    let given = """
      01 02 03 04 05 06 07 10 11 12 13 15 16 20 21 22 23 24 25 26 27 30 31 32 33 34 35 36 40 41 42 43 44 45 46 47 51 52 53
      54 55 56 57 61 62 63 64 65 66 67 71 72 73 74 75 81 83 84 85 86
      """.split { $0 == " " || $0 == "\n" }
    for number in 0...99 {
      let pair = number < 10 ? "0\(number)" : "\(number)"
      #expect(
        try check(.postalCode, "\(pair)4000").errors == (given.contains { $0 == pair } ? [] : ["E_REGION"]), "\(pair)")
    }
  }

  @Test("region: every province by its name")
  func provinces() throws {
    for name in [
      "北京市", "天津市", "河北省", "山西省", "内蒙古自治区", "辽宁省", "吉林省", "黑龙江省", "上海市", "江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省",
      "河南省", "湖北省", "湖南省", "广东省", "广西壮族自治区", "海南省", "重庆市", "四川省", "贵州省", "云南省", "西藏自治区", "陕西省", "甘肃省", "青海省",
      "宁夏回族自治区", "新疆维吾尔自治区", "台湾省", "香港特别行政区", "澳门特别行政区",
    ] {
      #expect(try check(.region, "\(name)/示例市/示例区").warnings == [], "\(name)")
    }
    #expect(try check(.region, "东北省/示例市/示例区").warnings == ["W_REGION"])
  }

  @Test("passport: second letters of the ordinary Chinese series")
  func passports() throws {
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
      let isValid = "E\(letter)1234567".withBytes { number in
        "CHN".withBytes { PassportNumber.check(number, country: $0).verdict.isValid }
      }
      #expect(isValid == (letter != "I" && letter != "O"), "\(letter)")
    }
  }

  @Test("email: every sign that a name may hold")
  func atomCharacters() throws {
    for byte in UInt8(0x21)...0x7E where byte != 0x2E && byte != 0x40 {
      let sign = Character(Unicode.Scalar(byte))
      let isAtom = sign.isLetter || sign.isNumber || "!#$%&'+-/=?^_~".contains(sign)
      #expect(try check(.email, "a\(sign)b@example.com").errors == (isAtom ? [] : ["E_FORMAT"]), "\(sign)")
    }
  }

  @Test("address: every word that names a place, every sign")
  func addressWords() throws {
    for word in "省市区县旗盟州镇乡村屯街路道巷弄胡" { #expect(try check(.address, "示例示例\(word)").warnings == [], "\(word)") }
    #expect(try check(.address, "示例示例楼").warnings == ["W_VAGUE"])
    for sign in " #&'()+,-./:;[]_·、。（），：；№“”《》【】〔〕Ⅱ①" {
      #expect(try check(.address, "示例路\(sign)5号").errors == [], "\(sign)")
    }
    for sign in "*\"<>={}" { #expect(try check(.address, "示例路\(sign)5号").errors == ["E_CHARSET"], "\(sign)") }
  }

  @Test(
    "travel permits", arguments: [("0123456789", ["W_OLD_CARD"]), ("01234567", []), ("0123456789A", ["W_OLD_CARD"])])
  func travelPermits(_ number: String, _ warnings: [String]) throws {
    let found = try check(.taiwanPermit, number)
    #expect(found.errors == [] && found.warnings == warnings)
  }

  @Test("every header of BMP and every frame of JPEG is read")
  func imageKinds() throws {
    for size in UInt8(0)...255 {
      var image = ImageSamples.bmp
      image[14] = size
      let isKnown = [12, 16, 40, 52, 56, 64, 108, 124].contains(size)
      #expect(UploadedFileTests.check("a.bmp", image).verdict.errorNames == (isKnown ? [] : ["E_MAGIC"]), "\(size)")
    }
    let frame = try #require(ImageSamples.jpeg.firstRange(of: [0xFF, 0xC0]))
    for marker in UInt8(0xC0)...0xCF {
      var image = ImageSamples.jpeg
      image[frame.lowerBound + 1] = marker
      let width = UploadedFileTests.check("a.jpg", image).value?.header.width
      #expect(width == ([0xC4, 0xC8, 0xCC].contains(marker) ? nil : 2480), "\(marker)")
    }
  }
}

@Suite("Masking an address, word by word")
struct AddressWordTests {
  private func expect(_ text: String, _ masked: String) { #expect(MaskingTests.mask(text, .address) == masked) }

  @Test("what makes 区 a part of a district", arguments: ["小", "园", "社", "校", "厂", "库", "院"])
  func buildingAreas(_ word: String) { expect("示例\(word)区3号", "****") }

  @Test(
    "a road's or a house's word hides what follows",
    arguments: Array("路街道巷弄胡村镇乡屯号楼栋幢室里园").map { String($0) })
  func roadWords(_ word: String) { expect("鞍山市示例\(word)某某区", "鞍山市****") }

  @Test("but not before a division's word", arguments: ["市", "区", "县", "州", "旗"])
  func divisionWords(_ word: String) { expect("辽宁省示例村\(word)示例路1号", "辽宁省示例村\(word)****") }

  @Test("a division's name has at most 16 characters")
  func longNames() {
    let name = String(repeating: "甲", count: 15)
    expect("\(name)区1号", "\(name)区****")
    expect("甲\(name)区1号", "****")
  }

  @Test("a landline, a mail address and an address show no more than their kind, whatever comes")
  func bounds() {
    var random = SeededGenerator(state: 5)
    for _ in 0..<4000 {
      let text = RandomText.make(&random, upTo: 40)
      func mask(_ kind: MaskKind) -> String { String(decoding: Masking.mask(text, as: kind), as: UTF8.self) }
      let landline = mask(.landline)
      #expect(landline.count { $0.isNumber } <= 7 && landline.allSatisfy { $0.isNumber || $0 == "-" || $0 == "*" })
      let email = mask(.email).unicodeScalars
      let name = email.prefix { $0 != "@" }
      #expect(name.count { $0 != "*" } <= 1, "\(String(email))")
      let address = mask(.address)
      guard !address.isEmpty else { continue }
      #expect(address.hasSuffix("****") && !address.contains { $0.isASCII && $0.isNumber })
      let shown = address.dropLast(4)
      #expect(shown.isEmpty || "省市区县州旗盟".contains(shown.last ?? "-"), "\(address)")
    }
  }
}
