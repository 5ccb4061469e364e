#if canImport(Bytes)
  internal import Bytes
#endif

/// Mail addresses as people have them: an ASCII dot-atom, `@`, and a host name of two labels or more. The host is made
/// lower-case; one in Chinese (RFC 6531) is told. An ideographic full stop is a dot: of a host in silence (RFC 5890
/// §2.3.2.1 asks that of names), before the @ it is told.
enum EmailAddress {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .full, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    var all: UInt8 = 0
    for byte in canonical { all |= byte }
    var isInLocal = true
    var hasStopInLocal = false
    if all >= 0x80 {
      canonical.replaceScalars { scalar in
        if scalar == 0x40 { isInLocal = false }
        guard scalar == 0x3002 || scalar == 0xFF61 else { return scalar }
        if isInLocal { hasStopInLocal = true }
        return 0x2E
      }
    }
    // An apostrophe in front is a spreadsheet's, not the address's.
    guard let at = canonical.firstIndex(of: 0x40), at > 0, canonical[0] != 0x27 else { return Verdict(.eFormat) }
    var verdict = canonical.withUnsafeBufferPointer { address in
      guard address.count <= 65_536, isDotAtom(address.part(0, at)), isHost(address.part(at + 1, address.count)) else {
        return Verdict(.eFormat)
      }
      // RFC 5321 §4.5.3.1: 64 octets before the @, 254 in all.
      return at <= 64 && address.count <= 254 ? Verdict() : Verdict(.eLength)
    }
    if hasStopInLocal, verdict.isValid { verdict.add(.wSign) }
    for place in at..<canonical.count where canonical[place].isCapital { canonical[place] |= 0x20 }
    if all >= 0x80, verdict.isValid, canonical.contains(where: { $0 >= 0x80 }) { verdict.add(.wInternationalHost) }
    return verdict
  }

  private static func isDotAtom(_ local: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0x2E
    for byte in local {
      guard byte == 0x2E ? previous != 0x2E : isAtomCharacter(byte) else { return false }
      previous = byte
    }
    return previous != 0x2E
  }

  /// The characters of RFC 5322 less `*`, a sign of a masked address, and what is markup to somebody: `` ` { | } ``.
  private static func isAtomCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x27, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E, 0x5F, 0x7E: true
    default: byte.isDigit || byte.isLetter
    }
  }

  /// Labels of 1 to 63 letters, digits and inner hyphens; the last of two letters or more, or `xn--…`. Han counts as
  /// letters.
  static func isHost(_ host: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    var labels = 0
    while true {
      var end = start
      while end < host.count, host[end] != 0x2E { end += 1 }
      let label = host.part(start, end)
      guard isLabel(label) else { return false }
      labels += 1
      if end == host.count { return labels >= 2 && isTopLabel(label) }
      start = end + 1
    }
  }

  private static func isLabel(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = label.first, let last = label.last, label.count <= 63, first != 0x2D, last != 0x2D else {
      return false
    }
    var all: UInt8 = 0
    for byte in label {
      if !byte.isDigit, !byte.isLetter, byte != 0x2D, byte < 0x80 { return false }
      all |= byte
    }
    return all < 0x80 || isHanBeyondASCII(label)
  }

  private static func isTopLabel(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    if label.starts(with: "xn--") || label.starts(with: "XN--") { return true }
    for byte in label where !byte.isLetter && byte < 0x80 { return false }
    return label.count >= 2
  }

  private static func isHanBeyondASCII(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    var reader = ScalarReader(label)
    while let scalar = reader.nextInSmall() {
      if scalar >= 0x80, !Han.isIdeograph(scalar) { return false }
    }
    return true
  }

  /// Whether an address may have a folded scalar at a place.
  static func takes(_ scalar: UInt32, at place: Int, whoseAtIs at: Int?) -> Bool {
    let isInHost = at.map { place > $0 } ?? false
    if place == at || scalar == 0x2E || scalar == 0x3002 || scalar == 0xFF61 { return true }
    if scalar >= 0x80 { return isInHost && Han.isIdeograph(scalar) }
    let byte = UInt8(scalar)
    if isInHost { return byte.isDigit || byte.isLetter || byte == 0x2D }
    return isAtomCharacter(byte) && !(place == 0 && byte == 0x27)
  }
}
