internal import Files
internal import Foundation

/// A file or standard input that is read from start to end.
struct ByteInput: ~Copyable {
  private let descriptor: Int32
  /// Whether a read can wait for somebody to write.
  private let canWait: Bool
  /// Bytes of a regular file.
  let size: Int?

  /// Opens the file, `-` for standard input. A failure is the system's error number.
  static func open(_ path: String) -> Result<ByteInput, Failure> {
    let descriptor = path == "-" ? dup(0) : Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(Failure(number: errno)) }
    var status = stat()
    fstat(descriptor, &status)
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR {
      close(descriptor)
      return .failure(Failure(number: EISDIR))
    }
    return .success(
      ByteInput(descriptor: descriptor, canWait: kind != S_IFREG, size: kind == S_IFREG ? Int(status.st_size) : nil))
  }

  struct Failure: Error {
    /// An `errno`.
    var number: Int32
    var reason: String { SystemReason.text(number) }
  }

  private init(descriptor: Int32, canWait: Bool, size: Int?) {
    self.descriptor = descriptor
    self.canWait = canWait
    self.size = size
  }

  deinit { close(descriptor) }

  /// Reads what is there into the buffer; 0 at the end, and when `isStopped` says so while nothing comes.
  func read(into buffer: UnsafeMutableRawBufferPointer, isStopped: () -> Bool) -> Result<Int, Failure> {
    while true {
      if canWait {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let ready = poll(&waiting, 1, 100)
        if isStopped() { return .success(0) }
        if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      }
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return .success(count) }
      if errno != EINTR { return .failure(Failure(number: errno)) }
    }
  }
}
