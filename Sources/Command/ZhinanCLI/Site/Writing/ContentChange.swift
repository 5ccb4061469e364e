internal import Diagnostics
internal import Files
internal import Foundation

/// Writes files below `content/`, all or none.
struct ContentChange {
  /// The guide's folder.
  let root: URL
  let console: Console
  private(set) var steps: [FolderChange.Step] = []
  private var folders: Set<String> = []

  init(root: URL, console: Console) { (self.root, self.console) = (root, console) }

  /// The path of a file below `content/`, as messages show it.
  func shown(_ path: String) -> String {
    root.relativePath == "." ? "content/\(path)" : "\(root.relativePath)/content/\(path)"
  }

  private func url(_ path: String) -> URL { root.appending(path: "content/\(path)") }

  /// Whether something has the name.
  func isThere(_ path: String) -> Bool { InputFile.kind(of: url(path).path) != .nothing }

  /// A file gets a text or bytes, where it has not the same; the folders above it are made.
  mutating func write(_ path: String, _ bytes: some Sequence<UInt8>, replaces: Bool = false) {
    let bytes = Array(bytes)
    if replaces, FileManager.default.contents(atPath: url(path).path).map(Array.init) == bytes { return }
    let parts = path.split(separator: "/").dropLast()
    for count in parts.indices {
      let folder = parts[...count].joined(separator: "/")
      if folders.insert(folder).inserted, !isThere(folder) { steps.append(.folder(folder)) }
    }
    steps.append(.file(path, bytes, replaces: replaces))
  }

  /// Does it, and prints what was written.
  func perform() throws {
    do throws(OutputFailure) {
      let folder = try RealFolder(url("").path, makes: false)
      guard let lock = try FolderLock(folder, waiting: 5) else {
        throw OutputFailure(path: shown(""), reason: Message("reason.locked/unknown"))
      }
      defer { lock.release() }
      try FolderChange(folder).recover()
      try FolderChange(folder).perform(steps)
    } catch {
      try console.reportAndStop(onErrorsIn: [error.at(shown(error.path)).diagnostic])
    }
    for case .file(let path, _, _) in steps { try console.write(shown(path)) }
  }
}
