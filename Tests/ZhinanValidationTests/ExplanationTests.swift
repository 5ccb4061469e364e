import Testing
import ZhinanValidation

private let today = CalendarDate(year: 2026, month: 11, day: 22)

@Suite struct ExplainedCitizens {
  @Test func theirParts() throws {
    let number = try #require(CitizenNumber.explain(" 210302 19700101 9979".utf8))
    #expect(number.division == 210_302 && number.sex == .male && number.modernForm == nil)
    #expect(number.birthday == CalendarDate(year: 1970, month: 1, day: 1))
    #expect(number.check?.found == 0x39 && number.check?.expected == 0x38 && number.check?.isRight == false)
  }

  @Test("Every last character is told right or which it should be, as the rule says")
  func checkCharacters() throws {
    let today = try #require(today)
    for serial in 100..<200 {
      let start = "11010119900307\(serial)"
      var right = 0
      for last in "0123456789X" {
        let check = try #require(CitizenNumber.explain("\(start)\(last)".utf8)?.check)
        let isValid = Rule.citizenID.check("\(start)\(last)", today: today).verdict.isValid
        #expect(check.isRight == isValid)
        right += isValid ? 1 : 0
        let mended = "\(start)\(Unicode.Scalar(check.expected))"
        #expect(Rule.citizenID.check(mended, today: today).verdict.isValid)
      }
      #expect(right == 1)
    }
  }

  @Test func fifteenDigitsBecomeEighteen() throws {
    let today = try #require(today)
    let number = try #require(CitizenNumber.explain("210302700101123".utf8))
    let modern = String(decoding: try #require(number.modernForm), as: UTF8.self)
    #expect(modern.hasPrefix("21030219700101123") && number.check == nil && number.sex == .male)
    #expect(Rule.citizenID.check(modern, today: today).verdict.isValid)
    // 996 to 999 were for people of a hundred years and more; a month 13 is none.
    for text in ["210302700101996", "210302701301123"] {
      let number = try #require(CitizenNumber.explain(text.utf8))
      #expect(number.modernForm == nil && number.birthday == nil)
    }
  }

  @Test(arguments: ["", "21030219700101997", "2103021970010199七9", "X10302197001019978", "21030270010112X"])
  func whatIsNoNumberHoldsNothing(text: String) { #expect(CitizenNumber.explain(text.utf8) == nil) }

  @Test(
    arguments: [
      ((2000, 2, 29), (2026, 2, 28), 25), ((2000, 2, 29), (2026, 3, 1), 26), ((2026, 11, 22), (2026, 11, 22), 0),
      ((2026, 11, 23), (2026, 11, 22), nil),
    ] as [((Int32, Int32, Int32), (Int32, Int32, Int32), Int32?)])
  func ages(born: (Int32, Int32, Int32), on day: (Int32, Int32, Int32), age: Int32?) throws {
    let born = try #require(CalendarDate(year: born.0, month: born.1, day: born.2))
    let day = try #require(CalendarDate(year: day.0, month: day.1, day: day.2))
    #expect(born.age(on: day) == age)
  }
}

@Suite struct ExplainedForeigners {
  @Test func bothCards() throws {
    let today = try #require(today)
    let new = try #require(ForeignResidentNumber.explain("921840197001019971".utf8, today: today))
    #expect(new.card == .of2023 && new.division == 210_000 && new.check.isRight)
    #expect(new.nationality == Array("USA".utf8) && new.birthday == CalendarDate(year: 1970, month: 1, day: 1))
    let old = try #require(ForeignResidentNumber.explain("USA210385061592".utf8, today: today))
    #expect(
      old.card == .of2017 && old.division == 210_300 && old.birthday == CalendarDate(year: 1985, month: 6, day: 15))
    for last in 0...9 {
      let text = "USA21038506159\(last)"
      let check = try #require(ForeignResidentNumber.explain(text.utf8, today: today)?.check)
      #expect(check.expected == 0x32)
      #expect(check.isRight == Rule.foreignPermanentResident.check(text, today: today).verdict.isValid)
    }
    // The later century that is not in the future.
    let young = try #require(ForeignResidentNumber.explain("USA210326112212".utf8, today: today))
    #expect(young.birthday?.year == 2026)
    #expect(ForeignResidentNumber.explain("USA210326112312".utf8, today: today)?.birthday?.year == 1926)
  }
}

@Suite struct ExplainedOrganisations {
  @Test func theirParts() throws {
    let code = try #require(CreditCode.explain(" 91210302 wwg7lcmk6d ".utf8))
    #expect(code.department == .marketRegulation && code.kind == .enterprise && code.division == 210_302)
    #expect(code.organisationCode == Array("WWG7LCMK6".utf8) && code.organisationCheck?.isRight == true)
    #expect(code.check.isRight)
  }

