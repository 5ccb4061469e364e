internal import Diagnostics
internal import Foundation
internal import SourceText
internal import ZhinanValidation

/// The functions that expressions may call besides rules.
enum FactFunction: String, CaseIterable {
  /// The nearest whole number, or the nearest with so many digits behind its point.
  case round
  /// The whole number that is not above, and the one that is not below.
  case floor, ceil
  /// The whole number whose square comes nearest from below.
  case root
  /// Pixels of a length in millimetres at so many dots an inch.
  case pixels
  /// A number with commas between its thousands.
  case grouped
  /// How many elements a list has; its texts with another between them.
  case count, joined
  /// Times of an office: a window, or several with a text between them; with another dash where one is given.
  case hours
  /// When an office opens and closes: of a window, or of several the first and the last; in other words where they are given.
  case opens, closes
  /// Days of the week in words, from their numbers.
  case days
  /// One of two texts: the first where a number is not 0.
  case choice = "if"
  /// The host of an address.
  case host
  /// A date in other words.
  case date

  /// How it is called, for messages.
  var usage: String {
    switch self {
    case .round: "round(x), round(x, 1)"
    case .floor: "floor(x)"
    case .ceil: "ceil(x)"
    case .joined: "joined(list, ', ')"
    case .root: "root(x)"
    case .pixels: "pixels(mm, dpi)"
    case .grouped: "grouped(x)"
    case .count: "count(list)"
    case .hours: "hours(windows), hours(windows, '-'), hours(windows, '-', ', ')"
    case .opens: "opens(window), opens(window, '{hour}:{minute}')"
    case .closes: "closes(window), closes(window, '{hour}:{minute}')"
    case .days: "days(list), days(list, 'Mon Tue Wed Thu Fri Sat Sun', '-', ', ')"
    case .choice: "if(x, 'some', 'none')"
    case .host: "host(address)"
    case .date: "date(day, '{year}-{month}-{day}')"
    }
  }

  /// The result; `nil` where it does not take these values.
  ///
  /// - Parameter language: BCP 47 tag of the words that it brings along.
  func result(of values: [FactValue], language: String) throws(FactProblem) -> FactValue? {
    switch (self, values.count) {
    case (.round, 1): return .number(try FactEvaluation.fitting(try values[0].number().rounded(0)))
    case (.round, 2):
      let digits = try values[1].number()
      guard digits.denominator == 1, (0...4).contains(digits.numerator) else { return nil }
      return .number(try FactEvaluation.fitting(try values[0].number().rounded(Int(digits.numerator))))
    case (.floor, 1): return .number(Fraction(try values[0].number().floor))
    case (.ceil, 1): return .number(Fraction(-(try FactEvaluation.fitting(try values[0].number().negative).floor)))
    case (.joined, 2):
      guard case .node(let node, _) = values[0], let list = node.list else { return nil }
      return .text(list.compactMap(\.text).joined(separator: try values[1].shown()))
    case (.root, 1): return .number(try FactEvaluation.fitting(try values[0].number().root))
    case (.pixels, 2): return .number(try Self.pixels(try values[0].number(), try values[1].number()))
    case (.grouped, 1): return .text(Self.grouped(try FactValue.number(try values[0].number()).shown()))
    case (.count, 1):
      guard case .node(let node, _) = values[0], let list = node.list else { return nil }
      return .number(Fraction(Int64(list.count)))
    case (.hours, 1...3): return try WorkingTimes.windows(of: values)
    case (.opens, 1...2): return try WorkingTimes.time(of: values, isOpening: true)
    case (.closes, 1...2): return try WorkingTimes.time(of: values, isOpening: false)
    case (.days, 1...4): return try WorkingTimes.days(of: values, language: language)
    case (.choice, 3): return try values[0].number().numerator == 0 ? values[2] : values[1]
    case (.host, 1): return URL(string: try values[0].shown())?.host.map { .text($0) }
    case (.date, 2): return Self.date(try values[0].shown(), try values[1].shown()).map { .text($0) }
    default: return nil
    }
  }

  /// An inch is 25.4 mm.
  private static func pixels(_ length: Fraction, _ resolution: Fraction) throws(FactProblem) -> Fraction {
    let inch = Fraction(10, over: 254)
    let exact = length.times(resolution).flatMap { pixels in inch.flatMap { pixels.times($0) } }
    return try FactEvaluation.fitting(exact?.rounded(0))
  }

  private static func grouped(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".")
    var whole = ""
    let digits = parts.first ?? "0"
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { whole += "," }
      whole.append(digit)
    }
    return sign + ([whole] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  private static func date(_ day: String, _ pattern: String) -> String? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    let isDay = CalendarDate(iso: day.utf8) != nil
    guard isDay || parts.count == 2 && day.utf8.count == 5 && !pattern.contains("{year}") else { return nil }
    let numbers = ["{day}": parts.last, "{month}": parts.dropLast().last, "{year}": isDay ? parts.first : nil]
    return numbers.reduce(pattern) { text, entry in
      entry.value.map { text.replacing(entry.key, with: "\($0)") } ?? text
    }
  }
}
