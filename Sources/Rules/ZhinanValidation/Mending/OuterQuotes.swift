#if canImport(Bytes)
  internal import Bytes
#endif

/// Quotation marks that a spreadsheet or a line of CSV puts around a whole value, in rules whose values may have such
/// marks: an apostrophe in front that nothing closes, or a pair around all.
enum OuterQuotes {
  /// How many of them are taken off, one around another.
  private static let mostLayers = 3

  /// What stands between the marks; `nil` where there are none, or where they stand around a part of the value only.
  static func inside(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    // What begins with Han, or with a letter, has none in front.
    guard let first = text.first, !(first >= 0xE4 && first <= 0xE9), !first.isLetter else { return nil }
    var peeled = PeeledText(text)
    var layers = 0
    while layers < mostLayers, peeled.takeOffOuterQuotes() { layers += 1 }
    return layers > 0 ? peeled.rest : nil
  }

  /// The bytes of the mark in front of a text, and of the one at its end that closes it (0 for none); `nil` where the mark
  /// in front is closed before the end, and where there is none that may be taken off.
  static func lengths(in text: UnsafeBufferPointer<UInt8>) -> (front: Int, back: Int)? {
    var reader = ScalarReader(text)
    guard let opening = reader.nextInSmall().map(narrow) else { return nil }
    let front = reader.position
    let isApostrophe = isApostrophe(opening)
    guard isApostrophe || isQuotation(opening), front < text.count else { return nil }
    if isApostrophe, !beginsValue(text.part(front, text.count)) { return nil }
    var before = opening
    var depth = 1
    while depth > 0 {
      let place = reader.position
      // Nothing closes an apostrophe in front; a quotation mark that is not closed is for the rule to refuse.
      guard let scalar = reader.nextInSmall().map(narrow) else { return isApostrophe ? (front, 0) : nil }
      if isApostrophe ? closesApostrophe(scalar, before, reader) : isQuotation(scalar) {
        depth += scalar == 0x201C || scalar == 0x2018 ? 1 : -1
        if depth == 0 { return reader.position == text.count && place > front ? (front, text.count - place) : nil }
      }
      before = scalar
    }
    return nil
  }

  /// Whether a sign is an apostrophe that stands not between two letters, as in O'Neil.
  private static func closesApostrophe(_ scalar: UInt32, _ before: UInt32, _ reader: ScalarReader) -> Bool {
    guard isApostrophe(scalar) else { return false }
    var reader = reader
    return !(isLetter(before) && isLetter(narrow(reader.nextInSmall() ?? 0)))
  }

  /// Whether a text begins as a value of its own does: not with a hyphen or a full stop, and not as Dutch names do that
  /// have an apostrophe in front: 't Hooft, 's-Gravesande.
  private static func beginsValue(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first(where: { $0 != 0x20 }), first != 0x2D, first != 0x2E else { return false }
    return !(text.count > 2 && text[0].isLetter && (text[1] == 0x20 || text[1] == 0x2D))
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    (scalar < 0x80 && UInt8(scalar).isLetter) || ForeignName.isLatinLetter(scalar)
  }

  private static func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == 0x60 || scalar == 0x2018 || scalar == 0x2019
  }

  private static func isQuotation(_ scalar: UInt32) -> Bool { scalar == 0x22 || scalar == 0x201C || scalar == 0x201D }

  private static func narrow(_ scalar: UInt32) -> UInt32 {
    scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar
  }
}

extension Rule {
  /// Whether its values may have quotation marks or apostrophes of their own, which refuse nothing.
  var keepsQuotes: Bool { self == .companyName || self == .address || self == .foreignName }
}
