/// Unpacks what ``ModulePacker`` packed, a few functions at a time, so that a page stays awake.
package final class ModuleUnpacker {
  /// Three numbers of 24 bits, and the lengths of the codes.
  static let header = 9 + ByteCodes.size

  private var coding: ModuleCoding<BitReader>
  private let size: Int
  private let start: Int
  private var functionsLeft: Int
  /// The module as far as it is unpacked, with the sizes of its functions.
  private let module: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var isDamaged = false

  /// Bytes that are no packed module are damaged.
  package init(_ packed: UnsafeBufferPointer<UInt8>) {
    func number(_ place: Int) -> Int {
      guard packed.count >= Self.header else { return 0 }
      return Int(packed[place]) | Int(packed[place + 1]) << 8 | Int(packed[place + 2]) << 16
    }
    (size, start, functionsLeft) = (number(0), number(3), number(6))
    module = .allocate(capacity: size)
    let lengths = UnsafeBufferPointer(rebasing: packed.dropFirst(9))
    coding = ModuleCoding(BitReader(packed), codes: ByteCodes(lengths: lengths), limit: size)
    coding.code(start, .data)
    move(from: 0)
  }

  deinit { module.deallocate() }

  /// Whether nothing is left to do, or nothing can be done.
  package var isDone: Bool { isDamaged || functionsLeft == 0 }

  /// Unpacks so many functions more.
  package func run(functions: Int) {
    var left = functions
    while left > 0, !isDone {
      let start = coding.count
      coding.codeFunction()
      var rest = coding.count &- start
      while rest > 0x7F {
        append(UInt8(truncatingIfNeeded: rest & 0x7F | 0x80))
        rest >>= 7
      }
      append(UInt8(truncatingIfNeeded: rest))
      move(from: start)
      functionsLeft &-= 1
      left &-= 1
    }
    if functionsLeft == 0, !isDamaged {
      let start = coding.count
      coding.code(size &- count, .data)
      move(from: start)
    }
  }

  /// The module once ``isDone``; empty when the bytes were damaged.
  package var unpacked: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: module, count: !isDamaged && functionsLeft == 0 && count == size ? size : 0)
  }

  private func append(_ byte: UInt8) {
    guard count < size else {
      isDamaged = true
      return
    }
    module[count] = byte
    count &+= 1
  }

  /// Appends what was coded from there on.
  private func move(from start: Int) {
    var place = start
    while place < coding.count {
      append(coding.bytes[place])
      place &+= 1
    }
    if coding.isDamaged { isDamaged = true }
  }
}

/// Reads bits in arithmetic coding; behind the end stand zeros.
struct BitReader: ModuleBits {
  private let packed: UnsafeBufferPointer<UInt8>
  private var place = ModuleUnpacker.header
  private var (low, high): (UInt32, UInt32) = (0, .max)
  private var value: UInt32 = 0

  init(_ packed: UnsafeBufferPointer<UInt8>) {
    self.packed = packed
    for _ in 0..<4 { readByte() }
  }

  mutating func begin(_ codes: UnsafeMutablePointer<UInt32>, _ kind: ByteKind) {}

  mutating func bit(chance: UInt32) -> Int {
    let middle = low &+ ((high &- low) >> 12) &* chance
    let bit = value <= middle ? 1 : 0
    if bit == 1 { high = middle } else { low = middle &+ 1 }
    while (low ^ high) >> 24 == 0 {
      low <<= 8
      high = high << 8 | 0xFF
      readByte()
    }
    return bit
  }

  private mutating func readByte() {
    value = value << 8 | (place < packed.count ? UInt32(packed[place]) : 0)
    place &+= 1
  }
}
