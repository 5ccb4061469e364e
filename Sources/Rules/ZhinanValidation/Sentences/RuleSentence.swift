#if canImport(Bytes)
  internal import Bytes
#endif

/// What is said about a code that a rule gave a text.
public struct RuleSentence: Sendable, Equatable {
  /// What was found.
  public let code: Code
  /// What is wrong, or odd.
  public let say: String
  /// What to do about it; `nil` where nothing helps.
  public let hint: String?

  /// Languages that there are sentences in.
  public enum Language: String, CaseIterable, Sendable {
    case chinese = "zh-CN"
    case english = "en"
  }
}

extension Rule {
  /// What is said about a text that is checked: a sentence for each error, then for each warning.
  ///
  /// ```swift
  /// let today = CalendarDate(year: 2026, month: 11, day: 30)!
  /// Rule.mobile.sentences(about: "1380013800", called: "手机号码", today: today).first?.say
  /// // “手机号码”有10个字符，应为11个。
  /// ```
  ///
  /// The text itself is not repeated, but for a character that is told of: sentences may be shown to others.
  ///
  /// - Parameters:
  ///   - text: as it was typed.
  ///   - label: what the text is called where it was asked for.
  ///   - today: the day that ages and future dates are counted from.
  /// - Returns: none for a text that is right.
  public func sentences(
    about text: String, called label: String, today: CalendarDate, in language: RuleSentence.Language = .chinese
  ) -> [RuleSentence] {
    let bytes = Array(text.utf8)
    let verdict = check(bytes, today: today).verdict
    return [verdict.errors, verdict.warnings].joined().map { code in
      let sentence = language.table.sentence(for: code, of: self, in: bytes, label: Array(label.utf8))
      return RuleSentence(
        code: code, say: String(decoding: sentence.say, as: UTF8.self),
        hint: sentence.hint.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// What the rule asks, in a few words; `nil` where there is nothing to say, as for any text.
  public func expectation(in language: RuleSentence.Language = .chinese) -> String? {
    language.table.words(of: self).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension RuleSentence.Language {
  /// The language's sentences about values, which are those of templates/messages.
  package var table: MessageTable {
    switch self {
    case .chinese: Self.chineseTable
    case .english: Self.englishTable
    }
  }

  private static let chineseTable = MessageTable(chineseSentences)
  private static let englishTable = MessageTable(englishSentences)
}

/// What is said in one language.
struct SentenceList: Sendable {
  let language: StaticString
  let separator: StaticString
  /// Names, sentences and hints.
  let sentences: [(StaticString, StaticString, StaticString?)]
}

extension MessageTable {
  fileprivate init(_ list: SentenceList) {
    self.init(language: list.language.utf8)
    separator = list.separator.utf8
    for (name, say, hint) in list.sentences {
      set(name.utf8, Message(say: MessageTemplate(say.utf8), hint: hint.map { MessageTemplate($0.utf8) }))
    }
  }
}
