internal import Diagnostics
internal import Files
internal import Foundation

/// Standard output and standard error as bytes go to them. A stream that is closed or full never ends the program.
enum StandardStream {
  static let output: Int32 = 1
  static let error: Int32 = 2

  /// Makes the process ready to write to streams that nobody reads or that are not open: a closed pipe is an error of
  /// the write and no signal, and no file that is opened later gets a standard stream's number.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for number in 0...2 as ClosedRange<Int32> where fcntl(number, F_GETFD) == -1 && errno == EBADF {
      // Open the wrong way round, so that using it fails as using a closed stream does.
      _ = open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Whether somebody sees what is written to the stream.
  static func isTerminal(_ number: Int32) -> Bool { isatty(number) == 1 }

  /// Writes all of the text; why it could not be written, when it could not.
  @discardableResult
  static func write(_ text: String, to number: Int32) -> Message? {
    write(Array(text.utf8), to: number)
  }

  /// Writes all of the bytes; why they could not be written, when they could not.
  static func write(_ bytes: [UInt8], to number: Int32) -> Message? {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(number, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
      }
      if count >= 0 {
        offset += count
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return SystemReason.message(errno)
      }
    }
    return nil
  }
}
