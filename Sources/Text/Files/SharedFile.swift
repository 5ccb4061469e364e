internal import Foundation

/// A file that several processes read and write at once, each at places of its own.
package struct SharedFile: ~Copyable, Sendable {
  private let file: OpenFile
  private let path: String

  /// Opens the file of an open folder, and makes it when it is not there (mode 0600). A link, and all that is no file, is
  /// refused.
  package init(_ name: String, in folder: RealFolder) throws(OutputFailure) {
    path = folder.shown(name)
    file = try Self.open(name, in: folder)
  }

  private static func open(_ name: String, in folder: RealFolder) throws(OutputFailure) -> OpenFile {
    let path = folder.shown(name)
    let file = try folder.rethrowing(path) { () throws(OpenFile.Refusal) in
      try OpenFile(name, in: folder.descriptor, O_RDWR | O_CREAT | O_NONBLOCK, mode: 0o600)
    }
    let kind = try folder.rethrowing(path) { () throws(OpenFile.Refusal) in try file.status().kind }
    guard kind == .file else { throw OutputFailure(path: path, reason: kind.reason) }
    return file
  }

  /// Bytes of the file now.
  package func size() throws(OutputFailure) -> Int {
    do {
      return try file.status().size
    } catch {
      throw OutputFailure(path: path, error)
    }
  }

  /// The bytes at an offset; `nil` when the file does not have so many there, or they cannot be read.
  package func read(_ count: Int, at offset: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return pread(file.descriptor, &bytes, count, off_t(offset)) == count ? bytes : nil
  }

  /// Writes bytes at an offset; what lies between the old end and it becomes zeros.
  package func write(_ bytes: [UInt8], at offset: Int) throws(OutputFailure) {
    errno = 0
    guard pwrite(file.descriptor, bytes, bytes.count, off_t(offset)) == bytes.count else {
      throw OutputFailure(path: path, number: errno == 0 ? ENOSPC : errno)
    }
  }

  /// Does something while no other process does: the file is locked, because a folder on a network file system cannot
  /// be. Where the file system has no locks, nothing is waited for.
  package func alone<Result>(_ body: () throws(OutputFailure) -> Result) throws(OutputFailure) -> Result {
    do {
      _ = try file.lock(waits: true)
    } catch {
      guard [ENOLCK, EOPNOTSUPP, ENOSYS].contains(error.number) else { throw OutputFailure(path: path, error) }
    }
    defer { file.unlock() }
    return try body()
  }
}
