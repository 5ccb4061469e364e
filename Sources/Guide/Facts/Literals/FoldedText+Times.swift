/// A time of a day, as a text writes it.
struct WrittenTime {
  /// After midnight.
  var minutes: Int
  /// Behind its last sign.
  var end: Int
  /// Whether it is said to be after noon, or before; `nil` where it is not said.
  var isAfternoon: Bool?
  /// Whether `5点` stands there, which may be five points.
  var mayBeCount = false
}

extension FoldedText {
  /// Two times with a dash or a word between them, such as `8:30-11:30`, `上午8时30分至11时30分`, `1-5 pm`; minutes of the day.
  func hours(at start: Int) -> (opens: Int, closes: Int, end: Int)? {
    guard !isDigit(start - 1), !isLetter(start - 1), !isHanNumeral(start - 1) else { return nil }
    var opens = time(at: start, isAfternoon: nil)
    var isBare = false
    if opens == nil, let hour = hour(at: start), skipDash(hour.end) != nil {
      opens = WrittenTime(minutes: hour.value * 60, end: hour.end)
      isBare = true
    }
    guard let opens, let second = skipDash(opens.end),
      let closes = time(at: second, isAfternoon: opens.isAfternoon), !isBare || self[hour(at: second)?.end ?? -1] != ":"
    else { return nil }
    var minutes = opens.minutes
    if opens.isAfternoon == nil, closes.isAfternoon == true, minutes + 720 < closes.minutes { minutes += 720 }
    return (minutes, closes.minutes, closes.end)
  }

  /// A time that stands alone, such as `17:00`, `下午五点`, `8点半`, `5 pm`; `5点` where words beside it tell of a time.
  func time(at start: Int) -> WrittenTime? {
    guard !isDigit(start - 1), !isLetter(start - 1), !isHanNumeral(start - 1), self[start - 1] != ":",
      let time = time(at: start, isAfternoon: nil), !isDigit(time.end), self[time.end] != ":"
    else { return nil }
    guard time.mayBeCount else { return time }
    let isBehind = before(start).map { "从自到至在于早晚天日".unicodeScalars.contains($0) } ?? false
    let isBefore = self[skipBlanks(time.end)].map { "前后起止以之开关截结到至".unicodeScalars.contains($0) } ?? false
    return isBehind || isBefore ? time : nil
  }

  private static let halves: [(word: String, isAfternoon: Bool)] = [
    ("上午", false), ("下午", true), ("晚上", true), ("早上", false), ("早晨", false), ("清晨", false), ("凌晨", false),
    ("中午", true), ("午后", true), ("傍晚", true), ("晚间", true), ("早", false), ("晚", true),
  ]

  /// A time of a day, perhaps with its half of the day before it or behind it.
  private func time(at start: Int, isAfternoon given: Bool?) -> WrittenTime? {
    var (place, isAfternoon) = (start, given)
    if let first = self[start], "上下晚早清凌中午傍".unicodeScalars.contains(first),
      let half = Self.halves.first(where: { holds($0.word, at: start) })
    {
      (place, isAfternoon) = (skipBlanks(start + half.word.unicodeScalars.count), half.isAfternoon)
    }
    guard let hour = hour(at: place), let minute = minutes(behind: hour.end) else { return nil }
    var (end, isTold) = (minute.end, isAfternoon != nil)
    for (word, isLate) in [("am", false), ("pm", true), ("a.m.", false), ("p.m.", true)] {
      let start = skipBlanks(end)
      let after = start + word.unicodeScalars.count
      guard holds(word, at: start), !isLetter(after) else { continue }
      (isAfternoon, end, isTold) = (isLate, after, true)
      break
    }
    guard minute.isWritten || end > minute.end else { return nil }
    var hours = hour.value
    if isAfternoon == true, hours < 11 || hours < 12 && !holds("中午", at: start) { hours += 12 }
    if end > minute.end, isAfternoon == false, hours == 12 { hours = 0 }
    return WrittenTime(
      minutes: hours * 60 + minute.value, end: end, isAfternoon: isAfternoon, mayBeCount: minute.isBare && !isTold)
  }

