/// Packs a WebAssembly module for ``ModuleUnpacker``.
package enum ModulePacker {
  /// The module packed: its length, where its first function begins, the number of its functions (each 24 bits,
  /// little-endian), the lengths of the codes of its bytes, and its bytes in arithmetic coding. `nil` for a module that
  /// would not be unpacked as it is.
  package static func pack(_ module: [UInt8]) -> [UInt8]? {
    guard module.count < 1 << 24, let layout = ModuleLayout(module) else { return nil }
    // Once to count the bytes of each kind, with codes of eight bits, and once with the codes that follow from it.
    let flat = [UInt8](repeating: 0x88, count: ByteCodes.size)
    let lengths = CodeLengths.lengths(of: layout.coded(with: flat).counts)
    var packed: [UInt8] = []
    for number in [module.count, layout.start, layout.functions] {
      for shift in [0, 8, 16] { packed.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    packed += lengths + layout.coded(with: lengths).finished()
    let unpacked = packed.withUnsafeBufferPointer {
      let unpacker = ModuleUnpacker($0)
      unpacker.run(functions: layout.functions)
      return Array(unpacker.unpacked)
    }
    return unpacked == module ? packed : nil
  }
}

/// Where the functions of a module are.
private struct ModuleLayout {
  private(set) var start = 0
  private(set) var functions = 0
  private(set) var bytesWithoutSizes: [UInt8] = []

  init?(_ module: [UInt8]) {
    var place = 8
    func number() -> Int? {
      var (value, shift) = (0, 0)
      while place < module.count, shift < 32 {
        value |= Int(module[place] & 0x7F) << shift
        place += 1
        if module[place - 1] < 0x80 { return value }
        shift += 7
      }
      return nil
    }
    while true {
      guard let section = number(), let size = number() else { return nil }
      if section == 10 { break }
      place += size
    }
    guard let count = number() else { return nil }
    start = place
    functions = count
    bytesWithoutSizes += module[..<place]
    for _ in 0..<count {
      guard let size = number(), place + size <= module.count else { return nil }
      bytesWithoutSizes += module[place..<place + size]
      place += size
    }
    bytesWithoutSizes += module[place...]
  }
}

extension ModuleLayout {
  fileprivate func coded(with lengths: [UInt8]) -> BitWriter {
    let codes = lengths.withUnsafeBufferPointer { ByteCodes(lengths: $0) }
    var coding = ModuleCoding(BitWriter(source: bytesWithoutSizes), codes: codes, limit: bytesWithoutSizes.count)
    coding.code(start, .data)
    for _ in 0..<functions { coding.codeFunction() }
    coding.code(bytesWithoutSizes.count - coding.count, .data)
    return coding.bits
  }
}

/// The lengths of a Huffman code.
private enum CodeLengths {
  /// - Parameter counts: how often each byte of each kind comes.
  static func lengths(of counts: [Int]) -> [UInt8] {
    var halves = [UInt8](repeating: 0, count: ByteCodes.size)
    for kind in 0..<ByteKind.count {
      var counts = Array(counts[kind << 8..<(kind + 1) << 8])
      var lengths = lengths(ofOne: counts)
      while lengths.contains(where: { $0 > ByteCodes.longest }) {
        for byte in 0..<256 { counts[byte] = (counts[byte] + 1) / 2 }
        lengths = Self.lengths(ofOne: counts)
      }
      for byte in 0..<256 { halves[kind << 7 | byte >> 1] |= UInt8(lengths[byte]) << ((byte & 1) << 2) }
    }
    return halves
  }

  private static func lengths(ofOne counts: [Int]) -> [Int] {
    var lengths = [Int](repeating: 0, count: 256)
    var trees = (0..<256).filter { counts[$0] > 0 }.map { (count: counts[$0], bytes: [$0]) }
    if trees.count == 1 { lengths[trees[0].bytes[0]] = 1 }
    while trees.count > 1 {
      trees.sort { ($0.count, $1.bytes[0]) > ($1.count, $0.bytes[0]) }
      let (last, other) = (trees.removeLast(), trees.removeLast())
      let both = last.bytes + other.bytes
      for byte in both { lengths[byte] += 1 }
      trees.append((last.count + other.count, both))
    }
    return lengths
  }
}

/// Takes bits from bytes and writes them in arithmetic coding.
private struct BitWriter: ModuleBits {
  let source: [UInt8]
  /// How often each byte of each kind came.
  private(set) var counts = [Int](repeating: 0, count: ByteKind.count << 8)
  private var place = 0
  private var code: UInt32 = 1
  private var left: UInt32 = 0
  private var output: [UInt8] = []
  private var (low, high): (UInt32, UInt32) = (0, .max)

  init(source: [UInt8]) { self.source = source }

  mutating func begin(_ codes: UnsafeMutablePointer<UInt32>, _ kind: ByteKind) {
    let byte = place < source.count ? Int(source[place]) : 0
    place += 1
    counts[Int(kind.rawValue) << 8 | byte] += 1
    code = codes[byte]
    left = UInt32(31 - max(1, code).leadingZeroBitCount)
  }

  mutating func bit(chance: UInt32) -> Int {
    left = left == 0 ? 0 : left - 1
    let bit = Int(code >> left & 1)
    let middle = low + (high - low) >> 12 * chance
    if bit == 1 { high = middle } else { low = middle + 1 }
    while (low ^ high) >> 24 == 0 {
      output.append(UInt8(high >> 24))
      low <<= 8
      high = high << 8 | 0xFF
    }
    return bit
  }

  /// All that was written.
  func finished() -> [UInt8] {
    output + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: high >> $0) }
  }
}
