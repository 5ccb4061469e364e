internal import Diagnostics

/// What may not stand in a published picture. Names are compared without their prefix and in small letters, so that
/// nothing depends on how a program binds namespaces; and texts as bytes, because a mark that combines with the sign
/// before it makes another character of `//` to Swift, and none to a browser.
enum SVGRules {
  private static let elements: Set<String> = [
    "script", "foreignobject", "iframe", "frame", "embed", "object", "applet", "video", "audio", "source", "handler",
    "listener", "base", "meta", "link", "form",
  ]

  private static let references: Set<String> = [
    "href", "src", "srcset", "data", "action", "formaction", "poster", "ping", "code", "codebase", "background", "base",
    "cite", "longdesc", "manifest", "srcdoc", "archive", "profile",
  ]

  /// Pictures that a file may hold inside itself.
  private static let embedded = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"]

  /// `xlink:href` → `href`.
  static func localName(_ name: String) -> String {
    name.utf8.split(separator: UInt8(ascii: ":")).last.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
  }

  /// Why the element may not stand here; `nil` when it may.
  static func problem(ofElement name: String) -> Message? {
    elements.contains(localName(name)) ? Message("reason.active-element", ["name": .text(name)]) : nil
  }

  /// Why the attribute may not have this value, whose character references have been replaced.
  static func problem(ofAttribute name: String, value: String) -> Message? {
    let local = localName(name)
    if name == "xmlns" || name.begins("xmlns:") {
      return value.lowercased().holds("xhtml") ? Message("reason.active-html", ["name": .text(name)]) : nil
    }
    if local.begins("on") { return Message("reason.active-script", ["name": .text(name)]) }
    switch local {
    case "attributename":
      let animated = localName(plain(value))
      let isActive = animated.begins("on") || references.contains(animated)
      return isActive ? Message("reason.active-animation", ["value": .text(value)]) : nil
    case "from", "to", "by", "values":
      let leads = value.utf8.split(separator: UInt8(ascii: ";")).contains {
        hasScheme(plain(String(decoding: $0, as: UTF8.self)))
      }
      return leads ? Message("reason.active-out-of-file", ["name": .text(name)]) : problem(ofDrawing: value)
    case "style": return StyleReader.problem(in: value)
    default: break
    }
    if references.contains(local), !isInside(value) {
      return Message("reason.active-out-of-site", ["name": .text(name)])
    }
    return problem(ofDrawing: value)
  }

  /// Why an attribute may not have this value if browsers read it as CSS, as they do `fill`. Of an attribute that is no
  /// such thing (a label, say) nothing is asked but that it holds no function that loads something.
  private static func problem(ofDrawing value: String) -> Message? {
    guard value.holds("(") || value.holds("\\") else { return nil }
    let small = value.lowercased()
    if value.holds("\\") || (["url"] + StyleReader.functions).contains(where: { small.holds($0 + "(") }) {
      return StyleReader.problem(in: value)
    }
    return ["//", "javascript:"].first { plain(small).holds($0) }.map {
      Message("reason.active-style-word", ["word": .text($0)])
    }
  }

  /// Without the characters that browsers take out of addresses, in small letters.
  private static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F })).lowercased()
  }

  private static func hasScheme(_ address: String) -> Bool {
    let head = address.utf8.prefix { !"/?#".utf8.contains($0) }
    return head.contains(UInt8(ascii: ":")) || address.begins("//") || address.holds("\\")
  }

  /// Whether an address stays in the file or the site's folders, or is a picture given in place.
  static func isInside(_ address: String) -> Bool {
    let address = plain(address)
    return embedded.contains { address.begins($0 + ";") || address.begins($0 + ",") } || !hasScheme(address)
  }
}

extension String {
  /// Whether these bytes stand in it, whatever follows them.
  fileprivate func holds(_ text: String) -> Bool { utf8.firstRange(of: text.utf8) != nil }

  /// Whether it begins with these bytes, whatever follows them.
  fileprivate func begins(_ text: String) -> Bool { utf8.starts(with: text.utf8) }
}
