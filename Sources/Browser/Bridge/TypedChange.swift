#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  internal import FormModel
#endif

/// By what a typed text differs from the canonical one, as far as one word can tell.
enum TypedChange {
  /// What two texts are compared without; each step leaves out what those before it do.
  private enum Step: Int {
    case spaces, width, `case`, signs
  }

  /// `spaces`, `width`, `case` or `signs`, the last step that it takes to make the texts the same; `date` for a date or a month, and
  /// `other` where no step does. `nil` for the same texts.
  static func name(from typed: ArraySlice<UInt8>, to canonical: [UInt8], kind: FieldKind) -> StaticString? {
    if typed.elementsEqual(canonical) { return nil }
    if kind == .date || kind == .yearMonth { return "date" }
    let (typed, canonical) = (UnicodeText.scalars(typed), UnicodeText.scalars(canonical))
    func isSame(_ step: Step) -> Bool { reduced(typed, to: step) == reduced(canonical, to: step) }
    if isSame(.spaces) { return "spaces" }
    // Brackets of a Chinese text become wider, which is a matter of signs.
    if isSame(.width) { return wide(typed) > wide(canonical) ? "width" : "signs" }
    if isSame(.case) { return "case" }
    return isSame(.signs) ? "signs" : "other"
  }

  private static func wide(_ text: [UInt32]) -> Int {
    var count = 0
    for scalar in text where (0xFF01...0xFF5E).contains(scalar) { count += 1 }
    return count
  }

  private static func reduced(_ text: [UInt32], to step: Step) -> [UInt32] {
    var reduced: [UInt32] = []
    for scalar in text {
      var scalar = scalar
      switch scalar {
      case 0x20, 0x09, 0x0A, 0x0D, 0x3000, 0xA0: continue
      case _ where UnicodeText.isInvisible(scalar): continue
      case 0xFF01...0xFF5E: if step.rawValue >= Step.width.rawValue { scalar -= 0xFEE0 }
      default: break
      }
      if step.rawValue >= Step.case.rawValue, (0x41...0x5A).contains(scalar) { scalar += 0x20 }
      if step == .signs, isSign(scalar) { continue }
      reduced.append(scalar)
    }
    return reduced
  }

  private static func isSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3007: false
    // ASCII, middle dots, general punctuation, minus, Chinese punctuation, the katakana dot.
    case 0..<0x80, 0xB7, 0x2000...0x206F, 0x2212, 0x3001...0x303F, 0x30FB, 0xFE30...0xFE6F: true
    default: false
    }
  }
}
