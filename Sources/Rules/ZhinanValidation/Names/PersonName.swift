#if canImport(Bytes)
  internal import Bytes
#endif

/// Names of persons in Han characters.
enum PersonName {
  /// What stands between the parts of a name from another language, U+00B7.
  static let dot: UInt32 = 0xB7

  /// Han characters, 2 to 30; more than ten without a dot are told. Compatibility ideographs become what NFC makes of
  /// them; radicals and other dots become the character meant, spaces are left out, and all of it is told.
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .name, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    let reading = canonical.withUnsafeBufferPointer { NameReading($0) }
    if let error = reading.error { return Verdict(error) }
    if reading.needsRewriting { canonical.replaceScalars(NameReading.canonical) }
    return reading.verdict
  }

  /// Whether a name may have a folded scalar.
  static func takes(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == dot || NameReading.isOtherDot(scalar) || HanScript.isPrivateUse(scalar)
      || Han.isIdeograph(scalar) || HanScript.ideograph(likeRadical: scalar) != nil
  }
}
