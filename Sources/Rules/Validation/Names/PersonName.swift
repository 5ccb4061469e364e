/// Names of persons.
enum PersonName {
  /// What stands between the parts of a name from another language, U+00B7.
  static let dot: UInt32 = 0xB7

  /// Han characters, 2 to 10, or to 30 with dots between the parts. Compatibility ideographs become what NFC makes of
  /// them; other dots become U+00B7 and are told.
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .name, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    let reading = canonical.withUnsafeBufferPointer { NameReading($0) }
    if let error = reading.error { return Verdict(error) }
    if reading.needsRewriting {
      canonical.replaceScalars { NameReading.isOtherDot($0) ? dot : HanScript.normalized($0) }
    }
    return reading.verdict
  }

  /// Latin letters, spaces, hyphens, apostrophes and full stops, 2 to 60, as foreign documents print a name; or a Han
  /// name.
  static func checkForeign(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .name, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    let isLatin = canonical.withUnsafeBufferPointer { startsLatin($0) }
    canonical.removeAll(keepingCapacity: true)
    if !isLatin { return check(text, &canonical) }
    Folding.fold(text, .full, into: &canonical)
    var previous: UInt8 = 0x20
    var isStrange = false
    canonical.replaceBytes { byte in
      if !byte.isLetter, byte != 0x20, byte != 0x27, byte != 0x2D, byte != 0x2E, byte < 0x80 { isStrange = true }
      if byte == 0x20, previous == 0x20 { return nil }
      previous = byte
      return byte
    }
    if isStrange { return Verdict(.eCharset) }
    return canonical.withUnsafeBufferPointer { name in
      var reader = ScalarReader(name)
      while let scalar = reader.next() {
        if scalar >= 0x80, !isLatinLetter(scalar) { return Verdict(.eCharset) }
      }
      let length = name.scalarCount
      return length >= 2 && length <= 60 ? Verdict() : Verdict(.eLength)
    }
  }

  private static func startsLatin(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var reader = ScalarReader(name)
    guard let first = reader.next() else { return false }
    return first < 0x80 || isLatinLetter(first) || (first >= 0xFF21 && first <= 0xFF5A)
  }

  /// Letters with diacritics of Latin-1, Latin Extended-A, -B and Additional.
  private static func isLatinLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xD7, 0xF7: false
    case 0xC0...0x24F, 0x1E00...0x1EFF: true
    default: false
    }
  }
}
