/// A zlib stream (RFC 1950) of one block in the making: bytes by a ``ByteCode``, and such that were coded
/// before.
package struct DeflateWriter {
  private let code: ByteCode
  private var out: [UInt8]
  private var bits: UInt64 = 0
  private var held: UInt64 = 0
  private var adler = Adler32()

  /// A stream by `code`, with memory for `room` bytes.
  package init(_ code: ByteCode, reserving room: Int) {
    self.code = code
    out = [0x78, 0x01]
    out.reserveCapacity(room + 512)
    for (value, length) in code.head { put(UInt64(value), UInt64(length)) }
  }

  /// Appends bytes that are coded now.
  package mutating func append(_ bytes: [UInt8]) {
    adler.add(bytes)
    for byte in bytes { put(code, byte: Int(byte)) }
  }

  /// Appends bytes that the same code has coded.
  package mutating func append(_ coded: CodedBytes) {
    adler.add(coded.sums, count: coded.byteCount)
    var rest = coded.bitCount
    for word in coded.bits {
      let count = UInt64(min(rest, 64))
      rest -= 64
      // At most 7 bits are held: what does not fit beside them is put behind.
      bits |= word << held
      let written = held + count
      if written >= 64 {
        append(word: bits)
        let used = 64 - held
        bits = used < 64 ? word >> used : 0
        held = written - 64
      } else {
        held = written
      }
      flush()
    }
  }

  /// The whole stream.
  package consuming func finished() -> [UInt8] {
    put(code, byte: 256)
    if held > 0 { out.append(UInt8(truncatingIfNeeded: bits)) }
    for shift in [24, 16, 8, 0] as [UInt32] { out.append(UInt8(truncatingIfNeeded: adler.value >> shift)) }
    return out
  }

  private mutating func put(_ code: ByteCode, byte: Int) {
    let entry = code.codes[byte]
    put(UInt64(entry & 0xFFFF), UInt64(entry >> 16))
  }

  private mutating func put(_ value: UInt64, _ count: UInt64) {
    bits |= value << held
    held += count
    flush()
  }

  /// Writes whole bytes; at most 7 bits stay.
  private mutating func flush() {
    while held >= 8 {
      out.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      held -= 8
    }
  }

  private mutating func append(word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { out.append(contentsOf: $0) }
  }
}
