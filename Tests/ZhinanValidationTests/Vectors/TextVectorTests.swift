import Testing
import ZhinanValidation

@Suite("The vectors of rules for one text")
struct TextVectorTests {
  static func cases() throws -> [VectorCase] {
    try VectorFile.names().flatMap { name -> [VectorCase] in
      guard let rule = Rule(name: name.utf8), rule.takesText, rule != .fullwidthFold else { return [] }
      return try VectorFile.cases(name).filter { $0.input.text != nil }
    }
  }

  @Test("give value, error and warnings", arguments: try cases())
  func holds(_ vector: VectorCase) throws {
    let rule = try #require(Rule(name: vector.rule.utf8))
    let checked = rule.check(try #require(vector.input.text), today: try #require(vectorDay))
    #expect(checked.verdict.errorNames == (vector.error.map { [$0] } ?? []))
    if vector.error == nil {
      #expect(checked.value == vector.value.text)
      #expect(checked.verdict.warningNames.sorted() == vector.warnings.sorted())
    }
  }

  @Test("take their own results back without a change", arguments: try cases().filter { $0.error == nil })
  func idempotent(_ vector: VectorCase) throws {
    let rule = try #require(Rule(name: vector.rule.utf8))
    let value = try #require(vector.value.text)
    #expect(rule.check(value, today: try #require(vectorDay)).value == value)
  }

  @Test("stand for every file: each is a rule's")
  func everyFileIsARule() throws {
    #expect(try VectorFile.names().count == 29)
    for name in try VectorFile.names() { #expect(Rule(name: name.utf8) != nil, "\(name)") }
  }
}
