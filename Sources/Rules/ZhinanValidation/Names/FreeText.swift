/// Text that is only printed: no control characters, no `<` or `>`, trimmed.
enum FreeText {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .name, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    return canonical.withUnsafeBufferPointer { text in
      var reader = ScalarReader(text)
      var isStrange = false
      while let scalar = reader.next() {
        if isControl(scalar) { return Verdict(.eControl) }
        if self.isStrange(scalar) { isStrange = true }
      }
      return isStrange ? Verdict(.eCharset) : Verdict()
    }
  }

  /// What markup begins and ends with, and what is no character.
  @inline(__always)
  static func isStrange(_ scalar: UInt32) -> Bool {
    scalar == 0x3C || scalar == 0x3E || scalar == 0xFFFD || scalar & 0xFFFE == 0xFFFE
  }

  /// C0, DEL, C1, and the separators of lines and paragraphs.
  @inline(__always)
  static func isControl(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || (scalar >= 0x7F && scalar <= 0x9F) || scalar == 0x2028 || scalar == 0x2029
  }
}
