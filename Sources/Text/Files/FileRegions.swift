internal import Foundation

/// A regular file that is read here and there; any thread may.
package final class FileRegions: Sendable {
  private let file: OpenFile
  /// Bytes of the file when it was opened.
  package let size: Int

  init(_ file: consuming OpenFile, size: Int) {
    self.file = file
    self.size = size
  }

  /// The bytes from `offset` on, `count` of them where the file has so many.
  package func read(_ count: Int, at offset: Int) throws(InputFailure) -> [UInt8] {
    guard count > 0, offset >= 0, offset < size else { return [] }
    var number: Int32 = 0
    let whole = min(count, size - offset)
    let bytes = [UInt8](unsafeUninitializedCapacity: whole) { buffer, filled in
      while filled < whole, number == 0 {
        let got = pread(file.descriptor, buffer.baseAddress.map { $0 + filled }, whole - filled, offset + filled)
        if got > 0 { filled += got } else if got == 0 { break } else if errno != EINTR { number = errno }
      }
    }
    if number != 0 { throw InputFailure(OpenFile.Refusal(number: number)) }
    return bytes
  }
}
