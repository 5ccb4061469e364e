/// A QR code (ISO/IEC 18004:2015, Model 2, versions 1 to 10) of one text. The same text gives the same code.
package struct QRCode: Sendable, Equatable {
  /// How much of a damaged code can be restored: about 7, 15, 25 and 30 % of its codewords (§6.5.1).
  package enum Correction: UInt8, Sendable, CaseIterable { case low, medium, quartile, high }

  /// Modules a side, without the quiet zone of four modules that a code needs on every side (§5.3.8).
  package let size: Int
  /// The data mask pattern, 0 to 7 (§7.8.2).
  package let mask: Int
  /// Bit `63 - x` of line `y` is the module in column `x`: 1 is dark.
  private let lines: [UInt64]

  /// The smallest code of the text's bytes; `nil` when the text is too long for version 10.
  ///
  /// Bytes beyond ASCII stand in the code as they are, without a character set: readers take them for UTF-8. `mask`
  /// names the data mask; without it, the one with the fewest penalty points is taken.
  package init?(_ text: [UInt8], correction: Correction = .medium, mask: Int? = nil) {
    let segment = QRSegment(text)
    guard let version = QRVersion(fitting: segment, correction: correction) else { return nil }
    let codewords = version.codewords(of: version.filled(segment, correction), correction)
    let grid = QRGrid(version, codewords: codewords)
    var best: (lines: [UInt64], mask: Int, penalty: Int)?
    for candidate in QRMask.all where mask == nil || mask == candidate.number {
      let lines = grid.masked(candidate, correction)
      let penalty = QRPenalty.points(of: lines, size: grid.size)
      if let best, best.penalty <= penalty { continue }
      best = (lines, candidate.number, penalty)
    }
    guard let best else { return nil }
    size = grid.size
    self.mask = best.mask
    lines = [UInt64](best.lines[QRGrid.quietLines..<QRGrid.quietLines + grid.size])
  }

  /// Whether the module in column `x` of line `y` is dark; (0, 0) is at the top left, and all is light outside.
  package func isDark(x: Int, y: Int) -> Bool {
    guard x >= 0, y >= 0, x < size, y < size else { return false }
    return lines[y] >> UInt64(63 - x) & 1 == 1
  }

  /// The modules from top to bottom, one bit each, 1 is dark; every line starts a byte with its highest bit.
  package var rows: [UInt8] {
    var rows: [UInt8] = []
    let width = (size + 7) / 8
    rows.reserveCapacity(width * size)
    for line in lines {
      for byte in 0..<width { rows.append(UInt8(truncatingIfNeeded: line >> UInt64(56 - 8 * byte))) }
    }
    return rows
  }
}
