/// Finders, timing, alignment, version and format information (ISO/IEC 18004:2015 §6.3, §7.9, §7.10).
extension QRGrid {
  mutating func drawPatterns(_ version: Int) {
    for index in 0..<size {
      draw(6, index, dark: index % 2 == 0)
      draw(index, 6, dark: index % 2 == 0)
    }
    drawFinder(3, 3)
    drawFinder(size - 4, 3)
    drawFinder(3, size - 4)
    drawAlignment(version)
    if version >= 7 { drawVersion(UInt32(version)) }
    for place in formatPlaces { draw(place.x, place.y, dark: false) }
    draw(8, size - 8, dark: true)
  }

  /// A finder around its middle, with the light modules that separate it from the data.
  private mutating func drawFinder(_ x: Int, _ y: Int) {
    for down in -4...4 {
      for right in -4...4 where (0..<size).contains(x + right) && (0..<size).contains(y + down) {
        let ring = max(abs(right), abs(down))
        draw(x + right, y + down, dark: ring != 2 && ring != 4)
      }
    }
  }

  /// Alignment patterns where the coordinates of annex E cross, but for the corners of the finders. Up to version 10
  /// these are 6, the last, and from version 7 the middle between them.
  private mutating func drawAlignment(_ version: Int) {
    guard version > 1 else { return }
    let last = size - 7
    let coordinates = version < 7 ? [6, last] : [6, (6 + last) / 2, last]
    for y in coordinates {
      for x in coordinates where !(x == 6 && (y == 6 || y == last)) && !(x == last && y == 6) {
        for down in -2...2 {
          for right in -2...2 { draw(x + right, y + down, dark: max(abs(right), abs(down)) != 1) }
        }
      }
    }
  }

  /// The version in 18 bits, at the top right and the bottom left.
  private mutating func drawVersion(_ version: UInt32) {
    let information = version << 12 | Self.remainder(of: version << 12, by: 0x1F25, degree: 12)
    for bit in 0..<18 {
      let dark = information >> UInt32(bit) & 1 == 1
      draw(size - 11 + bit % 3, bit / 3, dark: dark)
      draw(bit / 3, size - 11 + bit % 3, dark: dark)
    }
  }

  /// Where the 15 bits of the format information stand, lowest first: around the finder at the top left, then once
  /// more at the top right and the bottom left.
  var formatPlaces: [(x: Int, y: Int)] {
    var places: [(x: Int, y: Int)] = (0..<15).map { bit in
      switch bit {
      case 0...5: (8, bit)
      case 6, 7: (8, bit + 1)
      case 8: (7, 8)
      default: (14 - bit, 8)
      }
    }
    for bit in 0..<15 { places.append(bit < 8 ? (size - 1 - bit, 8) : (8, size - 15 + bit)) }
    return places
  }

  /// The format information: level and mask with ten correction bits (§7.9.1).
  static func format(mask: Int, _ correction: QRCode.Correction) -> UInt32 {
    let level: UInt32
    switch correction {
    case .low: level = 1
    case .medium: level = 0
    case .quartile: level = 3
    case .high: level = 2
    }
    let data = (level << 3 | UInt32(mask)) << 10
    return (data | remainder(of: data, by: 0x537, degree: 10)) ^ 0x5412
  }

  /// The remainder of a division of polynomials over two elements.
  private static func remainder(of data: UInt32, by generator: UInt32, degree: Int) -> UInt32 {
    var rest = data
    while rest >> UInt32(degree) != 0 {
      rest ^= generator << UInt32(31 - rest.leadingZeroBitCount - degree)
    }
    return rest
  }
}
