/// Numbers that others give out and that have no check character.
enum IdentifierText {
  /// Serial numbers of certificates: 8 to 40 decimal or hexadecimal digits, colons and spaces between them left out.
  static func checkCertSerial(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    canonical.replaceBytes { $0 == 0x3A ? nil : $0 }
    if canonical.isEmpty { return Verdict(.eEmpty) }
    for byte in canonical where !byte.isDigit && !(byte >= 0x41 && byte <= 0x46) { return Verdict(.eCharset) }
    return canonical.count >= 8 && canonical.count <= 40 ? Verdict() : Verdict(.eLength)
  }

  /// Order numbers and the like: 1 to 64 ASCII letters, digits and hyphens, kept as they are written. Spaces are left out
  /// and told.
  static func checkCode(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .full, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    let length = canonical.count
    canonical.replaceBytes { $0 == 0x20 ? nil : $0 }
    for byte in canonical where !byte.isDigit && !byte.isLetter && byte != 0x2D { return Verdict(.eCharset) }
    if canonical.count > 64 { return Verdict(.eLength) }
    return canonical.count == length ? Verdict() : Verdict(.wSpace)
  }
}
