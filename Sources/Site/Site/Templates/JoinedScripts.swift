internal import Diagnostics

/// Scripts of one folder as one file: `assets/form.js/*.js`, in the order of their names, become `assets/form.js`.
///
/// They stand in one function, so that they see each other's names and a page sees none of them. Their comments are left
/// out where they begin a line, `//` and `/** … */`, and so are spaces there; no text in them may have several lines.
enum JoinedScripts {
  /// The assets with each folder whose name ends in `.js` as one script; other files in such a folder are reported, by the
  /// paths that `shown` gives.
  static func joined(
    _ assets: [OutputFile], shown: (String) -> String, diagnostics: inout [Diagnostic]
  ) -> [OutputFile] {
    var joined: [OutputFile] = []
    var scripts: [(path: String, bytes: [UInt8])] = []
    for asset in assets {
      guard let folder = folder(of: asset.path) else {
        joined.append(asset)
        continue
      }
      guard asset.path.hasSuffix(".js") else {
        diagnostics.append(.error("template.asset/script", at: SourcePlace(shown(asset.path))))
        continue
      }
      if scripts.last?.path != folder { scripts.append((folder, [])) }
      scripts[scripts.count - 1].bytes += withoutComments(asset.bytes) + [0x0A]
    }
    return joined
      + scripts.map {
        OutputFile(path: $0.path, bytes: Array("(() => {\n\"use strict\";\n".utf8) + $0.bytes + Array("})();\n".utf8))
      }
  }

  private static func withoutComments(_ script: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var isInComment = false
    for line in script.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = line.drop { $0 == 0x20 }
      if text.starts(with: Array("/**".utf8)) { isInComment = true }
      if !isInComment, !text.starts(with: Array("//".utf8)) { kept += text + [0x0A] }
      guard isInComment, let end = text.indices.dropLast().first(where: { text[$0...].starts(with: Array("*/".utf8)) })
      else { continue }
      isInComment = false
      // What stands behind a comment, such as a type's brackets, stays.
      if !text[(end + 2)...].allSatisfy({ $0 == 0x20 }) { kept += text[(end + 2)...] + [0x0A] }
    }
    return kept.last == 0x0A ? Array(kept.dropLast()) : kept
  }

  /// The outermost folder above a file whose name ends in `.js`.
  private static func folder(of path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.dropLast().firstIndex { $0.hasSuffix(".js") }.map { parts[...$0].joined(separator: "/") }
  }
}
