#if canImport(Bytes)
  internal import Bytes
#endif

/// Names of organisations: 3 to 100 characters, Han among them; Latin letters, digits, `（）`, `《》`, `“”`, `·`, `、`,
/// `&`, `-`, `+`.
enum CompanyName {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .prose, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    var verdict: Verdict
    if let plain = canonical.withUnsafeBufferPointer({ plainVerdict($0) }) {
      verdict = plain
    } else {
      let reading = CompanyReading(canonical.withUnsafeBufferPointer { CompanyReading.scalars(of: $0) })
      verdict = reading.verdict
      if verdict.isValid {
        canonical.removeAll(keepingCapacity: true)
        for scalar in reading.name { canonical.append(scalar: scalar) }
      }
    }
    // Only what was longer than its folded form can have had a dash.
    if verdict.isValid, text.count != canonical.count, Folding.hasDash(text) { verdict.add(.wSign) }
    return verdict
  }

  /// The verdict on a name of the commonest characters only; `nil` for a name that needs a closer look.
  private static func plainVerdict(_ name: UnsafeBufferPointer<UInt8>) -> Verdict? {
    var reader = ScalarReader(name)
    var length = 0
    var depth = 0
    var hasHan = false
    // Whether a sign, or nothing, stands before a scalar: another needs a closer look.
    var isAfterSign = true
    while let scalar = reader.next() {
      length += 1
      if Han.isUnifiedBasic(scalar) {
        hasHan = true
        isAfterSign = false
        continue
      }
      switch scalar {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
        isAfterSign = false
        continue
      case 0xB7, 0x3001, 0x26, 0x2B, 0x2D:
        if isAfterSign { return nil }
        isAfterSign = true
      case 0xFF08:
        depth += 1
        isAfterSign = true
      case 0xFF09:
        depth -= 1
        if depth < 0 || isAfterSign { return nil }
      default: return nil
      }
    }
    return length >= 4 && length <= 100 && depth == 0 && hasHan && !isAfterSign ? Verdict() : nil
  }
}
