/// Digits and powers of ten as Chinese writes them, in everyday and in financial characters (GB/T 15835-2011; 票据法 usage).
enum HanNumeral {
  /// What a character of a numeral is.
  enum Part {
    /// 〇 to 九.
    case digit(Int64)
    /// 十, 百, 千: within a section of four digits.
    case power(Int64)
    /// 廿, 卅: tens in one character.
    case tens(Int64)
    /// 万, 亿: a section's.
    case section(Int64)
  }

  /// The part that a character is.
  static func part(_ scalar: Unicode.Scalar?) -> Part? { scalar.flatMap { parts[$0] } }

  private static let parts: [Unicode.Scalar: Part] = {
    var parts: [Unicode.Scalar: Part] = [
      "廿": .tens(20), "卅": .tens(30), "万": .section(10_000), "萬": .section(10_000), "亿": .section(100_000_000),
      "億": .section(100_000_000),
    ]
    let digits = ["〇零", "一壹", "二贰貳两兩", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"]
    for (value, signs) in digits.enumerated() {
      for sign in signs.unicodeScalars { parts[sign] = .digit(Int64(value)) }
    }
    for (value, signs) in [(Int64(10), "十拾"), (100, "百佰"), (1000, "千仟")] {
      for sign in signs.unicodeScalars { parts[sign] = .power(value) }
    }
    return parts
  }()
}

/// A number that a text writes.
struct WrittenNumber {
  /// In ten-thousandths.
  var value: Int64
  /// Behind its last sign.
  var end: Int
  /// Whether it begins with a Chinese character.
  var isHan = false
}

extension FoldedText {
  /// Whether a Chinese character of a numeral stands there.
  func isHanNumeral(_ place: Int) -> Bool { HanNumeral.part(self[place]) != nil }

  /// The numbers that begin there, the longest first: `1,250`, `12.5`, `1 250`, `2.5万`, `二百五十`, `二〇二六`.
  func numbers(at start: Int) -> [WrittenNumber] {
    if isDigit(start) {
      guard let plain = number(at: start) else { return [] }
      let scaled = scaled(plain.value, from: plain.end)
      let readings = [scaled, spaced(at: start), plain].compactMap(\.self)
      return readings.count > 1 ? readings.sorted { $0.end > $1.end } : readings
    }
    guard isHanNumeral(start), !isHanNumeral(start - 1), !isDigit(start - 1) else { return [] }
    guard let numeral = numeral(at: start) else { return [] }
    return [numeral]
  }

  /// Digits, in ten-thousandths; commas may part thousands.
  private func number(at start: Int) -> WrittenNumber? {
    guard !isDigit(start - 1) else { return nil }
    if self[start - 1] == "." || self[start - 1] == ",", isDigit(start - 2) { return nil }
    var (value, end, count) = (Int64(0), start, 0)
    while isDigit(end) || isComma(end) {
      if let digit = digit(end) {
        value = count < 11 ? value * 10 + digit : value
        count += value == 0 ? 0 : 1
      }
      end += 1
    }
    value *= 10_000
    if self[end] == ".", isDigit(end + 1) {
      var power: Int64 = 10_000
      end += 1
      while let digit = digit(end) {
        power /= 10
        if power == 0, digit != 0 { count = 99 }
        value += digit * power
        end += 1
      }
    }
    // What has more digits is no amount of a data file.
    return count > 11 ? nil : WrittenNumber(value: value, end: end)
  }

  private func digit(_ place: Int) -> Int64? { isDigit(place) ? self[place].map { Int64($0.value) - 0x30 } : nil }

  /// Whether a comma parts thousands; in Chinese text it may part numbers as well.
  private func isComma(_ place: Int) -> Bool {
    guard self[place] == "," || self[place] == "，" && !isDigit(place + 4) else { return false }
    return isDigit(place + 1) && isDigit(place + 2) && isDigit(place + 3)
  }

  /// `1 250 000`: groups of three parted by blanks.
  private func spaced(at start: Int) -> WrittenNumber? {
    guard let first = whole(at: start, digits: 3), self[first.end] == " " else { return nil }
    var (value, end) = (Int64(first.value), first.end)
    while self[end] == " ", let group = whole(at: end + 1, digits: 3), group.end == end + 4, value < 100_000_000 {
      (value, end) = (value * 1000 + Int64(group.value), group.end)
    }
    return end == first.end ? nil : WrittenNumber(value: value * 10_000, end: end)
  }

