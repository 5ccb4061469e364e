internal import Bytes

/// A place of the site below its root, such as `2026-11/fees/` or `assets/site.css`; the root is empty.
package struct SitePath: Sendable, Hashable {
  /// Parts joined by `/`; a page's ends in one.
  package let text: String

  /// The place with this path.
  package init(_ text: String) { self.text = text }

  /// The address of a page of a version: `<version>/<name>/`, the home page's `<version>/`.
  package init(version: String, page: String) {
    text = page == "index" ? "\(version)/" : "\(version)/\(page)/"
  }

  /// The address of a form's page: `<version>/forms/<id>/`.
  package init(version: String, form: String) { text = "\(version)/forms/\(form)/" }

  /// The file that a server shows at this address.
  package var file: String { text.isEmpty || text.hasSuffix("/") ? text + "index.html" : text }

  /// The way from this page to the root, such as `../../`.
  package var root: String { String(repeating: "../", count: text.utf8.count { $0 == UInt8(ascii: "/") }) }

  /// The address as a link on the page at `page` names it.
  package func relative(from page: SitePath) -> String {
    let (up, rest) = way(from: page)
    let way = up + Self.encoded(rest)
    return way.isEmpty ? "./" : way
  }

  /// The same as somebody writes it in a text: nothing is percent-encoded.
  func written(from page: SitePath) -> String {
    let (up, rest) = way(from: page)
    return up + String(Substring(rest))
  }

  /// How far up, and what is below there.
  private func way(from page: SitePath) -> (up: String, rest: Substring.UTF8View) {
    let slash = UInt8(ascii: "/")
    // Bytes up to the last slash that both have.
    var common = 0
    for (position, (here, there)) in zip(page.text.utf8, text.utf8).enumerated() {
      if here != there { break }
      if here == slash { common = position + 1 }
    }
    let up = String(repeating: "../", count: page.text.utf8.dropFirst(common).count { $0 == slash })
    return (up, text.utf8.dropFirst(common))
  }

  private static func encoded(_ path: Substring.UTF8View) -> String {
    PercentEncoding.encoded(String(Substring(path)), keeping: UInt8(ascii: "/"))
  }

  /// The address below the site's own, as canonical links and the sitemap name it.
  package func absolute(below address: String) -> String {
    address + Self.encoded(text.utf8[...])
  }
}

/// Bytes in a URL (RFC 3986 §2).
package enum PercentEncoding {
  /// The text with all but unreserved characters and `kept` written as %XX.
  package static func encoded(_ text: String, keeping kept: UInt8) -> String {
    guard !text.utf8.allSatisfy({ isUnreserved($0) || $0 == kept }) else { return text }
    var out = String.UnicodeScalarView()
    for byte in text.utf8 {
      if isUnreserved(byte) || byte == kept {
        out.append(Unicode.Scalar(byte))
      } else {
        for sign in escape(byte) { out.append(Unicode.Scalar(sign)) }
      }
    }
    return String(out)
  }

  /// An address with what may stand in none (RFC 3986 §2) written as %XX, a `%` without two digits too; letters of all
  /// scripts stay (RFC 3987), and brackets only around a host.
  package static func fit(_ address: String) -> String {
    let bytes = Array(address.utf8)
    var out: [UInt8] = []
    // Slashes so far: brackets of an IPv6 host stand behind two.
    var slashes = 0
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { slashes += 1 }
      let isFit: Bool
      switch byte {
      case 0...0x20, 0x7F: isFit = false
      case UInt8(ascii: "%"):
        isFit =
          bytes.count > place + 2 && Hexadecimal.value(of: bytes[place + 1]) != nil
          && Hexadecimal.value(of: bytes[place + 2]) != nil
      case UInt8(ascii: "["), UInt8(ascii: "]"): isFit = slashes == 2
      default: isFit = !"\"<>\\^`{|}".utf8.contains(byte)
      }
      if isFit { out.append(byte) } else { out += escape(byte) }
    }
    return String(decoding: out, as: UTF8.self)
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

  /// `%XX`.
  private static func escape(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "%"), Hexadecimal.upperDigit(byte >> 4), Hexadecimal.upperDigit(byte & 15)]
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95, 126: true
    default: false
    }
  }
}
