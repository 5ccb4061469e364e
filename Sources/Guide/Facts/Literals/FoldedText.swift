/// A text as literals are looked for in it: without marks of Markdown and inline tags, full-width signs as ASCII, dashes
/// and small letters alike, one blank for each white space. Each scalar knows where it came from.
///
/// What a link leads to, and what stands in the tags that are left out, follows behind the text.
struct FoldedText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where each stands in the text as it was written, in Unicode scalars.
  private(set) var places: [Int32] = []

  /// What nothing goes on over: the end of a paragraph, of an item, of a cell.
  static let border: Unicode.Scalar = "\u{FFFC}"

  /// A text folded.
  init(_ text: [Unicode.Scalar]) {
    scalars.reserveCapacity(text.count)
    places.reserveCapacity(text.count)
    var reader = MarkupReader(text)
    while let scalar = reader.next() { append(scalar, from: reader.place) }
    for part in reader.asides {
      append(Self.border, from: part.lowerBound)
      for place in part { append(text[place], from: place) }
    }
  }

  /// A text folded.
  init(_ text: String) { self.init(Array(text.unicodeScalars)) }

  private mutating func append(_ scalar: Unicode.Scalar, from place: Int) {
    let folded = ScalarFolding.folded(scalar)
    guard folded.value != 0, folded != " " || scalars.last != " " else { return }
    for part in ScalarFolding.parts(of: folded) {
      scalars.append(part)
      places.append(Int32(truncatingIfNeeded: place))
    }
  }

  /// A part as it was written, without marks; entities are their signs, and lines go on behind a blank.
  func written(_ range: Range<Int>, in text: [Unicode.Scalar]) -> String {
    var shown = String.UnicodeScalarView()
    for place in range where place == range.lowerBound || places[place] != places[place - 1] {
      let scalar = text[Int(places[place])]
      shown.append(scalar == "&" || scalar == "\n" ? scalars[place] : scalar)
    }
    return String(shown)
  }

  /// An address without its end that says nothing.
  static func address(_ text: String) -> String {
    let text = text.lowercased()
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// The text without blanks.
  var packed: String { String(String.UnicodeScalarView(scalars.filter { $0 != " " })) }

  /// Whether a text stands there.
  func holds(_ text: String, at place: Int) -> Bool {
    var place = place
    for scalar in text.unicodeScalars {
      guard self[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  /// The scalar there.
  subscript(_ place: Int) -> Unicode.Scalar? { place >= 0 && place < scalars.count ? scalars[place] : nil }

  /// The place behind the blank there.
  func skipBlanks(_ place: Int) -> Int { self[place] == " " ? place + 1 : place }

  /// The scalar before a place, or before the blank there.
  func before(_ place: Int) -> Unicode.Scalar? { self[place - 1] == " " ? self[place - 2] : self[place - 1] }

  /// Whether a digit stands there.
  func isDigit(_ place: Int) -> Bool { self[place].map { (0x30...0x39).contains($0.value) } ?? false }

  /// Whether an ASCII letter stands there.
  func isLetter(_ place: Int) -> Bool { self[place].map { (0x61...0x7A).contains($0.value) } ?? false }

  /// The place behind a dash, or a word that says the same, with the blanks around it.
  func skipDash(_ place: Int) -> Int? {
    var end = skipBlanks(place)
    let start = end
    while let sign = self[end], sign == "-" || sign == "至" || sign == "到" { end += 1 }
    if end == start, let word = ["to ", "through ", "until ", "till "].first(where: { holds($0, at: start) }),
      start > place
    {
      end += word.unicodeScalars.count
    }
    return end > start ? skipBlanks(end) : nil
  }

  /// A whole number of at most so many digits that begins there.
  func whole(at start: Int, digits: Int) -> (value: Int, end: Int)? {
    var (value, end) = (0, start)
    while isDigit(end), end - start <= digits {
      value = value * 10 + Int((self[end]?.value ?? 0x30) - 0x30)
      end += 1
    }
    return (1...digits).contains(end - start) ? (value, end) : nil
  }
}
