internal import Foundation

/// A file could not be read.
package struct InputFailure: Error, Sendable, Equatable {
  /// What keeps it from being read.
  package enum Cause: Sendable, Equatable {
    /// The system's reason, or what stands there instead of a file, in plain words.
    case refused(String)
    /// The file has more bytes than are read.
    case tooLarge(size: Int)
    /// Links lead out of the folder that everything must lie in, to this path.
    case outside(String)
  }

  package var cause: Cause

  /// The cause in one phrase.
  package var reason: String {
    switch cause {
    case .refused(let text): text
    case .tooLarge(let size): "the file has \(size) bytes"
    case .outside(let target): "a link leads out of the guide's folder, to \(target)"
    }
  }
}

/// A file that is read in one piece.
package enum InputFile {
  /// The file's bytes.
  ///
  /// Nothing but a regular file is read, so that no pipe can hold the program. A regular file's size is known before it
  /// is read.
  ///
  /// - Parameters:
  ///   - root: the folder that the file must lie in once all links are followed; anywhere when `nil`.
  ///   - limit: most bytes that are read.
  package static func read(
    _ path: String, within root: String? = nil, limit: Int = .max
  ) throws(InputFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw InputFailure(cause: .refused(SystemReason.text(errno))) }
    defer { close(descriptor) }
    try check(descriptor, path, within: root)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw InputFailure(cause: .refused(SystemReason.text(errno))) }
    let kind = FileKind(status.st_mode)
    guard kind == .file else { throw InputFailure(cause: .refused(kind.reason)) }
    let size = Int(status.st_size)
    guard size <= limit else { throw InputFailure(cause: .tooLarge(size: size)) }
    return try bytes(of: descriptor, expected: size, limit: limit)
  }

  /// Names of what stands in a folder, in no order; `.` and `..` are left out.
  package static func names(in path: String, within root: String? = nil) throws(InputFailure) -> [String] {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFailure(cause: .refused(SystemReason.text(errno))) }
    do {
      try check(descriptor, path, within: root)
    } catch {
      close(descriptor)
      throw error
    }
    do {
      return try RealFolder.names(closing: descriptor, path)
    } catch {
      throw InputFailure(cause: .refused(error.reason))
    }
  }

  /// What stands at the path, links followed.
  package static func kind(of path: String) -> FileKind {
    var status = stat()
    return stat(path, &status) == 0 ? FileKind(status.st_mode) : .nothing
  }

  /// Whether the open file lies in the root: asked of the file that is open, so that nothing can be exchanged meanwhile.
  private static func check(_ descriptor: Int32, _ path: String, within root: String?) throws(InputFailure) {
    guard let root else { return }
    guard let real = realPath("/proc/self/fd/\(descriptor)") ?? realPath(path), let home = realPath(root) else {
      throw InputFailure(cause: .refused(SystemReason.text(ENOENT)))
    }
    guard real == home || real.hasPrefix(home == "/" ? "/" : home + "/") else {
      throw InputFailure(cause: .outside(real))
    }
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func bytes(
    of descriptor: Int32, expected: Int, limit: Int
  ) throws(InputFailure) -> [UInt8] {
    var number: Int32 = 0
    var bytes = [UInt8](unsafeUninitializedCapacity: expected) { buffer, filled in
      while filled < expected {
        let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + filled }, expected - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { number = errno }
        if got <= 0 { break }
        filled += got
      }
    }
    guard number == 0 else { throw InputFailure(cause: .refused(SystemReason.text(number))) }
    // Files of /proc say that they are empty.
    var more = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Foundation.read(descriptor, &more, more.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw InputFailure(cause: .refused(SystemReason.text(errno))) }
      if got == 0 { return bytes }
      bytes += more[..<got]
      guard bytes.count <= limit else { throw InputFailure(cause: .tooLarge(size: bytes.count)) }
    }
  }
}
