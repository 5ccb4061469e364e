import Diagnostics
import FormDefinition
import FormModel
import Foundation
import SourceText
import Testing
import Validation

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
  private static let codes = FormProblemCode.allCases.map { "\($0.name)" } + Code.allCases.map { "\($0.name)" }

  @Test(arguments: ["zh-CN", "en"])
  func everyCodeHasASentence(language: String) throws {
    let messages = try catalog(language).messages
    for code in Self.codes { #expect(messages[code]?.say.isEmpty == false, "\(code)") }
    for code in messages.keys { #expect(Self.codes.contains(code), "\(code) is no code") }
  }

  @Test(arguments: ["zh-CN", "en"])
  func everyPlaceholderIsFilled(language: String) throws {
    let known = ["label", "value", "limit", "range", "options", "character", "code"]
    let values = Dictionary(uniqueKeysWithValues: known.map { ($0, "") })
    let messages = try catalog(language)
    for code in Self.codes {
      let (say, hint) = messages.sentence(for: code, values)
      #expect(!say.contains("{") && hint?.contains("{") != true, "\(code): \(say) \(hint ?? "")")
    }
  }

  /// The English ones stand in the sources.
  @Test func everyProblemOfARecordAndEveryPhraseHasChineseWords() throws {
    let messages = try catalog("zh-CN")
    for problem in RecordProblem.allCases { #expect(messages.record[problem]?.say.isEmpty == false, "\(problem)") }
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
    }
  }

  @Test func bothLanguagesHaveWordsForTheSameRules() throws {
    let (chinese, english) = (try catalog("zh-CN"), try catalog("en"))
    #expect(chinese.rules.keys.sorted() == english.rules.keys.sorted() && chinese.rules.count > 10)
    #expect(chinese.tooltip.text(label: "名", notes: ["必填", "两字"]) == "名（必填；两字）")
    #expect(english.tooltip.text(label: "Way", option: "Post") == "Way: Post")
    #expect(chinese.tooltip.required == "必填" && english.tooltip.required == "required")
  }

  @Test func aCatalogueWithoutTooltipsStillMakesThem() {
    let tooltip = MessageCatalog().tooltip
    #expect(tooltip.text(label: "Name", notes: []) == "Name")
    #expect(tooltip.text(label: "Name", notes: ["a", "b"]) == "Name (a; b)")
    #expect(tooltip.required == nil)
  }

  @Test func bothLanguagesHaveHintsForTheSameCodes() throws {
    let chinese = try catalog("zh-CN").messages.filter { $0.value.hint != nil }.keys.sorted()
    let english = try catalog("en").messages.filter { $0.value.hint != nil }.keys.sorted()
    #expect(chinese == english)
  }
}
