import Foundation
import Testing
import ZhinanValidation

/// The table of examples in the library's documentation.
@Suite struct DocumentedExamples {
  private static let rows: [[String]] = {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/Rules/ZhinanValidation/ZhinanValidation.docc/RuleExamples.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("| ``Rule/") }.map { line in
      line.dropFirst(2).dropLast(2).components(separatedBy: " | ").map { cell in
        let isCode = cell.hasPrefix("`") && !cell.hasPrefix("``")
        return isCode ? String(cell.dropFirst().dropLast()) : cell
      }
    }
  }()

  @Test func everyRuleOnOneTextHasOneThatIsTrue() throws {
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    for rule in Rule.allCases where rule.takesText {
      let row = try #require(Self.rows.first { $0[0] == "``Rule/\(rule)``" }, "\(rule) has no example")
      #expect(rule.check(row[1], today: today).value == row[2], "\(rule)")
      guard !row[4].isEmpty else { continue }
      let codes = rule.check(row[3], today: today).verdict.errors.map { "\($0.name)" }
      #expect(codes == [row[4]], "\(rule)")
      for language in RuleSentence.Language.allCases {
        let sentences = rule.sentences(about: row[3], called: "×", today: today, in: language)
        #expect(sentences.first?.say.contains("×") == true && sentences.first.map { "\($0.code.name)" } == row[4])
        #expect(!sentences.contains { $0.say.contains("{") || $0.hint?.contains("{") == true }, "\(sentences)")
      }
    }
    #expect(Self.rows.count == Rule.allCases.count { $0.takesText })
  }

  @Test func aRightTextHasNoSentenceAndAnOddOneAWarning() throws {
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    #expect(Rule.mobile.sentences(about: "13800000000", called: "手机", today: today).isEmpty)
    let odd = Rule.personName.sentences(about: "王𬭎", called: "姓名", today: today)
    #expect(odd.map(\.code) == [.wNonBMP] && odd.first?.say.contains("𬭎") == true)
    #expect(Rule.uscc.expectation() == "18位，含校验位" && Rule.text.expectation(in: .english) == nil)
  }
}
