internal import Foundation

/// An open folder whose files are reached through real folders only: no link is followed below it.
package final class RealFolder: Sendable {
  /// The folder's path as messages show it.
  package let path: String
  let descriptor: Int32

  /// Opens the folder; when `makes`, it and those above it are made where they are missing. The folder itself may be
  /// named through a link.
  package init(_ path: String, makes: Bool) throws(OutputFailure) {
    self.path = path
    if makes { try Self.make(path) }
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let number = errno
      let kind = InputFile.kind(of: path)
      throw number == ENOTDIR
        ? OutputFailure(path: path, reason: kind.reason) : OutputFailure(path: path, number: number)
    }
  }

  private init(_ path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  private static func make(_ path: String) throws(OutputFailure) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let number = errno
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard number == ENOENT, parent != path else { throw OutputFailure(path: path, number: number) }
    try make(parent)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw OutputFailure(path: path, number: errno) }
  }

  /// The path of something below the folder, as messages show it.
  package func shown(_ name: String) -> String { name.isEmpty ? path : "\(path)/\(name)" }

  /// The folder below this one.
  package func folder(_ name: String) throws(OutputFailure) -> RealFolder {
    var current = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard current >= 0 else { throw OutputFailure(path: path, number: errno) }
    var walked = ""
    for part in name.split(separator: "/") {
      walked += walked.isEmpty ? "\(part)" : "/\(part)"
      let next = openat(current, String(part), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let number = errno
      var status = stat()
      let isThere = next < 0 && fstatat(current, String(part), &status, AT_SYMLINK_NOFOLLOW) == 0
      close(current)
      guard next >= 0 else {
        if isThere, FileKind(status.st_mode) != .folder {
          throw OutputFailure(path: walked, reason: "\(FileKind(status.st_mode).reason), where a folder should be")
        }
        throw OutputFailure(path: walked, number: number)
      }
      current = next
    }
    return RealFolder(shown(name), descriptor: current)
  }

  /// The folder that a path's last part stands in, and that part.
  func parent(of name: String) throws(OutputFailure) -> (RealFolder, String) {
    guard let slash = name.lastIndex(of: "/") else { return (self, name) }
    return (try folder(String(name[..<slash])), String(name[name.index(after: slash)...]))
  }

  /// What stands at a path below the folder, and its number on the disk; a folder that is missing on the way means
  /// that nothing does.
  package func status(of name: String) throws(OutputFailure) -> (kind: FileKind, number: UInt64) {
    do throws(OutputFailure) {
      let (folder, last) = try parent(of: name)
      var status = stat()
      if fstatat(folder.descriptor, last, &status, AT_SYMLINK_NOFOLLOW) == 0 {
        return (FileKind(status.st_mode), UInt64(status.st_ino))
      }
      guard errno == ENOENT else { throw OutputFailure(path: name, number: errno) }
    } catch {
      guard error.number == ENOENT else { throw error }
    }
    return (.nothing, 0)
  }

  /// Names of what stands in the folder, in no order.
  package func names() throws(OutputFailure) -> [String] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw OutputFailure(path: path, number: errno) }
    return try Self.names(closing: copy, path)
  }

  /// Names in an open folder, which is closed.
  static func names(closing descriptor: Int32, _ path: String) throws(OutputFailure) -> [String] {
    guard let folder = fdopendir(descriptor) else {
      let number = errno
      close(descriptor)
      throw OutputFailure(path: path, number: number)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { throw OutputFailure(path: path, number: errno) }
        return names
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }
}
