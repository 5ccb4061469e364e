#if canImport(Bytes)
  internal import Bytes
#endif

/// Mail addresses with what typing and mail programs put into them: spaces around the `@`, `﹫`, a comma for the dot of a
/// host.
enum WrittenMailAddress {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    let refusal = EmailAddress.check(text, &canonical)
    guard refusal.errors.contains(.eFormat), text.count <= Rule.mostBytes else { return refusal }
    var usual: [UInt8] = []
    let notes = rewrite(text, into: &usual)
    guard notes != Verdict() else { return refusal }
    canonical.removeAll(keepingCapacity: true)
    let verdict = usual.withUnsafeBufferPointer { EmailAddress.check($0, &canonical) }
    return verdict.errors.contains(.eFormat) ? refusal : verdict.union(notes)
  }

  /// Appends the address in its usual spelling.
  ///
  /// - Returns: what was changed, as warnings.
  private static func rewrite(_ text: UnsafeBufferPointer<UInt8>, into usual: inout [UInt8]) -> Verdict {
    var notes = Verdict()
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    let length = folded.count
    // ﹫ and ﹒ stand for the two signs of an address in narrow prints.
    folded.replaceScalars { $0 == 0xFE6B ? 0x40 : $0 == 0xFE52 ? 0x2E : $0 }
    if folded.count != length { notes.add(.wSign) }
    guard let at = folded.firstIndex(of: 0x40) else { return Verdict() }
    var start = at
    while start > 0, folded[start - 1] == 0x20 { start -= 1 }
    var end = at + 1
    while end < folded.count, folded[end] == 0x20 { end += 1 }
    if end - start > 1 { notes.add(.wSpace) }
    usual.append(contentsOf: folded[..<start])
    usual.append(0x40)
    var host = [UInt8](folded[end...])
    if let comma = host.firstIndex(of: 0x2C), host[(comma + 1)...].allSatisfy({ $0.isLetter || $0 == 0x2E }) {
      host[comma] = 0x2E
      notes.add(.wSign)
    }
    usual.append(contentsOf: host)
    return notes
  }
}