  /// A number with powers of ten behind it, `2.5万`; `nil` without any.
  private func scaled(_ value: Int64, from start: Int) -> WrittenNumber? {
    switch HanNumeral.part(self[start]) {
    case .power, .section: numeral(at: start, after: value)
    default: nil
    }
  }

  /// A numeral, perhaps behind digits.
  private func numeral(at start: Int, after digits: Int64? = nil) -> WrittenNumber? {
    var reading = NumeralReading()
    reading.pending = digits
    var place = start
    while let part = HanNumeral.part(self[place]), reading.take(part) { place += 1 }
    guard place > start else { return nil }
    // 二点五; what stands behind tells it from an hour.
    if self[place] == "点", digits == nil, case .digit = HanNumeral.part(self[place + 1]), reading.isDigits {
      var (power, end) = (Int64(1000), place + 1)
      while power > 0, case .digit(let digit)? = HanNumeral.part(self[end]) {
        reading.pending = (reading.pending ?? 0) + digit * power
        (power, end) = (power / 10, end + 1)
      }
      while let part = HanNumeral.part(self[end]), reading.take(part) { end += 1 }
      place = end
    }
    return reading.value.map { WrittenNumber(value: $0, end: place, isHan: digits == nil) }
  }
}

/// What a numeral comes to, read from its beginning, in ten-thousandths.
private struct NumeralReading {
  /// Sections that are closed, and the one that is open.
  private var (total, section) = (Int64(0), Int64(0))
  /// Digits that no power has followed yet.
  var pending: Int64?
  /// The power before, of which a digit that stands alone is a tenth: 二百五.
  private var power: Int64 = 0
  private var digitCount = 0
  private var isTooLarge = false
  private static let one: Int64 = 10_000

  /// Whether nothing but digits was read.
  var isDigits: Bool { digitCount > 0 && power == 0 && total == 0 && section == 0 }

  /// Takes a part; `false` where the numeral has ended before it.
  mutating func take(_ part: HanNumeral.Part) -> Bool {
    switch part {
    case .digit(let digit):
      if power > 0, digit == 0 {
        guard pending == nil else { return false }
        (pending, power, digitCount) = (nil, 1, 0)
        return true
      }
      // Behind a power stands one digit; without, they stand in a row: 二〇二六.
      guard power == 0 || pending == nil, digitCount < 11 else { return false }
      pending = (pending ?? 0) * 10 + digit * Self.one
      digitCount += 1
    case .tens(let tens):
      guard pending == nil, power == 0 || power > 10 else { return false }
      (section, power) = (section + tens * Self.one, 10)
    case .power(let next):
      guard power == 0 || power == 1 || next < power, pending != nil || next == 10 else { return false }
      section = sum(section, product(pending ?? Self.one, next))
      (pending, power, digitCount) = (nil, next, 0)
    case .section(let next):
      guard pending != nil || section > 0 || total > 0 && next > 10_000 else { return false }
      let open = sum(section, pending ?? 0)
      // 一亿二千万, and 二千万亿.
      total = next > 10_000 ? product(sum(total, open), next) : sum(total, product(open, next))
      (section, pending, power, digitCount) = (0, nil, next, 0)
    }
    return true
  }

  /// The number; `nil` for one that is too large.
  var value: Int64? {
    let tenth = power > 10 && digitCount == 1 ? power / 10 : 1
    var copy = self
    let rest = copy.product(pending ?? 0, tenth)
    let value = copy.sum(copy.sum(total, section), rest)
    return copy.isTooLarge ? nil : value
  }

  private mutating func product(_ first: Int64, _ second: Int64) -> Int64 {
    let product = first.multipliedReportingOverflow(by: second)
    isTooLarge = isTooLarge || product.overflow
    return product.overflow ? 0 : product.partialValue
  }

  private mutating func sum(_ first: Int64, _ second: Int64) -> Int64 {
    let sum = first.addingReportingOverflow(second)
    isTooLarge = isTooLarge || sum.overflow
    return sum.overflow ? 0 : sum.partialValue
  }
}
