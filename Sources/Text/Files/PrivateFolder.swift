internal import Foundation

/// A new folder for temporary files that only its owner may enter (mode 0700), under a name that nobody can guess.
package struct PrivateFolder: Sendable {
  /// The folder's path.
  package let path: String

  /// Makes the folder below the system's folder for temporary files; its name begins with `name`.
  package init(name: String) throws(OutputFailure) {
    let parent = FileManager.default.temporaryDirectory.path
    var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkdtemp($0) != nil } ?? false }
    guard made else { throw OutputFailure(path: parent, number: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes the folder and all that is in it; no link in it is followed.
  package func remove() { try? FileManager.default.removeItem(atPath: path) }
}
