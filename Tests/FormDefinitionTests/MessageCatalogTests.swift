import Diagnostics
import FormDefinition
import FormMessages
import FormModel
import Foundation
import SourceText
import Testing
import ZhinanValidation

/// The guide's own messages.
@Suite struct GuideMessages {
  private func catalog(_ language: String) throws -> MessageCatalog {
    var diagnostics: [Diagnostic] = []
    let path = "templates/messages/\(language).yml"
    let catalog = SourceFile.read(project.appending(path: path), as: path, diagnostics: &diagnostics)
      .flatMap { MessageCatalog.read($0, diagnostics: &diagnostics) }
    #expect(printed(diagnostics) == [])
    return try #require(catalog)
  }

  /// Every code that a record of a form can have.
  private static let recordProblems =
    RecordProblem.allCases.map { "\($0.name)" } + TableProblem.allCases.map { "\($0.name)" }
  private static let codes = FormProblemCode.allCases.map { "\($0.name)" } + Code.allCases.map { "\($0.name)" }

  @Test(arguments: ["zh-CN", "en"])
  func everyCodeHasASentence(language: String) throws {
    let table = try catalog(language).table
    for code in Self.codes { #expect(table.message(code.utf8)?.say.text.isEmpty == false, "\(code)") }
    let known = Self.codes + Self.recordProblems
    let cases = Set(Rule.allCases.map { "\($0.name)" } + MessageTable.cases.map { "\($0)" })
    for name in table.names.map({ String(decoding: $0, as: UTF8.self) })
    where !["range/", "reading/", "place/"].contains(where: name.hasPrefix) {
      let parts = name.split(separator: "/").map(String.init)
      #expect(known.contains(parts[0]) || parts[0] == "rule" && parts.count == 2, "\(name) is no code")
      #expect(parts.count == 1 || cases.contains(parts[1]), "\(name) is no case")
    }
  }

  @Test(arguments: ["zh-CN", "en"])
  func everyPlaceholderIsFilled(language: String) throws {
    let known = [
      "label", "value", "limit", "range", "options", "character", "code", "place", "expected", "length", "lengths",
      "standard", "standardCode", "digits", "formats",
    ]
    let table = try catalog(language).table
    for code in table.names.map({ String(decoding: $0, as: UTF8.self) }) where code.contains("_") {
      let message = try #require(table.message(code.utf8))
      for template in [message.say, message.hint ?? message.say] {
        let filled = template.filled { name in known.contains(String(decoding: name, as: UTF8.self)) ? [] : nil }
        #expect(!filled.contains(0x7B), "\(code): \(String(decoding: filled, as: UTF8.self))")
      }
    }
  }

  @Test func sentencesAboutRecordsHaveThePlaceholdersThatAreFilled() throws {
    let known: Set = [
      "label", "form", "key", "near", "column", "line", "sign", "count", "columns", "encoding", "limit", "other",
    ]
    let table = try catalog("zh-CN").table
    for problem in Self.recordProblems {
      let message = try #require(table.message(problem.utf8))
      for template in [message.say, message.hint ?? message.say] {
        let text = String(decoding: template.text, as: UTF8.self)
        for match in text.matches(of: /\{(\w*)\}/) {
          #expect(known.contains(String(match.1)), "\(problem): \(match.0)")
        }
      }
    }
  }

  /// Codes and problems of records share a table.
  @Test func aNameAmongCodesThatIsNoneIsAnError() {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "m", text: "codes: {form: {say: x}}")
    #expect(MessageCatalog.read(file, diagnostics: &diagnostics) == nil)
    #expect(diagnostics.map(\.id) == ["messages.value"] && diagnostics.first?.place?.column == 9)
  }

