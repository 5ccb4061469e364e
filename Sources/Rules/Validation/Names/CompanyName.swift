#if canImport(Bytes)
  internal import Bytes
#endif

/// Names of organisations: 4 to 100 characters, Han among them; Latin letters, digits, `（）`, `·`, `、`, `&`, `-`.
enum CompanyName {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .prose, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    let (verdict, needsRewriting) = canonical.withUnsafeBufferPointer { read($0) }
    if verdict.isValid, needsRewriting { canonical.replaceScalars(self.canonical) }
    return verdict
  }

  private static func read(_ name: UnsafeBufferPointer<UInt8>) -> (Verdict, needsRewriting: Bool) {
    var reader = ScalarReader(name)
    var verdict = Verdict()
    var needsRewriting = false
    var length = 0
    var hasHan = false
    while let scalar = reader.next() {
      length += 1
      switch scalar {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF08, 0xFF09, 0xB7, 0x3001, 0x26, 0x2D: continue
      case 0x28, 0x29:
        verdict.add(.wParen)
        needsRewriting = true
      case 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65:
        verdict.add(.wDot)
        needsRewriting = true
      default:
        guard Han.isIdeograph(scalar) else { return (Verdict(.eCharset), false) }
        hasHan = true
        if HanScript.normalized(scalar) != scalar { needsRewriting = true }
      }
    }
    guard length >= 4, length <= 100 else { return (Verdict(.eLength), false) }
    return hasHan ? (verdict, needsRewriting) : (Verdict(.eCharset), false)
  }

  private static func canonical(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x28, 0x29: scalar + 0xFEE0
    case 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: PersonName.dot
    default: HanScript.normalized(scalar)
    }
  }
}
