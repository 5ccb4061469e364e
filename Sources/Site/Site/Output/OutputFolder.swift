internal import Foundation

/// The few calls to the file system that writing a site needs, below one folder. Every failure names its path.
struct OutputFolder {
  let path: String

  private func full(_ name: String) -> String { name.isEmpty ? path : "\(path)/\(name)" }

  private func failure(_ name: String, _ doing: String) -> WriteFailure {
    let code = errno
    let hint = code == ENOSPC || code == EDQUOT ? "Free some space and run again: the old site is whole." : nil
    return WriteFailure("output.unwritable", full(name), "\(doing): \(String(cString: strerror(code))).", hint: hint)
  }

  enum Kind { case nothing, file, folder, other }

  func kind(of name: String) -> Kind {
    var status = stat()
    guard lstat(full(name), &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Names of what stands in it, sorted.
  func names(_ name: String = "") throws(WriteFailure) -> [String] {
    guard let folder = opendir(full(name)) else { throw failure(name, "The folder cannot be read") }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes the folder and those above it.
  func makeFolder(_ name: String = "") throws(WriteFailure) {
    if mkdir(full(name), 0o777) == 0 || (errno == EEXIST && isFolder(name)) { return }
    guard errno == ENOENT else { throw failure(name, "The folder cannot be made") }
    do {
      try FileManager.default.createDirectory(atPath: full(name), withIntermediateDirectories: true)
    } catch {
      throw failure(name, "The folder cannot be made")
    }
  }

  private func isFolder(_ name: String) -> Bool {
    var status = stat()
    return stat(full(name), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the file holds exactly these bytes.
  func holds(_ bytes: [UInt8], in name: String) -> Bool {
    var status = stat()
    guard lstat(full(name), &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count
    else { return false }
    return read(name, count: bytes.count) == bytes
  }

  /// The file's text; empty when it cannot be read.
  func text(of name: String) -> String {
    var status = stat()
    guard lstat(full(name), &status) == 0 else { return "" }
    return String(decoding: read(name, count: Int(status.st_size)) ?? [], as: UTF8.self)
  }

  private func read(_ name: String, count: Int) -> [UInt8]? {
    let file = open(full(name), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = Foundation.read(file, buffer.baseAddress.map { $0 + filled }, count - filled)
        if got <= 0 { break }
        filled += got
      }
    }
  }

  /// Makes the file anew; a failure names `shown`.
  func write(_ bytes: [UInt8], to name: String, as shown: String) throws(WriteFailure) {
    let file = open(full(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(shown, "The file cannot be written") }
    var done = 0
    let complete = bytes.withUnsafeBytes { buffer in
      while done < buffer.count {
        let put = Foundation.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if put < 0, errno == EINTR { continue }
        if put <= 0 { return false }
        done += put
      }
      return true
    }
    let problem = complete ? nil : failure(shown, "The file cannot be written")
    if close(file) != 0, problem == nil { throw failure(shown, "The file cannot be written") }
    if let problem { throw problem }
  }

  func rename(_ old: String, to new: String) throws(WriteFailure) {
    if Foundation.rename(full(old), full(new)) != 0 { throw failure(new, "The file cannot be put into its place") }
  }

  /// Removes a file; false when it is not there or cannot be removed.
  func remove(_ name: String) -> Bool { unlink(full(name)) == 0 }

  /// Removes folders above `name` that are empty now.
  func removeEmptyFolders(above name: String) {
    var parts = name.split(separator: "/").dropLast()
    while !parts.isEmpty {
      if rmdir(full(parts.joined(separator: "/"))) != 0 { return }
      parts = parts.dropLast()
    }
  }

  /// Removes a folder of files.
  func removeFolder(_ name: String) {
    for file in (try? names(name)) ?? [] { _ = remove("\(name)/\(file)") }
    rmdir(full(name))
  }
}
