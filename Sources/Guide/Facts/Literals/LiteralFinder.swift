package import Content

/// Finds values of a version's data files in texts.
package struct LiteralFinder: Sendable {
  /// A value that a text repeats.
  package struct Found: Sendable, Hashable {
    /// Place of its first character in the text, from 0, in Unicode scalars.
    package var start: Int
    /// Behind its last.
    package var end: Int
    /// How readers see it, without marks within.
    package var text: String
    /// The facts that it repeats, by what `{data}` calls them.
    package var expressions: [String]
  }

  let index: LiteralIndex

  /// A finder of a version's facts.
  package init(_ version: GuideVersion) { index = LiteralIndex(version) }

  /// Whether there is nothing to find.
  package var isEmpty: Bool { index.isEmpty }

  /// Whether a value may stand in a text at all: a digit, a numeral, a point of an address, an entity.
  static func mayHold(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) || $0 == 0x2E || $0 >= 0x80 }
  }

  /// The facts that a text repeats, in its order.
  package func literals(in text: String) -> [Found] { literals(in: Array(text.unicodeScalars)) }

  /// The facts that a text repeats, in its order; at most so many.
  func literals(in scalars: [Unicode.Scalar], most: Int = .max) -> [Found] {
    let text = FoldedText(scalars)
    var found: [Found] = []
    var place = 0
    while place < text.scalars.count, found.count < most {
      let step = literal(in: text, at: place)
      if let names = step.names {
        let range = place..<max(step.end, place + 1)
        let (start, last) = (Int(text.places[place]), Int(text.places[range.upperBound - 1]))
        found.append(
          Found(start: start, end: last + 1, text: text.written(range, in: scalars), expressions: names))
      }
      place = max(step.end, place + 1)
    }
    return found.sorted { $0.start < $1.start }
  }

  /// What begins at a place: the facts that it repeats, if any, and where it ends.
  private typealias Step = (names: [String]?, end: Int)

  private func literal(in text: FoldedText, at place: Int) -> Step {
    guard let scalar = text[place] else { return (nil, place) }
    if scalar.isASCII, text.isLetter(place) || text.isDigit(place), let address = address(in: text, at: place) {
      return address
    }
    if let hours = time(in: text, at: place) { return hours }
    if let week = text.week(at: place), let names = index.weeks[[week.first, week.last]] { return (names, week.end) }
    guard text.isDigit(place) || text.isHanNumeral(place) else { return money(in: text, at: place) }
    if let day = text.day(at: place), let names = index.days[[day.year ?? 0, day.month, day.day]] {
      return (names, day.end)
    }
    if text.isDigit(place) {
      if let telephone = telephone(in: text, at: place) { return telephone }
      if let measure = measure(in: text, at: place) { return measure }
    }
    return amount(in: text, at: place) ?? (nil, place)
  }

  private func address(in text: FoldedText, at place: Int) -> Step? {
    guard let address = text.address(at: place) else { return nil }
    let plain = address.text.firstRange(of: "://").map { String(address.text[$0.upperBound...]) } ?? address.text
    let names = index.addresses[address.text] ?? index.hosts[address.text] ?? index.plainAddresses[plain]
    return names.map { ($0, address.end) }
  }

  private func time(in text: FoldedText, at place: Int) -> Step? {
    guard let scalar = text[place], text.isDigit(place) || text.isHanNumeral(place) || FoldedText.isHalf(scalar) else {
      return nil
    }
    if let hours = text.hours(at: place) {
      if let names = index.hours[[hours.opens, hours.closes]] { return (names, hours.end) }
      // Hours of something else are none of these, but where they go from one window's beginning to another's end.
      guard let opens = index.openings[hours.opens]?.first, let closes = index.closings[hours.closes]?.first else {
        return (nil, hours.end)
      }
      return ([opens, closes], hours.end)
    }
    guard let time = text.time(at: place) else { return nil }
    let names = [index.times, index.openings, index.closings].compactMap { $0[time.minutes] }.flatMap(\.self)
    if !names.isEmpty { return (names, time.end) }
    // 下午8:30 is no 8:30.
    return FoldedText.isHalf(scalar) ? (nil, time.end) : nil
  }

  private func telephone(in text: FoldedText, at place: Int) -> Step? {
    for number in text.telephones(at: place).reversed() {
      if let names = index.telephones[number.digits] { return (names, number.end) }
      if let names = index.localNumbers[number.digits], !text.isRestOfNumber(place) { return (names, number.end) }
    }
    return nil
  }

  private func measure(in text: FoldedText, at place: Int) -> Step? {
    guard !text.isDigit(place - 1), text[place - 1] != "." else { return nil }
    let found = index.measures.words(in: text, at: place, skippingBlanks: true).last {
      !text.isDigit($0.end) && !text.isLetter($0.end)
    }
    return found.map { ($0.value, $0.end) }
  }
}

extension FoldedText {
  /// Whether a word for half a day may begin with it.
  static func isHalf(_ scalar: Unicode.Scalar) -> Bool { "上下晚早清凌中午傍".unicodeScalars.contains(scalar) }
}
