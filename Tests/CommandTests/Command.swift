import Foundation
import Testing

/// The project's folder.
let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

let tinyGuide = project.appending(path: "Tests/Fixtures/TinyGuide")
let examples = project.appending(path: "content/2026-12/examples")

/// One run of a program: how it ended and what it said.
struct Run {
  var status: Int32
  var output: String
  var problems: String

  /// What stands on standard error, a line each.
  var lines: [String] { problems.split(separator: "\n").map(String.init) }

  /// Runs a program; standard error goes through a file, so that neither pipe can fill up while the other is read.
  init(_ program: String, _ arguments: [String], in folder: URL) throws {
    let said = FileManager.default.temporaryDirectory.appending(path: "zhinan-said-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: said.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: said) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = try FileHandle(forWritingTo: said)
    try process.run()
    output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
    problems = try String(contentsOf: said, encoding: .utf8)
  }
}

/// The command that was built with these tests: it lies beside the program that runs them.
enum Zhinan {
  static let path: String = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let command = tests.deletingLastPathComponent().appending(path: "zhinan").path
    precondition(
      FileManager.default.isExecutableFile(atPath: command), "there is no \(command): build the product zhinan")
    return command
  }()

  static func run(_ arguments: String..., in folder: URL = project) throws -> Run {
    try Run(path, arguments, in: folder)
  }

  /// A form's command on the project's guide, on a day that the examples were made for.
  static func form(_ arguments: String..., in folder: URL = project) throws -> Run {
    try Run(path, ["form"] + arguments + ["--root", project.path, "--today", "2026-12-01"], in: folder)
  }
}

/// A new folder that goes away with the test.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "zhinan-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Path of a file in it.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and gives its path.
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: url.appending(path: name))
    return path(name)
  }

  /// Names of everything in it, hidden files too.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  /// Every file below it, by its path.
  var files: [String: Data] {
    get throws {
      var files: [String: Data] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: url.path) {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: self.path(path), isDirectory: &isFolder)
        if !isFolder.boolValue { files[path] = try Data(contentsOf: url.appending(path: path)) }
      }
      return files
    }
  }
}

/// The permissions of a file.
func mode(_ path: String) throws -> Int {
  try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber).intValue
}
