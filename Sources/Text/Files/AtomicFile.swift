internal import Foundation

/// A file at a path of its own that gets its name once it is whole; a file that has the name is replaced, and all
/// else is refused: a link is neither followed nor replaced.
package struct AtomicFile: ~Copyable {
  private let path: String
  private let name: String
  private var file: UncommittedFile

  /// Begins the file that will be at `path`. What killed processes left in its folder goes.
  ///
  /// - Parameter mode: the file's permissions, before the process's mask; only its owner may read it when not given.
  package init(_ path: String, mode: UInt32 = 0o600) throws(OutputFailure) {
    let kind = FileStatus.kind(of: path)
    if kind != .nothing, kind != .file { throw OutputFailure(path: path, reason: kind.reason) }
    let url = URL(fileURLWithPath: path)
    file = try Self.begin(in: url.deletingLastPathComponent().path, for: path, mode)
    name = url.lastPathComponent
    self.path = path
  }

  private static func begin(
    in parent: String, for path: String, _ mode: UInt32
  ) throws(OutputFailure) -> UncommittedFile {
    do {
      let folder = try RealFolder(entering: parent)
      UncommittedFile.sweep(folder)
      return try UncommittedFile(in: folder, unnamed: UncommittedFile.canBeUnnamed(in: folder), mode: mode)
    } catch {
      // What stands in the folder's place is not the file that is asked for.
      throw error.number == 0 ? OutputFailure(path: path, number: ENOTDIR) : error.at(path)
    }
  }

  /// Writes all of the bytes behind those that are there.
  package func write(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) {
    do {
      try file.write(bytes)
    } catch {
      throw error.at(path)
    }
  }

  /// Gives the file its name, when asked once its bytes are on the disk.
  package mutating func commit(synchronised: Bool = false) throws(OutputFailure) {
    do {
      if synchronised { try file.synchronise() }
      try file.commit(as: name)
    } catch {
      throw error.at(path)
    }
  }
}
