internal import Diagnostics
internal import Foundation

/// A file that several processes read and write at once, each at places of its own.
package struct SharedFile: ~Copyable, Sendable {
  private let file: OpenFile
  private let path: String

  /// How long another process may hold the file's lock, seconds.
  private static let patience = 10.0

  /// Opens the file of an open folder, and makes it when it is not there (mode 0600). A link, all that is no file, another
  /// user's file and one that has a second name are refused.
  package init(_ name: String, in folder: RealFolder) throws(OutputFailure) {
    path = folder.shown(name)
    file = try Self.open(name, in: folder)
  }

  private static func open(_ name: String, in folder: RealFolder) throws(OutputFailure) -> OpenFile {
    let path = folder.shown(name)
    let file = try folder.rethrowing(path) { () throws(OpenFile.Refusal) in
      try OpenFile(name, in: folder.descriptor, O_RDWR | O_CREAT | O_NONBLOCK, mode: 0o600)
    }
    let status = try folder.rethrowing(path) { () throws(OpenFile.Refusal) in try file.status() }
    guard status.kind == .file else { throw OutputFailure(path: path, reason: status.kind.reason) }
    try folder.refuseForeign(status, path)
    guard status.links == 1 else { throw OutputFailure(path: path, reason: Message("reason.second-name")) }
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

  /// The first byte at an offset or behind it that is no hole of the file; `nil` where nothing but holes follow, or
  /// nothing does.
  package func data(from offset: Int) -> Int? {
    // SEEK_DATA of Linux, which is no constant in Swift.
    let found = lseek(file.descriptor, off_t(offset), 3)
    if found >= 0 { return Int(found) }
    return errno == ENXIO ? nil : offset
  }

  /// Does something while no other process does: the file is locked, because a folder on a network file system cannot
  /// be. Who holds the lock is waited for a while. Where the file system has no locks, nothing is waited for.
  package func alone<Result>(_ body: () throws(OutputFailure) -> Result) throws(OutputFailure) -> Result {
    do throws(OpenFile.Refusal) {
      var rest = Self.patience
      while try !file.lock(waits: false) {
        guard rest > 0 else { throw OpenFile.Refusal(number: EWOULDBLOCK) }
        usleep(50_000)
        rest -= 0.05
      }
    } catch {
      if error.number == EWOULDBLOCK {
        let holder = (try? file.status().number).flatMap(FolderLock.holder(ofFile:))
        throw OutputFailure(
          path: path,
          reason: holder.map { Message("reason.locked", ["process": .number(Int($0))]) }
            ?? Message("reason.locked/unknown"))
      }
      guard [ENOLCK, EOPNOTSUPP, ENOSYS].contains(error.number) else { throw OutputFailure(path: path, error) }
    }
    defer { file.unlock() }
    return try body()
  }
}
