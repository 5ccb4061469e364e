/// Everything that the program itself says, in both languages. Sentences about records and PDFs stand with the guide, in
/// templates/messages/.
package enum Catalogue {
  /// A sentence, and what to do about it where something helps.
  package struct Wording: Sendable {
    /// The sentence, with places such as `{path}`.
    package let say: String
    /// What to do, with the same places.
    package let hint: String?

    /// The names of the places, in the sentence and in the hint.
    package var places: Set<String> {
      let parts = Array(SentenceParts(say)) + SentenceParts(hint ?? "")
      return Set(
        parts.compactMap { part in
          if case .place(let name) = part { return name }
          return nil
        })
    }
  }

  /// A sentence in both languages.
  package struct Entry: Sendable {
    /// A diagnostic's id; with `/` and a word behind it where one id has several sentences.
    package let key: String
    /// In English.
    package let english: Wording
    /// In Chinese.
    package let chinese: Wording

    /// What docs/diagnostics.md advises where there is no hint, because the sentence says it already; in English.
    package let cure: String?

    /// A sentence and its hint in English (`en`) and in Chinese (`zh`).
    init(
      _ key: String, en: String, _ hint: String? = nil, zh: String, _ zhHint: String? = nil, cure: String? = nil
    ) {
      self.key = key
      self.cure = cure
      english = Wording(say: en, hint: hint)
      chinese = Wording(say: zh, hint: zhHint)
    }

    /// Whether it is a problem by itself, and no part of another sentence or a line of a result.
    package var isDiagnostic: Bool {
      !["hint", "parser", "reason", "text", "usage", "what", "word"].contains { key.hasPrefix($0 + ".") }
    }

    /// What is printed of the key: all before `/`.
    package var id: String { Catalogue.id(of: key) }

    /// The sentence in a language.
    package func wording(in language: MessageLanguage) -> Wording { language == .chinese ? chinese : english }
  }

  /// All sentences, by rooms.
  package static let entries: [Entry] =
    common + reasons + sourceReasons + files + texts + records + forms + layouts + contents + facts + expressions
    + claims + releases
    + markdown
    + templates
    + usage + parser

  private static let byKey = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }

  /// The sentence of a key; `nil` where there is none, which a test of the sources finds.
  static func entry(_ key: String) -> Entry? { byKey[key] }

  /// A key without what tells the sentences of one id apart.
  static func id(of key: String) -> String { String(key.prefix { $0 != "/" }) }
}
