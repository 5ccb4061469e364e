/// The parts of a sentence with places: `{name}` is a place, `{{` and `}}` are braces.
struct SentenceParts: Sequence, IteratorProtocol {
  enum Part: Equatable {
    case text(String)
    case place(String)
  }

  private var rest: Substring

  init(_ sentence: String) { rest = sentence[...] }

  mutating func next() -> Part? {
    guard let first = rest.first else { return nil }
    if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
      rest = rest.dropFirst(2)
      return .text(String(first))
    }
    if first == "{", let end = rest.firstIndex(of: "}") {
      defer { rest = rest[rest.index(after: end)...] }
      return .place(String(rest[rest.index(after: rest.startIndex)..<end]))
    }
    let end = rest.dropFirst().firstIndex { $0 == "{" || $0 == "}" } ?? rest.endIndex
    defer { rest = rest[end...] }
    return .text(String(rest[..<end]))
  }
}

extension SentenceParts {
  /// What stands in the places of this sentence where `text` is made of it; `nil` when it is not.
  func values(in text: String) -> [String: String]? { Self.values(Array(self)[...], text[...]) }

  private static func values(_ parts: ArraySlice<Part>, _ text: Substring) -> [String: String]? {
    guard let part = parts.first else { return text.isEmpty ? [:] : nil }
    let others = parts.dropFirst()
    switch part {
    case .text(let words):
      return text.hasPrefix(words) ? values(others, text.dropFirst(words.count)) : nil
    case .place(let name):
      guard case .text(let words)? = others.first else { return text.isEmpty ? nil : [name: String(text)] }
      var from = text.startIndex
      while let found = text[from...].firstRange(of: words) {
        if var rest = values(others, text[found.lowerBound...]) {
          rest[name] = String(text[..<found.lowerBound])
          return rest
        }
        from = text.index(after: found.lowerBound)
      }
      return nil
    }
  }
}
