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
    /// Numbers of documents: as `full`, then spaces and hyphens are left out and ASCII letters are made capitals.
    case identifier
  }

  /// Appends the folded text. Folding a folded text changes nothing.
  static func fold(_ text: UnsafeBufferPointer<UInt8>, _ style: Style, into folded: inout [UInt8]) {
    if isFolded(text, style) {
      folded.append(contentsOf: text)
      return
    }
    let start = folded.count
    var end = start
    var reader = ScalarReader(text)
    while let scalar = reader.next() {
      guard let changed = change(scalar, style) else { continue }
      let isSpace = isTrimmed(changed)
      if isSpace, folded.count == start { continue }
      folded.append(scalar: changed)
      if !isSpace { end = folded.count }
    }
    folded.removeLast(folded.count - end)
  }

  /// Whether folding is known to leave the text as it is.
  private static func isFolded(_ text: UnsafeBufferPointer<UInt8>, _ style: Style) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    switch style {
    case .identifier:
      for byte in text where !isCanonicalIdentifier(byte) { return false }
      return true
    case .full:
      for byte in text where byte >= 0x80 { return false }
    case .name, .prose:
      // Lead bytes that only begin blocks without anything to fold: ASCII, and Han from U+3400.
      for place in text.indices {
        switch text[place] {
        case 0x00...0xC1, 0xE4...0xE9: continue
        case 0xE3:
          // U+3000 is the ideographic space.
          if place + 2 < text.count, text[place + 1] == 0x80, text[place + 2] == 0x80 { return false }
        case 0xEF:
          // Full-width brackets, comma and colon stay as they are in names and prose.
          guard place + 2 < text.count, text[place + 1] == 0xBC else { return false }
          switch text[place + 2] {
          case 0x88, 0x89, 0x8C, 0x9A: continue
          default: return false
          }
        default: return false
        }
      }
    }
    return !isTrimmed(UInt32(first)) && !isTrimmed(UInt32(last))
  }

  @inline(__always)
  private static func isCanonicalIdentifier(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
  }

  /// White space that is cut off at the ends.
  private static func isTrimmed(_ scalar: UInt32) -> Bool { scalar == 0x20 || (scalar >= 0x09 && scalar <= 0x0D) }

  /// The scalar that stands for this one, or `nil` when it is left out.
  private static func change(_ scalar: UInt32, _ style: Style) -> UInt32? {
    if scalar < 0x80 {
      guard style == .identifier else { return scalar }
      if scalar == 0x20 || scalar == 0x2D { return nil }
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

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }
}
