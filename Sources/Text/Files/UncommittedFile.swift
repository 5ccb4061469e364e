internal import Bytes
internal import Foundation

/// A file that has its name only once it is whole: before that it has none (O_TMPFILE of open(2)) or, where the file
/// system lacks that, a name that starts with ``prefix``. Only its owner may read it (mode 0600).
package struct UncommittedFile: ~Copyable {
  /// Names of files that were left by a process which was killed.
  package static let prefix = ".zhinan-"

  private let folder: Int32
  private let descriptor: Int32
  private var temporary: String?

  /// Creates the file in an open folder, without a name when that works here.
  package init(in folder: Int32, unnamed: Bool) throws(OutputFailure) {
    self.folder = folder
    if unnamed {
      descriptor = openat(folder, ".", Self.temporaryFlag | O_WRONLY | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw OutputFailure(path: ".", number: errno) }
    } else {
      let name = Self.name()
      descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw OutputFailure(path: name, number: errno) }
      temporary = name
    }
  }

  deinit {
    close(descriptor)
    if let temporary { unlinkat(folder, temporary, 0) }
  }

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
  package static func canBeUnnamed(in folder: Int32) -> Bool {
    guard access("/proc/self/fd", X_OK) == 0, let file = try? UncommittedFile(in: folder, unnamed: true) else {
      return false
    }
    return file.descriptor >= 0
  }

  /// Writes all of the bytes behind those that are there.
  package func write(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
      }
      if count >= 0 {
        offset += count
      } else if errno != EINTR {
        throw OutputFailure(path: "", number: errno)
      }
    }
  }

  /// Waits until the bytes are on the disk, where the file system can say so.
  package func synchronise() throws(OutputFailure) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw OutputFailure(path: "", number: errno) }
  }

  /// Gives the whole file its name; a file that has it already is replaced.
  package mutating func commit(as name: String) throws(OutputFailure) {
    if temporary == nil {
      if link(as: name) { return }
      guard errno == EEXIST else { throw OutputFailure(path: name, number: errno) }
      let between = Self.name()
      guard link(as: between) else { throw OutputFailure(path: name, number: errno) }
      temporary = between
    }
    guard let temporary, renameat(folder, temporary, folder, name) == 0 else {
      throw OutputFailure(path: name, number: errno)
    }
    self.temporary = nil
  }

  private func link(as name: String) -> Bool {
    linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", folder, name, AT_SYMLINK_FOLLOW) == 0
  }

  /// Removes what processes of this machine that are no more have left, and what other machines left a day ago.
  package static func sweep(_ folder: Int32, path: String) {
    for name in names(in: path) {
      let parts = name.dropFirst(prefix.count).split(separator: "-")
      guard parts.count == 3, let process = Int32(parts[1]), UInt32(parts[2]) != nil, process != getpid() else {
        continue
      }
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      let isLeft =
        parts[0] == machine
        ? kill(process, 0) != 0 && errno == ESRCH : time(nil) - status.st_mtim.tv_sec > 24 * 3600
      if isLeft { unlinkat(folder, name, 0) }
    }
  }

  /// Names in a folder that start with ``prefix``; a folder may hold a million others.
  private static func names(in path: String) -> [String] {
    guard let entries = opendir(path) else { return [] }
    defer { closedir(entries) }
    let start = Array(prefix.utf8)
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
      if name.starts(with: start) { names.append(String(decoding: name, as: UTF8.self)) }
    }
    return names
  }
}
