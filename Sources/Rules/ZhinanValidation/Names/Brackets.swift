/// Brackets and quotation marks that come in pairs.
enum Brackets {
  /// The full-width bracket for ( ) [ ] 〔 〕 【 】 and their other widths; `nil` for anything else.
  static func usual(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x28, 0x5B, 0xFF3B, 0x3014, 0x3010, 0x3016, 0xFE59, 0xFE5D, 0xFE35, 0xFE39: 0xFF08
    case 0x29, 0x5D, 0xFF3D, 0x3015, 0x3011, 0x3017, 0xFE5A, 0xFE5E, 0xFE36, 0xFE3A: 0xFF09
    default: nil
    }
  }

  /// Whether every opening sign is closed by its own, in turn, with something between, and nothing else is. ’ behind a
  /// letter may be an apostrophe.
  static func pair(in scalars: [UInt32]) -> Bool {
    var open: [UInt32] = []
    var previous: UInt32 = 0
    for scalar in scalars {
      switch scalar {
      case 0xFF08, 0x300A, 0x3008, 0x300C, 0x300E: open.append(scalar + 1)
      case 0x2018, 0x201C: open.append(scalar + 1)
      case 0x2019 where open.last != scalar: if !CompanyReading.isLatin(previous) { return false }
      case 0xFF09, 0x300B, 0x3009, 0x300D, 0x300F, 0x2019, 0x201D:
        if open.popLast() != scalar || previous == scalar - 1 { return false }
      default: break
      }
      previous = scalar
    }
    return open.isEmpty
  }
}
