internal import Bytes
internal import Foundation

/// The address that a site will have, as guide.yml gives it.
enum SiteAddress {
  /// Why a text cannot be a site's address; `nil` when it can. Pages, redirects and the map of the site put paths behind
  /// it, so it is a plain address (RFC 3986 §3): http or https, a host, perhaps a port, a path of plain parts.
  static func problem(of text: String) -> String? {
    let scalars = text.unicodeScalars
    if scalars.contains(where: { isInvisible($0) }) { return "it has a space or a character that cannot be seen" }
    if scalars.contains(where: { "\\\"<>^`{|}".unicodeScalars.contains($0) }) {
      return "it has a character that stands in no address"
    }
    guard let colon = text.firstRange(of: "://"), ["http", "https"].contains(text[..<colon.lowerBound]) else {
      return "it does not begin with https:// or http://"
    }
    let rest = text[colon.upperBound...]
    if rest.contains(where: { $0 == "?" || $0 == "#" }) { return "it has a part behind ? or #" }
    let authority = rest.prefix { $0 != "/" }
    if authority.contains("@") { return "it has a user's name or password, which every page would tell" }
    guard let url = URL(string: text), url.host?.isEmpty == false, isPort(of: authority) else {
      return "it has no host that can be read"
    }
    let path = rest.dropFirst(authority.count)
    if path.contains("//") { return "its path has an empty part //" }
    let parts = path.split(separator: "/").map { $0.removingPercentEncoding ?? "/" }
    if parts.contains(where: { [".", ".."].contains($0) }) { return "its path has a part . or .." }
    if parts.contains(where: {
      $0.contains { $0 == "/" || $0 == "\\" } || $0.unicodeScalars.contains(where: isInvisible)
    }) {
      return "its path has a percent sign that hides what it means"
    }
    return nil
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    UnicodeText.isInvisible(scalar.value) || scalar.properties.generalCategory == .spaceSeparator
  }

  /// Whether what stands behind the host is nothing or a port, 1 to 65535.
  private static func isPort(of authority: Substring) -> Bool {
    guard let colon = authority.lastIndex(of: ":"), authority.last != "]" else { return !authority.isEmpty }
    return UInt16(authority[authority.index(after: colon)...]).map { $0 > 0 } ?? false
  }
}