  @Test("Every 18th character is told right or which it should be, as the rule says")
  func checkCharacters() throws {
    let today = try #require(today)
    for start in ["91210302WWG7LCMK6", "11210300QQAD4NEK1", "51100000500000000", "N2210302MF0000000"] {
      var right = 0
      for last in "0123456789ABCDEFGHJKLMNPQRTUWXY" {
        let check = try #require(CreditCode.explain("\(start)\(last)".utf8)?.check)
        #expect(check.isRight == Rule.uscc.check("\(start)\(last)", today: today).verdict.errors.isEmpty)
        right += check.isRight ? 1 : 0
      }
      #expect(right == 1)
    }
    for start in ["QQ11YD31", "00000001", "ABCDEFGH"] {
      let right = "0123456789X".filter { OrganisationCode.explain("\(start)\($0)".utf8)?.isRight == true }
      #expect(right.count == 1)
      #expect(Rule.orgCode.check("\(start)\(right)", today: today).verdict.isValid)
    }
    #expect(OrganisationCode.explain("QQ11YD31".utf8) == nil && CreditCode.explain("91210302WWG7LCMK6I".utf8) == nil)
  }

  @Test("Departments and kinds are those that the rule knows")
  func kinds() throws {
    let today = try #require(today)
    for first in "0123456789ABCDEFGHJKLMNPQRTUWXY" {
      for second in "0123456789ABCDEFGHJKLMNPQRTUWXY" {
        let start = "\(first)\(second)210302WWG7LCMK6"
        let expected = try #require(CreditCode.explain("\(start)0".utf8)?.check.expected)
        let text = "\(start)\(Unicode.Scalar(expected))"
        let code = try #require(CreditCode.explain(text.utf8))
        let warnings = Rule.uscc.check(text, today: today).verdict.warnings
        #expect((code.department == nil) == warnings.contains(.wDepartment), "\(text)")
        #expect((code.kind == nil) == (warnings.contains(.wDepartment) || warnings.contains(.wCategory)), "\(text)")
      }
    }
  }
}

@Suite struct ExplainedNumbers {
  @Test(
    arguments: [
      ("+86 138 0000 0001", .mobile, nil, nil), ("0412-5530000转801", .landline, 412, "801"),
      ("024-67871188", .landline, 24, nil), ("400-125-7788", .shared400, nil, nil),
      ("8008105555", .free800, nil, nil), ("95598", .business95, nil, nil), ("024-96123", .regional96, 24, nil),
      ("12345", .service, nil, nil),
    ] as [(String, PhoneNumber.Kind, Int32?, String?)])
  func phones(text: String, kind: PhoneNumber.Kind, area: Int32?, suffix: String?) throws {
    let numbers = PhoneNumber.explain(text.utf8)
    #expect(numbers.count == 1 && numbers.first?.kind == kind && numbers.first?.area == area)
    #expect(numbers.first?.extensionDigits == suffix.map { Array($0.utf8) })
  }

  @Test func listsOfPhones() {
    #expect(PhoneNumber.explain("024-67871177/1188".utf8).map { $0.number.last } == [0x37, 0x38])
    #expect(PhoneNumber.explain("024-6787".utf8).isEmpty)
  }

  @Test func cards() throws {
    let today = try #require(today)
    for last in 0...9 {
      let text = "629999000000055433\(last)"
      let check = try #require(BankCardNumber.explain(text.utf8))
      #expect(check.expected == 0x31)
      #expect(check.isRight == Rule.bankCard.check(text, today: today).verdict.isValid)
    }
    #expect(BankCardNumber.explain("629999000000055".utf8) == nil)
  }

  @Test("A postal code has a province exactly where the rule takes it")
  func postalCodes() throws {
    let today = try #require(today)
    for district in 0...99 {
      let text = (district < 10 ? "0\(district)" : "\(district)") + "1234"
      let isValid = Rule.postalCode.check(text, today: today).verdict.isValid
      #expect(PostalCode.provinces(of: text.utf8).isEmpty != isValid, "\(text)")
      for province in PostalCode.provinces(of: text.utf8) { #expect(AdministrativeDivision.isProvince(province)) }
    }
    #expect(PostalCode.provinces(of: "137400".utf8) == [22, 15] && PostalCode.provinces(of: "114000".utf8) == [21])
  }
}
