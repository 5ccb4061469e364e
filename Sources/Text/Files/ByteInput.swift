internal import Foundation

/// A file, a pipe or standard input that is read from start to end, some bytes at a time.
package struct ByteInput: ~Copyable {
  private let file: OpenFile
  /// Whether a read can wait for somebody to write.
  private let canWait: Bool
  /// Bytes of a regular file; `nil` for what is read while it comes.
  package let size: Int?

  /// Opens the file, `-` for standard input; a folder is refused.
  package static func open(_ path: String) -> Result<ByteInput, InputFailure> {
    do throws(OpenFile.Refusal) {
      let file = try path == "-" ? OpenFile(copyOf: 0) : OpenFile(path, O_RDONLY)
      let status = try file.status()
      if status.kind == .folder { return .failure(InputFailure(cause: .refused(status.kind.reason))) }
      return .success(ByteInput(file, size: status.kind == .file ? status.size : nil))
    } catch {
      return .failure(InputFailure(error))
    }
  }

  private init(_ file: consuming OpenFile, size: Int?) {
    self.file = file
    self.size = size
    canWait = size == nil
  }

  /// Reads what is there into the buffer; 0 at the end, and when `isStopped` says so while nothing comes.
  package func read(
    into buffer: UnsafeMutableRawBufferPointer, isStopped: () -> Bool
  ) -> Result<Int, InputFailure> {
    while true {
      if canWait {
        var waiting = pollfd(fd: file.descriptor, events: Int16(POLLIN), revents: 0)
        let ready = poll(&waiting, 1, 100)
        if isStopped() { return .success(0) }
        if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      }
      let count = Foundation.read(file.descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return .success(count) }
      if errno != EINTR { return .failure(InputFailure(OpenFile.Refusal(number: errno))) }
    }
  }
}
