import Testing
import ZhinanValidation

@Suite("The vectors of review_hours")
struct ReviewHoursVectorTests {
  static func calendar() throws -> ReviewCalendar {
    let file = try VectorFile.read("review_hours")
    let windows = (1...5).flatMap { day in
      [(510, 690), (780, 1020)].map { ReviewCalendar.Window(weekday: Int32(day), opens: $0.0, closes: $0.1) }
    }
    return ReviewCalendar(
      windows: windows,
      holidays: file["weekday_holidays_2026"].texts.compactMap { CalendarDate(iso: $0.utf8) },
      weekendWorkdays: file["weekend_workdays_2026"].texts.compactMap { CalendarDate(iso: $0.utf8) }, years: [2026])
  }

  static func answer(_ text: String) throws -> CheckedValue<ReviewCalendar.Answer> {
    let time = text.withBytes { LocalTime.check($0) }
    guard let moment = time.value else { return CheckedValue(rejected: time.verdict) }
    return try calendar().answer(at: moment)
  }

  static func text(_ time: LocalTime?) -> String? {
    var bytes: [UInt8] = []
    time?.appendISO(to: &bytes)
    return time.map { _ in String(decoding: bytes, as: UTF8.self) }
  }

  @Test("tell open and until, or closed and next", arguments: try VectorFile.cases("review_hours"))
  func holds(_ vector: VectorCase) throws {
    let checked = try Self.answer(try #require(vector.input.text))
    let answer = try #require(checked.value)
    let result = vector.entry["result"]
    #expect(result["open"] == .bool(answer.isOpen))
    #expect(Self.text(answer.change) == (answer.isOpen ? result["until"].text : result["next"].text))
    #expect(checked.verdict.warnings.isEmpty)
  }

  @Test("A year without a table is told, also when only the next opening lies in it")
  func yearWithoutTable() throws {
    let late = try Self.answer("2026-12-31T17:00:00")
    #expect(Self.text(late.value?.change) == "2027-01-01T08:30:00")
    #expect(late.verdict.warnings.contains(.wNoHolidayTable))
    let open = try Self.answer("2027-03-01 09:00")
    #expect(open.value?.isOpen == true)
    #expect(open.verdict.warnings.contains(.wNoHolidayTable))
  }

  @Test("A weekend day that is worked in exchange stays closed and is marked")
  func weekendWorkday() throws {
    let answer = try #require(try Self.answer("2026-02-14T10:00:00").value)
    #expect(!answer.isOpen)
    #expect(answer.isWeekendWorkday)
  }

  @Test("An office without windows never opens")
  func noWindows() throws {
    let day = try #require(vectorDay)
    let time = try #require(LocalTime(date: day, second: 0))
    let answer = ReviewCalendar(windows: [], holidays: [], years: [2026]).answer(at: time)
    #expect(answer.value?.change == nil)
    #expect(answer.value?.isOpen == false)
  }

  @Test(
    "Wrong times are rejected",
    arguments: [
      ("", "E_EMPTY"), ("2026-11-23", "E_FORMAT"), ("2026-11-23T8:30", "E_FORMAT"), ("2026-11-23T24:00", "E_DATE"),
      ("2026-02-30T08:00", "E_DATE"), ("2026-11-23T08:30:00Z", "E_FORMAT"), ("明天", "E_FORMAT"),
    ])
  func wrongTimes(_ text: String, _ error: String) {
    #expect(text.withBytes { LocalTime.check($0) }.verdict.errorNames == [error])
  }
}
