/// A canonical Huffman code (RFC 1951 §3.2.2) of at most 15 bits a symbol.
struct HuffmanCode: Sendable {
  /// For each symbol its code, first bit lowest, below the code's length << 16.
  let codes: [UInt32]

  /// The code for symbols that come so often; every count is at least 1.
  init(_ counts: [UInt32]) { codes = Self.codes(Self.lengths(counts)) }

  /// The code with these lengths, each 1 to 15.
  init(lengths: [UInt8]) { codes = Self.codes(lengths) }

  /// The head of a final block with these codes for literals and distances (RFC 1951 §3.2.7), as bits in order.
  static func head(_ literals: HuffmanCode, _ distances: HuffmanCode?) -> [(bits: UInt32, count: UInt32)] {
    let distanceCount = distances?.codes.count ?? 1
    var head: [(bits: UInt32, count: UInt32)] = [
      (0b101, 3), (UInt32(literals.codes.count - 257), 5), (UInt32(distanceCount - 1), 5), (15, 4),
    ]
    // Lengths of the lengths, in the order 16, 17, 18, 0, 8, …: runs are not used, 0 to 15 have four bits each.
    for symbol in 0..<19 { head.append((symbol < 3 ? 0 : 4, 3)) }
    for code in literals.codes { head.append((reversed(code >> 16, 4), 4)) }
    if let distances {
      for code in distances.codes { head.append((reversed(code >> 16, 4), 4)) }
    } else {
      head.append((reversed(1, 4), 4))  // one distance code, never used
    }
    return head
  }

  /// Lengths of the codes; counts are flattened until none has more than 15 bits.
  private static func lengths(_ counts: [UInt32]) -> [UInt8] {
    var counts = counts
    while true {
      let lengths = huffman(counts)
      if lengths.allSatisfy({ $0 <= 15 }) { return lengths }
      for index in counts.indices { counts[index] = (counts[index] + 1) / 2 }
    }
  }

  private static func huffman(_ counts: [UInt32]) -> [UInt8] {
    // Two queues: the symbols by count, and the nodes in the order of their making, which is by count too.
    var order: [UInt64] = []
    for symbol in counts.indices { order.append(UInt64(counts[symbol]) << 32 | UInt64(symbol)) }
    order.sortAscending()
    var weights: [UInt32] = []
    var parents = [Int](repeating: 0, count: counts.count * 2)
    var leaf = 0
    var node = 0
    func popLightest() -> (weight: UInt32, id: Int) {
      if leaf < order.count, node >= weights.count || UInt32(order[leaf] >> 32) <= weights[node] {
        leaf += 1
        return (UInt32(order[leaf - 1] >> 32), Int(order[leaf - 1] & 0xFFFF))
      }
      node += 1
      return (weights[node - 1], counts.count + node - 1)
    }
    for made in 0..<counts.count - 1 {
      let first = popLightest()
      let second = popLightest()
      parents[first.id] = counts.count + made
      parents[second.id] = counts.count + made
      weights.append(first.weight &+ second.weight)
    }
    let root = counts.count * 2 - 2
    var depths = [UInt8](repeating: 0, count: counts.count * 2)
    for id in stride(from: root - 1, through: 0, by: -1) { depths[id] = depths[parents[id]] &+ 1 }
    return Array(depths[..<counts.count])
  }

  private static func codes(_ lengths: [UInt8]) -> [UInt32] {
    var codes = [UInt32](repeating: 0, count: lengths.count)
    var code: UInt32 = 0
    for length in 1...15 as ClosedRange<UInt8> {
      for symbol in lengths.indices where lengths[symbol] == length {
        codes[symbol] = reversed(code, UInt32(length)) | UInt32(length) << 16
        code += 1
      }
      code <<= 1
    }
    return codes
  }

  private static func reversed(_ value: UInt32, _ count: UInt32) -> UInt32 {
    var result: UInt32 = 0
    for bit in 0..<count where value >> bit & 1 != 0 { result |= 1 << (count - 1 - bit) }
    return result
  }
}
