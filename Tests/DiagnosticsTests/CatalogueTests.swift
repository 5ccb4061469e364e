import Diagnostics
import Foundation
import Testing

@Suite("The catalogue") struct CatalogueTests {
  @Test func hasEachKeyOnce() {
    let keys = Catalogue.entries.map(\.key)
    #expect(keys.count > 300 && Set(keys).count == keys.count)
  }

  @Test(arguments: Catalogue.entries.map(\.key))
  func isCompleteInBothLanguages(key: String) throws {
    let entry = try #require(Catalogue.entries.first { $0.key == key })
    #expect(!entry.english.say.isEmpty && !entry.chinese.say.isEmpty)
    #expect((entry.english.hint == nil) == (entry.chinese.hint == nil))
    #expect(entry.english.places == entry.chinese.places)
    if entry.isDiagnostic {
      #expect((entry.english.hint ?? entry.cure) != nil, "docs/diagnostics.md has no cure for it")
    }
  }

  /// Names of options, keys and files stand alone or in twos; three English words in a row would be a sentence.
  @Test(arguments: Catalogue.entries.map(\.key))
  func speaksChinese(key: String) throws {
    let entry = try #require(Catalogue.entries.first { $0.key == key })
    let text = entry.chinese.say + (entry.chinese.hint ?? "")
    #expect(text.firstMatch(of: /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/) == nil, "\(text)")
    #expect(text.firstMatch(of: /\p{Han}[,.;?!](?:\s|\p{Han}|$)/) == nil, "punctuation of English: \(text)")
  }

  @Test func fillsEveryPlace() {
    for entry in Catalogue.entries {
      let places = entry.english.places
      let arguments = Dictionary(uniqueKeysWithValues: places.map { ($0, MessageArgument.text("‹\($0)›")) })
      for language in MessageLanguage.allCases {
        let problem = Diagnostic(.error, "x", at: nil, Message(entry.key, arguments))
        let shown = problem.summary(in: language) + (problem.hint(in: language) ?? "")
        for place in places { #expect(shown.contains("‹\(place)›"), "\(entry.key): \(shown)") }
      }
    }
  }

  @Test func literalBracesAreDoubled() {
    let problem = Diagnostic.error("layout.missing-field", at: nil, ["key": .text("a"), "file": .text("f.yml")])
    #expect(problem.hint == "Add cells {label: a}, {field: a} to a row of f.yml.")
    #expect(problem.hint(in: .chinese) == "请在 f.yml 的某一行里加两格 {label: a}, {field: a}。")
  }

  @Test func listsAreParted() {
    let message = Message("hint.there-are", ["names": .list(["a", "b", "c"])])
    #expect(message.text(in: .english) == "There are: a, b, c.")
    #expect(message.text(in: .chinese) == "现有：a、b、c。")
  }

  @Test func reasonsAreSaidInTheLanguageOfTheWhole() {
    let problem = Diagnostic.error("file.unreadable", at: SourcePlace("a"), ["reason": .message("reason.no-file")])
    #expect(
      DiagnosticFormat.text.lines(for: problem, in: .chinese)
        == "a: error: 不能读取文件：没有这个文件。 [file.unreadable]\n  提示：请检查路径和权限。")
    #expect(
      DiagnosticFormat.text.lines(for: problem)
        == "a: error: The file cannot be read: no such file. [file.unreadable]\n  hint: Check the path and the permissions."
    )
  }
}

@Suite("Sentences of the argument parser") struct ParserSentenceTests {
  @Test(arguments: [
    ("Unknown option '--nope'", "没有“--nope”这个选项。"),
    ("Unknown option '--rot'. Did you mean '--root'?", "没有“--rot”这个选项。是不是“--root”？"),
    ("Unexpected argument 'it's'", "多出了“it's”，或者没有这个命令。"),
    ("2 unexpected arguments: 'a', 'b'", "多出了2个参数：a、b。"),
    ("Missing value for '--root <dir>'", "“--root <dir>”后面缺少内容。"),
    (
      "The value 'x' is invalid for '--format <text|json>'. Please provide one of 'text' and 'json'.",
      "“x”不能用于“--format <text|json>”。可以写：text、json。"
    ),
    ("The value '' is invalid for '--port <n>'", "“”不能用于“--port <n>”。"),
  ])
  func areKnown(english: String, chinese: String) {
    #expect(Message(parserSentence: english)?.text(in: .chinese) == chinese)
  }

  @Test func othersStayAsTheyAre() { #expect(Message(parserSentence: "Something else happened.") == nil) }
}

@Suite("Languages") struct LanguageTests {
  @Test(arguments: [
    ("zh-CN", MessageLanguage.chinese), ("zh", .chinese), ("zh_CN.UTF-8", .chinese), ("ZH-Hans", .chinese),
    ("en", .english), ("zha", .english), ("C", .english), ("", .english),
  ])
  func areKnownByTheirTags(tag: String, language: MessageLanguage) { #expect(MessageLanguage(tag: tag) == language) }
}
