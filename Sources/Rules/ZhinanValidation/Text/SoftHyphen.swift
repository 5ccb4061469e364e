#if canImport(Bytes)
  internal import Bytes
#endif

/// The soft hyphen U+00AD, which PDF files put where a hyphen is printed.
enum SoftHyphen {
  /// A text with `-` for every soft hyphen that stands between two characters of which something holds; `nil` where none
  /// does.
  static func written(
    _ text: UnsafeBufferPointer<UInt8>, between holds: (UInt32) -> Bool
  ) -> [UInt8]? {
    var reader = ScalarReader(text)
    var before: UInt32 = 0
    var written: [UInt8] = []
    var copied = 0
    while let scalar = reader.nextInSmall() {
      guard scalar == 0xAD else {
        before = scalar
        continue
      }
      let end = reader.position
      var ahead = ScalarReader(text.part(end, text.count))
      guard holds(before), let after = ahead.nextInSmall(), holds(after) else { continue }
      written.append(contentsOf: text.part(copied, end - 2))
      written.append(0x2D)
      copied = end
    }
    guard copied > 0 else { return nil }
    written.append(contentsOf: text.part(copied, text.count))
    return written
  }

  /// Whether a character is a digit or a letter of ASCII, in full width or not.
  static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
    let narrow = scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar
    return narrow < 0x80 && (UInt8(narrow).isDigit || UInt8(narrow).isLetter)
  }
}
