extension FoldedLine {
  /// Two times with a dash or a word between them, such as `8:30-11:30`, `上午8时30分至11时30分`; minutes of the day.
  func hours(at start: Int) -> (opens: Int, closes: Int, end: Int)? {
    guard !isDigit(start - 1), let opens = time(at: start, isAfternoon: false) else { return nil }
    var place = skipBlanks(opens.end)
    guard self[place] == "-" || self[place] == "至" || self[place] == "到" else { return nil }
    while self[place] == "-" || self[place] == "至" || self[place] == "到" { place += 1 }
    guard let closes = time(at: skipBlanks(place), isAfternoon: opens.isAfternoon) else { return nil }
    return (opens.minutes, closes.minutes, closes.end)
  }

  /// A time of a day, perhaps with its half of the day before it.
  private func time(at start: Int, isAfternoon: Bool) -> (minutes: Int, end: Int, isAfternoon: Bool)? {
    var (place, isAfternoon) = (start, isAfternoon)
    for (word, isLate) in [("上午", false), ("下午", true), ("晚上", true), ("早上", false)] where holds(word, at: place) {
      (place, isAfternoon) = (skipBlanks(place + 2), isLate)
    }
    guard let hour = whole(at: place, digits: 2), hour.value <= 24 else { return nil }
    var (minute, end) = (0, hour.end)
    if self[end] == ":", let read = whole(at: end + 1, digits: 2), read.end == end + 3 {
      (minute, end) = (read.value, read.end)
    } else if self[end] == "时" || self[end] == "点" {
      end += self[end + 1] == "钟" ? 2 : 1
      if self[end] == "半" {
        (minute, end) = (30, end + 1)
      } else if self[end] == "整" {
        end += 1
      } else if let read = whole(at: end, digits: 2) {
        (minute, end) = (read.value, self[read.end] == "分" ? read.end + 1 : read.end)
      }
    } else {
      return nil
    }
    guard minute < 60 else { return nil }
    let late = isAfternoon && hour.value < 12 ? 12 : 0
    return ((hour.value + late) * 60 + minute, end, isAfternoon)
  }

  /// A day such as `2026-11-22`, `2026年11月22日`, `2026/11/22`, `11月22日`.
  func day(at start: Int) -> (year: Int?, month: Int, day: Int, end: Int)? {
    guard !isDigit(start - 1) else { return nil }
    if let year = whole(at: start, digits: 4), year.end == start + 4, let sign = self[year.end],
      "年-/.".unicodeScalars.contains(sign),
      let month = whole(at: skipBlanks(year.end + 1), digits: 2),
      self[month.end] == (sign == "年" ? "月" : sign),
      let day = whole(at: skipBlanks(month.end + 1), digits: 2), !isDigit(day.end)
    {
      return (year.value, month.value, day.value, sign == "年" && self[day.end] == "日" ? day.end + 1 : day.end)
    }
    if self[start - 1] == "年" { return nil }
    if let month = whole(at: start, digits: 2), self[month.end] == "月", let day = whole(at: month.end + 1, digits: 2),
      self[day.end] == "日"
    {
      return (nil, month.value, day.value, day.end + 1)
    }
    return nil
  }

  /// A telephone number with these digits.
  func telephone(_ digits: String, at start: Int) -> Int? {
    var place = start
    guard !isDigit(start - 1) else { return nil }
    for (number, digit) in digits.unicodeScalars.enumerated() {
      if number > 0, !isDigit(place), let sign = self[place], "-() ".unicodeScalars.contains(sign) {
        place += 1
        if let sign = self[place], "-() ".unicodeScalars.contains(sign) { place += 1 }
      }
      guard self[place] == digit else { return nil }
      place += 1
    }
    return isDigit(place) ? nil : place
  }

  /// The address that begins there: all that an address may hold, without what ends a sentence.
  func address(at start: Int) -> (text: String, end: Int)? {
    func isPart(_ place: Int) -> Bool {
      guard let scalar = self[place], scalar.isASCII else { return false }
      return isDigit(place) || isLetter(place) || ":/?#@!$&*+,;=._%-".unicodeScalars.contains(scalar)
    }
    guard isLetter(start) || isDigit(start), !isPart(start - 1) || self[start - 1] == "/" && !holds("//", at: start - 2)
    else { return nil }
    var end = start
    while isPart(end) { end += 1 }
    while end > start, let last = self[end - 1], ".,;:!?/*".unicodeScalars.contains(last) { end -= 1 }
    let text = String(String.UnicodeScalarView(scalars[start..<end]))
    return text.contains(".") ? (text, end) : nil
  }
}
