#if canImport(Bytes)
  internal import Bytes
#endif

/// What one pass over a Han name finds.
struct NameReading {
  private(set) var verdict = Verdict()
  private(set) var error: Code?
  /// Whether a character is not in its canonical form.
  private(set) var needsRewriting = false

  init(_ name: UnsafeBufferPointer<UInt8>) {
    var reader = ScalarReader(name)
    var length = 0
    var hasDot = false
    var hasWrongDot = false
    var afterDot = true
    while let scalar = reader.next() {
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
      if HanScript.isPrivateUse(scalar) {
        verdict.add(.wPUA)
      } else if !Han.isIdeograph(scalar) {
        error = .eCharset
        return
      }
      let normal = HanScript.normalized(scalar)
      if normal != scalar { needsRewriting = true }
      if normal > 0xFFFF { verdict.add(.wNonBMP) }
    }
    if hasWrongDot || afterDot {
      error = .eDot
    } else if length < 2 || length > (hasDot ? 30 : 10) {
      error = .eLength
    }
  }

  /// Bullets, katakana and operator dots, and full stops, all typed for the dot in a name.
  @inline(__always)
  static func isOtherDot(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x387, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF0E, 0xFF65: true
    default: false
    }
  }
}
