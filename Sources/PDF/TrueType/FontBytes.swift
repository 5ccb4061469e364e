/// A font file in memory: bytes of its own, or a file that is mapped and is read only where it is looked at.
package final class FontMemory: @unchecked Sendable {
  let bytes: UnsafeBufferPointer<UInt8>
  private let release: @Sendable (UnsafeBufferPointer<UInt8>) -> Void

  /// Bytes that do not change and stay until `release` gives them back.
  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, release: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    self.bytes = bytes
    self.release = release
  }

  /// A copy of these bytes.
  package convenience init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    _ = copy.initialize(from: bytes)
    self.init(UnsafeBufferPointer(rebasing: copy[0..<bytes.count])) { $0.deallocate() }
  }

  deinit { release(bytes) }
}

/// Big-endian numbers in a font's bytes. What lies outside the bytes reads as zero, so that no font makes a reader trap.
struct FontBytes: Sendable {
  /// A part of the file.
  typealias Part = Slice<UnsafeBufferPointer<UInt8>>

  private let memory: FontMemory

  init(_ memory: FontMemory) { self.memory = memory }

  var count: Int { memory.bytes.count }

  /// A part that lies within the bytes.
  subscript(part: Range<Int>) -> Part {
    precondition(part.lowerBound >= 0 && part.upperBound <= memory.bytes.count, "a font's part lies outside of it")
    return memory.bytes[part]
  }

  func u16(_ offset: Int) -> UInt16 {
    let bytes = memory.bytes
    guard offset >= 0, offset <= bytes.count - 2 else { return 0 }
    return UInt16(bytes[offset]) << 8 | UInt16(bytes[offset + 1])
  }

  func i16(_ offset: Int) -> Int16 { Int16(bitPattern: u16(offset)) }

  func u32(_ offset: Int) -> UInt32 {
    let bytes = memory.bytes
    guard offset >= 0, offset <= bytes.count - 4 else { return 0 }
    return UInt32(bytes[offset]) << 24 | UInt32(bytes[offset + 1]) << 16 | UInt32(bytes[offset + 2]) << 8
      | UInt32(bytes[offset + 3])
  }

  /// The 32-bit number as an offset or count; `nil` when it is larger than the file, which also keeps sums of two of
  /// them within a 32-bit `Int`.
  func size(_ offset: Int) -> Int? {
    let number = u32(offset)
    return number <= UInt32(clamping: count) ? Int(number) : nil
  }
}
