internal import Diagnostics
internal import Foundation

extension RealFolder {
  /// The bytes of a regular file below the folder; a link, a pipe or a file of more than `limit` bytes is refused before
  /// anything is read.
  ///
  /// - Parameter isOwn: whether another user's file is refused as well.
  package func read(_ name: String, limit: Int, isOwn: Bool = false) throws(OutputFailure) -> [UInt8] {
    let file = try open(name)
    let size = try size(of: file, name)
    if isOwn { try refuseForeign(rethrowing(name) { () throws(OpenFile.Refusal) in try file.status() }, name) }
    guard size <= limit else {
      throw OutputFailure(path: name, reason: Message("reason.far-too-large", ["size": .number(size)]))
    }
    return try rethrowing(name) { () throws(OpenFile.Refusal) in try file.bytes(expected: size, limit: size) }
  }

  /// Whether a regular file below the folder has exactly these bytes; one of another size is not read.
  package func holds(_ bytes: [UInt8], in name: String) throws(OutputFailure) -> Bool {
    let file = try open(name)
    guard try size(of: file, name) == bytes.count else { return false }
    return try rethrowing(name) { () throws(OpenFile.Refusal) in
      try file.bytes(expected: bytes.count, limit: bytes.count) == bytes
    }
  }

  /// A file opened for reading; a link is refused.
  private func open(_ name: String) throws(OutputFailure) -> OpenFile {
    let (folder, last) = try parent(of: name)
    do {
      return try OpenFile(last, in: folder.descriptor, O_RDONLY | O_NONBLOCK)
    } catch {
      throw error.number == ELOOP
        ? OutputFailure(path: name, reason: FileKind.link.reason) : OutputFailure(path: name, error)
    }
  }

  /// The size of a regular file; anything else is refused.
  private func size(of file: borrowing OpenFile, _ name: String) throws(OutputFailure) -> Int {
    let status: FileStatus
    do {
      status = try file.status()
    } catch {
      throw OutputFailure(path: name, error)
    }
    guard status.kind == .file else { throw OutputFailure(path: name, reason: status.kind.reason) }
    return status.size
  }

  /// Throws where something is another user's.
  func refuseForeign(_ status: FileStatus, _ name: String) throws(OutputFailure) {
    if status.isForeign { throw OutputFailure(path: name, reason: Message("reason.foreign")) }
  }

  /// The result, or the system's refusal as a failure of the file `name`.
  func rethrowing<Result: ~Copyable>(
    _ name: String, _ body: () throws(OpenFile.Refusal) -> Result
  ) throws(OutputFailure) -> Result {
    do {
      return try body()
    } catch {
      throw OutputFailure(path: name, error)
    }
  }

  /// Makes a new file; one that is there already is an error.
  package func create(_ name: String, _ bytes: [UInt8], synchronised: Bool = false) throws(OutputFailure) {
    let (folder, last) = try parent(of: name)
    try rethrowing(name) { () throws(OpenFile.Refusal) in
      let file = try OpenFile(last, in: folder.descriptor, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
      try file.write(bytes[...])
      if synchronised { try file.synchronise() }
    }
  }

  /// Makes one folder; the folder above it must be there.
  package func makeFolder(_ name: String) throws(OutputFailure) {
    let (folder, last) = try parent(of: name)
    guard mkdirat(folder.descriptor, last, 0o777) == 0 else { throw OutputFailure(path: name, number: errno) }
  }

  /// Makes those folders above a path that are missing.
  func makeFolders(above name: String) throws(OutputFailure) {
    for folder in PlainPath.foldersAbove(name) {
      if try status(of: folder).kind == .nothing { try makeFolder(folder) }
    }
  }

  /// Gives a file another name, also in another folder; a file that has the name goes.
  package func rename(_ old: String, to new: String) throws(OutputFailure) {
    let (from, first) = try parent(of: old)
    let (to, last) = try parent(of: new)
    guard renameat(from.descriptor, first, to.descriptor, last) == 0 else {
      throw OutputFailure(path: new, number: errno)
    }
  }

  /// Gives a file a second name; on a file system without such, a copy gets it.
  func keep(_ old: String, as new: String) throws(OutputFailure) {
    let (from, first) = try parent(of: old)
    let (to, last) = try parent(of: new)
    if linkat(from.descriptor, first, to.descriptor, last, 0) == 0 { return }
    guard [EPERM, EOPNOTSUPP, EMLINK, ENOSYS, EXDEV].contains(errno) else {
      throw OutputFailure(path: old, number: errno)
    }
    try create(new, read(old, limit: .max))
  }

  /// Removes a file.
  package func remove(_ name: String) throws(OutputFailure) {
    let (folder, last) = try parent(of: name)
    guard unlinkat(folder.descriptor, last, 0) == 0 else { throw OutputFailure(path: name, number: errno) }
  }

  /// Removes a file that may have gone already.
  package func removeIfThere(_ name: String) throws(OutputFailure) {
    do {
      try remove(name)
    } catch {
      guard error.number == ENOENT else { throw error }
    }
  }

  /// Removes all that stands in the folder. Links are removed, not followed.
  func removeContents() throws(OutputFailure) {
    for name in try names() {
      do throws(OutputFailure) {
        if try status(of: name).kind == .folder {
          try folder(name).removeContents()
          guard unlinkat(descriptor, name, Self.removesFolder) == 0 else {
            throw OutputFailure(path: shown(name), number: errno)
          }
        } else {
          try remove(name)
        }
      } catch {
        throw PlainPath.lies(error.path, in: path) ? error : error.at(shown(name))
      }
    }
  }

  /// Removes a folder that is empty; one that is not, or is not there, stays as it is.
  package func removeIfEmpty(_ name: String) throws(OutputFailure) {
    do throws(OutputFailure) {
      let (folder, last) = try parent(of: name)
      guard unlinkat(folder.descriptor, last, Self.removesFolder) != 0 else { return }
      guard [ENOTEMPTY, EEXIST, ENOENT, ENOTDIR, EBUSY].contains(errno) else {
        throw OutputFailure(path: name, number: errno)
      }
    } catch {
      guard error.number == ENOENT else { throw error }
    }
  }

  /// Removes the folders above a path that are empty now, the lowest first.
  func removeEmptyFolders(above name: String) throws(OutputFailure) {
    for folder in PlainPath.foldersAbove(name).reversed() { try removeIfEmpty(folder) }
  }

  /// AT_REMOVEDIR of unlinkat(2), which is no constant in Swift.
  static var removesFolder: Int32 { 0o1000 }
}
