import Testing
import ZhinanValidation

/// Every limit at its exact value: the last that passes and the first that does not.
@Suite("Limits at their exact values")
struct LimitTests {
  private static func characters(_ count: Int) -> String { String(repeating: "甲", count: count) }
  private static let host189 = [63, 63, 57].map { String(repeating: "h", count: $0) }.joined(separator: ".") + ".com"
  private static let local64 = String(repeating: "a", count: 64)

  static let lengths: [(rule: Rule, last: String, first: String, code: String)] = [
    (.email, "\(local64)@example.com", "\(local64)a@example.com", "E_LENGTH"),
    (.email, "a@\(local64.dropLast()).com", "a@\(local64).com", "E_FORMAT"),
    (.email, "a@example.cn", "a@example.c", "E_FORMAT"),
    (.personName, characters(30), characters(31), "E_LENGTH"),
    (.personName, characters(2), characters(1), "E_LENGTH"),
    (.personName, "\(characters(14))·\(characters(15))", "\(characters(15))·\(characters(15))", "E_LENGTH"),
    (.companyName, characters(100), characters(101), "E_LENGTH"),
    (.companyName, characters(3), characters(2), "E_LENGTH"),
    (.address, characters(119) + "路", characters(120) + "路", "E_LENGTH"),
    (.address, characters(4) + "路", characters(3) + "路", "E_LENGTH"),
    (.certSerial, String(repeating: "A", count: 40), String(repeating: "A", count: 41), "E_LENGTH"),
    (.certSerial, String(repeating: "A", count: 8), String(repeating: "A", count: 7), "E_LENGTH"),
    (.code, String(repeating: "A", count: 64), String(repeating: "A", count: 65), "E_LENGTH"),
    (.region, "辽宁省/\(characters(20))/铁东区", "辽宁省/\(characters(21))/铁东区", "E_LENGTH"),
    (.foreignName, String(repeating: "A", count: 60), String(repeating: "A", count: 61), "E_LENGTH"),
    (.bankAccountCorporate, String(repeating: "12", count: 16), String(repeating: "12", count: 16) + "1", "E_LENGTH"),
    (.passport, "A1234", "A123", "E_FORMAT"), (.passport, "A12345678901", "A123456789012", "E_FORMAT"),
    (.landline, "0412-5530000-123456", "0412-5530000-1234567", "E_FORMAT"),
    (.landline, "0412-8530000", "0412-9530000", "E_NUMBER"), (.landline, "0412-2530000", "0412-1530000", "E_NUMBER"),
    (.landline, "(0412)5530000", "(0412 5530000", "E_FORMAT"),
    (.date, "1900-01-01", "1899-12-31", "E_DATE_RANGE"),
    (.number, "2147483647", "2147483648", "E_RANGE"), (.number, "-2147483648", "-2147483649", "E_RANGE"),
  ]

  @Test("the last value passes and the next does not", arguments: lengths)
  func lastAndFirst(_ limit: (rule: Rule, last: String, first: String, code: String)) throws {
    let today = try #require(vectorDay)
    #expect(limit.rule.check(limit.last, today: today).verdict.isValid, "\(limit.last)")
    #expect(limit.rule.check(limit.first, today: today).verdict.errorNames == [limit.code], "\(limit.first)")
  }

  @Test("a mail address has at most 254 characters")
  func longMailAddress() throws {
    let today = try #require(vectorDay)
    let longest = "\(Self.local64)@\(Self.host189)"
    #expect(longest.utf8.count == 254 && Rule.email.check(longest, today: today).verdict.isValid)
    let longer = "\(Self.local64)@\(Self.host189.dropLast(4))h.com"
    #expect(longer.utf8.count == 255 && Rule.email.check(longer, today: today).verdict.errorNames == ["E_LENGTH"])
  }

