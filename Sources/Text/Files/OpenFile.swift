internal import Foundation

/// A file that is open, and closed when this goes. What the system refuses is thrown as the bare `errno`, because only
/// the caller knows whose file it is.
struct OpenFile: ~Copyable, Sendable {
  /// An `errno`.
  struct Refusal: Error { var number: Int32 }

  let descriptor: Int32

  /// Opens a file by its path, with flags of open(2); the program's children do not inherit it.
  init(_ path: String, _ flags: Int32) throws(Refusal) {
    descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal(number: errno) }
  }

  /// Opens a file of an open folder; a link is never followed. `mode` is that of a new file.
  init(_ name: String, in folder: Int32, _ flags: Int32, mode: UInt32 = 0) throws(Refusal) {
    descriptor = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Refusal(number: errno) }
  }

  /// Opens the same file again that another descriptor is open on.
  init(copyOf other: Int32) throws(Refusal) {
    descriptor = dup(other)
    guard descriptor >= 0 else { throw Refusal(number: errno) }
  }

  deinit { close(descriptor) }

  /// Leaves the file open for whoever takes its descriptor.
  consuming func handOver() -> Int32 {
    let descriptor = descriptor
    discard self
    return descriptor
  }

  /// What the open file is, and its size in bytes.
  func status() throws(Refusal) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Refusal(number: errno) }
    return FileStatus(status)
  }

  /// The bytes from here to the file's end, or the first `limit` of them; `expected` of them are read in one piece.
  func bytes(expected: Int, limit: Int = .max) throws(Refusal) -> [UInt8] {
    var number: Int32 = 0
    let whole = min(expected, limit)
    var bytes = [UInt8](unsafeUninitializedCapacity: whole) { buffer, filled in
      while filled < whole, number == 0 {
        let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + filled }, whole - filled)
        if got > 0 { filled += got } else if got == 0 { break } else if errno != EINTR { number = errno }
      }
    }
    // A file may grow, and files of /proc say that they are empty.
    var more = [UInt8](repeating: 0, count: 1 << 16)
    while number == 0, bytes.count < limit {
      let got = Foundation.read(descriptor, &more, min(more.count, limit - bytes.count))
      if got > 0 { bytes += more[..<got] } else if got == 0 { break } else if errno != EINTR { number = errno }
    }
    guard number == 0 else { throw Refusal(number: number) }
    return bytes
  }

  /// Writes all of the bytes behind those that are there.
  func write(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
    var number: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, number == 0 {
        let put = Foundation.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if put >= 0 { done += put } else if errno != EINTR { number = errno }
      }
    }
    guard number == 0 else { throw Refusal(number: number) }
  }

  /// Waits until the bytes are on the disk, where the file system can say so.
  func synchronise() throws(Refusal) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw Refusal(number: errno) }
  }

  /// Takes the one lock that the file has (flock(2)); `false` when another process has it and this one does not wait.
  func lock(waits: Bool) throws(Refusal) -> Bool {
    while flock(descriptor, LOCK_EX | (waits ? 0 : LOCK_NB)) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw Refusal(number: errno) }
    }
    return true
  }

  /// Gives the lock up.
  func unlock() { flock(descriptor, LOCK_UN) }
}
