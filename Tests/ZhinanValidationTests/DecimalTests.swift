import Testing
import ZhinanValidation

private let today: CalendarDate = {
  guard let day = CalendarDate(year: 2026, month: 11, day: 22) else { preconditionFailure("no day") }
  return day
}()

/// The canonical spelling, then warnings; or errors alone.
private func checked(_ rule: Rule, _ text: String) -> String {
  let checked = rule.check(text, today: today)
  guard let value = checked.value else { return checked.verdict.errorNames.joined(separator: " ") }
  return ([value] + checked.verdict.warningNames).joined(separator: " ")
}

@Suite struct DecimalsMonthsAndTimes {
  @Test(
    arguments: [
      ("0", "0"), ("-0", "0"), ("007", "7"), ("2.90", "2.9"), (".5", "0.5"), ("-1.25", "-1.25"), ("+3", "3"),
      ("99999999999.9999", "99999999999.9999"), ("100000000000", "E_RANGE"), ("0.00001", "E_FORMAT"),
      ("0.10000", "0.1"),
      ("1.2.3", "E_FORMAT"), ("5.", "5 W_SIGN"), ("-", "E_FORMAT"), (".", "E_FORMAT"), ("1e3", "E_FORMAT"),
      ("１，２３４．５", "1234.5 W_SPREADSHEET"), ("12,34", "E_FORMAT"), ("1,2345", "E_FORMAT"), ("1234,567", "E_FORMAT"),
      ("1,234,567", "1234567 W_SPREADSHEET"), ("1,234567", "E_FORMAT"), ("0,500", "E_FORMAT"),
      ("'12.5", "12.5 W_SPREADSHEET"),
      ("2.1E+05", "E_SPREADSHEET"), ("", "E_EMPTY"), ("三", "E_FORMAT"),
    ])
  func decimalsAreExact(text: String, expected: String) { #expect(checked(.decimal, text) == expected) }

  @Test(
    arguments: [
      (Int64(87_000), 2, "8.70"), (87_000, 0, "8.7"), (-5, 0, "-0.0005"), (10_000, 0, "1"), (0, 4, "0.0000"),
    ])
  func numbersAreWrittenWithTheirDigits(number: Int64, decimals: Int, expected: String) {
    var bytes: [UInt8] = []
    DecimalNumber.append(number, decimals: decimals, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(
    arguments: [
      ("2026-11", "2026-11"), ("2026/1", "2026-01"), ("2026.12", "2026-12"), ("2026 年 9 月", "2026-09"),
      ("2026年9月份", "2026-09"), ("２０２６１１", "2026-11"), ("1900-01", "1900-01"), ("1899-12", "E_DATE_RANGE"),
      ("2026-00", "E_DATE"), ("2026-13", "E_DATE"), ("2026-11-01", "2026-11 W_SPREADSHEET"), ("2026-11-15", "E_FORMAT"),
      ("26-11", "E_FORMAT"), ("2026", "E_FORMAT"), ("2026-", "E_FORMAT"), ("2026年11日", "E_FORMAT"), ("", "E_EMPTY"),
    ])
  func monthsAreRead(text: String, expected: String) { #expect(checked(.yearMonth, text) == expected) }

  @Test(
    arguments: [
      ("0:00", "00:00"), ("9:30", "09:30"), ("23：59", "23:59"), ("09:30:00", "09:30"), ("9:30:15", "E_FORMAT"),
      ("24:00", "E_DATE"), ("9:60", "E_DATE"), ("9:5", "E_FORMAT"), ("9点", "09:00"), ("9点半", "09:30"),
      ("9时05分", "09:05"),
      ("下午2:30", "14:30"), ("上午9点", "09:00"), ("上午13点", "E_DATE"), ("2:30 pm", "14:30"), ("9 AM", "E_FORMAT"),
      ("9:00am", "09:00"), ("930", "E_FORMAT"), ("", "E_EMPTY"), ("中午", "E_FORMAT"),
      ("12:30 am", "00:30"), ("12:30 pm", "12:30"), ("下午12:30", "12:30"), ("上午12:30", "E_FORMAT"),
      ("晚上12点", "E_FORMAT"),
      ("晚上1点", "E_FORMAT"), ("晚上8点", "20:00"), ("早上12点", "E_FORMAT"),
    ])
  func timesAreRead(text: String, expected: String) { #expect(checked(.time, text) == expected) }

  @Test func monthsCountOn() {
    let december = YearMonth(year: 2026, month: 12)
    #expect(december.flatMap { YearMonth(number: $0.number + 1) } == YearMonth(year: 2027, month: 1))
    #expect(YearMonth(number: 11) == nil && YearMonth(year: 10_000, month: 1) == nil)
    #expect(YearMonth(year: 1, month: 1)?.number == 12 && YearMonth(number: 12) == YearMonth(year: 1, month: 1))
  }
}
