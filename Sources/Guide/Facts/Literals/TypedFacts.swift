package import Content
package import Diagnostics
package import SourceText

/// Facts that the words of a version repeat in letters, though the data files have them.
package struct TypedFacts: Sendable {
  private let version: GuideVersion
  private let finder: LiteralFinder
  /// How many are told of one text.
  private static let most = 100

  /// A search for the facts of a version.
  package init(_ version: GuideVersion) {
    self.version = version
    finder = LiteralFinder(version)
  }

  /// Whether the version has no facts that a text could repeat.
  package var isEmpty: Bool { finder.isEmpty }

  /// Those of its pages, drawings and data files, and of its entry in guide.yml.
  package var problems: [Diagnostic] {
    if isEmpty { return [] }
    let entry = problems(in: version.writtenTexts)
    let pages = version.texts.flatMap { page -> [Diagnostic] in
      let titles = page.writtenTexts.flatMap { found(in: $0.text, at: $0.place) }
      return titles + found(in: .markdown(page.body), path: page.path, linesAbove: page.bodyLine)
    }
    let drawings = version.figures.filter { $0.name.hasSuffix(".svg") }.flatMap { figure in
      found(in: .drawing(String(decoding: figure.written ?? figure.bytes, as: UTF8.self)), path: figure.path)
    }
    let data = version.data.keys.sorted().compactMap { version.written($0) }.flatMap { file in
      found(in: file.root, currency: file.root["currency"]?.text)
    }
    return entry + pages + drawings + data
  }

  /// Those of a template, in which no role would be filled.
  package func problems(inTemplate text: String, path: String) -> [Diagnostic] {
    found(in: .template(text), path: path, key: "facts.literal/template")
  }

  /// Those of texts such as the guide's own.
  package func problems(in texts: [WrittenText]) -> [Diagnostic] { texts.flatMap { found(in: $0.text, at: $0.place) } }

  /// Those of the words of a form, a layout or a catalogue of messages.
  package func problems(in root: SourceNode) -> [Diagnostic] {
    isEmpty ? [] : found(in: root, currency: nil, areFacts: false)
  }

  /// Texts of a file; values that are facts themselves, and quotations, are none.
  private func found(
    in node: SourceNode, _ key: String = "", in map: SourceNode? = nil, currency: String?, areFacts: Bool = true
  )
    -> [Diagnostic]
  {
    switch node.value {
    case .null: return []
    case .scalar(let text):
      if areFacts, KnownFact.kind(of: text, key, in: map ?? node, currency) != nil { return [] }
      return found(in: text, at: node.place)
    case .list(let nodes):
      return nodes.flatMap { found(in: $0, key, in: node, currency: currency, areFacts: areFacts) }
    case .map(let entries):
      return entries.flatMap { entry in
        DataFile.isQuotation(entry.key)
          ? [] : found(in: entry.value, entry.key, in: node, currency: currency, areFacts: areFacts)
      }
    }
  }

  private func found(in text: String, at place: SourcePlace) -> [Diagnostic] {
    guard LiteralFinder.mayHold(text) else { return [] }
    let masked = MaskedText.markdown(text).scalars
    return finder.literals(in: masked, most: Self.most).map { diagnostic($0, at: place) }
  }

  private func found(in text: MaskedText, path: String, linesAbove: Int = 0, key: String = "facts.literal")
    -> [Diagnostic]
  {
    let scalars = text.scalars
    var (line, lineStart, place) = (1, 0, 0)
    return finder.literals(in: scalars, most: Self.most).map { literal in
      while place < literal.start {
        if scalars[place] == "\n" { (line, lineStart) = (line + 1, place + 1) }
        place += 1
      }
      let column = literal.start - lineStart + 1
      return diagnostic(literal, at: SourcePlace(path, line: line + linesAbove, column: column), key: key)
    }
  }

  private func diagnostic(
    _ literal: LiteralFinder.Found, at place: SourcePlace, key: String = "facts.literal"
  ) -> Diagnostic {
    let roles = literal.expressions.prefix(3).map { "{data}`\($0)`" }
    return .warning(
      key, at: place,
      ["text": .text(literal.text), "suggestion": .list(Array(roles))])
  }
}
