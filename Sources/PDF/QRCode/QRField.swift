/// Reed-Solomon codes over the field of 256 elements with the polynomial x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004:2015
/// §7.5.2, annex A).
struct QRField {
  /// Powers of 2, twice over, so that the sum of two logarithms needs no remainder.
  private var powers = [UInt8](repeating: 0, count: 512)
  private var logarithms = [UInt8](repeating: 0, count: 256)
  /// Logarithms of the generator's coefficients, without the leading 1, highest power first.
  private var generator: [UInt8] = []

  /// A field with the generator for some correction codewords a block.
  init(corrections: Int) {
    var power: UInt16 = 1
    for exponent in 0..<255 {
      powers[exponent] = UInt8(power)
      powers[exponent + 255] = UInt8(power)
      logarithms[Int(power)] = UInt8(exponent)
      power <<= 1
      if power > 255 { power ^= 0x11D }
    }
    var coefficients = [UInt8](repeating: 0, count: corrections)
    coefficients[corrections - 1] = 1
    for root in 0..<corrections {
      for index in 0..<corrections {
        coefficients[index] = product(coefficients[index], UInt8(root))
        if index + 1 < corrections { coefficients[index] ^= coefficients[index + 1] }
      }
    }
    generator = coefficients.map { logarithms[Int($0)] }
  }

  /// The correction codewords of one block: the remainder of its division by the generator.
  func corrections(of block: ArraySlice<UInt8>) -> [UInt8] {
    let count = generator.count
    var remainder = [UInt8](repeating: 0, count: count)
    for byte in block {
      let factor = byte ^ remainder[0]
      for index in 1..<count { remainder[index - 1] = remainder[index] }
      remainder[count - 1] = 0
      guard factor != 0 else { continue }
      let logarithm = Int(logarithms[Int(factor)])
      for index in 0..<count { remainder[index] ^= powers[logarithm + Int(generator[index])] }
    }
    return remainder
  }

  private func product(_ element: UInt8, _ exponent: UInt8) -> UInt8 {
    element == 0 ? 0 : powers[Int(logarithms[Int(element)]) + Int(exponent)]
  }
}
