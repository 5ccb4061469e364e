/// How a style shows numbers, as far as it changes what was entered.
enum CellFormat: Equatable {
  case general
  /// Zeros stand before a whole number until it has so many digits.
  case padded(Int)
  /// So many decimals.
  case decimals(Int)
  /// Hundredths, with so many decimals.
  case percent(Int)
  case date(hasDay: Bool, hasTime: Bool)

  /// The formats that have no code in the file (ECMA-376 part 1, 18.8.30), those of Chinese and Japanese too.
  init(builtIn number: Int) {
    switch number {
    case 1, 3, 37, 38: self = .decimals(0)
    case 2, 4, 39, 40: self = .decimals(2)
    case 9: self = .percent(0)
    case 10: self = .percent(2)
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date(hasDay: true, hasTime: false)
    case 18...21, 32...35, 45...47, 55, 56: self = .date(hasDay: false, hasTime: true)
    case 22: self = .date(hasDay: true, hasTime: true)
    default: self = .general
    }
  }

  /// The format with this code: its first section, without what is only shown.
  init(code: String) {
    // Excel takes no longer ones.
    guard code.utf8.count <= 255 * 4 else {
      self = .general
      return
    }
    var signs: [Character] = []
    var elapsed = false
    var rest = Substring(code)
    while let sign = rest.popFirst() {
      switch sign {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }.lowercased()
        if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { elapsed = true }
        rest = rest.drop { $0 != "]" }.dropFirst()
      case ";": rest = ""
      default: signs.append(contentsOf: sign.lowercased())
      }
    }
    let text = String(signs)
    if text.contains("general") || text == "@" {
      self = .general
    } else if elapsed {
      self = .date(hasDay: false, hasTime: true)
    } else if text.contains(where: { "ydhs".contains($0) }) || text.contains("m") {
      let hasTime = text.contains { "hs".contains($0) }
      // Beside hours or seconds, m is minutes.
      self = .date(hasDay: text.contains { "yd".contains($0) } || !hasTime, hasTime: hasTime)
    } else if text.contains("e") || text.contains("?/") || text.contains("#/") {
      self = .general
    } else {
      let decimals = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
      let count = decimals?.prefix { $0 == "0" }.count ?? 0
      let whole = text.prefix { $0 != "." }.count { $0 == "0" }
      if text.contains("%") {
        self = .percent(count)
      } else if count == 0, decimals == nil, whole > 1 {
        self = .padded(whole)
      } else {
        self = text.contains { "0#?".contains($0) } ? .decimals(count) : .general
      }
    }
  }

  /// What a cell with this number shows, nearly: no thousands are parted, nothing is left out for want of room, and a
  /// whole number has all its digits.
  ///
  /// - Parameter from1904: whether days count from 1 January 1904.
  func text(_ number: Double, from1904: Bool) -> String {
    switch self {
    case .general: return Self.plain(number)
    case .padded(let digits):
      let text = Self.plain(number.rounded())
      let isNegative = text.hasPrefix("-")
      let bare = text.drop { $0 == "-" }
      return (isNegative ? "-" : "") + String(repeating: "0", count: max(0, digits - bare.count)) + bare
    case .decimals(let count): return Self.fixed(number, count)
    case .percent(let count): return Self.fixed(number * 100, count) + "%"
    case .date(let hasDay, let hasTime):
      return SerialDate(number, from1904: from1904)?.text(hasDay: hasDay, hasTime: hasTime) ?? Self.plain(number)
    }
  }

  /// A number with 15 digits at most, as spreadsheets keep it; whole ones without a fraction.
  private static func plain(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e18 { return String(Int64(number)) }
    var scale = 1.0
    for decimals in 1...15 {
      scale *= 10
      let whole = (number * scale).rounded()
      if abs(whole) >= 1e15 { break }
      if abs(whole / scale - number) <= abs(number) * 1e-15 { return fixed(number, decimals) }
    }
    return "\(number)"
  }

  private static func fixed(_ number: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let whole = (abs(number) * scale).rounded()
    guard decimals <= 15, whole < 1e18 else { return "\(number)" }
    let digits = String(Int64(whole))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = number < 0 && whole != 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}

/// A day and a time that a spreadsheet keeps as a number of days.
struct SerialDate: Equatable {
  private let year: Int
  private let month: Int
  private let day: Int
  private let seconds: Int

  /// `nil` for a number that is no date of theirs: before its first day, or after the year 9999.
  init?(_ number: Double, from1904: Bool) {
    guard number >= 0, number < 2_958_466 else { return nil }
    var days = Int(number)
    var seconds = Int(((number - Double(days)) * 86_400).rounded())
    if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
    self.seconds = seconds
    // Spreadsheets count 29 February 1900, a day that there was not.
    if !from1904, days == 60 {
      (year, month, day) = (1900, 2, 29)
      return
    }
    // 1 March 2000 is day 36,586, or 35,124 from 1904 on.
    (year, month, day) = Self.civil(days - (from1904 ? 35_124 : days > 60 ? 36_586 : 36_585))
  }

  /// The day so many days after 1 March 2000 (proleptic Gregorian calendar).
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    func divided(_ number: Int, _ divisor: Int) -> (Int, Int) {
      let quotient = (number >= 0 ? number : number - divisor + 1) / divisor
      return (quotient, number - quotient * divisor)
    }
    let (era, ofEra) = divided(days, 146_097)
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * ofYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (2000 + era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, ofYear - (153 * part + 2) / 5 + 1)
  }

  /// `2026-11-22`, `08:30` or both; a time of midnight is left out behind a day.
  func text(hasDay: Bool, hasTime: Bool) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60))" + (seconds % 60 == 0 ? "" : ":\(two(seconds % 60))")
    guard hasDay else { return time }
    let date = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)-\(two(month))-\(two(day))"
    return hasTime && seconds > 0 ? date + " " + time : date
  }
}
