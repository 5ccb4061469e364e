internal import Foundation

/// A file at a path of its own that gets its name once it is whole; one that has the name is replaced (mode 0600).
package struct AtomicFile: ~Copyable {
  private let path: String
  private let folder: Int32
  private var file: UncommittedFile

  /// Begins the file that will be at `path`. What killed processes left in its folder goes.
  package init(_ path: String) throws(OutputFailure) {
    self.path = path
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw OutputFailure(path: path, reason: FileKind(status.st_mode).reason)
    }
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let folder = open(parent, Self.pathOnly | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw OutputFailure(path: path, number: errno) }
    UncommittedFile.sweep(folder, path: parent)
    do {
      file = try UncommittedFile(in: folder, unnamed: UncommittedFile.canBeUnnamed(in: folder))
      self.folder = folder
    } catch {
      close(folder)
      throw OutputFailure(path: path, number: error.number)
    }
  }

  deinit { close(folder) }

  /// O_PATH of Linux, which is no constant in Swift: a folder may be written to without being read.
  private static var pathOnly: Int32 { 0o10_000_000 }

  /// Writes all of the bytes behind those that are there.
  package func write(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) {
    do {
      try file.write(bytes)
    } catch {
      throw OutputFailure(path: path, number: error.number)
    }
  }

  /// Gives the file its name, when asked once its bytes are on the disk.
  package mutating func commit(synchronised: Bool = false) throws(OutputFailure) {
    do {
      if synchronised { try file.synchronise() }
      try file.commit(as: URL(fileURLWithPath: path).lastPathComponent)
    } catch {
      throw OutputFailure(path: path, number: error.number)
    }
  }
}
