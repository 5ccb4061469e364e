internal import Foundation

/// A file's bytes in memory that are read from the disk where they are looked at (mmap(2)); they are there as long as
/// this is.
package final class MappedFile: @unchecked Sendable {
  /// All of the file; empty for an empty one.
  package let bytes: UnsafeBufferPointer<UInt8>

  /// Maps an open file; where the file system cannot, its bytes are read.
  init(_ file: borrowing OpenFile, size: Int) throws(OpenFile.Refusal) {
    guard size > 0 else {
      bytes = UnsafeBufferPointer(start: nil, count: 0)
      return
    }
    var start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file.descriptor, 0)
    if start == MAP_FAILED, errno == ENODEV {
      let copy = try file.bytes(expected: size, limit: size)
      start = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      if start != MAP_FAILED { start?.copyMemory(from: copy, byteCount: copy.count) }
    }
    guard let start, start != MAP_FAILED else { throw OpenFile.Refusal(number: errno) }
    bytes = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: size)
  }

  deinit {
    if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
  }
}
