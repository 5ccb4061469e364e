#if canImport(Bytes)
  package import Bytes
#endif
#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// What rules must know of one guide: its region, prices, hours and upload limits. Any of them may be absent.
package struct RuleFacts: Sendable {
  /// The region's name in codes: `home` makes `W_NOT_HOME_REGION` print as `W_NOT_HOME`. ASCII.
  package var regionID: [UInt8] = []
  /// First digits of the region's postal codes.
  package var postalPrefix: [UInt8] = []
  /// Prices and limits of the rule `fee`; without them its answer is `E_TYPE`.
  package var fees: FeeSchedule?
  /// Hours and holidays of the rule `review_hours`; without them its answer is `E_TYPE`.
  package var reviewCalendar: ReviewCalendar?
  /// Sizes in bytes for the rule `upload_file`; without them its answer is `E_TYPE`.
  package var uploadLimits: UploadLimits?

  /// No facts: rules that need none work.
  package init() {}

  /// Reads the facts from the guide's data files as one JSON object: `region` {id, postalPrefix}, `fees` {first.price,
  /// renewal.price, key.replacement, limits {years, count}}, `hours` {weekdays, windows such as 8:30—11:30}, `holidays` {year:
  /// {weekday-holidays, weekend-workdays}}, `limits` {bytes {accept-min, accept-max, safe-min, safe-max}, scan {dpi}}. Numbers
  /// may stand in quotation marks. What is missing or of another shape is left out.
  package init(_ data: JSONValue) {
    regionID = data.member("region")?.member("id")?.text ?? []
    postalPrefix = data.member("region")?.member("postalPrefix")?.text ?? []
    fees = data.member("fees").flatMap { Self.feeSchedule($0) }
    reviewCalendar = data.member("hours").flatMap { Self.calendar($0, holidays: data.member("holidays")) }
    uploadLimits = data.member("limits").flatMap { Self.uploadLimits($0) }
  }

  private static func feeSchedule(_ data: JSONValue) -> FeeSchedule? {
    guard let first = data.member("first")?.member("price")?.looseNumber,
      let renewal = data.member("renewal")?.member("price")?.looseNumber,
      let key = data.member("key")?.member("replacement")?.looseNumber,
      let years = data.member("limits")?.member("years")?.looseNumber,
      let count = data.member("limits")?.member("count")?.looseNumber,
      let firstYear = Int32(exactly: first), let renewalYear = Int32(exactly: renewal),
      let keyPrice = Int32(exactly: key), let largestYears = UInt8(exactly: years),
      let largestCount = UInt16(exactly: count)
    else { return nil }
    return FeeSchedule(
      firstYear: firstYear, renewalYear: renewalYear, key: keyPrice, largestYears: largestYears,
      largestCount: largestCount)
  }

  /// The sizes, and the resolution in pixels per inch where scans are to have one.
  private static func uploadLimits(_ limits: JSONValue) -> UploadLimits? {
    guard let data = limits.member("bytes"), let smallest = data.member("accept-min")?.looseNumber,
      let largest = data.member("accept-max")?.looseNumber,
      let safeSmallest = data.member("safe-min")?.looseNumber, let safeLargest = data.member("safe-max")?.looseNumber
    else { return nil }
    let resolution = limits.member("scan")?.member("dpi")?.looseNumber.flatMap { Int32(exactly: $0) }
    return UploadLimits(
      smallest: smallest, largest: largest, safeSmallest: safeSmallest, safeLargest: safeLargest,
      resolution: resolution ?? 0)
  }

  private static func calendar(_ hours: JSONValue, holidays: JSONValue?) -> ReviewCalendar? {
    var windows: [ReviewCalendar.Window] = []
    for day in hours.member("weekdays")?.elements ?? [] {
      guard let weekday = day.looseNumber.flatMap({ Int32(exactly: $0) }) else { return nil }
      for window in hours.member("windows")?.elements ?? [] {
        guard let text = window.text, let (opens, closes) = span(text) else { return nil }
        windows.append(ReviewCalendar.Window(weekday: weekday, opens: opens, closes: closes))
      }
    }
    var days: [CalendarDate] = []
    var workdays: [CalendarDate] = []
    var years: [Int32] = []
    if case .object(let members)? = holidays {
      for member in members {
        guard let year = JSONValue.string(member.key).looseNumber.flatMap({ Int32(exactly: $0) }) else { continue }
        years.append(year)
        days += dates(member.value.member("weekday-holidays"))
        workdays += dates(member.value.member("weekend-workdays"))
      }
    }
    return windows.isEmpty
      ? nil
      : ReviewCalendar(
        windows: windows, holidays: days, weekendWorkdays: workdays, years: years,
        fixedHolidays: fixedHolidays(holidays?.member("fixed")))
  }

  /// Days as `MM-DD`.
  private static func fixedHolidays(_ list: JSONValue?) -> [ReviewCalendar.FixedHoliday] {
    (list?.elements ?? []).compactMap { element in
      // 2000 has every day of a month.
      guard let text = element.text, let day = CalendarDate(iso: ("2000-" as StaticString).utf8 + text) else {
        return nil
      }
      return ReviewCalendar.FixedHoliday(month: day.month, day: day.day)
    }
  }

  private static func dates(_ list: JSONValue?) -> [CalendarDate] {
    (list?.elements ?? []).compactMap { $0.text.flatMap { CalendarDate(iso: $0) } }
  }

  /// Two times of a day such as `8:30—11:30`, with any dash between them: minutes after midnight.
  private static func span(_ text: [UInt8]) -> (opens: Int32, closes: Int32)? {
    for dash in ["-", "–", "—", "～", "~"] as [StaticString] {
      let sign = dash.utf8
      guard let place = text.indices.first(where: { text[$0...].starts(with: sign) }) else { continue }
      guard let opens = minutes(text[..<place]), let closes = minutes(text[(place + sign.count)...]) else { return nil }
      return (opens, closes)
    }
    return nil
  }

  /// `HH:MM` as minutes after midnight.
  private static func minutes(_ text: ArraySlice<UInt8>) -> Int32? {
    let parts = text.split(separator: 0x3A)
    guard parts.count == 2, let hour = JSONValue.string(Array(parts[0])).looseNumber,
      let minute = JSONValue.string(Array(parts[1])).looseNumber
    else { return nil }
    guard (0...24).contains(hour), (0...59).contains(minute) else { return nil }
    return Int32(hour * 60 + minute)
  }
}
