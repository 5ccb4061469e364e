extension FoldedText {
  /// Telephone numbers that may begin there: digits with at most two signs between them, where each of them could end.
  func telephones(at start: Int) -> [(digits: String, end: Int)] {
    guard !isDigit(start - 1) else { return [] }
    var (digits, place) = ("", start)
    var found: [(digits: String, end: Int)] = []
    while isDigit(place), digits.utf8.count < 16, let digit = self[place] {
      digits.unicodeScalars.append(digit)
      place += 1
      if isDigit(place) { continue }
      if digits.utf8.count >= 7 { found.append((digits, place)) }
      for _ in 0..<2 where self[place].map({ "-() .·/".unicodeScalars.contains($0) }) ?? false { place += 1 }
    }
    return found
  }

  /// Whether signs of a number stand before it, and digits before those.
  func isRestOfNumber(_ start: Int) -> Bool {
    var place = start - 1
    while place >= start - 2, let sign = self[place], "-() ".unicodeScalars.contains(sign) { place -= 1 }
    return place < start - 1 && isDigit(place)
  }

  /// What an address may hold.
  private func isPart(_ place: Int) -> Bool {
    guard let scalar = self[place], scalar.isASCII else { return false }
    return isDigit(place) || isLetter(place) || ":/?#@!$&*+,;=._%-".unicodeScalars.contains(scalar)
  }

  /// Signs of an address at most; data files have no longer ones that are looked for.
  private static let longestAddress = 300

  /// The address that begins there: all that an address may hold, without what ends a sentence.
  func address(at start: Int) -> (text: String, end: Int)? {
    guard isLetter(start) || isDigit(start) else { return nil }
    if isPart(start - 1) {
      let isSecond = self[start - 1] == "/" && (holds("www.", at: start) || holds("http", at: start))
      guard isSecond || self[start - 1] == ":" && holds("mailto:", at: start - 7) || !isPart(start - 2) else {
        return nil
      }
    }
    var end = start
    while isPart(end), end - start <= Self.longestAddress { end += 1 }
    guard end - start <= Self.longestAddress else { return nil }
    while end > start, let last = self[end - 1], ".,;:!?/*".unicodeScalars.contains(last) { end -= 1 }
    let address = scalars[start..<end]
    return address.contains(".") ? (String(String.UnicodeScalarView(address)), end) : nil
  }
}
