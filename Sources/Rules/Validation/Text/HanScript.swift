/// What names do with Han characters besides asking which they are, see ``Han``.
enum HanScript {
  /// Characters that only the makers of a font have agreed on.
  static func isPrivateUse(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE000...0xF8FF, 0xF_0000...0xF_FFFD, 0x10_0000...0x10_FFFD: true
    default: false
    }
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
