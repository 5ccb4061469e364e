internal import Bytes
internal import ZhinanValidation

/// The facts as `RuleFacts` takes them: names and numbers in the order in which it reads them.
struct CompiledFacts {
  /// The member that holds them; no data file has such a name.
  static let key = "$rules"

  let prices: PriceList?
  let calendar: ReviewCalendar?
  let limits: UploadLimits?
  let region: RegionFacts

  func write(_ writer: inout JSONByteWriter) {
    writer.object { writer in
      if !region.id.isEmpty { writer.member("region", region.id) }
      if !region.postalPrefix.isEmpty { writer.member("postal", region.postalPrefix) }
      for (key, names) in [("inputs", prices?.names), ("doubts", prices?.codes)] {
        guard let names, !names.isEmpty else { continue }
        writer.key(key)
        writer.array(names) { $0.string($1) }
      }
      let numbers = limitNumbers + calendarNumbers + (prices?.numbers ?? [])
      // Nothing but counts of nothing.
      guard numbers.contains(where: { $0 != 0 }) else { return }
      writer.key("numbers")
      writer.array(numbers) { $0.number($1) }
    }
  }

  private static func list(_ numbers: [Int64]) -> [Int64] { [Int64(numbers.count)] + numbers }

  private var limitNumbers: [Int64] {
    guard let limits else { return [0, 0] }
    let sizes = [
      limits.smallest, limits.largest, limits.safeSmallest, limits.safeLargest, Int64(limits.resolution),
    ]
    return Self.list(sizes) + Self.list(limits.kinds.map { Int64($0.rawValue) })
  }

  private var calendarNumbers: [Int64] {
    guard let calendar else { return [0, 0, 0, 0, 0] }
    func days(_ dates: [CalendarDate]) -> [Int64] {
      Self.list(dates.map { Int64($0.year) * 10_000 + Int64($0.month) * 100 + Int64($0.day) })
    }
    return Self.list(calendar.windows.flatMap { [$0.weekday, $0.opens, $0.closes] }.map { Int64($0) })
      + Self.list(calendar.years.map { Int64($0) }) + days(calendar.holidays) + days(calendar.weekendWorkdays)
      + Self.list(calendar.fixedHolidays.map { 20_000_000 + Int64($0.month * 100 + $0.day) })
  }
}
