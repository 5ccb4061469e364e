internal import Diagnostics
internal import CLinux
internal import Foundation

/// An open folder whose files are reached through real folders only: no link is followed below it.
package final class RealFolder: Sendable {
  /// The folder's path as messages show it.
  package let path: String
  let descriptor: Int32

  /// Opens the folder. The folder itself may be named through a link.
  ///
  /// - Parameters:
  ///   - makes: whether it and those above it are made where they are missing.
  ///   - mode: permissions of the folders that are made, before the process's mask.
  package convenience init(_ path: String, makes: Bool, mode: UInt32 = 0o777) throws(OutputFailure) {
    if makes { try Self.make(path, mode) }
    try self.init(path, O_RDONLY)
  }

  /// Opens a folder to put files into it, which may be one whose names must not be read.
  package convenience init(entering path: String) throws(OutputFailure) {
    // O_PATH of Linux, which is no constant in Swift.
    try self.init(path, 0o10_000_000)
  }

  private init(_ path: String, _ flags: Int32) throws(OutputFailure) {
    self.path = path
    descriptor = open(path, flags | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let number = errno
      let kind = InputFile.kind(of: path)
      throw number == ENOTDIR && kind != .nothing
        ? OutputFailure(path: path, reason: kind.reason) : OutputFailure(path: path, number: number)
    }
  }

  private init(_ path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  private static func make(_ path: String, _ mode: UInt32) throws(OutputFailure) {
    if mkdir(path, mode) == 0 || errno == EEXIST { return }
    let number = errno
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard number == ENOENT, parent != path else { throw OutputFailure(path: path, number: number) }
    try make(parent, mode)
    guard mkdir(path, mode) == 0 || errno == EEXIST else { throw OutputFailure(path: path, number: errno) }
  }

  /// The path of something below the folder, as messages show it.
  package func shown(_ name: String) -> String { name.isEmpty ? path : "\(path)/\(name)" }

  /// The folder below this one.
  package func folder(_ name: String) throws(OutputFailure) -> RealFolder {
    var folder = self
    var walked = ""
    for part in PlainPath.parts(name) {
      walked += walked.isEmpty ? part : "/" + part
      let next = openat(folder.descriptor, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else {
        let number = errno
        let kind = try folder.status(of: part).kind
        throw kind == .nothing || kind == .folder
          ? OutputFailure(path: walked, number: number)
          : OutputFailure(path: walked, reason: Message("reason.for-folder", ["reason": .message(kind.reason)]))
      }
      folder = RealFolder(shown(walked), descriptor: next)
    }
    return folder
  }

  /// The folder that a path's last part stands in, and that part.
  func parent(of name: String) throws(OutputFailure) -> (RealFolder, String) {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (self, name) }
    return (try folder(String(name[..<slash])), String(name[name.utf8.index(after: slash)...]))
  }

  /// What stands at a path below the folder; a folder that is missing on the way means that nothing does.
  package func status(of name: String) throws(OutputFailure) -> FileStatus {
    do throws(OutputFailure) {
      let (folder, last) = try parent(of: name)
      var status = stat()
      if fstatat(folder.descriptor, last, &status, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(status) }
      guard errno == ENOENT else { throw OutputFailure(path: name, number: errno) }
    } catch {
      guard error.number == ENOENT else { throw error }
    }
    return .nothing
  }

  /// Names of what stands in the folder, in no order.
  ///
  /// - Parameter start: with which they begin; a folder may hold a million others.
  package func names(startingWith start: String = "") throws(OutputFailure) -> [String] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let folder = fdopendir(copy) else {
      let number = errno
      if copy >= 0 { close(copy) }
      throw OutputFailure(path: path, number: number)
    }
    defer { closedir(folder) }
    let start = Array(start.utf8)
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { throw OutputFailure(path: path, number: errno) }
        return names
      }
      withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        let name = bytes.prefix { $0 != 0 }
        guard name.starts(with: start), !name.elementsEqual([0x2E]), !name.elementsEqual([0x2E, 0x2E]) else { return }
        names.append(String(decoding: name, as: UTF8.self))
      }
    }
  }

  /// Waits until all that was written to the folder's file system is on the disk: one call for any number of files
  /// (syncfs(2)), which waits for what others wrote there too. Where a sandbox does not have the call, nothing is waited
  /// for.
  func synchroniseAll() throws(OutputFailure) {
    guard syncfs(descriptor) == 0 || errno == ENOSYS else { throw OutputFailure(path: path, number: errno) }
  }

  /// Waits until the names in the folder are on the disk, where the file system can say so.
  func synchronise() throws(OutputFailure) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw OutputFailure(path: path, number: errno) }
  }
}
