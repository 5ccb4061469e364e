/// A prefix code for the bytes of each kind, so that a byte that is common takes few guesses: canonical, from the lengths
/// of its codes (D. A. Huffman, 1952).
final class ByteCodes {
  /// Bits of the longest code.
  static let longest = 15
  /// Half a byte for each byte of each kind.
  static let size = ByteKind.count << 7

  /// By kind and byte: a 1 and the code behind it; 0 for a byte that has none.
  let codes: UnsafeMutablePointer<UInt32>
  /// By kind, node and bit: the next node, or 256 and a byte.
  let children: UnsafeMutablePointer<UInt16>

  /// - Parameter lengths: the length of each code, 0 for none, two in a byte, by kind and byte.
  init(lengths: UnsafeBufferPointer<UInt8>) {
    codes = .allocate(capacity: ByteKind.count << 8)
    codes.initialize(repeating: 0, count: ByteKind.count << 8)
    children = .allocate(capacity: ByteKind.count << 9)
    children.initialize(repeating: 0x100, count: ByteKind.count << 9)
    guard lengths.count >= Self.size else { return }
    for kind in 0..<ByteKind.count {
      var code: UInt32 = 1
      var nodes: UInt16 = 1
      for length in 1...Self.longest {
        code <<= 1
        for byte in 0..<256 where Int(lengths[kind << 7 | byte >> 1]) >> ((byte & 1) << 2) & 15 == length {
          codes[kind << 8 | byte] = code
          add(UInt16(truncatingIfNeeded: byte), code, length, kind << 9, &nodes)
          code &+= 1
        }
      }
    }
  }

  deinit {
    codes.deallocate()
    children.deallocate()
  }

  /// Lengths that are damaged may ask for more than there is; what has no place is left out.
  private func add(_ byte: UInt16, _ code: UInt32, _ length: Int, _ start: Int, _ nodes: inout UInt16) {
    var node = 0
    for bit in stride(from: length &- 1, through: 0, by: -1) {
      let place = start | node << 1 | Int(code >> bit & 1)
      if bit == 0 {
        children[place] = 0x100 | byte
      } else if children[place] < 0x100 {
        node = Int(children[place])
      } else {
        guard nodes < 0x100 else { return }
        children[place] = nodes
        node = Int(nodes)
        nodes &+= 1
      }
    }
  }
}
