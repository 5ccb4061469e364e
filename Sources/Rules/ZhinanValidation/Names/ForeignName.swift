/// Names of persons as foreign documents print them.
enum ForeignName {
  /// Latin letters, spaces, hyphens, apostrophes and full stops, 2 to 60, a letter among them, no sign doubled; or a Han name. Letters
  /// and the marks behind them are put together; typographic apostrophes become `'`.
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .name, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    let isLatin = canonical.withUnsafeBufferPointer { startsLatin($0) }
    canonical.removeAll(keepingCapacity: true)
    if !isLatin { return PersonName.check(text, &canonical) }
    if text.contains(0xAD),
      let hyphened = SoftHyphen.written(text, between: { isLatinLetter($0) || SoftHyphen.isLetterOrDigit($0) })
    {
      return hyphened.withUnsafeBufferPointer { check($0, &canonical) }.union(Verdict(.wSign))
    }
    Folding.fold(text, .full, into: &canonical)
    if canonical.contains(where: { $0 >= 0x80 || $0 == 0x60 }) { rewrite(&canonical) }
    var previous: UInt8 = 0x20
    var isStrange = false
    canonical.replaceBytes { byte in
      if !byte.isLetter, byte != 0x20, byte != 0x27, byte != 0x2D, byte != 0x2E, byte < 0x80 { isStrange = true }
      if byte == 0x20, previous == 0x20 { return nil }
      previous = byte
      return byte
    }
    if isStrange { return Verdict(.eCharset) }
    return canonical.withUnsafeBufferPointer { verdict(on: $0) }
  }

  private static func verdict(on name: UnsafeBufferPointer<UInt8>) -> Verdict {
    var reader = ScalarReader(name)
    var hasLetter = false
    while let scalar = reader.nextInSmall() {
      if scalar >= 0x80, !isLatinLetter(scalar) { return Verdict(.eCharset) }
      if scalar >= 0x80 || UInt8(scalar).isLetter { hasLetter = true }
    }
    let length = name.scalarCount
    guard length >= 2, length <= 60 else { return Verdict(.eLength) }
    return hasLetter && hasSignsInPlace(name) ? Verdict() : Verdict(.eFormat)
  }

  /// Whether no sign is doubled, no hyphen or full stop comes first and no hyphen last.
  private static func hasSignsInPlace(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = name.first, first != 0x2D, first != 0x2E, name.last != 0x2D else { return false }
    var previous = first
    for byte in name.dropFirst() {
      if byte == previous, byte == 0x2D || byte == 0x2E || byte == 0x27 { return false }
      previous = byte
    }
    return true
  }

  /// Puts letters and marks together and one sign for all apostrophes.
  private static func rewrite(_ name: inout [UInt8]) {
    var scalars: [UInt32] = []
    name.withUnsafeBufferPointer { bytes in
      var reader = ScalarReader(bytes)
      while let scalar = reader.nextInSmall() { scalars.append(isApostrophe(scalar) ? 0x27 : scalar) }
    }
    name.removeAll(keepingCapacity: true)
    for scalar in LatinComposition.composed(scalars) { name.append(scalar: scalar) }
  }

  /// ‘ ’ ‛ ʼ ʻ ʹ ′ ´ and `, all typed for an apostrophe.
  static func isApostrophe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2C8, 0x2018, 0x2019, 0x201B, 0x2032: true
    default: false
    }
  }

  static func startsLatin(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var reader = ScalarReader(name)
    guard let first = reader.nextInSmall() else { return false }
    return first < 0x80 || isLatinLetter(first) || (first >= 0xFF21 && first <= 0xFF5A) || isApostrophe(first)
  }

  /// Letters with diacritics of Latin-1, Latin Extended-A, -B and Additional.
  static func isLatinLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xD7, 0xF7: false
    case 0xC0...0x24F, 0x1E00...0x1EFF: true
    default: false
    }
  }

  /// Whether a name in Latin letters may have a folded scalar. A mark that fits no letter is not looked for.
  static func takes(_ scalar: UInt32) -> Bool {
    if isApostrophe(scalar) || isLatinLetter(scalar) || LatinComposition.isMark(scalar) { return true }
    guard scalar < 0x80 else { return false }
    let byte = UInt8(scalar)
    return byte.isLetter || byte == 0x20 || byte == 0x27 || byte == 0x2D || byte == 0x2E
  }
}
