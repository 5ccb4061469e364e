#if canImport(Bytes)
  internal import Bytes
#endif

/// Names as people write them in tables, without what makes no other name of them.
package enum FoldedWord {
  /// Full-width forms as ASCII, capitals as small letters, without characters that are not seen, and without spaces and
  /// line breaks where they are not kept as one space each.
  package static func scalars(_ text: [UInt8], withSpaces: Bool) -> [UInt32] {
    var folded: [UInt32] = []
    for scalar in UnicodeText.scalars(text) {
      switch scalar {
      case 0x20, 0x09, 0x0A, 0x0D, 0x3000, 0xA0: if withSpaces { folded.append(0x20) }
      case 0x41...0x5A: folded.append(scalar + 0x20)
      case 0xFF21...0xFF3A: folded.append(scalar - 0xFEE0 + 0x20)
      case 0xFF01...0xFF5E: folded.append(scalar - 0xFEE0)
      case _ where UnicodeText.isInvisible(scalar): break
      default: folded.append(scalar)
      }
    }
    return folded
  }

  /// A folded text without what stands in brackets.
  package static func withoutBrackets(_ text: [UInt32]) -> [UInt32] {
    var depth = 0
    var kept: [UInt32] = []
    for scalar in text {
      switch scalar {
      case 0x28: depth += 1
      case 0x29: depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(scalar) }
      }
    }
    return kept
  }
}
