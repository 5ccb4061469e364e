/// A text in which what is no word of it is blotted out, scalar for scalar, so that all places stay.
package struct MaskedText {
  private var scalars: [Unicode.Scalar]

  /// What stands in the place of what is blotted out: no digit, no letter, no blank.
  private static let blot: Unicode.Scalar = "\u{FFFC}"

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The lines with their numbers, from 1.
  package var lines: [(number: Int, text: String)] {
    scalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      ($0 + 1, String(String.UnicodeScalarView($1)))
    }
  }

  /// Markdown, or a text in which roles may stand: without code spans and with them all roles, without comments, code
  /// blocks, quotations and claims.
  package static func markdown(_ text: String) -> MaskedText {
    var masked = MaskedText(text)
    masked.blotFences()
    masked.blotSpans()
    masked.blot(from: "<!--", to: "-->")
    return masked
  }

  /// A template: without what stands between braces, and without tags but for the texts of their attributes.
  package static func template(_ text: String) -> MaskedText {
    var masked = MaskedText(text)
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
    masked.blot(from: "<", to: ">")
    masked.blotSpans()
    return masked
  }

  private func starts(_ text: String, at place: Int) -> Bool {
    let sought = text.unicodeScalars
    return place + sought.count <= scalars.count && scalars[place..<place + sought.count].elementsEqual(sought)
  }

  private mutating func blot(_ range: Range<Int>) {
    for place in range where scalars[place] != "\n" { scalars[place] = Self.blot }
  }

  private mutating func blot(from start: String, to end: String) {
    guard let first = start.unicodeScalars.first else { return }
    var place = 0
    while let found = scalars[place...].firstIndex(of: first) {
      place = found + 1
      guard starts(start, at: found) else { continue }
      while place < scalars.count, !starts(end, at: place) { place += 1 }
      place = min(scalars.count, place + end.unicodeScalars.count)
      blot(found..<place)
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

  /// Code spans, and the names of roles before them.
  private mutating func blotSpans() {
    var place = 0
    while let tick = scalars[place...].firstIndex(of: "`") {
      let count = scalars[tick...].prefix { $0 == "`" }.count
      var end = tick + count
      place = end
      while end < scalars.count {
        if scalars[end] == "\n", end + 1 < scalars.count, scalars[end + 1] == "\n" { break }
        guard scalars[end] == "`" else {
          end += 1
          continue
        }
        let other = scalars[end...].prefix { $0 == "`" }.count
        end += other
        if other == count {
          blot(tick..<end)
          place = end
          break
        }
      }
    }
  }
}
