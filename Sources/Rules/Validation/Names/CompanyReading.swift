#if canImport(Bytes)
  internal import Bytes
#endif

/// A closer look at an organisation's name: signs are brought to their usual form, spaces that nobody writes are left
/// out, brackets are paired.
struct CompanyReading {
  /// The name as it is kept.
  private(set) var name: [UInt32] = []
  private(set) var verdict = Verdict()
  /// The place of the first scalar that no name has.
  private(set) var strangePlace: Int?
  private var isInQuotes = false

  /// Reads the folded scalars of a name.
  init(_ scalars: [UInt32]) {
    for place in scalars.indices {
      guard let scalar = kept(place, scalars) else {
        strangePlace = place
        verdict = Verdict(.eCharset)
        return
      }
      if scalar != 0 { name.append(scalar) }
    }
    judge()
  }

  static func scalars(of text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    var reader = ScalarReader(text)
    while let scalar = reader.next() { scalars.append(scalar) }
    return scalars
  }

  private mutating func judge() {
    guard name.count >= 3, name.count <= 100 else { return verdict = Verdict(.eLength) }
    guard name.contains(where: Han.isIdeograph) else { return verdict = Verdict(.eCharset) }
    // Three characters are a name (新华社) unless they are the start of one: 公 of 公司, 有 and 限 of 有限公司.
    if name.count == 3, [0x516C, 0x6709, 0x9650].contains(name[2]) { return verdict = Verdict(.eLength) }
    if !Brackets.pair(in: name) { verdict = Verdict(.eParenthesis) }
  }

  /// What is kept of the scalar at `place`: 0 for nothing, `nil` for one that no name has.
  private mutating func kept(_ place: Int, _ scalars: [UInt32]) -> UInt32? {
    let scalar = scalars[place]
    if Han.isIdeograph(scalar) { return HanScript.normalized(scalar) }
    if Self.isLatin(scalar) || Self.isSign(scalar) { return scalar }
    if scalar == 0x20 { return keptSpace(place, scalars) }
    if let bracket = Brackets.usual(scalar) { return told(bracket, .wParen) }
    if let like = HanScript.ideograph(likeRadical: scalar) { return told(like, .wRadical) }
    switch scalar {
    case 0x22, 0xFF02, 0x301D, 0x301E, 0x301F:
      isInQuotes.toggle()
      return told(isInQuotes ? 0x201C : 0x201D, .wSign)
    case 0x27, 0xFF07: return told(0x2019, .wSign)
    case 0xAB, 0x226A: return told(0x300A, .wSign)
    case 0xBB, 0x226B: return told(0x300B, .wSign)
    case 0xFF0B: return 0x2B
    case 0xFF64: return told(0x3001, .wSign)
    case 0x2E, 0xFF0E, 0x3002, 0xFF61: return keptStop(place, scalars)
    default: return NameReading.isOtherDot(scalar) ? told(PersonName.dot, .wDot) : nil
    }
  }

  private mutating func told(_ scalar: UInt32, _ code: Code) -> UInt32 {
    verdict.add(code)
    return scalar
  }

  /// Full stops stand for the dot between Han, and for themselves between Latin letters and digits.
  private mutating func keptStop(_ place: Int, _ scalars: [UInt32]) -> UInt32? {
    guard place > 0, place + 1 < scalars.count else { return nil }
    if Han.isIdeograph(scalars[place - 1]), Han.isIdeograph(scalars[place + 1]) { return told(PersonName.dot, .wDot) }
    return Self.isLatin(scalars[place - 1]) && Self.isLatin(scalars[place + 1]) ? 0x2E : nil
  }

  /// Spaces are kept between Latin words; beside signs, and between Han and Latin, where a layout puts them, they are
  /// left out. Between two Han characters one may have been lost.
  private mutating func keptSpace(_ place: Int, _ scalars: [UInt32]) -> UInt32? {
    guard let before = name.last, let after = scalars[place...].first(where: { $0 != 0x20 }) else { return 0 }
    if before == 0x20 { return 0 }
    if Han.isIdeograph(before), Han.isIdeograph(after) { return nil }
    if Self.isLatin(before), Self.isLatin(after) { return 0x20 }
    return told(0, .wSpace)
  }

  private static func isLatin(_ scalar: UInt32) -> Bool {
    scalar < 0x80 && (UInt8(scalar).isDigit || UInt8(scalar).isLetter)
  }

  /// & + - · 、 （ ） 《 》 〈 〉 “ ” ‘ ’ 「 」 『 』
  private static func isSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x26, 0x2B, 0x2D, 0xB7, 0x3001, 0xFF08, 0xFF09, 0x300A, 0x300B, 0x3008, 0x3009, 0x201C, 0x201D, 0x2018,
      0x2019, 0x300C...0x300F:
      true
    default: false
    }
  }
}

/// Brackets and quotation marks that come in pairs.
enum Brackets {
  /// The full-width bracket for ( ) [ ] 〔 〕 【 】 and their other widths; `nil` for anything else.
  static func usual(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x28, 0x5B, 0xFF3B, 0x3014, 0x3010, 0x3016, 0xFE59, 0xFE5D, 0xFE35, 0xFE39: 0xFF08
    case 0x29, 0x5D, 0xFF3D, 0x3015, 0x3011, 0x3017, 0xFE5A, 0xFE5E, 0xFE36, 0xFE3A: 0xFF09
    default: nil
    }
  }

  /// Whether every opening sign is closed by its own, in turn, and nothing else is.
  static func pair(in scalars: [UInt32]) -> Bool {
    var open: [UInt32] = []
    for scalar in scalars {
      switch scalar {
      case 0xFF08, 0x300A, 0x3008, 0x300C, 0x300E: open.append(scalar + 1)
      case 0x201C: open.append(0x201D)
      case 0xFF09, 0x300B, 0x3009, 0x300D, 0x300F, 0x201D: if open.popLast() != scalar { return false }
      default: break
      }
    }
    return open.isEmpty
  }
}
