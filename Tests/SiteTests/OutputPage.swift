import Foundation
import Site

/// A page as a browser gets it, read just far enough to follow its links.
struct OutputPage {
  private let text: String

  init(_ file: OutputFile) { text = String(decoding: file.bytes, as: UTF8.self) }

  init(_ text: String) { self.text = text }

  /// Values of `href` and `src`.
  var links: [String] { values(of: "href") + values(of: "src") }

  var ids: Set<String> { Set(values(of: "id")) }

  private func values(of attribute: String) -> [String] {
    text.ranges(of: " \(attribute)=\"").compactMap { range in
      text[range.upperBound...].firstIndex(of: "\"").map {
        String(text[range.upperBound..<$0]).replacing("&amp;", with: "&")
      }
    }
  }

  /// The file that a relative link on `page` leads to, and the fragment.
  static func target(of link: String, on page: String, prefix: String) -> (path: String, fragment: String?) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let way = parts[0].split(separator: "?", omittingEmptySubsequences: false)[0]
    let fragment = parts.count > 1 ? String(parts[1]) : nil
    if way.isEmpty { return (page, fragment) }
    var folders = way.hasPrefix("/") ? [] : page.split(separator: "/").dropLast().map(String.init)
    let rest = way.hasPrefix(prefix) ? way.dropFirst(prefix.count) : way
    for part in rest.split(separator: "/") {
      if part == ".." {
        _ = folders.popLast()
      } else if part != "." {
        folders.append(part.removingPercentEncoding ?? "")
      }
    }
    let path = folders.joined(separator: "/")
    let isFolder = rest.isEmpty || rest.hasSuffix("/") || rest.hasSuffix(".")
    return (isFolder ? (path.isEmpty ? "index.html" : path + "/index.html") : path, fragment)
  }
}
