internal import ZhinanValidation

/// A line as literals are looked for in it: full-width signs as ASCII, dashes and small letters alike, one scalar for each
/// of the line's.
struct FoldedLine {
  let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = text.unicodeScalars.map(Self.folded) }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E where scalar != "～": folded(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    case 0x3000, 0xA0, 0x09, 0x2002...0x200A: " "
    case 0x2010...0x2015, 0x2212, 0x7E, 0xFF5E, 0x301C: "-"
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20) ?? scalar
    case 0xA5: "¥"
    default: scalar
    }
  }

  /// An address without its end that says nothing.
  static func address(_ text: String) -> String {
    let text = text.lowercased()
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// The line without blanks.
  var packed: String { String(String.UnicodeScalarView(scalars.filter { $0 != " " })) }

  /// Whether a text stands there.
  func holds(_ text: String, at place: Int) -> Bool {
    let sought = text.unicodeScalars
    return place + sought.count <= scalars.count && scalars[place..<place + sought.count].elementsEqual(sought)
  }

  /// The scalar there.
  subscript(_ place: Int) -> Unicode.Scalar? { scalars.indices.contains(place) ? scalars[place] : nil }

  /// The place behind the blanks there.
  func skipBlanks(_ place: Int) -> Int {
    var place = place
    while self[place] == " " { place += 1 }
    return place
  }

  /// Whether a digit stands there.
  func isDigit(_ place: Int) -> Bool { self[place].map { (0x30...0x39).contains($0.value) } ?? false }

  /// Whether an ASCII letter stands there.
  func isLetter(_ place: Int) -> Bool { self[place].map { (0x61...0x7A).contains($0.value) } ?? false }

  /// The number that begins there, in ten-thousandths, and where it ends; commas may part its thousands.
  func number(at start: Int) -> (value: Int64, end: Int)? {
    guard isDigit(start), !isDigit(start - 1) else { return nil }
    if self[start - 1] == "." || self[start - 1] == ",", isDigit(start - 2) { return nil }
    var end = start
    var digits: [UInt8] = []
    while isDigit(end) || self[end] == "," && isDigit(end + 1) && isDigit(end + 2) && isDigit(end + 3) {
      if let scalar = self[end], scalar != "," { digits.append(UInt8(truncatingIfNeeded: scalar.value)) }
      end += 1
    }
    if self[end] == ".", isDigit(end + 1) {
      digits.append(0x2E)
      end += 1
      while isDigit(end) {
        digits.append(UInt8(truncatingIfNeeded: self[end]?.value ?? 0x30))
        end += 1
      }
    }
    return DecimalNumber.tenThousandths(digits, digits: 4).map { ($0, end) }
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
