internal import Foundation

/// The right to change a folder, which one process at a time has. It ends with the process, however that ends, and
/// leaves no file.
package final class FolderLock {
  private let file: OpenFile

  /// Takes the lock, waiting `seconds` for another process to end; `nil` when that one still has it.
  package init?(_ folder: RealFolder, waiting seconds: Double) throws(OutputFailure) {
    do {
      file = try OpenFile(".", in: folder.descriptor, O_RDONLY | O_DIRECTORY)
      var rest = seconds
      while try !file.lock(waits: false) {
        guard rest > 0 else { return nil }
        usleep(50_000)
        rest -= 0.05
      }
    } catch {
      throw OutputFailure(path: folder.path, error)
    }
  }

  /// Gives the lock up.
  package func release() { file.unlock() }

  /// The number of the process that has the folder's lock, where the system tells it.
  package static func holder(of folder: RealFolder) -> Int32? {
    (try? folder.status(of: ".").number).flatMap(holder(ofFile:))
  }

  /// The number of the process that has locked the file or folder of this number on the disk.
  static func holder(ofFile number: UInt64) -> Int32? {
    guard let list = try? InputFile.read("/proc/locks", limit: 1 << 20) else { return nil }
    for line in String(decoding: list, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count > 5, words[1] == "FLOCK", words[5].hasSuffix(":\(number)") { return Int32(words[4]) }
    }
    return nil
  }
}
