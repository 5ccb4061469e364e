#if canImport(Bytes)
  internal import Bytes
#endif

/// What one pass over an address finds.
struct AddressReading {
  private(set) var verdict = Verdict()
  /// Whether a character is not in its canonical form.
  private(set) var needsRewriting = false
  /// Whether a field's name may stand in front, or punctuation stands at the end.
  private(set) var mayHaveMore = false

  init(_ address: UnsafeBufferPointer<UInt8>) {
    var reader = ScalarReader(address)
    var length = 0
    var last: UInt32 = 0
    var hasHan = false
    var hasNumber = false
    var isStrange = false
    var isClear = false
    while let scalar = reader.next() {
      length += 1
      if FreeText.isControl(scalar) {
        verdict = Verdict(.eControl)
        return
      }
      if Han.isIdeograph(scalar) {
        hasHan = true
        if HanScript.normalized(scalar) != scalar {
          needsRewriting = true
          verdict.add(.wRadical)
        }
        isClear = isClear || Self.isPlaceWord(scalar)
      } else if scalar < 0x80, UInt8(scalar).isDigit || UInt8(scalar).isLetter {
        // 1～3 is a range; what stands after ～ without a number before it is none.
        if Self.isWave(last), !hasNumber, UInt8(scalar).isDigit { isStrange = true }
        hasNumber = true
      } else if !readSign(scalar) {
        isStrange = true
      } else if scalar >= 0x2E80, scalar <= 0x2FD5 {
        hasHan = true
      }
      if scalar != 0x20 { last = scalar }
    }
    if PeeledText.isPunctuation(last) { mayHaveMore = true }
    judge(isStrange: isStrange, length, hasHan: hasHan, isClear: isClear)
  }

  private mutating func judge(isStrange: Bool, _ length: Int, hasHan: Bool, isClear: Bool) {
    if isStrange {
      verdict = Verdict(.eCharset)
    } else if length < 5 || length > 120 {
      verdict = Verdict(.eLength)
    } else if !hasHan {
      verdict = Verdict(.eCharset)
    } else if !isClear {
      verdict.add(.wVague)
    }
  }

  /// Whether a sign stands in addresses, and what it means for the address.
  private mutating func readSign(_ scalar: UInt32) -> Bool {
    if scalar < 0x30FC, HanScript.ideograph(likeRadical: scalar) != nil { verdict.add(.wRadical) }
    if Self.isMiddleDot(scalar) { verdict.add(.wDot) }
    if HanScript.isPrivateUse(scalar) {
      verdict.add(.wPUA)
      return true
    }
    if scalar == 0x3A || scalar == 0xFF1A { mayHaveMore = true }
    let canonical = Self.canonical(scalar) ?? scalar
    if canonical != scalar { needsRewriting = true }
    return Self.isMark(canonical) || Han.isIdeograph(canonical)
  }

  /// The place of a wave with a number behind it and none before it, the one sign that is right by itself and may be
  /// refused; `nil` when it is Han that is missing.
  static func misplaced(in scalars: [UInt32]) -> Int? {
    var hasNumber = false
    var wave: Int?
    for (place, scalar) in scalars.enumerated() where scalar != 0x20 {
      if scalar < 0x80, UInt8(scalar).isDigit || UInt8(scalar).isLetter {
        if let wave, !hasNumber, UInt8(scalar).isDigit { return wave }
        hasNumber = true
      }
      wave = isWave(scalar) ? place : nil
    }
    return nil
  }

  /// ～, ~ and signs that look like them.
  static func isWave(_ scalar: UInt32) -> Bool {
    scalar == 0x7E || scalar == 0x223C || scalar == 0x301C || scalar == 0xFF5E
  }

  /// Other dots typed for ·.
  private static func isMiddleDot(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x3002, 0xFE52, 0xFF0E, 0xFF61: false
    default: NameReading.isOtherDot(scalar)
    }
  }

  /// What an address keeps of a character.
  static func canonical(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x7E, 0x223C, 0x301C: 0xFF5E
    case 0xFF07, 0xFF0B, 0xFF0E, 0xFF0F, 0xFF3B, 0xFF3D, 0xFF3F: scalar - 0xFEE0
    case 0xFF61: 0x3002
    case 0xFF64: 0x3001
    default: isMiddleDot(scalar) ? PersonName.dot : HanScript.canonical(scalar)
    }
  }

  /// Signs that stand in addresses as they are kept, letters and digits aside.
  static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    // space # & ' ( ) + , - . / : ; [ ] _
    case 0x20, 0x23, 0x26...0x29, 0x2B...0x2F, 0x3A, 0x3B, 0x5B, 0x5D, 0x5F: true
    // · 、 。 （ ） ， ： ； ～ № and quotation marks
    case 0xB7, 0x3001, 0x3002, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF5E, 0x2116: true
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x3008...0x3011, 0x3014, 0x3015: true
    // Roman numerals, and digits in circles and brackets
    case 0x2160...0x217F, 0x2460...0x249B: true
    default: false
    }
  }

  /// 省市区县旗盟州镇乡村屯街路道巷弄胡(同).
  private static func isPlaceWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7701, 0x5E02, 0x533A, 0x53BF, 0x65D7, 0x76DF, 0x5DDE, 0x9547, 0x4E61, 0x6751, 0x5C6F, 0x8857, 0x8DEF,
      0x9053, 0x5DF7, 0x5F04, 0x80E1:
      true
    default: false
    }
  }

  /// Whether an address may have a folded scalar.
  static func takes(_ scalar: UInt32) -> Bool {
    if scalar < 0x80, UInt8(scalar).isDigit || UInt8(scalar).isLetter { return true }
    let canonical = canonical(scalar) ?? scalar
    return isMark(canonical) || Han.isIdeograph(canonical) || HanScript.isPrivateUse(canonical)
  }
}