  private func hour(at place: Int) -> (value: Int, end: Int)? {
    guard let hour = small(at: place), hour.value <= 24 else { return nil }
    return hour
  }

  /// A number of one or two digits, or a numeral as small.
  private func small(at place: Int) -> (value: Int, end: Int)? {
    if isDigit(place) { return whole(at: place, digits: 2) }
    guard isHanNumeral(place) else { return nil }
    // 零五分.
    let start = self[place] == "〇" || self[place] == "零" ? place + 1 : place
    var (value, end, hasTen) = (0, start, false)
    while end < start + 3, let part = HanNumeral.part(self[end]) {
      switch part {
      case .digit(let digit): value += Int(digit)
      case .power(10):
        guard !hasTen else { return nil }
        (value, hasTen) = (max(1, value) * 10, true)
      default: return nil
      }
      end += 1
    }
    return end > start && (hasTen || end == start + 1) && !isHanNumeral(end) ? (value, end) : nil
  }

  /// What stands behind an hour: minutes behind a colon or 时, `半`, `整`, a quarter; `isWritten` where anything does.
  private func minutes(behind hour: Int) -> (value: Int, end: Int, isWritten: Bool, isBare: Bool)? {
    if self[hour] == ":" {
      guard let read = whole(at: hour + 1, digits: 2), read.end == hour + 3, read.value < 60 else { return nil }
      return (read.value, read.end, true, false)
    }
    guard self[hour] == "时" || self[hour] == "点" || self[hour] == "點" || self[hour] == "時" else {
      return (0, hour, false, false)
    }
    let isNamed = self[hour + 1] == "钟" || self[hour + 1] == "整"
    let end = isNamed ? hour + 2 : hour + 1
    if self[end] == "半" { return (30, end + 1, true, false) }
    guard let read = small(at: end), read.value < 60 else { return (0, end, true, !isNamed) }
    if self[read.end] == "刻", read.value == 1 || read.value == 3 { return (15 * read.value, read.end + 1, true, false) }
    return (read.value, self[read.end] == "分" ? read.end + 1 : read.end, true, false)
  }

  /// A day such as `2026-11-22`, `2026年11月22日`, `2026/11/22`, `11月22日`, `二〇二六年十一月二十二日`.
  func day(at start: Int) -> (year: Int?, month: Int, day: Int, end: Int)? {
    guard !isDigit(start - 1), !isHanNumeral(start - 1) else { return nil }
    if let year = year(at: start), let sign = self[year.end], "年-/.".unicodeScalars.contains(sign),
      let month = small(at: skipBlanks(year.end + 1)), self[month.end] == (sign == "年" ? "月" : sign),
      let day = small(at: skipBlanks(month.end + 1)), !isDigit(day.end)
    {
      return (year.value, month.value, day.value, isDayName(day.end) ? day.end + 1 : day.end)
    }
    guard before(start) != "年", let month = small(at: start), self[month.end] == "月",
      let day = small(at: skipBlanks(month.end + 1)), isDayName(day.end)
    else { return nil }
    return (nil, month.value, day.value, day.end + 1)
  }

  private func isDayName(_ place: Int) -> Bool { self[place] == "日" || self[place] == "号" }

  /// Four digits, of either kind.
  private func year(at start: Int) -> (value: Int, end: Int)? {
    if isDigit(start) { return whole(at: start, digits: 4).flatMap { $0.end == start + 4 ? $0 : nil } }
    guard self[start] == "二" || self[start] == "一", self[start + 4] == "年" else { return nil }
    var value = 0
    for place in start..<start + 4 {
      guard case .digit(let digit)? = HanNumeral.part(self[place]) else { return nil }
      value = value * 10 + Int(digit)
    }
    return (value, start + 4)
  }
}
