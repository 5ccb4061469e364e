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
  private var isInSingleQuotes = false
  private let isLetterSpaced: Bool
  /// Whether `'` comes in pairs.
  private let hasPairedApostrophes: Bool
  /// The place among the scalars read of each scalar of the name.
  private var places: [Int] = []

  /// Reads the folded scalars of a name.
  init(_ scalars: [UInt32]) {
    isLetterSpaced = Self.isLetterSpaced(scalars)
    hasPairedApostrophes = scalars.count { $0 == 0x27 || $0 == 0xFF07 } % 2 == 0
    for place in scalars.indices {
      guard let scalar = kept(place, scalars) else {
        strangePlace = place
        verdict = Verdict(.eCharset)
        return
      }
      if scalar == 0 { continue }
      name.append(scalar)
      places.append(place)
    }
    judge()
  }

  static func scalars(of text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    var reader = ScalarReader(text)
    while let scalar = reader.nextInSmall() { scalars.append(scalar) }
    return scalars
  }

  private mutating func judge() {
    guard name.count >= 3, name.count <= 100 else { return verdict = Verdict(.eLength) }
    guard name.contains(where: Han.isIdeograph) else { return verdict = Verdict(.eCharset) }
    // Three characters are a name (新华社) unless they are the start of one: 公 of 公司, 有 and 限 of 有限公司.
    if name.count == 3, [0x516C, 0x6709, 0x9650].contains(name[2]) { return verdict = Verdict(.eLength) }
    if let place = CompanySigns.strayPlace(in: name) {
      strangePlace = places[place]
      verdict = Verdict(.eCharset)
    } else if CompanySigns.hasStrayDot(name) {
      verdict = Verdict(.eDot)
    } else if !Brackets.pair(in: name) {
      verdict = Verdict(.eParenthesis)
    }
  }

  /// What is kept of the scalar at `place`: 0 for nothing, `nil` for one that no name has.
  private mutating func kept(_ place: Int, _ scalars: [UInt32]) -> UInt32? {
    let scalar = scalars[place]
    if Han.isIdeograph(scalar) { return HanScript.normalized(scalar) }
    if Self.isLatin(scalar) || Self.isSign(scalar) { return scalar }
    if Folding.isTrimmed(scalar) { return keptSpace(place, scalars) }
    if HanScript.isPrivateUse(scalar) { return told(scalar, .wPUA) }
    if let bracket = Brackets.usual(scalar) { return told(bracket, .wParen) }
    if let like = HanScript.ideograph(likeRadical: scalar) { return told(like, .wRadical) }
    switch scalar {
    case 0x22, 0x201C, 0x201D, 0x301D, 0x301E, 0x301F, 0xFF02: return keptQuote(scalar)
    case 0x27, 0xFF07: return told(keptSingleQuote(), .wSign)
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

  /// Quotation marks open and close in turn, whichever was typed.
  private mutating func keptQuote(_ scalar: UInt32) -> UInt32 {
    isInQuotes.toggle()
    let usual: UInt32 = isInQuotes ? 0x201C : 0x201D
    return scalar == usual ? usual : told(usual, .wSign)
  }

  /// ‘ and ’ in turn where they come in pairs, else an apostrophe.
  private mutating func keptSingleQuote() -> UInt32 {
    guard hasPairedApostrophes else { return 0x2019 }
    isInSingleQuotes.toggle()
    return isInSingleQuotes ? 0x2018 : 0x2019
  }

  /// Full stops stand for the dot between Han, and for themselves between Latin letters and digits.
  private mutating func keptStop(_ place: Int, _ scalars: [UInt32]) -> UInt32? {
    guard place > 0, place + 1 < scalars.count else { return nil }
    if Han.isIdeograph(scalars[place - 1]), Han.isIdeograph(scalars[place + 1]) { return told(PersonName.dot, .wDot) }
    return Self.isLatin(scalars[place - 1]) && Self.isLatin(scalars[place + 1]) ? 0x2E : nil
  }

  /// Spaces are kept between Latin words, and left out elsewhere; one that may part two names is strange, unless a layout
  /// spaces all characters. A line's end in a cell is a space.
  private mutating func keptSpace(_ place: Int, _ scalars: [UInt32]) -> UInt32? {
    // The first of several has been judged for all.
    if place > 0, Folding.isTrimmed(scalars[place - 1]) { return 0 }
    let behind = scalars[place...].drop { Folding.isTrimmed($0) }
    guard let before = name.last, let after = behind.first, before != 0x20 else { return 0 }
    if !isLetterSpaced, CompanySpace.partsNames(name, behind) { return nil }
    if Self.isLatin(before), Self.isLatin(after) { return scalars[place] == 0x20 ? 0x20 : told(0x20, .wSpace) }
    return told(0, .wSpace)
  }

  /// Whether a space stands between every two characters.
  private static func isLetterSpaced(_ scalars: [UInt32]) -> Bool {
    for place in scalars.indices where (scalars[place] == 0x20) != (place % 2 == 1) { return false }
    return scalars.count >= 7
  }

  static func isLatin(_ scalar: UInt32) -> Bool {
    scalar < 0x80 && (UInt8(scalar).isDigit || UInt8(scalar).isLetter)
  }

  /// & + - · 、 （ ） 《 》 〈 〉 ‘ ’ 「 」 『 』
  private static func isSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x26, 0x2B, 0x2D, 0xB7, 0x2018, 0x2019, 0x3001, 0x3008...0x300F, 0xFF08, 0xFF09: true
    default: false
    }
  }
}
