/// The word in braces that names a directive or a role.
struct DirectiveHead {
  let name: String
  let argument: String

  /// Reads what stands after a fence: `{name} argument`.
  init?(_ info: String) {
    guard info.first == "{", let end = info.firstIndex(of: "}") else { return nil }
    let name = info[info.index(after: info.startIndex)..<end]
    guard Self.isName(name) else { return nil }
    self.name = String(name)
    argument = String(info[info.index(after: end)...].drop { $0.isWhitespace })
  }

  /// Takes `{name}` from the end of the text before a code span, which makes the span a role.
  static func takeRoleName(from before: inout [Inline]) -> String? {
    guard case .text(let text)? = before.last, text.last == "}", let open = text.lastIndex(of: "{") else { return nil }
    let name = text[text.index(after: open)..<text.index(before: text.endIndex)]
    guard isName(name) else { return nil }
    before.removeLast()
    if open > text.startIndex { before.append(.text(String(text[..<open]))) }
    return String(name)
  }

  /// Small ASCII letters, digits and `-`, a letter first.
  private static func isName(_ name: Substring) -> Bool {
    guard let first = name.utf8.first, (97...122).contains(first) else { return false }
    return name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }
}
