/// A text in which what is no word of it is blotted out, scalar for scalar, so that all places stay.
package struct MaskedText {
  private(set) var scalars: [Unicode.Scalar]

  /// What stands in the place of what is blotted out: no digit, no letter, no blank.
  private static let blot = FoldedText.border
  /// What stands there where words go on over it: nothing that is seen.
  static let gap: Unicode.Scalar = "\u{2060}"

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// Markdown, or a text in which roles may stand: without code spans and with them all roles, without comments, code
  /// blocks, quotations and claims.
  package static func markdown(_ text: String) -> MaskedText {
    var masked = MaskedText(text)
    masked.blotFences()
    masked.blotSpans()
    masked.blot(from: "<!--", to: "-->")
    return masked
  }

  /// A template: without what stands between braces, and without what is meant as it stands: lines behind `{{! literal }}`.
  package static func template(_ text: String) -> MaskedText {
    var masked = MaskedText(text)
    masked.blot(from: "{{! literal }}", to: "\n")
    masked.blot(from: "{{!", to: "}}")
    masked.blot(from: "{{{", to: "}}}")
    masked.blot(from: "{{", to: "}}")
    masked.blot(from: "<!--", to: "-->")
    return masked
  }

  /// A drawing: the texts between its tags, without roles.
  package static func drawing(_ text: String) -> MaskedText {
    var masked = MaskedText(text)
    masked.blot(from: "<!--", to: "-->")
    masked.blot(from: "<style", to: "</style>")
    masked.blot(from: "<tspan", to: ">", with: gap)
    masked.blot(from: "</tspan", to: ">", with: gap)
    masked.blot(from: "<", to: ">")
    masked.blotSpans()
    return masked
  }

  private func starts(_ text: String, at place: Int) -> Bool {
    let sought = text.unicodeScalars
    return place + sought.count <= scalars.count && scalars[place..<place + sought.count].elementsEqual(sought)
  }

  private mutating func blot(_ range: Range<Int>, with sign: Unicode.Scalar = blot) {
    for place in range where scalars[place] != "\n" { scalars[place] = sign }
  }

  private mutating func blot(from start: String, to end: String, with sign: Unicode.Scalar = blot) {
    guard let first = start.unicodeScalars.first else { return }
    var place = 0
    while let found = scalars[place...].firstIndex(of: first) {
      place = found + 1
      guard starts(start, at: found) else { continue }
      while place < scalars.count, !starts(end, at: place) { place += 1 }
      place = min(scalars.count, place + end.unicodeScalars.count)
      blot(found..<place, with: sign)
    }
  }

  /// Code blocks and the fences of directives; what stands in a directive stays, but for a quotation and for claims, which
  /// say what a fact is to be.
  private mutating func blotFences() {
    var open: (sign: Unicode.Scalar, count: Int, isBlotted: Bool)?
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
      let first = scalars[start..<end].firstIndex { $0 != " " && $0 != ">" } ?? end
      let sign = first < end ? scalars[first] : " "
      let count = scalars[first..<end].prefix { $0 == sign }.count
      if (sign == "`" || sign == "~") && count >= 3 {
        let info = String(String.UnicodeScalarView(scalars[(first + count)..<end]))
        if let fence = open {
          if fence.sign == sign, count >= fence.count { open = nil }
        } else {
          let isBlotted = !info.hasPrefix("{") || info.hasPrefix("{quote}") || info.hasPrefix("{check}")
          open = (sign, count, isBlotted)
        }
        // The title of a box is a text.
        blot(first..<first + count)
      } else if open?.isBlotted == true {
        blot(start..<end)
      }
      start = end + 1
    }
  }

  /// Code spans, and with them the bodies of roles.
  private mutating func blotSpans() {
    // Runs of marks by their paragraph and length, so that each finds the one that closes it at once.
    var runs: [(start: Int, end: Int, key: [Int])] = []
    var (paragraph, place) = (0, 0)
    while place < scalars.count {
      let start = place
      while place < scalars.count, scalars[place] == "`" { place += 1 }
      if place > start {
        runs.append((start, place, [paragraph, place - start]))
      } else {
        if scalars[place] == "\n", place + 1 < scalars.count, scalars[place + 1] == "\n" { paragraph += 1 }
        place += 1
      }
    }
    var next: [[Int]: Int] = [:]
    var closing = runs.map { _ in -1 }
    for number in runs.indices.reversed() {
      closing[number] = next[runs[number].key] ?? -1
      next[runs[number].key] = number
    }
    var number = 0
    while number < runs.count {
      let close = closing[number]
      if close >= 0 { blot(runs[number].start..<runs[close].end) }
      number = max(close, number) + 1
    }
  }
}
