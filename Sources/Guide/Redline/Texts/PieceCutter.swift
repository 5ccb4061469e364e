internal import Bytes

/// Cuts running text into pieces without a dictionary: words of letters and numbers stay whole, with what is written within
/// them (`8:30`, `1,000.5`, `PDF/A`), signs before and units' signs behind a number (`¥250`, `5%`); numbers in Han
/// characters (`二十五`) stay whole; other Han characters, and signs, stand by themselves, white space together.
package enum PieceCutter {
  /// The pieces of a text, which joined are the text.
  package static func pieces(
    of text: String, style: TextPiece.Style = [], reference: TextPiece.Reference? = nil
  ) -> [TextPiece] {
    var pieces: [TextPiece] = []
    let scalars = Array(text.unicodeScalars)
    pieces.reserveCapacity(scalars.count)
    var start = 0
    while start < scalars.count {
      let end = self.end(of: scalars, from: start)
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: scalars[start..<end])
      pieces.append(TextPiece(String(piece), style: style, reference: reference))
      start = end
    }
    return pieces
  }

  private static func end(of text: [Unicode.Scalar], from start: Int) -> Int {
    var end = start + 1
    let kind = CharacterKind(text[start])
    switch kind {
    case .space, .hanNumber: while end < text.count, CharacterKind(text[end]) == kind { end += 1 }
    case .letter, .digit: end = endOfWord(text, from: start)
    case .sign:
      // A currency's or a number's sign belongs to the digit behind it.
      let isBehindWord = start > 0 && CharacterKind(text[start - 1]).isOfWords
      if isNumberSign(text[start]), !isBehindWord, end < text.count, CharacterKind(text[end]) == .digit {
        end = endOfWord(text, from: end)
      }
    case .han, .mark: break
    }
    while end < text.count, CharacterKind(text[end]) == .mark { end += 1 }
    return end
  }

  private static func endOfWord(_ text: [Unicode.Scalar], from start: Int) -> Int {
    var end = start + 1
    while end < text.count {
      let kind = CharacterKind(text[end])
      if kind.isOfWords || kind == .mark {
        end += 1
      } else if end + 1 < text.count, CharacterKind(text[end + 1]).isOfWords, joins(text, at: end) {
        end += 2
      } else {
        break
      }
    }
    if end < text.count, CharacterKind(text[end - 1]) == .digit, isUnitSign(text[end]) { end += 1 }
    return end
  }

  /// Whether the sign at `place` stands within a word or a number.
  private static func joins(_ text: [Unicode.Scalar], at place: Int) -> Bool {
    switch text[place] {
    case ".", "-", "_", "@", "'", "’", "/", "&", "+": true
    case ",", ":": CharacterKind(text[place - 1]) == .digit && CharacterKind(text[place + 1]) == .digit
    default: false
    }
  }

  private static func isNumberSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "+", "-", "−", "±", "¥", "￥", "$", "€", "£", "§", "№", "<", ">", "≤", "≥", "~": true
    default: false
    }
  }

  private static func isUnitSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "%", "‰", "°", "℃", "℉", "％", "′", "″", "²", "³": true
    default: false
    }
  }
}

/// What a character is to a text that is cut.
enum CharacterKind {
  case han
  /// A Han character that numbers are written with.
  case hanNumber
  case letter
  case digit
  case space
  /// Belongs to the character before it.
  case mark
  case sign

  var isOfWords: Bool { self == .letter || self == .digit }

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: self = .digit
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .letter
    case 0x09...0x0D, 0x20, 0xA0, 0x2002...0x200A, 0x3000: self = .space
    case 0x21...0x7E: self = .sign
    case 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0100...0xE01EF: self = .mark
    case 0x3001...0x3003, 0x3008...0x3020, 0x3030: self = .sign
    case let value where Self.numbers.contains(value): self = .hanNumber
    case let value where Han.isTyped(value) || Han.standsWithoutSpaces(value): self = .han
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: self = .letter
      case .decimalNumber: self = .digit
      default: self = .sign
      }
    }
  }

  private static let numbers = Set("〇零一二三四五六七八九十百千万亿两".unicodeScalars.map(\.value))
}

extension TextPiece {
  /// How much of a text it is: a Han character 1, a word or a number 2, signs and spaces nothing.
  var weight: Int {
    guard let first = text.unicodeScalars.first else { return 0 }
    if case .picture = reference { return 4 }
    switch CharacterKind(first) {
    case .han: return isFullWidthSign(first) ? 0 : 1
    case .hanNumber: return min(2, text.utf8.count / 3)
    case .letter, .digit: return 2
    case .sign: return text.unicodeScalars.count > 1 ? 2 : 0
    case .space, .mark: return 0
    }
  }

  private func isFullWidthSign(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF01...0xFF0F).contains(scalar.value) || (0xFF1A...0xFF20).contains(scalar.value)
      || (0xFF3B...0xFF40).contains(scalar.value) || (0xFF5B...0xFF65).contains(scalar.value)
      || (0xFE10...0xFE4F).contains(scalar.value)
  }
}
