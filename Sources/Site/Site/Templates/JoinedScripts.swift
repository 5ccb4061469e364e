internal import Diagnostics

/// Scripts of one folder as one file: `assets/form.js/*.js`, in the order of their names, become `assets/form.js`.
///
/// They stand in one function, so that they see each other's names and a page sees none of them.
enum JoinedScripts {
  /// The assets with each folder whose name ends in `.js` as one script; other files in such a folder are reported.
  static func joined(_ assets: [OutputFile], diagnostics: inout [Diagnostic]) -> [OutputFile] {
    var joined: [OutputFile] = []
    var scripts: [(path: String, bytes: [UInt8])] = []
    for asset in assets {
      guard let folder = folder(of: asset.path) else {
        joined.append(asset)
        continue
      }
      guard asset.path.hasSuffix(".js") else {
        diagnostics.append(.error("template.asset/script", at: SourcePlace("templates/\(asset.path)")))
        continue
      }
      if scripts.last?.path != folder { scripts.append((folder, [])) }
      scripts[scripts.count - 1].bytes += asset.bytes + [0x0A]
    }
    return joined
      + scripts.map {
        OutputFile(path: $0.path, bytes: Array("(() => {\n\"use strict\";\n".utf8) + $0.bytes + Array("})();\n".utf8))
      }
  }

  /// The outermost folder above a file whose name ends in `.js`.
  private static func folder(of path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.dropLast().firstIndex { $0.hasSuffix(".js") }.map { parts[...$0].joined(separator: "/") }
  }
}
