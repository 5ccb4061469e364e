internal import Foundation

/// The files below some folders with what tells a file from one that was changed: two states differ when a file did.
struct FolderState: Equatable {
  private struct Stamp: Equatable {
    var number: UInt64
    var size: Int
    var changed: [Int]
  }

  private var stamps: [String: Stamp] = [:]
  /// The folders themselves and all below them.
  private(set) var folders: [String] = []

  /// Deepest folder that is looked into.
  private static let deepest = 16
  /// Folders that were looked into, by device and number, so that links that lead round in circles end.
  private var seen: Set<[UInt64]> = []

  /// Looks at all files that are not hidden; links are followed.
  init(_ folders: [URL]) {
    for folder in folders { look(into: folder.path, depth: 0) }
  }

  static func == (left: Self, right: Self) -> Bool { left.stamps == right.stamps }

  private mutating func look(into path: String, depth: Int) {
    guard depth < Self.deepest, let folder = opendir(path) else { return }
    defer { closedir(folder) }
    var own = stat()
    guard fstat(dirfd(folder), &own) == 0, seen.insert([UInt64(own.st_dev), UInt64(own.st_ino)]).inserted else {
      return
    }
    folders.append(path)
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      var status = stat()
      guard name.utf8.first != UInt8(ascii: "."), fstatat(dirfd(folder), name, &status, 0) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: look(into: "\(path)/\(name)", depth: depth + 1)
      case S_IFREG:
        stamps["\(path)/\(name)"] = Stamp(
          number: UInt64(status.st_ino), size: Int(status.st_size),
          changed: [
            status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
          ])
      default: break
      }
    }
  }
}
