internal import Content
internal import Diagnostics
internal import SourceText
internal import ZhinanValidation

/// Reads `holidays.yml`: days without work, by years, and those that the law fixes.
struct HolidaysReader {
  private(set) var holidays: [CalendarDate] = []
  private(set) var workdays: [CalendarDate] = []
  private(set) var years: [Int32] = []
  private(set) var fixed: [ReviewCalendar.FixedHoliday] = []
  private var diagnostics: [Diagnostic] = []
  /// Days of the week on which the office works.
  private let weekdays: Set<Int32>

  /// The days; a map that has neither years nor `fixed` has none.
  static func days(
    _ file: DataFile, windows: [ReviewCalendar.Window]?, diagnostics: inout [Diagnostic]
  ) -> HolidaysReader {
    var reader = HolidaysReader(weekdays: Set(windows?.map(\.weekday) ?? [1, 2, 3, 4, 5]))
    reader.read(file.root)
    diagnostics += reader.diagnostics
    return reader
  }

  private init(weekdays: Set<Int32>) { self.weekdays = weekdays }

  private mutating func read(_ root: SourceNode) {
    var top = MapReader(root, "what.holidays")
    for node in top.list("fixed") {
      // 2000 has every day of a month.
      guard let text = node.text, let day = CalendarDate(iso: "2000-\(text)".utf8) else {
        diagnostics.append(.error("facts.date/fixed", at: node.place, ["text": .message(node.textOrKind)]))
        continue
      }
      fixed.append(ReviewCalendar.FixedHoliday(month: day.month, day: day.day))
    }
    for entry in root.map ?? [] where entry.key.first?.isNumber == true {
      guard entry.key.wholeMatch(of: /[0-9]{4}/) != nil, let year = Int32(entry.key), let node = top.node(entry.key)
      else {
        diagnostics.append(.error("facts.year", at: entry.keyPlace, ["text": .text(entry.key)]))
        continue
      }
      years.append(year)
      var reader = MapReader(node, "what.holidays")
      let (free, worked) = (reader.list("weekday-holidays"), reader.list("weekend-workdays"))
      holidays += free.compactMap { day($0, of: year, isFree: true) }
      workdays += worked.compactMap { day($0, of: year, isFree: false) }
      reader.finish(&diagnostics)
    }
    top.finish(&diagnostics)
  }

  /// A day of a year; one that changes nothing, because the office works on no such day or does anyway, is a warning.
  private mutating func day(_ node: SourceNode, of year: Int32, isFree: Bool) -> CalendarDate? {
    guard let text = node.text, let day = CalendarDate(iso: text.utf8) else {
      diagnostics.append(.error("facts.date", at: node.place, ["text": .message(node.textOrKind)]))
      return nil
    }
    if day.year != year {
      diagnostics.append(
        .error("facts.date-year", at: node.place, ["text": .text(text), "year": .number(Int(year))]))
    } else if weekdays.contains(day.weekday) != isFree {
      diagnostics.append(.warning(isFree ? "facts.holiday" : "facts.workday", at: node.place, ["text": .text(text)]))
    }
    return day
  }
}

extension ReviewCalendar {
  /// The calendar of what was read; `nil` without windows.
  init?(_ windows: [Window]?, _ days: HolidaysReader?) {
    guard let windows, !windows.isEmpty else { return nil }
    self.init(
      windows: windows, holidays: days?.holidays ?? [], weekendWorkdays: days?.workdays ?? [], years: days?.years ?? [],
      fixedHolidays: days?.fixed ?? [])
  }
}
