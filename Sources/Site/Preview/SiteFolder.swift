internal import Foundation

/// The files of a built site as a web server gives them.
struct SiteFolder: Sendable {
  enum Answer {
    case file([UInt8], type: String)
    /// A folder asked for without its final `/`.
    case moved(String)
    /// The site's own page for wrong addresses.
    case missing([UInt8])
  }

  private let root: String
  private let prefix: String

  init(_ folder: URL, prefix: String) {
    root = folder.resolvingSymlinksInPath().standardizedFileURL.path
    self.prefix = prefix
  }

  /// The answer to a path as a browser asks for it, percent-encoded.
  func answer(to path: String) -> Answer {
    guard let name = name(of: path) else { return missing }
    let file = name.isEmpty ? root : "\(root)/\(name)"
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), staysInside(file) else {
      return missing
    }
    if isFolder.boolValue {
      if !path.hasSuffix("/") { return .moved(path + "/") }
      return bytes(of: "\(file)/index.html").map { .file($0, type: Self.type(of: "index.html")) } ?? missing
    }
    if path.hasSuffix("/") { return missing }
    return bytes(of: file).map { .file($0, type: Self.type(of: name)) } ?? missing
  }

  private var missing: Answer { .missing(bytes(of: "\(root)/404.html") ?? Array("Not found\n".utf8)) }

  /// The path below the root; `nil` when a part is hidden, `.`, `..` or holds a slash of its own.
  private func name(of path: String) -> String? {
    var rest = path[...]
    if prefix != "/", rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count - 1) }
    var parts: [String] = []
    for part in rest.split(separator: "/") {
      guard let part = String(part).removingPercentEncoding, !part.hasPrefix("."),
        !part.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "/") })
      else { return nil }
      parts.append(part)
    }
    return parts.joined(separator: "/")
  }

  private func staysInside(_ file: String) -> Bool {
    let real = URL(fileURLWithPath: file).resolvingSymlinksInPath().standardizedFileURL.path
    return real == root || real.hasPrefix(root + "/")
  }

  private func bytes(of file: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(fileURLWithPath: file))).map { [UInt8]($0) }
  }

  /// Media type by the name's extension.
  static func type(of name: String) -> String {
    switch name.split(separator: ".").last.map(String.init) ?? "" {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js", "mjs": "text/javascript; charset=utf-8"
    case "json": "application/json; charset=utf-8"
    case "xml": "application/xml; charset=utf-8"
    case "txt": "text/plain; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "webp": "image/webp"
    case "ico": "image/x-icon"
    case "pdf": "application/pdf"
    case "wasm": "application/wasm"
    case "ttf": "font/ttf"
    case "woff2": "font/woff2"
    default: "application/octet-stream"
    }
  }
}
