extension LiteralFinder {
  /// A number that is money by the sign or the word before it: `￥250`, `人民币250`.
  func money(in text: FoldedText, at place: Int) -> (names: [String]?, end: Int) {
    let word = ["¥", "$", "€", "£", "人民币", "rmb", "cny"].first { text.holds($0, at: place) }
    guard let word, word.unicodeScalars.count == 1 || !text.isLetter(place - 1) else { return (nil, place) }
    for number in text.numbers(at: text.skipBlanks(place + word.unicodeScalars.count)) {
      if let prices = index.prices[number.value] { return (prices.map(\.name), number.end) }
    }
    return (nil, place)
  }

  /// A number with its unit behind it, or behind the next number where a dash stands between them; a price with what it
  /// is for.
  func amount(in text: FoldedText, at place: Int) -> (names: [String]?, end: Int)? {
    guard !text.isLetter(place - 1), text.before(place) != "第" else { return nil }
    for number in text.numbers(at: place) {
      let facts = index.amounts[number.value] ?? [:]
      if let found = facts.isEmpty ? nil : unit(among: facts, of: number, from: place, in: text, at: number.end) {
        return (found.names, found.end)
      }
      if !facts.isEmpty, let second = text.skipDash(number.end) {
        for other in text.numbers(at: second) {
          let found = unit(among: facts, of: other, from: second, in: text, at: other.end)
          if let found { return (found.names, number.end) }
        }
      }
      let prices = (index.prices[number.value] ?? []).filter { isPriced($0.units, number, from: place, in: text) }
      if !prices.isEmpty { return (prices.map(\.name), number.end) }
    }
    return nil
  }

  /// The facts whose unit stands there, perhaps behind a blank or a hyphen: the longest one.
  private func unit(
    among facts: [Int: [String]], of number: WrittenNumber, from start: Int, in text: FoldedText, at place: Int
  ) -> (names: [String], end: Int)? {
    let hasSign = text[place] == " " || text[place] == "-" && text.isLetter(place + 1)
    let first = hasSign ? place + 1 : place
    for word in index.units.words(in: text, at: first).reversed() {
      guard let names = facts[word.value], !(text.isLetter(word.end - 1) && text.isLetter(word.end)),
        !number.isHan || index.measuringUnits.contains(word.value) && !isIdiom(number, from: start, in: text),
        !isDayOfMonth(text[word.end - 1], from: start, in: text)
      else { continue }
      return (names, word.end)
    }
    return nil
  }

  /// `另一年`, `同一天`: one of something, and no amount.
  private func isIdiom(_ number: WrittenNumber, from start: Int, in text: FoldedText) -> Bool {
    guard number.value < 100_000, let before = text.before(start) else { return false }
    return "另某同每这那哪任有何上下前后头周期月其近".unicodeScalars.contains(before)
  }

  /// `22日` of `11月22日`, or of `20日至22日`.
  private func isDayOfMonth(_ unit: Unicode.Scalar?, from start: Int, in text: FoldedText) -> Bool {
    guard unit == "日", let before = text.before(start) else { return false }
    return "月至到-、".unicodeScalars.contains(before)
  }

  /// Whether a number is told with what a price is for: `每个/年250`, `每年收250`, `250/年`, `250每年`, `250 per year`.
  private func isPriced(
    _ units: [String], _ number: WrittenNumber, from start: Int, in text: FoldedText
  ) -> Bool {
    guard !units.isEmpty else { return false }
    func isUnit(_ place: Int) -> Bool { units.contains { text.holds($0, at: place) } }
    var end = text.skipBlanks(number.end)
    for sign in ["/", "每", "per ", "a "] where text.holds(sign, at: end) {
      return isUnit(text.skipBlanks(end + sign.unicodeScalars.count))
    }
    // Another unit, or a word of another amount.
    if text.isHanNumeral(end) || text.isDigit(end) { return false }
    if let next = text[end], next.properties.isAlphabetic, !"算计收起交付的".unicodeScalars.contains(next) {
      return false
    }
    end = start
    var rest = 12
    func skip(_ words: [String]) -> Bool {
      for word in words {
        let first = end - word.unicodeScalars.count
        guard first >= 0, !word.isEmpty, text.holds(word, at: first) else { continue }
        end = first
        return true
      }
      return false
    }
    while rest > 0, skip([" ", "收", "交", "付", "要", "为", "是", "需", "按", ":"]) { rest -= 1 }
    var hasUnit = false
    while rest > 0 {
      if skip(units) {
        hasUnit = true
      } else if hasUnit, skip(["每", "一", "per ", "a "]) {
        return true
      } else if !hasUnit || !skip(["/", "、", " "]) {
        return false
      }
      rest -= 1
    }
    return false
  }
}
