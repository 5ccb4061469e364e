internal import Bytes
internal import Foundation

/// A file that has its name only once it is whole: before that it has none (O_TMPFILE of open(2)) or, where the file
/// system lacks that, a name that starts with ``prefix``.
package struct UncommittedFile: ~Copyable {
  /// Names of files that were left by a process which was killed.
  package static let prefix = ".zhinan-"

  private let folder: RealFolder
  private let file: OpenFile
  private var temporary: String?

  /// Creates the file in an open folder, without a name when that works here.
  ///
  /// - Parameter mode: its permissions, before the process's mask; only its owner may read it when not given.
  package init(in folder: RealFolder, unnamed: Bool, mode: UInt32 = 0o600) throws(OutputFailure) {
    let name = unnamed ? "." : Self.name()
    do {
      file = try OpenFile(
        name, in: folder.descriptor, O_WRONLY | (unnamed ? Self.temporaryFlag : O_CREAT | O_EXCL), mode: mode)
    } catch {
      throw OutputFailure(path: name, error)
    }
    self.folder = folder
    if !unnamed { temporary = name }
  }

  deinit { if let temporary { unlinkat(folder.descriptor, temporary, 0) } }

  /// O_TMPFILE of Linux, which is no constant in Swift.
  private static var temporaryFlag: Int32 { 0o20_000_000 | O_DIRECTORY }

  /// A new name that tells which process of which machine made it.
  package static func name(of process: Int32 = getpid()) -> String {
    "\(prefix)\(machine)-\(process)-\(UInt32.random(in: 0...(.max)))"
  }

  /// Tells this machine's processes from those of others that share a folder with it.
  private static var machine: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(FNV1a.hash32(bytes), radix: 16)
  }

  /// Whether files without a name work in this folder.
  package static func canBeUnnamed(in folder: RealFolder) -> Bool {
    guard access("/proc/self/fd", X_OK) == 0 else { return false }
    do {
      _ = try UncommittedFile(in: folder, unnamed: true)
      return true
    } catch {
      return false
    }
  }

  /// Writes all of the bytes behind those that are there.
  package func write(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) {
    do {
      try file.write(bytes)
    } catch {
      throw OutputFailure(path: folder.path, error)
    }
  }

  /// Waits until the bytes are on the disk, where the file system can say so.
  package func synchronise() throws(OutputFailure) {
    do {
      try file.synchronise()
    } catch {
      throw OutputFailure(path: folder.path, error)
    }
  }

  /// Gives the whole file its name.
  ///
  /// - Parameter replaces: whether a file that has the name already goes; otherwise it is an error.
  package mutating func commit(as name: String, replaces: Bool = true) throws(OutputFailure) {
    if temporary == nil {
      if link(as: name) { return }
      guard errno == EEXIST, replaces else { throw OutputFailure(path: name, number: errno) }
      let between = Self.name()
      guard link(as: between) else { throw OutputFailure(path: name, number: errno) }
      temporary = between
    }
    if !replaces, try folder.status(of: name).kind != .nothing { throw OutputFailure(path: name, number: EEXIST) }
    guard let temporary, renameat(folder.descriptor, temporary, folder.descriptor, name) == 0 else {
      throw OutputFailure(path: name, number: errno)
    }
    self.temporary = nil
  }

  private func link(as name: String) -> Bool {
    linkat(AT_FDCWD, "/proc/self/fd/\(file.descriptor)", folder.descriptor, name, AT_SYMLINK_FOLLOW) == 0
  }

  /// Removes what processes of this machine that are no more have left, and what other machines left a day ago. A
  /// folder whose names must not be read keeps them: they are in nobody's way.
  package static func sweep(_ folder: RealFolder) {
    guard let names = try? folder.names(startingWith: prefix) else { return }
    for name in names {
      let parts = name.dropFirst(prefix.count).split(separator: "-")
      guard parts.count == 3, let process = Int32(parts[1]), UInt32(parts[2]) != nil, process != getpid() else {
        continue
      }
      var status = stat()
      guard fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, FileKind(status.st_mode) == .file
      else { continue }
      let isLeft =
        parts[0] == machine
        ? kill(process, 0) != 0 && errno == ESRCH : time(nil) - status.st_mtim.tv_sec > 24 * 3600
      if isLeft { unlinkat(folder.descriptor, name, 0) }
    }
  }
}
