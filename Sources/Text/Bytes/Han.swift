/// Which characters are Han, or stand like Han: four sets that differ on purpose (Unicode 17, Blocks.txt and
/// DerivedAge.txt).
@usableFromInline
package enum Han {
  /// Han characters as names and addresses may have them: URO, extensions A to J, compatibility ideographs and 〇
  /// (U+3007). The signs of repetition are none; what later versions of Unicode put between the extensions is.
  @inlinable @inline(__always)
  package static func isIdeograph(_ scalar: UInt32) -> Bool {
    isUnifiedBasic(scalar) || scalar == 0x3007 || isCompatibilityOrSupplementary(scalar)
  }

  /// Whether somebody may have typed it within a Chinese text: assigned Han characters, the rest of the block of
  /// compatibility ideographs, and 々 (U+3005). What planes 2 and 3 do not assign is more likely damage.
  package static func isTyped(_ scalar: UInt32) -> Bool {
    isUnifiedBasic(scalar) || (0xF900...0xFAFF).contains(scalar) || scalar == 0x3005 || scalar == 0x3007
      || isAssignedSupplementary(scalar)
  }

  /// Whether it is written without a space to its neighbour: Han, kana, bopomofo, Chinese punctuation, full-width
  /// forms, and all that planes 2 and 3 may still assign. Hangul is none, which stands between spaces.
  package static func standsWithoutSpaces(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x2FFF, 0x3001...0x30FF, 0x3100...0x312F, 0x3190...0x31FF, 0x3200...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0xFE10...0xFE1F, 0xFE30...0xFE4F, 0xFF01...0xFF9F, 0xFFE0...0xFFE6, 0x1F200...0x1F2FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether a Chinese font draws it in a square of its own, so that a line may break beside it: also “ ” ‘ ’ … —,
  /// the ideographic space and the whole block of half- and full-width forms.
  package static func isSquare(_ scalar: UInt32) -> Bool {
    (0x2E80...0x9FFF).contains(scalar) || (0xF900...0xFAFF).contains(scalar) || (0xFE30...0xFE4F).contains(scalar)
      || (0xFF00...0xFFEF).contains(scalar) || (0x20000...0x3FFFF).contains(scalar)
      || (0x2018...0x201D).contains(scalar) || scalar == 0x2026 || scalar == 0x2014
  }

  /// Han characters of planes 2 and 3 that Unicode 16 has.
  package static func isAssignedSupplementary(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20000...0x2A6DF, 0x2A700...0x2B739, 0x2B740...0x2B81D, 0x2B820...0x2CEA1, 0x2CEB0...0x2EBE0,
      0x2EBF0...0x2EE5D, 0x2F800...0x2FA1D, 0x30000...0x3134A, 0x31350...0x323AF:
      true
    default: false
    }
  }

  /// The first block of Han characters and extension A.
  @inlinable @inline(__always)
  package static func isUnifiedBasic(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: true
    default: false
    }
  }

  /// Compatibility ideographs and planes 2 and 3 from the first assigned character of a run of extensions to the last.
  @inlinable @inline(__always)
  package static func isCompatibilityOrSupplementary(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xF900...0xFAD9, 0x20000...0x2A6DF, 0x2A700...0x2EBE0, 0x2EBF0...0x2EE5D, 0x2F800...0x2FA1D,
      0x30000...0x33479:
      true
    default: false
    }
  }
}
