/// Something that is said to readers: a sentence of the ``Catalogue`` with what stands in its places, in whatever
/// language is asked for at the end.
package struct Message: Sendable, Hashable {
  private enum Content: Sendable, Hashable {
    case sentence(String, [String: MessageArgument])
    case verbatim(String)
    case phrase(String)
  }

  private let content: Content

  /// The sentence that has this key in the catalogue.
  ///
  /// - Parameter arguments: what stands in its places, by the places' names.
  package init(_ key: String, _ arguments: [String: MessageArgument] = [:]) { content = .sentence(key, arguments) }

  private init(_ content: Content) { self.content = content }

  /// A text that is in the reader's language already, or in none: it is said as it is.
  package static func verbatim(_ text: String) -> Message { Message(.verbatim(text)) }

  /// What another program or a lower room says in English, such as libyaml; where ``Catalogue`` does not know it, it
  /// stays English.
  package static func phrase(_ english: String) -> Message { Message(.phrase(english)) }

  /// A word that was probably meant, as a hint; `nil` without one.
  package static func near(_ word: String?) -> Message? { word.map { Message("hint.near", ["word": .text($0)]) } }

  /// What ArgumentParser says in English: the first sentence of `parser` in the catalogue that it can be made of. Several
  /// names in quotation marks are a list.
  package init?(parserSentence english: String) {
    for entry in Catalogue.parser {
      guard let values = SentenceParts(entry.english.say).values(in: english) else { continue }
      self.init(entry.key, values.mapValues { .list(Self.names(in: $0)) })
      return
    }
    return nil
  }

  private static func names(in text: String) -> [String] {
    var names = [Substring(text)]
    for separator in ["', '", "' and '", "' or '"] { names = names.flatMap { $0.split(separator: separator) } }
    return names.map(String.init)
  }

  /// The message in a language.
  package func text(in language: MessageLanguage) -> String {
    switch content {
    case .verbatim(let text): text
    case .phrase(let english): language == .english ? english : Catalogue.chinesePhrases[english] ?? english
    case .sentence(let key, let arguments):
      Catalogue.entry(key).map { $0.wording(in: language).say.filled(arguments, language) } ?? key
    }
  }

  /// What the catalogue advises in a language; `nil` where nothing helps.
  func hint(in language: MessageLanguage) -> String? {
    guard case .sentence(let key, let arguments) = content else { return nil }
    return Catalogue.entry(key)?.wording(in: language).hint?.filled(arguments, language)
  }
}

extension Message: CustomStringConvertible {
  /// The message in English.
  package var description: String { text(in: .english) }
}

/// What stands in a place of a sentence.
package enum MessageArgument: Sendable, Hashable {
  /// A name or a value, as it is.
  case text(String)
  case number(Int)
  /// Names, which every language parts with its own sign.
  case list([String])
  /// Another message, such as a reason.
  case message(Message)

  /// Another message of the catalogue.
  package static func message(_ key: String) -> MessageArgument { .message(Message(key)) }

  func text(in language: MessageLanguage) -> String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .list(let names): names.joined(separator: language.separator)
    case .message(let message): message.text(in: language)
    }
  }
}

extension String {
  /// The text with its places filled: `{name}` is a place, `{{` and `}}` are braces.
  fileprivate func filled(_ arguments: [String: MessageArgument], _ language: MessageLanguage) -> String {
    SentenceParts(self).map { part in
      switch part {
      case .text(let text): text
      case .place(let name): arguments[name]?.text(in: language) ?? "–"
      }
    }.joined()
  }
}
