/// A data mask: a pattern of modules that are turned over, so that no part of a code looks like a finder or is all of
/// one shade (ISO/IEC 18004:2015 §7.8.2).
struct QRMask {
  let number: Int
  /// Line `y` of every mask is line `y % 12`; bit `63 - x` is the module in column `x`.
  private let lines: [UInt64]

  static let count = 8

  /// All masks in the order of their numbers.
  static let all: [QRMask] = (0..<count).map { QRMask($0) }

  private init(_ number: Int) {
    self.number = number
    var lines: [UInt64] = []
    for y in 0..<12 {
      // Columns repeat after six modules: ten times are more than a line.
      var columns: UInt64 = 0
      for x in 0..<6 { columns = columns << 1 | (Self.turns(number, x: x, y: y) ? 1 : 0) }
      lines.append(columns &* 0x41_0410_4104_1041 << 4)
    }
    self.lines = lines
  }

  func line(_ y: Int) -> UInt64 { lines[y % 12] }

  /// The conditions of table 10.
  private static func turns(_ number: Int, x: Int, y: Int) -> Bool {
    switch number {
    case 0: (x + y) % 2 == 0
    case 1: y % 2 == 0
    case 2: x % 3 == 0
    case 3: (x + y) % 3 == 0
    case 4: (y / 2 + x / 3) % 2 == 0
    case 5: x * y % 2 + x * y % 3 == 0
    case 6: (x * y % 2 + x * y % 3) % 2 == 0
    default: ((x + y) % 2 + x * y % 3) % 2 == 0
    }
  }
}
