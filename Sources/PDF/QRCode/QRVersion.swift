/// A code's version, 1 to 10: how many modules it has and how many codewords stand in it (ISO/IEC 18004:2015 §7.5.1).
struct QRVersion {
  let number: Int
  var size: Int { 17 + 4 * number }

  /// The smallest version that holds a text; `nil` when none does.
  init?(fitting segment: QRSegment, correction: QRCode.Correction) {
    let versions = (1...10).lazy.map { QRVersion(number: $0) }
    let fitting = versions.first { segment.bitCount(in: $0.number) <= 8 * $0.dataCount(correction) }
    guard let fitting else { return nil }
    self = fitting
  }

  private init(number: Int) { self.number = number }

  /// The data codewords: the text, its end and the padding (§7.4.9, §7.4.10).
  func filled(_ segment: QRSegment, _ correction: QRCode.Correction) -> [UInt8] {
    let capacity = dataCount(correction)
    var bits = QRBits()
    segment.write(to: &bits, version: number)
    bits.append(0, count: min(4, 8 * capacity - bits.count))
    var data = bits.bytes
    var padding: UInt8 = 0xEC
    while data.count < capacity {
      data.append(padding)
      padding ^= 0xEC ^ 0x11
    }
    return data
  }

  /// All codewords in the order in which they are placed: those of the data's blocks in turn, then those of their
  /// corrections (§7.6).
  func codewords(of data: [UInt8], _ correction: QRCode.Correction) -> [UInt8] {
    let blocks = blockCount(correction)
    let field = QRField(corrections: correctionCount(correction))
    let short = data.count / blocks
    let firstLong = blocks - data.count % blocks
    var starts: [Int] = []
    var corrections: [[UInt8]] = []
    var start = 0
    for block in 0..<blocks {
      let end = start + short + (block < firstLong ? 0 : 1)
      starts.append(start)
      corrections.append(field.corrections(of: data[start..<end]))
      start = end
    }
    var codewords: [UInt8] = []
    codewords.reserveCapacity(data.count + blocks * correctionCount(correction))
    for index in 0...short {
      for block in (index < short ? 0 : firstLong)..<blocks { codewords.append(data[starts[block] + index]) }
    }
    for index in 0..<correctionCount(correction) { for block in corrections { codewords.append(block[index]) } }
    return codewords
  }

  private func dataCount(_ correction: QRCode.Correction) -> Int {
    Int(Self.codewordCounts[number - 1]) - blockCount(correction) * correctionCount(correction)
  }

  private func blockCount(_ correction: QRCode.Correction) -> Int {
    Int(Self.blockCounts[10 * Int(correction.rawValue) + number - 1])
  }

  private func correctionCount(_ correction: QRCode.Correction) -> Int {
    Int(Self.correctionCounts[10 * Int(correction.rawValue) + number - 1])
  }

  /// Codewords of versions 1 to 10 (table 1).
  private static let codewordCounts: [UInt16] = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346]
  /// Correction codewords a block: ten versions a level, L M Q H (table 9).
  private static let correctionCounts: [UInt8] = [
    7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26,
    13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 17, 28, 22, 16, 22, 28, 26, 26, 24, 28,
  ]
  /// Blocks: ten versions a level, L M Q H (table 9).
  private static let blockCounts: [UInt8] = [
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5,
    1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 1, 1, 2, 4, 4, 4, 5, 6, 8, 8,
  ]
}
