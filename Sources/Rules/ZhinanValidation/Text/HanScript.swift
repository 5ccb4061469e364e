#if canImport(Bytes)
  internal import Bytes
#endif

/// What names do with Han characters besides asking which they are, see ``Han``.
enum HanScript {
  /// Characters that only the makers of a font have agreed on.
  static func isPrivateUse(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE000...0xF8FF, 0xF_0000...0xF_FFFD, 0x10_0000...0x10_FFFD: true
    default: false
    }
  }

  /// The character that looks like a radical of the blocks U+2E80 to U+2FD5, which PDF files put where the character
  /// stands; `nil` where there is none, and for every other scalar.
  static func ideograph(likeRadical scalar: UInt32) -> UInt32? {
    let table: StaticString
    var rest: UInt32
    switch scalar {
    case 0x2E80...0x2EF3: (table, rest) = (RadicalHan.supplement, scalar - 0x2E80)
    case 0x2F00...0x2FD5: (table, rest) = (RadicalHan.kangxi, scalar - 0x2F00)
    default: return nil
    }
    var reader = ScalarReader(table.bytes)
    while let like = reader.nextInSmall() {
      if rest == 0 { return like == 0x2D ? nil : like }
      rest -= 1
    }
    return nil
  }

  /// The character that a name keeps for a Han character, a compatibility ideograph or a radical.
  static func canonical(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x3000, let like = ideograph(likeRadical: scalar) { return like }
    return normalized(scalar)
  }

  /// The character that Unicode's NFC puts for a compatibility ideograph; every other scalar as it is.
  @inline(__always)
  static func normalized(_ scalar: UInt32) -> UInt32 {
    scalar < 0xF900 ? scalar : normalizedCompatibility(scalar)
  }

  private static func normalizedCompatibility(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xF900...0xFAD9:
      let target = CompatibilityHan.basic[Int(scalar - 0xF900)]
      return target == 0 ? scalar : target
    case 0x2_F800...0x2_FA1D: return CompatibilityHan.supplement[Int(scalar - 0x2_F800)]
    default: return scalar
    }
  }
}
