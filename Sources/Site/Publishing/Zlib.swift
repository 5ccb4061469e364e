internal import CZlib

/// zlib's compression, the only file of this room that calls it.
enum Zlib {
  /// What stands around the deflated bytes.
  enum Frame: Int32 {
    /// gzip's header and sum (RFC 1952), without a name and a time: 15 bits of window, and 16 for them.
    case gzip = 31
    /// Nothing (RFC 1951).
    case bare = -15
  }

  /// The bytes at the level that makes them smallest, the same every time. What zlib refuses, which is lack of memory
  /// only, is `nil`.
  static func deflated(_ bytes: [UInt8], as frame: Frame) -> [UInt8]? {
    var stream = z_stream()
    let begun = deflateInit2_(
      &stream, Z_BEST_COMPRESSION, Z_DEFLATED, frame.rawValue, 9, Z_DEFAULT_STRATEGY, zlibVersion(),
      Int32(MemoryLayout<z_stream>.size))
    guard begun == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, uLong(bytes.count)))
    var input = bytes
    var isWhole = false
    let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      input.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(room)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = room - Int(stream.avail_out)
      }
    }
    return isWhole ? output : nil
  }

  /// The bytes' sum CRC-32 (ISO 3309).
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: CZlib.crc32(0, bytes, UInt32(bytes.count)))
  }
}
