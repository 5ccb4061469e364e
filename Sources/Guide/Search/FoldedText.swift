internal import Bytes

/// A block of text as it is compared: templates/assets/search.js/01-fold.js says the same in JavaScript.
///
/// Letters are small; full-width forms are ASCII; invisible characters are left out; white space is one space, and none
/// beside what is written without spaces, such as Chinese.
package struct FoldedText {
  /// The scalar values.
  package private(set) var scalars: [UInt32] = []

  /// The folded text of well-formed UTF-8; anything else becomes U+FFFD.
  package init(_ text: some Sequence<UInt8>) {
    replace(with: text)
  }

  /// An empty text, to be filled.
  init() {}

  /// Folds another text into the same room.
  mutating func replace(with text: some Sequence<UInt8>) {
    scalars.removeAll(keepingCapacity: true)
    var last: UInt32 = 0
    var isAfterSpace = false
    var decoder = UTF8()
    var bytes = text.makeIterator()
    while true {
      let scalar: UInt32
      switch decoder.decode(&bytes) {
      case .scalarValue(let value): scalar = value.value
      case .emptyInput: return
      case .error: scalar = 0xFFFD
      }
      if Self.isSpace(scalar) {
        isAfterSpace = true
        continue
      }
      if Self.isInvisible(scalar) { continue }
      if isAfterSpace, !scalars.isEmpty, !Han.standsWithoutSpaces(last), !Han.standsWithoutSpaces(scalar) {
        scalars.append(0x20)
      }
      isAfterSpace = false
      last = scalar
      scalars.append(Self.folded(scalar))
    }
  }

  /// One character as it is compared.
  package static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3A9, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    // Full-width forms of ASCII, capitals among them.
    case 0xFF21...0xFF3A: scalar - 0xFEE0 + 0x20
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    default: scalar
    }
  }

  /// White space (Unicode's White_Space) and control characters.
  package static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Characters that nobody sees: soft hyphens, joiners, marks of direction, variation selectors, noncharacters that the
  /// index uses for itself.
  package static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF,
      0xE0000...0xE01EF:
      true
    default: false
    }
  }
}
