internal import CZlib

/// zlib's compression (RFC 1950), the only file that calls it.
enum Deflate {
  /// The bytes as a zlib stream, at the level that makes it smallest.
  static func zlib(_ bytes: [UInt8]) throws(PDFDrawingError) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    let status = compress2(&packed, &size, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
    guard status == Z_OK else { throw .library(code: UInt(bitPattern: Int(status))) }
    return Array(packed.prefix(Int(size)))
  }
}
