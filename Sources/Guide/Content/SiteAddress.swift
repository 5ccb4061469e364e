internal import Diagnostics
internal import Bytes
internal import Foundation

/// The address that a site will have, as guide.yml gives it.
enum SiteAddress {
  /// Why a text cannot be a site's address; `nil` when it can. Pages, redirects and the map of the site put paths behind
  /// it, so it is a plain address (RFC 3986 §3): http or https, a host, perhaps a port, a path of plain parts.
  static func problem(of text: String) -> Message? {
    let scalars = text.unicodeScalars
    if scalars.contains(where: { isInvisible($0) }) { return Message("reason.address-invisible") }
    if scalars.contains(where: { "\\\"<>^`{|}".unicodeScalars.contains($0) }) {
      return Message("reason.address-character")
    }
    guard let start = ["https://", "http://"].first(where: { text.utf8.starts(with: $0.utf8) }) else {
      return Message("reason.address-scheme")
    }
    // As bytes: to Swift, a sign with a combining mark behind it is another character.
    let rest = text.utf8.dropFirst(start.utf8.count)
    if rest.contains(where: { "?#".utf8.contains($0) }) { return Message("reason.address-query") }
    let authority = rest.prefix { $0 != UInt8(ascii: "/") }
    if authority.contains(UInt8(ascii: "@")) { return Message("reason.address-user") }
    guard let url = URL(string: text), url.host?.isEmpty == false, isPort(of: authority) else {
      return Message("reason.address-host")
    }
    let path = rest.dropFirst(authority.count)
    if path.firstRange(of: "//".utf8) != nil { return Message("reason.address-empty") }
    let parts = path.split(separator: UInt8(ascii: "/")).map {
      String(decoding: $0, as: UTF8.self).removingPercentEncoding ?? "/"
    }
    if parts.contains(where: { [".", ".."].contains($0) }) { return Message("reason.address-dots") }
    if parts.contains(where: {
      $0.utf8.contains { "/\\".utf8.contains($0) } || $0.unicodeScalars.contains(where: isInvisible)
    }) {
      return Message("reason.address-percent")
    }
    return nil
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    UnicodeText.isInvisible(scalar.value) || scalar.properties.generalCategory == .spaceSeparator
  }

  /// Whether what stands behind the host is nothing or a port, 1 to 65535.
  private static func isPort(of authority: Substring.UTF8View) -> Bool {
    guard let colon = authority.lastIndex(of: UInt8(ascii: ":")), authority.last != UInt8(ascii: "]") else {
      return !authority.isEmpty
    }
    let digits = authority[authority.index(after: colon)...]
    return UInt16(String(decoding: digits, as: UTF8.self)).map { $0 > 0 } ?? false
  }
}
