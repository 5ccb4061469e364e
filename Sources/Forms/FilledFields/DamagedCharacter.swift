#if canImport(Bytes)
  internal import Bytes
#endif

/// A character that a viewer has most likely cut or lost.
package struct DamagedCharacter: Sendable, Equatable {
  /// Its place in the text, counted in code points from 0.
  package var offset: Int
  /// The code point that stands there; a surrogate when it is half a character.
  package var found: UInt32
  /// The Han characters it may be the rest of, the likelier first; empty when nothing can be said.
  package var proposals: [UInt32]
  /// Whether no reader may take it for what was typed: half a character, or the sign that one is missing.
  package var isCertain: Bool

  /// Looks for damage in a text that stands alone.
  ///
  /// A viewer that keeps 16 bits of a character beyond U+FFFF (PDFium does) leaves Hangul, private-use and other
  /// characters that do not stand in Chinese text: 𬭎 U+2CB4E becomes 쭎 U+CB4E. Chromium's viewer keeps the first of a
  /// pasted character's two UTF-16 units instead, U+D872. A rest that is itself a usual character
  /// cannot be seen without the original.
  package static func all(in text: [UInt32]) -> [DamagedCharacter] {
    let hasHan = text.contains { Han.isTyped($0) }
    return text.indices.compactMap { index in
      let found = text[index]
      let proposals = Han.wholes(of: found)
      if found == 0xFFFD || found & 0xFFFF_F800 == 0xD800 {
        return DamagedCharacter(offset: index, found: found, proposals: proposals, isCertain: true)
      }
      guard hasHan || text.count == 1, !proposals.isEmpty, isForeign(found, at: index, in: text) else { return nil }
      return DamagedCharacter(offset: index, found: found, proposals: proposals, isCertain: false)
    }
  }

  /// Whether a character does not stand in Chinese text. Scripts that people write whole words in count only where one
  /// character stands alone.
  private static func isForeign(_ scalar: UInt32, at index: Int, in text: [UInt32]) -> Bool {
    switch scalar {
    case 0xAC00...0xD7A3, 0xE000...0xF8FF: return true
    case 0x0530...0x1DFF, 0xA000...0xABFF, 0xD7A4...0xD7FF:
      let isPartOfWord = [index - 1, index + 1].contains {
        text.indices.contains($0) && text[$0] >> 10 == scalar >> 10 && !Han.isTyped(text[$0])
      }
      return !isPartOfWord
    default: return false
    }
  }
}

extension Han {
  /// The characters whose lower 16 bits are `rest`; none for the first surrogates of planes 2 and 3, each of which may
  /// be half of 1024 characters.
  static func wholes(of rest: UInt32) -> [UInt32] {
    guard rest < 0x10000, rest != 0xFFFD, !(0xD840...0xD8BF).contains(rest) else { return [] }
    return [0x20000 + rest, 0x30000 + rest].filter(isAssignedSupplementary)
  }
}
