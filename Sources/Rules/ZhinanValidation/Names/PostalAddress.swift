#if canImport(Bytes)
  internal import Bytes
#endif

/// Addresses: 5 to 120 characters, at least one of them Han; no control or markup characters. Signs that have an ASCII
/// or another usual form get it; a field's name in front and punctuation at the end are taken off and told.
enum PostalAddress {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .prose, into: &canonical)
    // 1<U+00AD>3号 must not become 13号.
    if canonical.count != text.count, let hyphened = SoftHyphen.written(text, between: SoftHyphen.isLetterOrDigit) {
      canonical.removeAll(keepingCapacity: true)
      return hyphened.withUnsafeBufferPointer { check($0, &canonical) }.union(Verdict(.wSign))
    }
    if canonical.isEmpty { return Verdict(.eEmpty) }
    let reading = canonical.withUnsafeBufferPointer { AddressReading($0) }
    if !reading.verdict.isValid { return reading.verdict }
    if reading.needsRewriting { canonical.replaceScalars(AddressReading.canonical) }
    return reading.mayHaveMore ? withoutMore(reading.verdict, &canonical) : reading.verdict
  }

  /// Takes off what stands around an address.
  private static func withoutMore(_ verdict: Verdict, _ canonical: inout [UInt8]) -> Verdict {
    let (rest, notes) = canonical.withUnsafeBufferPointer { text in
      var peeled = PeeledText(text)
      while peeled.takeOffAddressLabel() || peeled.takeOffPunctuation() || peeled.takeOffOuterQuotes() {}
      return ([UInt8](peeled.rest), peeled.notes)
    }
    if notes == Verdict() { return verdict }
    canonical = rest
    let again = canonical.withUnsafeBufferPointer { AddressReading($0).verdict }
    return again.isValid ? verdict.union(again).union(notes) : again
  }
}
