internal import Foundation

/// The right to change a folder, which one process at a time has. It ends with the process, however that ends, and
/// leaves no file.
package final class FolderLock {
  private let folder: RealFolder

  /// Takes the lock, waiting `seconds` for another process to end; `nil` when that one still has it.
  package init?(_ folder: RealFolder, waiting seconds: Double) throws(OutputFailure) {
    self.folder = folder
    var rest = seconds
    while flock(folder.descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { throw OutputFailure(path: folder.path, number: errno) }
      guard rest > 0 else { return nil }
      usleep(50_000)
      rest -= 0.05
    }
  }

  /// Gives the lock up.
  package func release() { flock(folder.descriptor, LOCK_UN) }

  deinit { release() }

  /// The number of the process that has the folder's lock, where the system tells it.
  package static func holder(of folder: RealFolder) -> Int32? {
    var status = stat()
    guard fstat(folder.descriptor, &status) == 0,
      let list = try? InputFile.read("/proc/locks", limit: 1 << 20)
    else { return nil }
    for line in String(decoding: list, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count > 5, words[1] == "FLOCK", words[5].hasSuffix(":\(status.st_ino)") { return Int32(words[4]) }
    }
    return nil
  }
}
