/// Reads what a text says out of Markdown and HTML, scalar by scalar: emphasis, links and inline tags are left out,
/// entities are their signs, and a line goes on where its paragraph does.
struct MarkupReader {
  private let text: [Unicode.Scalar]
  private var end = 0
  /// Where the scalar came from that was read last.
  private(set) var place = 0
  /// What stands in tags that are left out, and what links lead to.
  private(set) var asides: [Range<Int>] = []
  /// Brackets of links.
  private let brackets: Set<Int>
  /// How far tags, and addresses of links, are looked for.
  private static let longest = 1_000

  init(_ text: [Unicode.Scalar]) {
    self.text = text
    brackets = Self.brackets(of: text)
  }

  /// The next scalar.
  mutating func next() -> Unicode.Scalar? {
    while end < text.count {
      place = end
      let scalar = text[end]
      end += 1
      switch scalar {
      case "*", "_", "~": if let sign = emphasis(scalar) { return sign }
      case "x", "X": return isBetweenDigits(place..<end) ? "×" : scalar
      case "\\": if end == text.count || !isMark(text[end]) && text[end] != "\n" { return scalar }
      case "&": return entity() ?? scalar
      case "<": if !skipTag() { return scalar }
      case "[": if !brackets.contains(place) { return scalar }
      case "]":
        guard brackets.contains(place) else { return scalar }
        skipTarget()
      case "\n": return goesOn ? " " : FoldedText.border
      default: return scalar
      }
    }
    return nil
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value > 0x20 && !scalar.properties.isAlphabetic && !isDigit(scalar)
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType == .decimal }

  /// Whether numbers stand on either side, blanks apart.
  private func isBetweenDigits(_ range: Range<Int>) -> Bool {
    var (before, after) = (range.lowerBound - 1, range.upperBound)
    if before >= 0, text[before] == " " { before -= 1 }
    if after < text.count, text[after] == " " { after += 1 }
    return before >= 0 && after < text.count && isDigit(text[before]) && isDigit(text[after])
  }

  /// What a run of marks is where it is none of emphasis: a sign between numbers, or part of a name.
  private mutating func emphasis(_ sign: Unicode.Scalar) -> Unicode.Scalar? {
    while end < text.count, text[end] == sign { end += 1 }
    let isAlone = end == place + 1
    switch sign {
    case "*": return isAlone && isBetweenDigits(place..<end) ? "×" : nil
    case "~": return isAlone || isBetweenDigits(place..<end) ? sign : nil
    default:
      func isWord(_ place: Int) -> Bool {
        text.indices.contains(place) && text[place].isASCII
          && (isDigit(text[place]) || text[place].properties.isAlphabetic)
      }
      return isWord(place - 1) && isWord(end) ? sign : nil
    }
  }

  /// Whether a paragraph goes on in the line that begins here: no blank line, item, heading, quotation or table.
  private var goesOn: Bool {
    var next = end
    while next < text.count, text[next] == " " || text[next] == "\t" || text[next] == "\r" { next += 1 }
    guard next < text.count, !"\n-+*#>|`:<".unicodeScalars.contains(text[next]) else {
      return next + 1 < text.count && text[next] == "*" && text[next + 1] != " " || startsInlineTag(next)
    }
    let start = next
    while next < text.count, next < start + 9, isDigit(text[next]) { next += 1 }
    return next == start || next == text.count || text[next] != "." && text[next] != ")"
  }
}

extension MarkupReader {
  private static let entities: [String: Unicode.Scalar] = [
    "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "yen": "¥", "euro": "€", "pound": "£", "dollar": "$",
    "times": "×",
    "ndash": "-", "mdash": "-", "minus": "-", "hyphen": "-", "colon": ":", "comma": ",", "period": ".", "sol": "/",
    "shy": "\0", "zwj": "\0", "zwnj": "\0",
  ]

  /// The sign of an entity, such as `&nbsp;` or `&#160;`.
  private mutating func entity() -> Unicode.Scalar? {
    guard let close = text[end..<min(text.count, end + 12)].firstIndex(of: ";") else { return nil }
    let name = String(String.UnicodeScalarView(text[end..<close]))
    var sign = Self.entities[name]
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      sign = UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    } else if name.hasPrefix("#") {
      sign = UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    }
    if sign != nil { end = close + 1 }
    return sign
  }

  private static let inlineTags: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "nobr",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "tt", "u", "var", "wbr",
  ]

  /// Where the name of an inline tag ends whose `<` stands there.
  private func inlineTagName(_ start: Int) -> Int? {
    guard start < text.count, text[start] == "<" else { return nil }
    let first = start + 1 < text.count && text[start + 1] == "/" ? start + 2 : start + 1
    var last = first
    while last < text.count, last < first + 7, text[last].isASCII, text[last].properties.isAlphabetic { last += 1 }
    guard last < text.count, " />\n".unicodeScalars.contains(text[last]) else { return nil }
    let name = String(String.UnicodeScalarView(text[first..<last])).lowercased()
    return Self.inlineTags.contains(name) ? last : nil
  }

  private func startsInlineTag(_ start: Int) -> Bool { inlineTagName(start) != nil }

  /// Whether an inline tag was left out, whose `<` was read.
  private mutating func skipTag() -> Bool {
    guard let name = inlineTagName(place),
      let close = text[name..<min(text.count, name + Self.longest)].firstIndex(of: ">")
    else { return false }
    if close > name + 1 { asides.append(name..<close) }
    end = close + 1
    return true
  }

  /// Brackets before a link's address or name, and the one that closes them.
  private static func brackets(of text: [Unicode.Scalar]) -> Set<Int> {
    var open: [Int] = []
    var found: Set<Int> = []
    for (place, scalar) in text.enumerated() {
      if scalar == "[" {
        open.append(place)
      } else if scalar == "]", let start = open.popLast(), place + 1 < text.count,
        target(in: text, at: place + 1) != nil
      {
        found.formUnion([start, place])
      }
    }
    return found
  }

  /// What stands between the parentheses of a link, or the brackets of its name.
  private static func target(in text: [Unicode.Scalar], at start: Int) -> Range<Int>? {
    let close: Unicode.Scalar = text[start] == "(" ? ")" : text[start] == "[" ? "]" : "\0"
    guard close != "\0" else { return nil }
    var depth = 0
    for place in start..<min(text.count, start + longest) {
      if text[place] == "\n" { return nil }
      if text[place] == text[start] { depth += 1 }
      if text[place] == close { depth -= 1 }
      if depth == 0 { return start + 1..<place }
    }
    return nil
  }

  private mutating func skipTarget() {
    guard let target = Self.target(in: text, at: end) else { return }
    asides.append(target)
    end = target.upperBound + 1
  }
}
