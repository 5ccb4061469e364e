internal import Bytes
package import Diagnostics
internal import SourceText

/// Facts in texts that are no Markdown: titles, alternative texts, addresses. `` {data}`path` `` stands for a fact there
/// too; a backslash before it says that it is meant as it is.
package enum FactText {
  /// The text with its facts; those that are not there are reported at `place`, and their path stays.
  package static func filled(
    _ text: String, at place: SourcePlace, in version: GuideVersion, diagnostics: inout [Diagnostic]
  ) -> String {
    guard text.utf8.contains(UInt8(ascii: "`")) else { return text }
    var filled = ""
    var rest = text[...]
    while let match = rest.firstMatch(of: /\\?\{([a-z][a-z0-9-]*)\}`([^`]*)`/) {
      filled += rest[..<match.range.lowerBound]
      if match.output.0.first == "\\" {
        filled += match.output.0.dropFirst()
      } else {
        let (name, path) = (String(match.output.1), String(match.output.2))
        filled += value(of: name, path, at: place, in: version, diagnostics: &diagnostics) ?? path
      }
      rest = rest[match.range.upperBound...]
    }
    return filled + rest
  }

  /// The fact that a role names; `nil` when it is reported, or when its data file could not be read, which was reported.
  package static func value(
    of role: String, _ path: String, at place: SourcePlace, in version: GuideVersion, diagnostics: inout [Diagnostic]
  ) -> String? {
    guard role == "data" || role == "tel" else {
      diagnostics.append(.error("role.unknown", at: place, ["name": .text(role)]))
      return nil
    }
    switch version.value(at: path) {
    case .found(let node):
      if let text = node.text {
        if role == "tel", !isTelephone(text) {
          diagnostics.append(.error("role.telephone", at: place, ["path": .text(path), "text": .text(text)]))
        }
        return text
      }
      diagnostics.append(.error("data.not-text", at: place, ["path": .text(path), "kind": .message(node.kind)]))
    case .missing(let part, _) where version.unread.contains("data/\(part).yml"): break
    case .missing(let part, let known):
      let near = NearWord.nearest(to: part, in: known)
      let hint: Message? =
        near.map { .near($0) }
        ?? (known.isEmpty || known.count > 12 ? nil : Message("hint.there-are", ["names": .list(known)]))
      diagnostics.append(
        .error("data.unknown", at: place, ["path": .text(path), "part": .text(part)], hint: hint))
    }
    return nil
  }

  /// Whether a text is one number that can be called: digits, perhaps `+` before them, and what is written between them.
  package static func isTelephone(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.enumerated().allSatisfy { place, byte in
        (0x30...0x39).contains(byte) || " -()".utf8.contains(byte) || byte == UInt8(ascii: "+") && place == 0
      }
  }
}
