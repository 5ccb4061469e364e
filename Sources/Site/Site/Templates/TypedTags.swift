/// Rewrites a template so that what `{{{name}}}` and `{{&name}}` show is decided by the value's type.
struct TypedTags {
  private var rest: Substring
  private var written = ""

  /// The template with each unescaped tag `{{{name}}}` as `{{{html(name)}}}`; see ``ShownText``. Its syntax should have
  /// been checked, and that it keeps its delimiters: behind a tag that does not end, the text is left as it is.
  static func applied(to template: String) -> String {
    var tags = TypedTags(rest: template[...])
    while tags.readTag() {}
    return tags.written + tags.rest
  }

  private init(rest: Substring) { self.rest = rest }

  /// Copies the text up to the next tag and that tag; `false` when there is none.
  private mutating func readTag() -> Bool {
    guard let start = rest.firstRange(of: "{{") else { return false }
    written += rest[..<start.upperBound]
    rest = rest[start.upperBound...]
    let isTriple = rest.first == "{"
    let end = isTriple ? "}}}" : "}}"
    guard let stop = rest.firstRange(of: end) else { return false }
    let inside = rest[..<stop.lowerBound]
    switch inside.first {
    case "{", "&":
      let name = inside.dropFirst().filter { !$0.isWhitespace }
      written += "\(inside.prefix(1))\(ShownText.transform)(\(name))"
    default: written += inside
    }
    written += end
    rest = rest[stop.upperBound...]
    return true
  }
}
