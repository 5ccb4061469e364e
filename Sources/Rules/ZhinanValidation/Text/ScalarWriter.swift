/// Writes Unicode scalars as UTF-8 into room that is known to suffice; what does not fit is dropped.
struct ScalarWriter {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// Bytes written.
  private(set) var count = 0

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  #if hasFeature(Embedded)
    @inline(never)
  #else
    @inline(__always)
  #endif
  mutating func write(_ scalar: UInt32) {
    if scalar < 0x80 {
      put(scalar)
    } else if scalar < 0x800 {
      put(0xC0 | scalar >> 6)
      put(0x80 | scalar & 0x3F)
    } else if scalar < 0x1_0000 {
      put(0xE0 | scalar >> 12)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    } else {
      put(0xF0 | scalar >> 18)
      put(0x80 | scalar >> 12 & 0x3F)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    }
  }

  /// Forgets all but the first bytes.
  mutating func cut(to length: Int) { count = length }

  @inline(__always)
  private mutating func put(_ byte: UInt32) {
    guard count < bytes.count else { return }
    bytes[count] = UInt8(truncatingIfNeeded: byte)
    count &+= 1
  }
}
