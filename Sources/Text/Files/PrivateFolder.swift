package import Diagnostics
internal import Foundation

/// A new folder for temporary files that only its owner may enter (mode 0700), under a name that nobody can guess.
package struct PrivateFolder: Sendable {
  /// The folder's path.
  package let path: String

  /// Makes the folder below the system's folder for temporary files; its name begins with `name`.
  package init(name: String) throws(OutputFailure) {
    try self.init(name: name, in: FileManager.default.temporaryDirectory.path)
  }

  /// Makes the folder below `parent`.
  init(name: String, in parent: String) throws(OutputFailure) {
    let parent = parent.count > 1 && parent.hasSuffix("/") ? String(parent.dropLast()) : parent
    var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkdtemp($0) != nil } ?? false }
    guard made else { throw OutputFailure(path: parent, number: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes the folder and all that is in it. No link is followed, neither in it nor in its own place.
  package func remove() throws(OutputFailure) {
    let url = URL(fileURLWithPath: path, isDirectory: false)
    let parent = try RealFolder(entering: url.deletingLastPathComponent().path)
    let name = url.lastPathComponent
    do throws(OutputFailure) {
      try parent.folder(name).removeContents()
      guard unlinkat(parent.descriptor, name, RealFolder.removesFolder) == 0 else {
        throw OutputFailure(path: path, number: errno)
      }
    } catch {
      throw PlainPath.lies(error.path, in: path) ? error : error.at(path)
    }
  }

  /// A problem that says the folder is still there.
  package static func leftOver(_ failure: OutputFailure) -> Diagnostic {
    .warning("output.left-over", at: SourcePlace(failure.path), ["reason": .message(failure.reason)])
  }
}
