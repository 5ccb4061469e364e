/// The modules of a code before masking: function patterns and the codewords between them (ISO/IEC 18004:2015 §7.7).
struct QRGrid {
  /// Light lines above and below the code in what `masked` returns: rule 3 of the penalties looks four modules far.
  static let quietLines = 4

  let size: Int
  /// Bit `63 - x` of line `y` is the module in column `x`: 1 is dark.
  private(set) var lines: [UInt64]
  /// The same for modules that hold no data.
  private(set) var reserved: [UInt64]

  /// A grid with everything but the format information, which names the mask.
  init(_ version: QRVersion, codewords: [UInt8]) {
    size = version.size
    lines = [UInt64](repeating: 0, count: size)
    reserved = lines
    drawPatterns(version.number)
    place(codewords)
  }

  /// The code under a mask with its format information, between quiet lines.
  func masked(_ mask: QRMask, _ correction: QRCode.Correction) -> [UInt64] {
    var masked = [UInt64](repeating: 0, count: size + 2 * Self.quietLines)
    let inside = UInt64.max << UInt64(64 - size)
    for y in 0..<size { masked[y + Self.quietLines] = lines[y] ^ mask.line(y) & inside & ~reserved[y] }
    let format = Self.format(mask: mask.number, correction)
    for (bit, place) in formatPlaces.enumerated() where format >> UInt32(bit % 15) & 1 == 1 {
      masked[place.y + Self.quietLines] |= 1 << UInt64(63 - place.x)
    }
    return masked
  }

  /// Draws a module of a function pattern.
  mutating func draw(_ x: Int, _ y: Int, dark: Bool) {
    let bit = UInt64(1) << UInt64(63 - x)
    if dark { lines[y] |= bit } else { lines[y] &= ~bit }
    reserved[y] |= bit
  }

  /// Places the codewords in columns of two modules, from the bottom right, upwards and downwards in turn (§7.7.3).
  private mutating func place(_ codewords: [UInt8]) {
    var bit = 0
    var right = size - 1
    var upwards = true
    while right > 0 {
      // The column of the timing pattern holds no data.
      if right == 6 { right = 5 }
      for step in 0..<size {
        let y = upwards ? size - 1 - step : step
        for x in [right, right - 1] where reserved[y] >> UInt64(63 - x) & 1 == 0 {
          guard bit < 8 * codewords.count else { return }
          let value = codewords[bit >> 3] >> UInt8(7 - bit & 7) & 1
          lines[y] |= UInt64(value) << UInt64(63 - x)
          bit += 1
        }
      }
      upwards.toggle()
      right -= 2
    }
  }
}