  /// The English ones stand in the sources.
  @Test func everyProblemOfARecordAndEveryPhraseHasChineseWords() throws {
    let messages = try catalog("zh-CN")
    for problem in Self.recordProblems {
      #expect(messages.table.message(problem.utf8)?.say.text.isEmpty == false, "\(problem)")
    }
    for phrase in BatchPhrase.allCases { #expect(messages.batch[phrase]?.isEmpty == false, "\(phrase)") }
  }

  /// Problems of PDFs are said in English by the program itself, in Chinese by the catalogue.
  @Test func everyProblemOfAPDFIsSaidInChineseWithTheSameValues() throws {
    func values(in text: String?) -> Set<Substring> { Set((text ?? "").matches(of: /\{\w+\}/).map(\.output)) }
    let reading = try catalog("zh-CN").reading
    for problem in ReadingProblem.allCases {
      let message = try #require(reading[problem], "\(problem.rawValue)")
      #expect(values(in: message.say) == values(in: problem.say), "\(problem.rawValue)")
      #expect((message.hint == nil) == (problem.hint == nil), "\(problem.rawValue)")
      #expect((message.page == nil) == (problem.pageHint == nil), "\(problem.rawValue)")
    }
  }

  /// A page has no options and no commands.
  @Test(arguments: ["zh-CN", "en"])
  func pagesSayWhatFitsAPage(language: String) throws {
    let table = try catalog(language).table
    for problem in ReadingProblem.allCases where problem.isForPages {
      let message = try #require(table.message(problem.tableName), "\(problem.rawValue)")
      for text in [message.say.text, message.hint?.text ?? []] {
        #expect(!String(decoding: text, as: UTF8.self).contains("--"), "\(problem.rawValue)")
      }
    }
    #expect(table.message(ReadingProblem.removed.tableName) == nil)
  }

  @Test func bothLanguagesHaveWordsForTheSameRules() throws {
    let (chinese, english) = (try catalog("zh-CN"), try catalog("en"))
    for rule in Rule.allCases {
      #expect((chinese.words(of: rule) == nil) == (english.words(of: rule) == nil), "\(rule.name)")
    }
    #expect(chinese.tooltip.text(label: "名", notes: ["必填", "两字"]) == "名（必填；两字）")
    #expect(english.tooltip.text(label: "Way", option: "Post") == "Way: Post")
    #expect(chinese.tooltip.required == "必填" && english.tooltip.required == "required")
    #expect(chinese.name(ofPage: 2) == "第2页" && chinese.places.file == "文件本身")
    #expect(english.name(ofPage: 2) == "page 2" && english.places.file == "the file itself")
  }

  @Test func aCatalogueWithoutTooltipsStillMakesThem() {
    let tooltip = MessageCatalog().tooltip
    #expect(tooltip.text(label: "Name", notes: []) == "Name")
    #expect(tooltip.text(label: "Name", notes: ["a", "b"]) == "Name (a; b)")
    #expect(tooltip.required == nil)
  }

  @Test func bothLanguagesHaveHintsForTheSameCodes() throws {
    let (chinese, english) = (try catalog("zh-CN").table, try catalog("en").table)
    for code in Self.codes {
      #expect((chinese.message(code.utf8)?.hint == nil) == (english.message(code.utf8)?.hint == nil), "\(code)")
    }
    // Those of one rule only, and what rules ask, among them.
    let names = [chinese.names, english.names].map { names in
      names.map { String(decoding: $0, as: UTF8.self) }.filter { $0.contains("/") }
    }
    #expect(names[0] == names[1] && names[0].contains("E_REGION/postal_code"))
  }

  /// “要求：…” is said of every value that is not written as its rule asks.
  @Test(arguments: ["zh-CN", "en"])
  func everyRuleThatCanRefuseAShapeHasWords(language: String) throws {
    let messages = try catalog(language)
    let rules: [Rule] = [
      .foreignPermanentResident, .foreignPermanentResidentAdult, .hkMacaoPermit, .taiwanPermit, .passport, .landline,
      .phone, .phoneList, .email, .region, .date, .dateValidity, .number,
    ]
    for rule in rules { #expect(messages.words(of: rule)?.isEmpty == false, "\(rule.name)") }
  }
}

/// The library's own sentences, which scripts/sentences.py writes.
@Suite struct LibrarySentences {
  @Test(arguments: RuleSentence.Language.allCases)
  func areThoseOfTheCatalogue(language: RuleSentence.Language) throws {
    var diagnostics: [Diagnostic] = []
    let path = "templates/messages/\(language.rawValue).yml"
    let catalog = SourceFile.read(project.appending(path: path), as: path, diagnostics: &diagnostics)
      .flatMap { MessageCatalog.read($0, language: language.rawValue, diagnostics: &diagnostics) }
    let table = try #require(catalog).table
    for name in table.names {
      let text = String(decoding: name, as: UTF8.self)
      let code = String(text.prefix { $0 != "/" })
      let isOfValues = ["range", "rule"].contains(code) || Code.allCases.contains { "\($0.name)" == code }
      #expect(language.table.message(name) == (isOfValues ? table.message(name) : nil), "\(text)")
    }
    #expect(language.table.names.allSatisfy { table.message($0) != nil } && language.table.separator == table.separator)
  }
}
