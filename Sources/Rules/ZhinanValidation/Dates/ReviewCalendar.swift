/// When an office works: weekly windows less public holidays, in local time.
public struct ReviewCalendar: Sendable, Equatable {
  /// One stretch of a weekday, from `opens` up to, not including, `closes`, in minutes after midnight.
  public struct Window: Sendable, Equatable {
    /// 1 for Monday to 7 for Sunday.
    public var weekday: Int32
    /// The first minute, 0 to 1439.
    public var opens: Int32
    /// The minute after the last, at most 1440.
    public var closes: Int32

    /// A window of one weekday.
    public init(weekday: Int32, opens: Int32, closes: Int32) {
      self.weekday = weekday
      self.opens = opens
      self.closes = closes
    }
  }

  /// A day of every year that is a public holiday by law, whatever is announced for the year.
  public struct FixedHoliday: Sendable, Equatable {
    /// 1 for January to 12 for December.
    public var month: Int32
    /// From 1.
    public var day: Int32

    /// The day of a month in every year.
    public init(month: Int32, day: Int32) {
      self.month = month
      self.day = day
    }
  }

  /// In any order. Windows that are empty or not within a day are left out.
  public let windows: [Window]
  /// Days without work in the years covered; those at weekends may be left out.
  public let holidays: [CalendarDate]
  /// Weekend days that are worked in exchange (调休). They do not open the office: only the windows do.
  public let weekendWorkdays: [CalendarDate]
  /// The years whose holidays are known.
  public let years: [Int32]
  /// Days without work in all other years, as far as the law says.
  public let fixedHolidays: [FixedHoliday]

  /// A calendar from its windows and the holidays of the years that are covered.
  public init(
    windows: [Window], holidays: [CalendarDate], weekendWorkdays: [CalendarDate] = [], years: [Int32],
    fixedHolidays: [FixedHoliday] = []
  ) {
    self.windows = windows.filter { $0.opens >= 0 && $0.opens < $0.closes && $0.closes <= 1440 }
    self.holidays = holidays
    self.weekendWorkdays = weekendWorkdays
    self.years = years
    self.fixedHolidays = fixedHolidays
  }

  /// What holds at a time.
  public struct Answer: Sendable, Equatable {
    /// Whether the office works at the time asked about.
    public var isOpen: Bool
    /// When it closes if it is open, else when it opens next; `nil` when it does not open within 400 days.
    public var change: LocalTime?
    /// Whether the day asked about is a weekend day worked in exchange, which people may take for an open one.
    public var isWeekendWorkday: Bool
  }

  /// Whether the office works at `time`, until when, or when it does next. `W_NO_HOLIDAY_TABLE` tells that the holidays
  /// of a year that mattered are not known.
  public func answer(at time: LocalTime) -> CheckedValue<Answer> {
    var verdict = Verdict()
    if !years.contains(time.date.year) { verdict.add(.wNoHolidayTable) }
    let isWeekendWorkday = weekendWorkdays.contains(time.date)
    let weekday = time.date.weekday
    if !isHoliday(time.date) {
      for window in windows
      where window.weekday == weekday && window.opens * 60 <= time.second && time.second < window.closes * 60 {
        let change = LocalTime(date: time.date, second: min(window.closes * 60, 86_399))
        return CheckedValue(Answer(isOpen: true, change: change, isWeekendWorkday: isWeekendWorkday), verdict)
      }
    }
    for days: Int32 in 0...400 {
      guard let day = time.date.adding(days: days) else { break }
      guard let opens = opening(on: day, after: days == 0 ? time.second : -1) else { continue }
      if !years.contains(day.year) { verdict.add(.wNoHolidayTable) }
      let change = LocalTime(date: day, second: opens)
      return CheckedValue(Answer(isOpen: false, change: change, isWeekendWorkday: isWeekendWorkday), verdict)
    }
    return CheckedValue(Answer(isOpen: false, change: nil, isWeekendWorkday: isWeekendWorkday), verdict)
  }

  private func isHoliday(_ day: CalendarDate) -> Bool {
    if years.contains(day.year) { return holidays.contains(day) }
    return holidays.contains(day) || fixedHolidays.contains { $0.month == day.month && $0.day == day.day }
  }

  /// The first second of work on a day after `second`.
  private func opening(on day: CalendarDate, after second: Int32) -> Int32? {
    if isHoliday(day) { return nil }
    let weekday = day.weekday
    var first: Int32?
    for window in windows where window.weekday == weekday && window.opens * 60 > second {
      if let found = first, found <= window.opens * 60 { continue }
      first = window.opens * 60
    }
    return first
  }
}
