internal import Bytes
internal import Foundation

/// What stands at a path.
package struct FileStatus: Sendable {
  /// What it is.
  package let kind: FileKind
  /// Its number on the disk; 0 where there is nothing.
  package let number: UInt64
  /// Bytes of a file.
  package let size: Int
  /// Names that the file has.
  let links: Int
  /// Number of the user whose it is.
  let owner: UInt32
  /// When the file's bytes were last changed: seconds and nanoseconds.
  private let changed: (seconds: Int, nanoseconds: Int)

  /// Nothing.
  static let nothing = FileStatus(kind: .nothing, number: 0, size: 0, links: 0, owner: 0, changed: (0, 0))

  private init(kind: FileKind, number: UInt64, size: Int, links: Int, owner: UInt32, changed: (Int, Int)) {
    self.kind = kind
    self.number = number
    self.size = size
    self.links = links
    self.owner = owner
    self.changed = changed
  }

  /// Tells it from whatever stands there later: a hash of its number, size and time of change. The number alone would
  /// not do, because the next file that is made often gets that of one that was removed.
  var identity: UInt64 {
    let parts = [Int(truncatingIfNeeded: number), size, changed.seconds, changed.nanoseconds]
    return FNV1a.hash64(parts.flatMap { part in withUnsafeBytes(of: part.littleEndian) { Array($0) } })
  }

  /// Whether somebody else may have made it: neither this process's user nor the system's. What such a thing says is not
  /// believed where it decides which files go.
  package var isForeign: Bool { kind != .nothing && owner != geteuid() && owner != 0 }

  /// What stands at a path itself, be it a link.
  package static func kind(of path: String) -> FileKind {
    var status = stat()
    return lstat(path, &status) == 0 ? FileKind(status.st_mode) : .nothing
  }

  /// What stat(2) tells.
  init(_ status: stat) {
    self.init(
      kind: FileKind(status.st_mode), number: UInt64(status.st_ino), size: Int(status.st_size),
      links: Int(status.st_nlink), owner: status.st_uid,
      changed: (status.st_mtim.tv_sec, status.st_mtim.tv_nsec))
  }
}
