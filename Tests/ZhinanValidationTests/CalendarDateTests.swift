import Testing
import ZhinanValidation

@Suite("Calendar days")
struct CalendarDateTests {
  @Test("count from 1970 and back, day by day, over all years")
  func roundTrip() throws {
    var number: Int32 = -719_162
    var day = try #require(CalendarDate(year: 1, month: 1, day: 1))
    #expect(day.daysSince1970 == number)
    let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
    while day < last {
      // Every day of some centuries, then leaps of a prime number of days.
      let step: Int32 = (1890...2110).contains(day.year) ? 1 : 97
      number += step
      guard let next = CalendarDate(daysSince1970: number) else { break }
      #expect(next.daysSince1970 == number)
      #expect(next > day)
      day = next
    }
    #expect(CalendarDate(daysSince1970: 2_932_897) == nil)
    #expect(last.adding(days: 1) == nil)
    #expect(last.adding(days: .max) == nil)
  }

  @Test("know their weekday", arguments: [("1970-01-01", 4), ("2026-11-22", 7), ("2026-11-23", 1), ("1900-01-01", 1)])
  func weekday(_ text: String, _ weekday: Int32) {
    #expect(CalendarDate(iso: text.utf8)?.weekday == weekday)
  }

  @Test(
    "exist or not",
    arguments: [
      ("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false), ("2000-02-29", true), ("2026-04-31", false),
      ("0000-01-01", false), ("2026-1-01", false), ("2026-01-01 ", false), ("２026-01-01", false),
    ])
  func exist(_ text: String, _ exists: Bool) {
    #expect((CalendarDate(iso: text.utf8) != nil) == exists)
  }

  @Test("tell an age: on the birthday; for the 29th of February on the 1st of March")
  func age() throws {
    let birth = try #require(CalendarDate(iso: "2008-02-29".utf8))
    #expect(!birth.isBirthday(ofAge: 18, on: try #require(CalendarDate(iso: "2026-02-28".utf8))))
    #expect(birth.isBirthday(ofAge: 18, on: try #require(CalendarDate(iso: "2026-03-01".utf8))))
  }

  @Test("write what they read")
  func write() {
    var bytes: [UInt8] = []
    CalendarDate(year: 987, month: 6, day: 5)?.appendISO(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "0987-06-05")
  }
}
