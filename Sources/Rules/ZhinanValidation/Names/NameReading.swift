#if canImport(Bytes)
  internal import Bytes
#endif

/// What one pass over a Han name finds.
struct NameReading {
  private(set) var verdict = Verdict()
  private(set) var error: Code?
  /// Whether a character is not in its canonical form.
  private(set) var needsRewriting = false

  /// The most characters of a name, and of one part of which more are seldom found.
  static let mostCharacters = 30
  private static let usualCharacters = 10

  init(_ name: UnsafeBufferPointer<UInt8>) {
    var reader = ScalarReader(name)
    var length = 0
    var hasDot = false
    var hasWrongDot = false
    var afterDot = true
    while let scalar = reader.next() {
      if Han.isUnifiedBasic(scalar) {
        length += 1
        afterDot = false
        continue
      }
      if scalar == 0x20 {
        verdict.add(.wSpace)
        needsRewriting = true
        continue
      }
      length += 1
      if scalar == PersonName.dot || Self.isOtherDot(scalar) {
        if scalar != PersonName.dot {
          verdict.add(.wDot)
          needsRewriting = true
        }
        hasDot = true
        if afterDot { hasWrongDot = true }
        afterDot = true
        continue
      }
      afterDot = false
      readRare(scalar)
      if error != nil { return }
    }
    if hasWrongDot || afterDot {
      error = .eDot
    } else if length < 2 || length > Self.mostCharacters {
      error = .eLength
    } else if !hasDot, length > Self.usualCharacters {
      if FormsOfAddress.stand(in: name) { error = .eLength } else { verdict.add(.wLongName) }
    }
  }

  /// Characters outside the first block and extension A, which may have to be told or rewritten.
  private mutating func readRare(_ scalar: UInt32) {
    if HanScript.isPrivateUse(scalar) {
      verdict.add(.wPUA)
    } else if HanScript.ideograph(likeRadical: scalar) == nil, !Han.isIdeograph(scalar) {
      error = .eCharset
      return
    }
    let canonical = HanScript.canonical(scalar)
    if canonical != scalar {
      needsRewriting = true
      verdict.add(.wRadical)
    }
    if canonical > 0xFFFF { verdict.add(.wNonBMP) }
  }

  /// What a name keeps of a character; `nil` for a space.
  static func canonical(_ scalar: UInt32) -> UInt32? {
    if scalar == 0x20 { return nil }
    return isOtherDot(scalar) ? PersonName.dot : HanScript.canonical(scalar)
  }

  /// Bullets, katakana and operator dots, and full stops, all typed for the dot in a name.
  #if !hasFeature(Embedded)
    @inline(__always)
  #endif
  static func isOtherDot(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x387, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x2E31, 0x3002, 0x30FB, 0xFE52, 0xFF0E, 0xFF61, 0xFF65:
      true
    default: false
    }
  }
}

/// Words that show that a long text is no name: forms of address and offices.
enum FormsOfAddress {
  private static let words: StaticString = "先生女士小姐同志老师律师经理主任科长处长局长厂长校长公司"

  /// Whether one of them stands in a name.
  static func stand(in name: UnsafeBufferPointer<UInt8>) -> Bool {
    for start in stride(from: 0, to: words.utf8CodeUnitCount, by: 6) {
      let word = words.bytes.part(start, start + 6)
      for place in 0..<max(0, name.count - 5) where name.part(place, place + 6).elementsEqual(word) { return true }
    }
    return false
  }
}
