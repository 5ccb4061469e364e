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

  /// Those of its pages, drawings and data files.
  package var problems: [Diagnostic] {
    if isEmpty { return [] }
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
    return pages + drawings + data
  }

  /// Those of a template.
  package func problems(inTemplate text: String, path: String) -> [Diagnostic] {
    found(in: .template(text), path: path)
  }

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
        KnownFact.isQuotation(entry.key)
          ? [] : found(in: entry.value, entry.key, in: node, currency: currency, areFacts: areFacts)
      }
    }
  }

  private func found(in text: String, at place: SourcePlace) -> [Diagnostic] {
    MaskedText.markdown(text).lines.flatMap { line in
      finder.literals(in: line.text).map { diagnostic($0, in: line.text, at: place) }
    }
  }

  private func found(in text: MaskedText, path: String, linesAbove: Int = 0) -> [Diagnostic] {
    let all = text.lines.lazy.flatMap { line in
      finder.literals(in: line.text).map { literal in
        diagnostic(
          literal, in: line.text, at: SourcePlace(path, line: line.number + linesAbove, column: literal.start + 1))
      }
    }
    return Array(all.prefix(Self.most))
  }

  private func diagnostic(_ literal: LiteralFinder.Found, in line: String, at place: SourcePlace) -> Diagnostic {
    let scalars = Array(line.unicodeScalars)[literal.start..<literal.end]
    let roles = literal.expressions.prefix(3).map { "{data}`\($0)`" }
    return .warning(
      "facts.literal", at: place,
      ["text": .text(String(String.UnicodeScalarView(scalars))), "suggestion": .list(Array(roles))])
  }
}

extension KnownFact {
  /// Whether what stands under a key is a quotation.
  static func isQuotation(_ key: String) -> Bool { key == "quote" || key.hasSuffix("-quote") }
}
