internal import Files
internal import Foundation

/// The files of a built site as a web server gives them.
struct SiteFolder: Sendable {
  enum Answer: Equatable {
    /// A file's path.
    case file(String, type: String)
    /// Another address of this site: a folder that was asked for without its final `/`, or where the site stands.
    case moved(String)
    /// The path of the site's own page for wrong addresses, be it there or not.
    case missing(String)
  }

  private let root: String
  private let prefix: [String]

  /// - Parameter prefix: the path below which the site stands, such as `/guide/`, not percent-encoded.
  init(_ folder: URL, prefix: String) {
    root = folder.resolvingSymlinksInPath().standardizedFileURL.path
    self.prefix = PlainPath.parts(prefix)
  }

  /// Where the site stands, percent-encoded.
  var home: String { Self.address(of: prefix) }

  /// The answer to a path as a browser asks for it, percent-encoded.
  func answer(to path: String) -> Answer {
    guard let parts = Self.parts(of: path) else { return missing }
    let isFolderAddress = path.hasSuffix("/")
    guard parts.starts(with: prefix) else { return parts.isEmpty ? .moved(home) : missing }
    let file = ([root] + parts.dropFirst(prefix.count)).joined(separator: "/")
    switch kind(of: file) {
    case S_IFDIR:
      if !isFolderAddress { return .moved(Self.address(of: parts)) }
      let index = file + "/index.html"
      return kind(of: index) == S_IFREG ? .file(index, type: Self.type(of: index)) : missing
    case S_IFREG where !isFolderAddress: return .file(file, type: Self.type(of: file))
    default: return missing
    }
  }

  private var missing: Answer { .missing("\(root)/404.html") }

  /// The path's decoded parts; `nil` when one is empty, hidden, `.` or `..`, is no UTF-8, or holds a slash or a NUL of
  /// its own. So two slashes in a row name nothing, and no address that starts with them is ever given back.
  private static func parts(of path: String) -> [String]? {
    var rest = path.dropFirst()
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    if rest.isEmpty { return path == "/" ? [] : nil }
    var parts: [String] = []
    for part in rest.split(separator: "/", omittingEmptySubsequences: false) {
      guard let part = String(part).removingPercentEncoding, part.utf8.first.map({ $0 != UInt8(ascii: ".") }) == true,
        !part.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "/") })
      else { return nil }
      parts.append(part)
    }
    return parts
  }

  private static func address(of parts: [String]) -> String {
    let unreserved = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    let encoded = parts.map { ($0.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "") + "/" }
    return "/" + encoded.joined()
  }

  /// The kind of file (`S_IFMT`) at a path that leads through no link to outside; `nil` for anything else.
  private func kind(of file: String) -> mode_t? {
    var status = stat()
    guard lstat(file, &status) == 0 else { return nil }
    let real = URL(fileURLWithPath: file).resolvingSymlinksInPath().standardizedFileURL.path
    return real.utf8.elementsEqual(file.utf8) || file == root ? status.st_mode & S_IFMT : nil
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
