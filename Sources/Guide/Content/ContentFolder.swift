internal import Diagnostics
internal import Foundation
internal import SourceText

/// A folder of a guide and the path that messages show for it.
struct ContentFolder {
  let url: URL
  let path: String

  /// Whether the folder is there.
  var exists: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Names of what stands in it, sorted, without hidden ones; empty when it cannot be read.
  func names(diagnostics: inout [Diagnostic]) -> [String] {
    guard exists else { return [] }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: url.path).filter { !$0.hasPrefix(".") }.sorted()
      return names.filter { FileName.isFit($0, at: SourcePlace(shown($0)), diagnostics: &diagnostics) }
    } catch {
      diagnostics.append(
        .error("file.unreadable", at: SourcePlace(path), "The folder cannot be read: \(SourceFile.reason(error))."))
      return []
    }
  }

  func folder(_ name: String) -> ContentFolder {
    ContentFolder(url: url.appendingPathComponent(name, isDirectory: true), path: shown(name))
  }

  func file(_ name: String) -> URL { url.appendingPathComponent(name, isDirectory: false) }

  /// The path that messages show for `name` in this folder.
  func shown(_ name: String) -> String { path.isEmpty ? name : "\(path)/\(name)" }

  func text(_ name: String, diagnostics: inout [Diagnostic]) -> SourceFile? {
    SourceFile.read(file(name), as: shown(name), diagnostics: &diagnostics)
  }

  func bytes(_ name: String, diagnostics: inout [Diagnostic]) -> [UInt8]? {
    do {
      return [UInt8](try Data(contentsOf: file(name)))
    } catch {
      diagnostics.append(
        .error(
          "file.unreadable", at: SourcePlace(shown(name)), "The file cannot be read: \(SourceFile.reason(error))."))
      return nil
    }
  }
}