  @Test("a list has at most 16 phones, and seven digits are a number of their own")
  func phones() throws {
    let today = try #require(vectorDay)
    let phones = Array(repeating: "13800000001", count: 17)
    #expect(Rule.phoneList.check(phones[..<16].joined(separator: "/"), today: today).verdict.isValid)
    #expect(Rule.phoneList.check(phones.joined(separator: "/"), today: today).verdict.errorNames == ["E_LENGTH"])
    func expanded(_ text: String) -> [String] {
      text.withBytes { PhoneList.expand($0) }.map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(expanded("0412-5530000/5530001") == ["0412-5530000", "5530001"])
    #expect(expanded("0412-5530000/530001") == ["0412-5530000", "0412-5530001"])
  }

  @Test("a document's last days", arguments: [(30, ["W_EXPIRES_SOON"]), (31, [])] as [(Int32, [String])])
  func expiry(_ days: Int32, _ warnings: [String]) throws {
    let today = try #require(vectorDay)
    var end: [UInt8] = []
    try #require(today.adding(days: days)).appendISO(to: &end)
    let checked = "2020-01-01".withBytes { start in
      end.withUnsafeBufferPointer { ValidityPeriod.check(start: start, end: $0, today: today) }
    }
    #expect(checked.verdict.warnings.map { "\($0.name)" } == warnings)
  }

  @Test("a document ends after it starts, or never", arguments: ["长期", "永久", "长期有效", "永久有效", " 长期 "])
  func longTerm(_ words: String) throws {
    let today = try #require(vectorDay)
    func check(_ end: String) -> CheckedValue<ValidityPeriod> {
      "2020-01-01".withBytes { start in end.withBytes { ValidityPeriod.check(start: start, end: $0, today: today) } }
    }
    #expect(try #require(check(words).value).end == nil)
    #expect(check("2020-01-01").verdict.errorNames == ["E_ORDER"])
    #expect(check("2020-01-02").verdict.errorNames == ["E_EXPIRED"])
  }

  @Test("an office closes at its last minute, and is looked for 400 days ahead")
  func hours() throws {
    let day = try #require(vectorDay)
    let windows = (1...7).map { ReviewCalendar.Window(weekday: $0, opens: 510, closes: 690) }
    func isOpen(_ second: Int32) throws -> Bool {
      let time = try #require(LocalTime(date: day, second: second))
      let calendar = ReviewCalendar(windows: windows, holidays: [], years: [2026, 2027])
      return try #require(calendar.answer(at: time).value).isOpen
    }
    #expect(try isOpen(690 * 60 - 1) && !isOpen(690 * 60) && isOpen(510 * 60) && !isOpen(510 * 60 - 1))
    for (closed, opens) in [(400, true), (401, false)] {
      let holidays = (0..<Int32(closed)).compactMap { day.adding(days: $0) }
      let calendar = ReviewCalendar(windows: windows, holidays: holidays, years: [2026, 2027])
      let midnight = try #require(LocalTime(date: day, second: 0))
      let answer = try #require(calendar.answer(at: midnight).value)
      #expect(answer.change?.date == (opens ? day.adding(days: 400) : nil))
    }
  }

  /// Days that the law fixes hold where nothing was announced for a year yet, and a year's own table stands before them.
  @Test("in a year without a table, days that are fixed by law are closed")
  func fixedHolidays() throws {
    let calendar = ReviewCalendar(
      windows: (1...7).map { ReviewCalendar.Window(weekday: $0, opens: 510, closes: 690) }, holidays: [], years: [2026],
      fixedHolidays: [(1, 1), (5, 1), (5, 2)].map { ReviewCalendar.FixedHoliday(month: $0.0, day: $0.1) })
    func answer(_ text: String) throws -> CheckedValue<ReviewCalendar.Answer> {
      calendar.answer(at: try #require(text.withBytes { LocalTime.check($0) }.value))
    }
    for (text, isOpen) in [
      ("2027-01-01T09:00", false), ("2027-01-02T09:00", true), ("2027-05-02T09:00", false), ("2026-05-01T09:00", true),
    ] {
      #expect(try answer(text).value?.isOpen == isOpen, "\(text)")
    }
    let eve = try answer("2026-12-31T17:30")
    #expect(eve.value?.change?.date == CalendarDate(year: 2027, month: 1, day: 2))
    #expect(eve.verdict.warningNames == ["W_NO_HOLIDAY_TABLE"])
  }

  @Test("a file's size and resolution", arguments: [-1, 0, 1] as [Int64])
  func uploads(_ more: Int64) {
    let image = ImageSamples.jpeg
    let size = Int64(image.count)
    func codes(_ smallest: Int64, _ largest: Int64, _ safe: ClosedRange<Int64>, _ resolution: Int32) -> [String] {
      let limits = UploadLimits(
        smallest: smallest, largest: largest, safeSmallest: safe.lowerBound, safeLargest: safe.upperBound,
        resolution: resolution)
      let verdict = "a.jpg".withBytes { name in
        image.withUnsafeBufferPointer { UploadedFile.check(name: name, size: size, head: $0, limits: limits) }
      }.verdict
      return verdict.errorNames + verdict.warnings.map { "\($0.name)" }
    }
    let wide = 0...(1 << 40) as ClosedRange<Int64>
    #expect(codes(size + more, 1 << 40, wide, 0) == (more > 0 ? ["E_TOO_SMALL"] : []))
    #expect(codes(0, size + more, wide, 0) == (more < 0 ? ["E_TOO_LARGE"] : []))
    #expect(codes(0, 1 << 40, (size + more)...(1 << 40), 0) == (more > 0 ? ["W_SIZE_AMBIGUOUS"] : []))
    #expect(codes(0, 1 << 40, 0...(size + more), 0) == (more < 0 ? ["W_SIZE_AMBIGUOUS"] : []))
    #expect(codes(0, 1 << 40, wide, 300 + Int32(more)) == (more > 0 ? ["W_RESOLUTION"] : []))
  }
}
