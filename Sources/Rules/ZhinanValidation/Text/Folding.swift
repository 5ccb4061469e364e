/// Brings different spellings of the same characters to one, without ever turning a character into another one: not
/// NFKC, which would make digits of ①, ² and 𝟏.
enum Folding {
  /// How much is folded.
  enum Style {
    /// Names: invisible characters are left out, the ends are trimmed; ideographic spaces count as spaces.
    case name
    /// Company names and addresses: as for names, and full-width letters, digits, `＃`, `＆` and dashes become ASCII.
    case prose
    /// The rule `fullwidth_fold`: U+FF01 to U+FF5E, spaces and dashes become ASCII.
    case full
    /// Numbers of documents: as `full`, then white space and hyphens are left out and ASCII letters are made capitals.
    case identifier
  }

  /// Appends the folded text. Folding a folded text changes nothing.
  static func fold(_ text: UnsafeBufferPointer<UInt8>, _ style: Style, into folded: inout [UInt8]) {
    if isFolded(text, style) {
      folded.append(contentsOf: text)
      return
    }
    // A byte that is not UTF-8 becomes U+FFFD, three bytes; nothing else grows.
    folded.writeScalars(atMost: 3 * text.count) { writer in
      var end = 0
      var reader = ScalarReader(text)
      while let scalar = reader.next() {
        guard let changed = change(scalar, style) else { continue }
        let isSpace = isTrimmed(changed)
        if isSpace, writer.count == 0 { continue }
        writer.write(changed)
        if !isSpace { end = writer.count }
      }
      writer.cut(to: end)
    }
  }

  /// Whether folding is known to leave the text as it is.
  private static func isFolded(_ text: UnsafeBufferPointer<UInt8>, _ style: Style) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    var changes: UInt8 = 0
    switch style {
    case .identifier:
      for byte in text { changes |= byte &- 0x30 < 10 || byte &- 0x41 < 26 ? 0 : 1 }
      return changes == 0
    case .full:
      for byte in text { changes |= byte }
      if changes >= 0x80 { return false }
    case .name, .prose:
      for byte in text { changes |= mayBeChanged(byte) }
      if changes != 0, !isFoldedProse(text) { return false }
    }
    return !isTrimmed(UInt32(first)) && !isTrimmed(UInt32(last))
  }

  /// 0 for bytes that only begin blocks without anything to fold, or continue a character: ASCII, and Han from U+4000.
  @inline(__always)
  private static func mayBeChanged(_ byte: UInt8) -> UInt8 { byte <= 0xC1 || (byte >= 0xE4 && byte <= 0xE9) ? 0 : 1 }

  /// Whether the blocks that other bytes begin have nothing to fold either: U+3040 to U+3FFF, 〇, full-width brackets,
  /// comma and colon.
  private static func isFoldedProse(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for place in text.indices where mayBeChanged(text[place]) != 0 {
      guard place + 2 < text.count else { return false }
      switch (text[place], text[place + 1], text[place + 2]) {
      case (0xE3, 0x81...0xBF, _), (0xE3, 0x80, 0x87): continue
      case (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0x89), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9A): continue
      default: return false
      }
    }
    return true
  }

  /// White space that is cut off at the ends.
  static func isTrimmed(_ scalar: UInt32) -> Bool { scalar == 0x20 || (scalar >= 0x09 && scalar <= 0x0D) }

  /// The scalar that stands for this one, or `nil` when it is left out.
  static func change(_ scalar: UInt32, _ style: Style) -> UInt32? {
    if scalar < 0x80 {
      guard style == .identifier else { return scalar }
      if scalar == 0x20 || scalar == 0x2D || isTrimmed(scalar) { return nil }
      return scalar >= 0x61 && scalar <= 0x7A ? scalar - 0x20 : scalar
    }
    if isInvisible(scalar) { return nil }
    if isSpace(scalar) { return style == .identifier ? nil : 0x20 }
    if style == .name || style == .prose, isVariationSelector(scalar) { return nil }
    if style == .name { return scalar }
    if isDash(scalar) { return style == .identifier ? nil : 0x2D }
    guard scalar >= 0xFF01, scalar <= 0xFF5E else { return scalar }
    let narrow = scalar - 0xFEE0
    switch style {
    case .identifier: return change(narrow, .identifier)
    case .full: return narrow
    case .name, .prose: return isFoldedInProse(narrow) ? narrow : scalar
    }
  }

  private static func isFoldedInProse(_ ascii: UInt32) -> Bool {
    switch ascii {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x23, 0x26, 0x2D: true
    default: false
    }
  }

  /// Soft hyphen, zero-width characters, and the marks of writing direction that telephones put around numbers.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: true
    default: false
    }
  }

  private static func isVariationSelector(_ scalar: UInt32) -> Bool {
    (scalar >= 0xFE00 && scalar <= 0xFE0F) || (scalar >= 0xE0100 && scalar <= 0xE01EF)
  }

  /// Spaces of any width but the ASCII one.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether a dash that is not ASCII stands in a text.
  static func hasDash(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var reader = ScalarReader(text)
    while let scalar = reader.nextInSmall() {
      if isDash(scalar) { return true }
    }
    return false
  }

  private static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D7, 0x2010...0x2015, 0x2043, 0x2212, 0x2500, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }
}
