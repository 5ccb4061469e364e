/// Gives every heading of a page its own id.
struct HeadingIDs {
  private var used: Set<String> = []
  /// The number to try next for a text that several headings have.
  private var numbers: [String: Int] = [:]

  /// Takes an id that stands elsewhere on the page.
  mutating func reserve(_ id: String) { used.insert(id) }

  /// The author's id; false when it is taken.
  mutating func claim(_ id: String) -> Bool { used.insert(id).inserted }

  /// The id of a heading without one: its text, and -1, -2 … when that is taken.
  mutating func make(of title: String) -> String {
    let slug = Self.slug(title)
    if used.insert(slug).inserted { return slug }
    var number = numbers[slug] ?? 1
    while !used.insert("\(slug)-\(number)").inserted { number += 1 }
    numbers[slug] = number + 1
    return "\(slug)-\(number)"
  }

  /// Letters of any script and digits stay, ASCII letters in lower case; spaces become `-`; the rest is dropped.
  static func slug(_ title: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      switch scalar {
      case "A"..."Z": slug.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      case "-", "_": slug.append(scalar)
      case _ where scalar.properties.isWhitespace: slug.append("-")
      case _ where isWordScalar(scalar): slug.append(scalar)
      default: break
      }
    }
    return slug.isEmpty ? "section" : String(slug)
  }

  /// Whether an author may write it as an id: letters, digits, `-`, `_`, `.`.
  static func isValid(_ id: String) -> Bool {
    !id.isEmpty && id.unicodeScalars.allSatisfy { isWordScalar($0) || "-_.".unicodeScalars.contains($0) }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
  }

  /// Takes `{#id}`, or `{#id #former …}`, from a heading's end: its id, then those that it had before.
  static func explicitIDs(in content: inout [Inline]) -> [String] {
    guard case .text(let text)? = content.last, text.hasSuffix("}"),
      let open = text.range(of: "{#", last: true)
    else { return [] }
    let written = text[open.upperBound..<text.index(before: text.endIndex)]
    var ids: [String] = []
    for part in written.split(separator: " ", omittingEmptySubsequences: false) {
      if let last = ids.last, !part.hasPrefix("#") {
        // No id of its own: told together with what it stands behind.
        if !part.isEmpty { ids[ids.count - 1] = "\(last) \(part)" }
      } else {
        ids.append(String(ids.isEmpty ? part : part.dropFirst()))
      }
    }
    let rest = String(text[..<open.lowerBound].trimmingSpaceAtEnd())
    content.removeLast()
    if !rest.isEmpty { content.append(.text(rest)) }
    return ids
  }
}

extension String {
  fileprivate func range(of word: String, last: Bool) -> Range<Index>? { ranges(of: word).last }
}

extension Substring {
  fileprivate func trimmingSpaceAtEnd() -> Substring {
    var rest = self
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
