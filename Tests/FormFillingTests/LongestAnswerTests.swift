import Diagnostics
import FormDefinition
import FormFilling
import FormModel
import SourceText
import Testing
import ZhinanValidation

/// What `max-length` allows has room on paper.
@Suite struct LongestAnswers {
  /// The smallest size that one reads without effort, hundredths of a point.
  private static let readable = 700

  /// A character of the widest that the field's rules take; unbroken, so that nothing helps to break the line.
  private static func widest(_ field: CompiledField) -> String {
    var rules: [Rule] = []
    switch field.rule {
    case .one(let rule): rules = [rule]
    case .chosen(_, let cases, let otherwise): rules = cases.map(\.rule) + [otherwise]
    }
    let withHan: Set<Rule> = [.text, .companyName, .personName, .foreignName, .address, .region]
    return rules.contains { withHan.contains($0) } ? "鞍" : field.rule == .one(.email) ? "W" : "8"
  }

  @Test(arguments: ["ca-application", "pickup", "seal-sample"])
  func whatTheGreatestLengthAllowsFitsWithoutBecomingUnreadable(id: String) throws {
    var form = try GuideForm.named(id).compiled
    // Only the room is looked at: no rule, no condition, no comparison.
    form.checks = []
    var answers: [String] = []
    var expected: [Int: Int] = [:]
    for index in form.fields.indices {
      let field = form.fields[index]
      form.fields[index].appliesWhen = nil
      form.fields[index].need = .optional
      form.fields[index].fallback = .none
      guard field.kind == .text else { continue }
      #expect(field.maxLength > 0, "\(String(decoding: field.key, as: UTF8.self)) takes a text of any length")
      form.fields[index].rule = .one(.text)
      expected[index] = Int(field.maxLength)
      guard field.item == nil else { continue }
      answers.append(
        "\(String(decoding: field.key, as: UTF8.self)): \"\(String(repeating: Self.widest(field), count: Int(field.maxLength)))\""
      )
    }
    for group in form.groups {
      let names = String(repeating: "鞍", count: 100)
      answers.append("\(String(decoding: group.key, as: UTF8.self)):")
      answers += (0..<group.maximum).map { _ in "  - {name: \"\(names)\"}" }
    }
    var diagnostics: [Diagnostic] = []
    var violations: [Violation] = []
    let source = SourceFile(path: "record.yml", text: answers.joined(separator: "\n") + "\n")
    let node = try #require(YAMLReader.read(source, diagnostics: &diagnostics))
    let record = try #require(RecordReader.read(node, form: form, diagnostics: &diagnostics))
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    let checked = try #require(form.check(record.answers, today: today, violations: &violations), "\(violations)")
    var placer = FormPlacer(form: form, fonts: Fonts.first)
    let placed = placer.place(checked, violations: &violations)
    let refused = violations.map { "\($0)" }
    let texts = try #require(placed, "\(refused)")
    for text in texts {
      let name = String(decoding: form.fields[text.field].key, as: UTF8.self)
      let shown = text.runs.reduce(0) { $0 + $1.glyphs.count }
      #expect(shown == expected[text.field], "\(name) is shown whole")
      #expect(text.size >= Self.readable, "\(name) stands at \(text.size)")
    }
    #expect(Set(texts.map(\.field)) == Set(expected.keys))
  }

  /// A text that has room on two lines keeps its size.
  @Test func aLongTextBreaksBeforeItShrinks() throws {
    let name = String(repeating: "鞍山示例建筑公司", count: 9)
    let placed = try FilledRecord(newCompanyWith: [("orgName", name)]).text("orgName")
    #expect(placed.size == 950 && Set(placed.runs.map(\.y)).count == 2)
  }
}
