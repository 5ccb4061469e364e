package import Diagnostics
internal import Foundation

/// A file could not be read.
package struct InputFailure: Error, Sendable, Equatable {
  /// What keeps it from being read.
  package enum Cause: Sendable, Equatable {
    /// The system's reason, or what stands there instead of a file, in plain words.
    case refused(Message)
    /// The file has more bytes than are read.
    case tooLarge(size: Int)
    /// Links lead out of the folder that everything must lie in, to this path.
    case outside(String)
  }

  /// Why the file was not read.
  package var cause: Cause

  /// The cause in one phrase.
  package var reason: Message {
    switch cause {
    case .refused(let reason): reason
    case .tooLarge(let size): Message("reason.size", ["size": .number(size)])
    case .outside(let target): Message("reason.outside", ["target": .text(target)])
    }
  }

  init(cause: Cause) { self.cause = cause }

  init(_ refusal: OpenFile.Refusal) { cause = .refused(SystemReason.message(refusal.number)) }
}

/// A file that is read: the one way to open what others wrote.
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
    let file = try open(path, within: root)
    let size = try size(of: file)
    guard size <= limit else { throw InputFailure(cause: .tooLarge(size: size)) }
    let bytes = try rethrowing { () throws(OpenFile.Refusal) in
      try file.bytes(expected: size, limit: limit == .max ? limit : limit + 1)
    }
    guard bytes.count <= limit else { throw InputFailure(cause: .tooLarge(size: bytes.count)) }
    return bytes
  }

  /// The file's first bytes, `count` at most, and how many it has.
  ///
  /// - Parameter waits: whether a pipe is read too, which may have to wait for whoever writes into it; its size is that
  ///   of what was read.
  package static func beginning(
    of path: String, count: Int, waits: Bool = false
  ) throws(InputFailure) -> (bytes: [UInt8], size: Int) {
    let file = try open(path, waits: waits)
    let size = try size(of: file, waits: waits)
    let bytes = try rethrowing { () throws(OpenFile.Refusal) in try file.bytes(expected: size, limit: count) }
    return (bytes, max(size, bytes.count))
  }

  /// The file's last bytes, `count` at most.
  package static func end(of path: String, count: Int) throws(InputFailure) -> [UInt8] {
    let file = try open(path)
    let size = try size(of: file)
    guard lseek(file.descriptor, max(0, size - count), SEEK_SET) >= 0 else {
      throw InputFailure(cause: .refused(SystemReason.message(errno)))
    }
    return try rethrowing { () throws(OpenFile.Refusal) in try file.bytes(expected: min(size, count), limit: count) }
  }

  /// The file's bytes without a copy: a page of them is read when it is looked at. Who changes the file changes them.
  package static func map(_ path: String) throws(InputFailure) -> MappedFile {
    let file = try open(path)
    let size = try size(of: file)
    return try rethrowing { () throws(OpenFile.Refusal) in try MappedFile(file, size: size) }
  }

  /// The file, to be read here and there.
  package static func regions(of path: String) throws(InputFailure) -> FileRegions {
    let file = try open(path)
    let size = try size(of: file)
    return FileRegions(file, size: size)
  }

  /// Names of what stands in a folder, in no order; `.` and `..` are left out.
  package static func names(in path: String, within root: String? = nil) throws(InputFailure) -> [String] {
    let folder: RealFolder
    do {
      folder = try RealFolder(path, makes: false)
    } catch {
      throw InputFailure(cause: .refused(error.reason))
    }
    try check(folder.descriptor, path, within: root)
    do {
      return try folder.names()
    } catch {
      throw InputFailure(cause: .refused(error.reason))
    }
  }

  /// What stands at the path, links followed.
  package static func kind(of path: String) -> FileKind {
    var status = stat()
    return stat(path, &status) == 0 ? FileKind(status.st_mode) : .nothing
  }

  /// Tells the file at the path, links followed, from whatever stands there later or stood there before; 0 for nothing.
  package static func identity(of path: String) -> UInt64 {
    var status = stat()
    return stat(path, &status) == 0 ? FileStatus(status).identity : 0
  }

  /// The path with all links followed; `nil` where nothing stands.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func open(
    _ path: String, within root: String? = nil, waits: Bool = false
  ) throws(InputFailure) -> OpenFile {
    let file = try rethrowing { () throws(OpenFile.Refusal) in
      try OpenFile(path, O_RDONLY | O_NOCTTY | (waits ? 0 : O_NONBLOCK))
    }
    try check(file.descriptor, path, within: root)
    return file
  }

  /// The size of a regular file; 0 for what is read while it comes, and anything else is refused.
  private static func size(of file: borrowing OpenFile, waits: Bool = false) throws(InputFailure) -> Int {
    let status: FileStatus
    do {
      status = try file.status()
    } catch {
      throw InputFailure(error)
    }
    if waits, [.pipe, .socket, .device].contains(status.kind) { return 0 }
    guard status.kind == .file else { throw InputFailure(cause: .refused(status.kind.reason)) }
    return status.size
  }

  /// The result, or the system's refusal as a failure to read.
  private static func rethrowing<Result: ~Copyable>(
    _ body: () throws(OpenFile.Refusal) -> Result
  ) throws(InputFailure) -> Result {
    do {
      return try body()
    } catch {
      throw InputFailure(error)
    }
  }

  /// Whether the open file lies in the root: asked of the file that is open, so that nothing can be exchanged meanwhile.
  private static func check(_ descriptor: Int32, _ path: String, within root: String?) throws(InputFailure) {
    guard let root else { return }
    guard let real = realPath("/proc/self/fd/\(descriptor)") ?? realPath(path), let home = realPath(root) else {
      throw InputFailure(cause: .refused(SystemReason.message(ENOENT)))
    }
    guard PlainPath.lies(real, in: home) else { throw InputFailure(cause: .outside(real)) }
  }
}
