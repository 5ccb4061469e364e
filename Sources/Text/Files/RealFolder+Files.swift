internal import Foundation

extension RealFolder {
  /// The bytes of a regular file below the folder; a link, a pipe or a file of more than `limit` bytes is refused before
  /// anything is read.
  package func read(_ name: String, limit: Int) throws(OutputFailure) -> [UInt8] {
    let (file, size) = try open(name)
    defer { close(file) }
    guard size <= limit else { throw OutputFailure(path: name, reason: "has \(size) bytes, which is far too many") }
    return try Self.bytes(of: file, size, name)
  }

  /// Whether a regular file below the folder has exactly these bytes; one of another size is not read.
  package func holds(_ bytes: [UInt8], in name: String) throws(OutputFailure) -> Bool {
    let (file, size) = try open(name)
    defer { close(file) }
    guard size == bytes.count else { return false }
    return try Self.bytes(of: file, size, name) == bytes
  }

  /// A regular file opened for reading, and its size; anything else is refused.
  private func open(_ name: String) throws(OutputFailure) -> (descriptor: Int32, size: Int) {
    let (folder, last) = try parent(of: name)
    let file = openat(folder.descriptor, last, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      throw errno == ELOOP
        ? OutputFailure(path: name, reason: FileKind.link.reason) : OutputFailure(path: name, number: errno)
    }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      let number = errno
      close(file)
      throw OutputFailure(path: name, number: number)
    }
    let kind = FileKind(status.st_mode)
    guard kind == .file else {
      close(file)
      throw OutputFailure(path: name, reason: kind.reason)
    }
    return (file, Int(status.st_size))
  }

  private static func bytes(of file: Int32, _ size: Int, _ name: String) throws(OutputFailure) -> [UInt8] {
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        let got = Foundation.read(file, buffer.baseAddress.map { $0 + filled }, size - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { number = errno }
        if got <= 0 { break }
        filled += got
      }
    }
    guard number == 0 else { throw OutputFailure(path: name, number: number) }
    return bytes
  }

  /// Makes a new file and gives its number on the disk; one that is there already is an error.
  package func create(_ name: String, _ bytes: [UInt8], synchronised: Bool = false) throws(OutputFailure) -> UInt64 {
    let (folder, last) = try parent(of: name)
    let file = openat(folder.descriptor, last, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw OutputFailure(path: name, number: errno) }
    var number: Int32 = 0
    var done = 0
    bytes.withUnsafeBytes { buffer in
      while done < buffer.count, number == 0 {
        let put = Foundation.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if put >= 0 { done += put } else if errno != EINTR { number = errno }
      }
    }
    if number == 0, synchronised, fsync(file) != 0, errno != EINVAL { number = errno }
    var status = stat()
    if number == 0, fstat(file, &status) != 0 { number = errno }
    if close(file) != 0, number == 0 { number = errno }
    guard number == 0 else { throw OutputFailure(path: name, number: number) }
    return UInt64(status.st_ino)
  }

  /// Makes one folder; the folder above it must be there.
  package func makeFolder(_ name: String) throws(OutputFailure) {
    let (folder, last) = try parent(of: name)
    guard mkdirat(folder.descriptor, last, 0o777) == 0 else { throw OutputFailure(path: name, number: errno) }
  }

  /// Makes those folders above a path that are missing.
  func makeFolders(above name: String) throws(OutputFailure) {
    for position in name.indices where name[position] == "/" {
      let folder = String(name[..<position])
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
    _ = try create(new, read(old, limit: .max))
  }

  /// Removes a file.
  package func remove(_ name: String) throws(OutputFailure) {
    let (folder, last) = try parent(of: name)
    guard unlinkat(folder.descriptor, last, 0) == 0 else { throw OutputFailure(path: name, number: errno) }
  }

  /// Removes a folder that is empty; one that is not, or is not there, stays as it is.
  package func removeIfEmpty(_ name: String) throws(OutputFailure) {
    do throws(OutputFailure) {
      let (folder, last) = try parent(of: name)
      guard unlinkat(folder.descriptor, last, 0o1000) != 0 else { return }
      guard [ENOTEMPTY, EEXIST, ENOENT, ENOTDIR, EBUSY].contains(errno) else {
        throw OutputFailure(path: name, number: errno)
      }
    } catch {
      guard error.number == ENOENT else { throw error }
    }
  }

  /// Removes the folders above a path that are empty now, the lowest first.
  func removeEmptyFolders(above name: String) throws(OutputFailure) {
    var parts = name.split(separator: "/").dropLast()
    while !parts.isEmpty {
      try removeIfEmpty(parts.joined(separator: "/"))
      parts = parts.dropLast()
    }
  }
}
