/// What may not stand in a published picture. Names are compared without their prefix and in small letters, so that
/// nothing depends on how a program binds namespaces.
enum SVGRules {
  private static let elements: Set<String> = [
    "script", "foreignobject", "iframe", "frame", "embed", "object", "applet", "video", "audio", "source", "handler",
    "listener", "base", "meta", "link", "form",
  ]

  private static let references: Set<String> = [
    "href", "src", "srcset", "data", "action", "formaction", "poster", "ping", "code", "codebase", "background", "base",
    "cite", "longdesc", "manifest", "srcdoc", "archive", "profile",
  ]

  private static let styleWords = [
    "@import", "@charset", "@namespace", "image-set(", "image(", "src(", "//", "expression(", "-moz-binding",
  ]

  /// Pictures that a file may hold inside itself.
  private static let embedded = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"]

  /// `xlink:href` → `href`.
  static func localName(_ name: String) -> String {
    name.split(separator: ":").last.map { $0.lowercased() } ?? ""
  }

  /// Why the element may not stand here; `nil` when it may.
  static func problem(ofElement name: String) -> String? {
    elements.contains(localName(name)) ? "The element <\(name)> stands in it" : nil
  }

  /// Why the attribute may not have this value, whose character references have been replaced.
  static func problem(ofAttribute name: String, value: String) -> String? {
    let local = localName(name)
    if name == "xmlns" || name.hasPrefix("xmlns:") {
      return value.lowercased().contains("xhtml") ? "Elements of HTML are declared by “\(name)”" : nil
    }
    if local.hasPrefix("on") { return "The attribute “\(name)” runs a script" }
    switch local {
    case "attributename":
      let animated = localName(value.filter { !$0.isWhitespace })
      let isActive = animated.hasPrefix("on") || references.contains(animated)
      return isActive ? "An animation changes “\(value)”" : nil
    case "from", "to", "by", "values":
      let leads = value.split(separator: ";").contains { hasScheme(plain(String($0))) }
      return leads ? "The attribute “\(name)” leads out of the file" : problem(ofStyle: value)
    default: break
    }
    if references.contains(local), !isInside(value) { return "The attribute “\(name)” leads out of the site" }
    return local == "style" || value.contains(where: { $0 == "(" || $0 == "\\" }) ? problem(ofStyle: value) : nil
  }

  /// Why a style sheet or a style attribute may not stand here.
  static func problem(ofStyle text: String) -> String? {
    if text.contains("\\") { return "A style has an escape \\" }
    var rest = withoutComments(text).lowercased()[...]
    var outside = ""
    while let start = rest.firstRange(of: "url(") {
      outside += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      let end = rest.firstIndex(of: ")") ?? rest.endIndex
      let target = rest[..<end].filter { $0 != "\"" && $0 != "'" }
      if !isInside(String(target)) { return "A style leads out of the site by url()" }
      rest = rest[end...]
    }
    outside += rest
    if let word = styleWords.first(where: { outside.contains($0) }) { return "A style has “\(word)”" }
    return plain(outside).contains("javascript:") ? "A style has “javascript:”" : nil
  }

  private static func withoutComments(_ text: String) -> String {
    var rest = text[...]
    var kept = ""
    while let start = rest.firstRange(of: "/*") {
      kept += rest[..<start.lowerBound] + " "
      guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return kept }
      rest = rest[end.upperBound...]
    }
    return kept + rest
  }

  /// Without the characters that browsers take out of addresses, in small letters.
  private static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F })).lowercased()
  }

  private static func hasScheme(_ address: String) -> Bool {
    let head = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return head.contains(":") || address.hasPrefix("//") || address.contains("\\")
  }

  /// Whether an address stays in the file or the site's folders, or is a picture given in place.
  private static func isInside(_ address: String) -> Bool {
    let address = plain(address)
    if embedded.contains(where: { address.hasPrefix($0 + ";") || address.hasPrefix($0 + ",") }) { return true }
    return !hasScheme(address)
  }
}
