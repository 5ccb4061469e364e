internal import Diagnostics
internal import Files
internal import Foundation
internal import SourceText

/// A folder of a guide and the path that messages show for it.
struct ContentFolder {
  let url: URL
  let path: String
  /// The guide's folder: no link may lead out of it.
  let root: URL

  /// Whether the folder is there.
  var exists: Bool { InputFile.kind(of: url.path) == .folder }

  /// Names of what stands in it, sorted, without hidden ones; empty when it cannot be read.
  func names(diagnostics: inout [Diagnostic]) -> [String] {
    guard exists else { return [] }
    let names = SourceFile.names(in: url, as: path, within: root, diagnostics: &diagnostics)
    return names.filter { name in
      !name.hasPrefix(".") && FileName.isFit(name, at: SourcePlace(shown(name)), diagnostics: &diagnostics)
    }
  }

  func folder(_ name: String) -> ContentFolder {
    ContentFolder(url: url.appendingPathComponent(name, isDirectory: true), path: shown(name), root: root)
  }

  func file(_ name: String) -> URL { url.appendingPathComponent(name, isDirectory: false) }

  /// The path that messages show for `name` in this folder.
  func shown(_ name: String) -> String { path.isEmpty ? name : "\(path)/\(name)" }

  func text(_ name: String, diagnostics: inout [Diagnostic]) -> SourceFile? {
    SourceFile.read(file(name), as: shown(name), within: root, diagnostics: &diagnostics)
  }

  func bytes(_ name: String, diagnostics: inout [Diagnostic]) -> [UInt8]? {
    SourceFile.bytes(file(name), as: shown(name), within: root, diagnostics: &diagnostics)
  }
}
