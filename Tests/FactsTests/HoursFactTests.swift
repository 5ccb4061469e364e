import Diagnostics
import Facts
import Testing
import ZhinanValidation

@Suite("Hours and holidays of data files") struct HoursFactTests {
  /// Weekdays in two windows, and a Saturday half-day.
  static let hours = """
    timezone: Asia/Shanghai
    week:
      - {name: Weekdays, days: [1, 2, 3, 4, 5], windows: [8:30—11:30, 13:00—17:00]}
      - {name: Saturdays, days: [6], windows: [9:00-12:00]}

    """
  static let holidays = """
    fixed: ["01-01", "10-01"]
    2026:
      weekday-holidays: ["2026-10-01", "2026-10-03"]
      weekend-workdays: ["2026-10-11"]

    """

  @Test(arguments: [
    // Saturday half-day: open, closed at noon, next across the Sunday.
    ("2026-11-28T09:00:00", true, "2026-11-28T12:00:00"), ("2026-11-28T11:59:59", true, "2026-11-28T12:00:00"),
    ("2026-11-28T12:00:00", false, "2026-11-30T08:30:00"), ("2026-11-27T17:00:00", false, "2026-11-28T09:00:00"),
    ("2026-11-28T08:59:59", false, "2026-11-28T09:00:00"), ("2026-11-29T10:00:00", false, "2026-11-30T08:30:00"),
    // A holiday on a Saturday on which the office would be open.
    ("2026-10-03T10:00:00", false, "2026-10-05T08:30:00"), ("2026-10-01T10:00:00", false, "2026-10-02T08:30:00"),
    ("2027-10-01T10:00:00", false, "2027-10-02T09:00:00"),
  ])
  func areReckonedWith(now: String, isOpen: Bool, change: String) throws {
    let written = try Written(["hours": Self.hours, "holidays": Self.holidays])
    #expect(written.problems == [])
    let time = try #require(Array(now.utf8).withUnsafeBufferPointer { LocalTime.check($0) }.value)
    let answer = try #require(written.facts.calendar?.answer(at: time).value)
    var bytes: [UInt8] = []
    answer.change?.appendISO(to: &bytes)
    #expect(answer.isOpen == isOpen && String(decoding: bytes, as: UTF8.self) == change)
  }

  @Test func theShortShapeIsReadToo() throws {
    let written = try Written(["hours": "timezone: UTC\nweekdays: [1, 7]\nwindows: [\"00:00 – 24:00\"]\n"])
    #expect(written.problems == [] && written.facts.calendar?.windows.map(\.weekday) == [1, 7])
    #expect(written.facts.calendar?.windows.allSatisfy { $0.opens == 0 && $0.closes == 1440 } == true)
  }

  @Test(
    arguments: [
      ("timezone: Asia/Shanghai\n", "", ["1 missing-key week:"]),
      ("Asia/Shanghai", "Asia/Shangai", ["1 zone Asia/Shangai"]),
      ("Asia/Shanghai", "UTC+8", ["1 zone UTC+8"]),
      ("timezone:", "timezon:", ["1 missing-key timezon:", "1 unknown-key timezon:"]),
      ("week:", "weeks:", ["1 missing-key timezone:", "2 unknown-key weeks:"]),
      ("days: [6]", "days: [0]", ["4 weekday 0"]),
      ("days: [6]", "days: [Saturday]", ["4 weekday Saturday"]),
      ("days: [6]", "days: []", ["4 empty ["]),
      ("days: [6]", "days: 6", ["4 type 6"]),
      ("9:00-12:00", "9:00-12", ["4 window 9:00-12"]),
      ("9:00-12:00", "9:60-12:00", ["4 window 9:60-12:00"]),
      ("9:00-12:00", "9:00-24:01", ["4 window 9:00-24:01"]),
      ("9:00-12:00", "9:00-24:00", []),
      ("9:00-12:00", "24:00-24:00", ["4 window 24:00-24:00"]),
      ("9:00-12:00", "12:00-9:00", ["4 window 12:00-9:00"]),
      ("9:00-12:00", "9：00-12：00", ["4 window 9：00-12：00"]),
      ("9:00-12:00", "9:00至12:00", ["4 window 9:00至12:00"]),
      ("9:00-12:00", "9:00=12:00", ["4 window 9:00=12:00"]),
      ("13:00—17:00", "11:29—17:00", ["3 window-overlap 11:29—17:00"]),
      ("13:00—17:00", "11:30—17:00", []),
      ("days: [6]", "days: [5, 6]", ["4 window-overlap 9:00-12:00"]),
      ("windows: [9:00-12:00]", "window: [9:00-12:00]", ["4 missing-key {name:", "4 unknown-key window:"]),
      ("days: [6], windows: [9:00-12:00]", "days: [8], windows: [1]", ["4 weekday 8", "4 window 1"]),
    ] as [(String, String, [String])])
  func whatIsWrongIsToldAtItsPlace(old: String, new: String, wanted: [String]) throws {
    try #require(Self.hours.contains(old))
    let written = try Written(["hours": Self.hours.replacing(old, with: new, maxReplacements: 1)])
    #expect(written.problems == wanted)
    #expect((written.facts.calendar == nil) == !wanted.isEmpty)
  }

  @Test(
    arguments: [
      ("\"2026-10-01\"", "\"2026-10-32\"", ["3 date \"2026-10-32\""]),
      ("\"2026-10-01\"", "\"2026-1-1\"", ["3 date \"2026-1-1\""]),
      ("\"2026-10-01\"", "\"2025-10-01\"", ["3 date-year \"2025-10-01\""]),
      ("\"2026-10-01\"", "\"2026-10-04\"", ["3 holiday warning \"2026-10-04\""]),
      ("\"2026-10-11\"", "\"2026-10-12\"", ["4 workday warning \"2026-10-12\""]),
      ("\"10-01\"", "\"02-30\"", ["1 date \"02-30\""]),
      ("\"10-01\"", "\"02-29\"", []),
      ("2026:", "20266:", ["2 year 20266:"]),
      ("2026:", "2026年:", ["2 year 2026年:"]),
      ("weekday-holidays:", "weekday-holiday:", ["3 unknown-key weekday-holiday:"]),
      ("fixed:", "fixd:", ["1 unknown-key fixd:"]),
      ("fixed:", "source: {a: b}\nfixed:", []),
    ] as [(String, String, [String])])
  func holidaysAreDays(old: String, new: String, wanted: [String]) throws {
    try #require(Self.holidays.contains(old))
    let holidays = Self.holidays.replacing(old, with: new, maxReplacements: 1)
    #expect(try Written(["hours": Self.hours, "holidays": holidays]).problems == wanted)
  }

  @Test func filesWithoutTheMarksAreTheGuidesOwn() throws {
    let written = try Written(["hours": "windows: [Counter 1, Counter 2]\n", "holidays": "2026: [Easter]\n"])
    #expect(written.problems == [] && written.facts.calendar == nil)
  }
}
