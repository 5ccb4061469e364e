internal import SourceText

/// What expressions say of hours in which an office works.
enum WorkingTimes {
  /// Two times and what stands between them.
  private typealias Window = (opens: String, dash: String, closes: String)

  /// The window that a value is, or those of a list.
  private static func windows(_ value: FactValue) throws(FactProblem) -> [Window]? {
    var texts: [String] = []
    if case .node(let node, _) = value {
      guard let list = node.list else { return nil }
      texts = list.compactMap(\.text)
    } else {
      texts = [try value.shown()]
    }
    var windows: [Window] = []
    for text in texts {
      guard let match = text.wholeMatch(of: /([0-9]{1,2}:[0-9]{2})( ?[-–—～~] ?)([0-9]{1,2}:[0-9]{2})/) else {
        return nil
      }
      windows.append((String(match.output.1), String(match.output.2), String(match.output.3)))
    }
    return windows
  }

  /// The windows with their dash, which may be another, and with a text between them.
  static func windows(of values: [FactValue]) throws(FactProblem) -> FactValue? {
    guard let windows = try windows(values[0]) else { return nil }
    let dash = values.count > 1 ? try values[1].shown() : nil
    let texts = windows.map { "\($0.opens)\(dash ?? $0.dash)\($0.closes)" }
    return .text(texts.joined(separator: values.count > 2 ? try values[2].shown() : ", "))
  }

  /// The first time of the first window or the last of the last; with a pattern its `{hour}`, `{hour12}` and `{minute}`.
  static func time(of values: [FactValue], isOpening: Bool) throws(FactProblem) -> FactValue? {
    guard let windows = try windows(values[0]), let first = windows.first, let last = windows.last else { return nil }
    let time = isOpening ? first.opens : last.closes
    guard values.count > 1 else { return .text(time) }
    let parts = time.split(separator: ":")
    guard let hour = parts.first.flatMap({ Int($0) }), let minute = parts.last else { return nil }
    let pattern = try values[1].shown()
    return .text(
      pattern.replacing("{hour}", with: "\(hour)").replacing("{hour12}", with: "\((hour + 11) % 12 + 1)")
        .replacing("{minute}", with: minute))
  }

  /// Days in words, of those that follow one another the first and the last: 周一至周五、周日.
  static func days(of values: [FactValue], language: String) throws(FactProblem) -> FactValue? {
    var numbers: Set<Int> = []
    if case .node(let node, _) = values[0] {
      guard let list = node.list else { return nil }
      for element in list {
        guard let number = element.text.flatMap({ Int($0) }) else { return nil }
        numbers.insert(number)
      }
    } else {
      let number = try values[0].number()
      guard number.denominator == 1 else { return nil }
      numbers = [Int(number.numerator)]
    }
    var words = WeekWords(language)
    if values.count > 1 { words.names = try values[1].shown().split(separator: " ").map(String.init) }
    if values.count > 2 { words.through = try values[2].shown() }
    if values.count > 3 { words.separator = try values[3].shown() }
    return words.text(numbers).map { .text($0) }
  }
}

/// How a language names days of the week.
struct WeekWords {
  /// Monday first.
  var names: [String]
  /// Stands between the first day and the last of several.
  var through: String
  /// Stands between those that do not follow one another.
  var separator: String

  /// The words of a language: Chinese, and English for the rest.
  init(_ language: String) {
    let isChinese = language.lowercased().hasPrefix("zh")
    names =
      isChinese
      ? ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
      : ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    through = isChinese ? "至" : " to "
    separator = isChinese ? "、" : ", "
  }

  /// Days from 1 for Monday to 7; `nil` for others, and where there are not seven names.
  func text(_ days: Set<Int>) -> String? {
    guard names.count == 7, !days.isEmpty, days.allSatisfy({ (1...7).contains($0) }) else { return nil }
    var parts: [String] = []
    var day = 1
    while day <= 7 {
      guard days.contains(day) else {
        day += 1
        continue
      }
      var last = day
      while days.contains(last + 1) { last += 1 }
      // Two days are told one by one.
      if last > day + 1 {
        parts.append(names[day - 1] + through + names[last - 1])
      } else {
        parts += names[day - 1...last - 1]
      }
      day = last + 1
    }
    return parts.joined(separator: separator)
  }
}
