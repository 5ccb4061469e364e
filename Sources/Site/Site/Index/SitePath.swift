/// A place of the site below its root, such as `2026-11/fees/` or `assets/site.css`; the root is empty.
struct SitePath: Sendable, Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  /// The address of a page of a version: `<version>/<name>/`, the home page's `<version>/`.
  init(version: String, page: String) {
    text = page == "index" ? "\(version)/" : "\(version)/\(page)/"
  }

  /// The file that a server shows at this address.
  var file: String { text.isEmpty || text.hasSuffix("/") ? text + "index.html" : text }

  /// The way from this page to the root, such as `../../`.
  var root: String { String(repeating: "../", count: text.utf8.count { $0 == UInt8(ascii: "/") }) }

  /// The address as a link on the page at `page` names it.
  func relative(from page: SitePath) -> String {
    let here = page.text.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let there = text.split(separator: "/", omittingEmptySubsequences: false)
    var common = 0
    while common < here.count, common < there.count - 1, here[common] == there[common] { common += 1 }
    let up = String(repeating: "../", count: here.count - common)
    let way = up + there[common...].map { PercentEncoding.encoded(String($0)) }.joined(separator: "/")
    return way.isEmpty ? "./" : way
  }

  /// The address below the site's own, as canonical links and the sitemap name it.
  func absolute(below address: String) -> String {
    address + text.split(separator: "/", omittingEmptySubsequences: false).map { PercentEncoding.encoded(String($0)) }
      .joined(separator: "/")
  }
}

/// Bytes in a URL (RFC 3986 §2).
enum PercentEncoding {
  /// The text with all but unreserved characters written as %XX.
  static func encoded(_ text: String) -> String {
    guard !text.utf8.allSatisfy(isUnreserved) else { return text }
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var out = String.UnicodeScalarView()
    for byte in text.utf8 {
      if isUnreserved(byte) {
        out.append(Unicode.Scalar(byte))
      } else {
        out.append("%")
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
    }
    return String(out)
  }

  /// The text with every %XX read; `nil` when it is not UTF-8 or a % stands alone.
  static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95, 126: true
    default: false
    }
  }
}
