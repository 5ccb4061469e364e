import Diagnostics
import Foundation
import Testing

@testable import Files

/// A folder for one test, which goes with it.
final class TestFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "zhinan-files-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      Issue.record("\(path) is still there: \(error)")
    }
  }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  var real: RealFolder { get throws { try RealFolder(path, makes: false) } }

  /// Makes a file and the folders above it.
  func put(_ text: String, at name: String) throws {
    let url = URL(fileURLWithPath: self(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: self(name), withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
  }

  func makePipe(_ name: String) { #expect(mkfifo(self(name), 0o600) == 0) }

  /// Makes a file of so many bytes that takes no room on the disk.
  func makeHole(_ name: String, size: Int) throws {
    try put("", at: name)
    #expect(truncate(self(name), off_t(size)) == 0)
  }

  /// All that is in the folder: of files the text, of links where they lead, of folders a slash.
  var contents: [String: String] {
    get throws {
      var found: [String: String] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
        var status = stat()
        #expect(lstat(self(name), &status) == 0)
        switch FileKind(status.st_mode) {
        case .folder: found[name] = "/"
        case .link: found[name] = "→ " + (try FileManager.default.destinationOfSymbolicLink(atPath: self(name)))
        case .file: found[name] = try String(contentsOfFile: self(name), encoding: .utf8)
        case let kind: found[name] = kind.reason.description
        }
      }
      return found
    }
  }

  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: self(name))[.posixPermissions] as? Int
  }
}
