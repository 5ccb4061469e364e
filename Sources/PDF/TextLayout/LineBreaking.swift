#if canImport(Bytes)
  internal import Bytes
#endif

extension MeasuredText {
  /// The text in lines no wider than `limit` thousandths of the em, as ranges without the spaces at their ends.
  ///
  /// Between Chinese characters a line may break anywhere, but closing punctuation never starts a line and opening
  /// punctuation never ends one (GB/T 15834-2011 §5.1); Latin words and numbers break at spaces and after hyphens,
  /// and anywhere only when one is wider than a line.
  package func lines(limit: Int64) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var width: Int64 = 0
    var lastBreak: Int?
    var index = 0
    while index < glyphs.count {
      if glyphs[index].scalar == 10 {
        lines.append(trimmed(start..<index))
        start = index + 1
        index = start
        width = 0
        lastBreak = nil
        continue
      }
      if index > start, mayBreak(before: index) { lastBreak = index }
      let advance = Int64(glyphs[index].advance)
      if width + advance > limit, index > start, !HanTypography.isSpace(glyphs[index].scalar) {
        let end = lastBreak ?? index
        lines.append(trimmed(start..<end))
        start = end
        while start < glyphs.count, HanTypography.isSpace(glyphs[start].scalar) { start += 1 }
        index = start
        width = 0
        lastBreak = nil
        continue
      }
      width += advance
      index += 1
    }
    if start < glyphs.count || lines.isEmpty { lines.append(trimmed(start..<glyphs.count)) }
    return lines
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, HanTypography.isSpace(glyphs[end - 1].scalar) { end -= 1 }
    return line.lowerBound..<end
  }

  private func mayBreak(before index: Int) -> Bool {
    let left = glyphs[index - 1].scalar
    let right = glyphs[index].scalar
    if HanTypography.isClosing(right) || HanTypography.isOpening(left) { return false }
    if HanTypography.isSpace(left) { return true }
    if HanTypography.isSpace(right) { return false }
    if left == 0x2D { return !(0x30...0x39).contains(right) }
    return Han.isSquare(left) || Han.isSquare(right)
  }
}

/// Classes of characters that Chinese line breaking tells apart.
package enum HanTypography {
  /// Characters that must not start a line.
  package static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0x25, 0xB7, 0x2019, 0x201D, 0x2026, 0x2014,
      0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0xFF01, 0xFF05, 0xFF09, 0xFF0C,
      0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0x2103:
      true
    default: false
    }
  }

  /// Characters that must not end a line.
  package static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0x7B, 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08,
      0xFF3B, 0xFF5B, 0xFFE5, 0xA5:
      true
    default: false
    }
  }

  /// Spaces at which a line may break.
  package static func isSpace(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x3000 }
}
