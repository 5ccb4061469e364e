import FormFilling
import FormModel
import Testing
import TextLayout

/// Words of an address of exactly this many characters, always the same.
private func address(_ count: Int) -> String {
  let street = Array("辽宁省鞍山市铁东区示例路128号示例大厦A座15层1501室，（综合办公室）B-2门 收发室转")
  return String((0..<count).map { street[($0 * 7 + $0 / street.count) % street.count] })
    .replacing(" ", with: "东")
}

@Suite struct AnswersOnPaper {
  /// Where every run of every answer stands, against its box: hundredths of a point.
  private func expectInside(_ filled: FilledRecord, _ comment: String = "") {
    for text in filled.placed {
      let field = filled.form.compiled.fields[text.field]
      let widget = field.widgets[text.widget]
      let name = "\(comment) \(String(decoding: field.key, as: UTF8.self))"
      #expect(text.size <= widget.size && text.size >= widget.minimumSize, "\(name)")
      for run in text.runs {
        let width = run.scalars.reduce(Int64(0)) {
          $0 + Int64(Fonts.first.measure($1)?.advance ?? 0) * Int64(text.size) / 1000
        }
        #expect(run.x >= 0 && Int64(run.x) + width <= Int64(widget.rectangle.width) + 1, "\(name) \(run)")
        #expect(run.y - text.size * 14 / 100 >= -2, "\(name) \(run)")
        #expect(run.y + text.size * 86 / 100 <= widget.rectangle.height + 2, "\(name) \(run)")
      }
    }
  }

  @Test(arguments: FilledRecord.examples)
  func noRunLeavesItsBox(example: String) throws { expectInside(try FilledRecord(example: example)) }

  @Test(arguments: Array(stride(from: 5, through: 120, by: 5)))
  func noRunOfAnyLengthLeavesItsBox(count: Int) throws {
    let unit = String(repeating: "示例公司", count: 25).prefix(min(count, 70))
    let filled = try FilledRecord(newCompanyWith: [
      ("address", address(count)), ("recipientAddress", address(count)), ("orgName", String(unit)),
      ("businessType", "change"), ("originalCertNo", "ABCDEF0123456789"), ("changeItems", "[other]"),
      ("changeOld", address(min(count, 60))), ("changeNew", String(unit.prefix(60))),
    ])
    expectInside(filled, "\(count)")
    let lines = Set(try filled.text("address").runs.map(\.y)).count
    #expect(lines == 1 || count > 40)
    #expect(lines > 1 || count < 60)
  }

  @Test func aWrappedTextLosesNothing() throws {
    for count in [30, 60, 90, 120] {
      let text = address(count)
      let filled = try FilledRecord(newCompanyWith: [("address", text)])
      let written = try filled.text("address").runs.flatMap(\.scalars)
      #expect(written == text.unicodeScalars.map(\.value))
      #expect(String(decoding: try filled.text("address").value, as: UTF8.self) == text)
    }
  }

  @Test func charactersOfANumberStandInTheMiddleOfTheirCells() throws {
    let filled = try FilledRecord(newCompanyWith: [])
    let text = try filled.text("uscc")
    let widget = filled.form.compiled.fields[text.field].widgets[0]
    #expect(text.runs.count == 18 && text.runs.allSatisfy { $0.scalars.count == 1 })
    for (cell, run) in text.runs.enumerated() {
      let advance = Int64(Fonts.first.measure(run.scalars[0])?.advance ?? 0) * Int64(text.size) / 1000
      let middle = Int64(run.x) + advance / 2
      let expected = Int64(widget.rectangle.width) * Int64(2 * cell + 1) / 36
      #expect(abs(middle - expected) <= 2, "cell \(cell + 1)")
    }
  }

  @Test func aLongNameBreaksThenShrinksAndIsRefusedWithItsLineWhereThereIsNoRoom() throws {
    func placed(_ count: Int, narrowing keys: [String] = []) throws -> PlacedText {
      let name = String(repeating: "示例公司", count: 25).prefix(count)
      return try FilledRecord(newCompanyWith: [("orgName", String(name))], narrowing: keys).text("orgName")
    }
    func lines(_ count: Int) throws -> Int { Set(try placed(count).runs.map(\.y)).count }
    #expect(try [12, 40, 50, 80].map { try placed($0).size } == [950, 950, 950, 950])
    #expect(try [12, 40, 50, 80].map(lines) == [1, 1, 2, 2])
    #expect(try (700..<950).contains(placed(100).size) && lines(100) == 2)
    let refusal = #expect(throws: Refusal.self) { try placed(90, narrowing: ["orgName", "invoiceTitle"]) }
    #expect(
      refusal?.problems == [
        "record.yml:9:10: error: 单位名称: E_NO_ROOM [record.E_NO_ROOM]\n  hint: 与营业执照一致的全称",
        "record.yml:9:10: error: 发票抬头: E_NO_ROOM [record.E_NO_ROOM]",
      ], "the invoice's title is a copy of the name, so its place is the name's")
  }

  @Test func aLongTextInSeveralLinesIsRefusedAtItsFloor() throws {
    let refusal = #expect(throws: Refusal.self) {
      try FilledRecord(
        newCompanyWith: [
          ("businessType", "change"), ("originalCertNo", "ABCDEF0123456789"), ("changeItems", "[other]"),
          ("changeOld", address(100)), ("changeNew", "短"),
        ], narrowing: ["changeOld"])
    }
    #expect(refusal?.problems.count == 1)
    #expect(refusal?.problems.first?.hasPrefix("record.yml:36:12: error: 变更前内容: E_NO_ROOM") == true)
  }

  @Test func everyCharacterThatNoFontHasIsNamed() throws {
    var violations: [Violation] = []
    let refusal = #expect(throws: Refusal.self) {
      try FilledRecord(
        newCompanyWith: [("legalRepName", "王\u{2EBF0}"), ("agentName", "\u{2EBF1}\u{2EBF2}\u{2EBF1}\u{2EBF1}")],
        fonts: Fonts.all)
    }
    #expect(refusal?.problems.count == 3, "\(refusal?.problems ?? [])")
    // The violation carries the character, and the catalogue's sentence shows it.
    let filled = try FilledRecord(newCompanyWith: [])
    var filler = try FormFiller(
      form: filled.form.compiled, blank: VerifiedBlank(filled.form.blank, of: filled.form.compiled),
      fonts: FontChain([]))
    #expect(filler.place(filled.checked, violations: &violations) == nil)
    #expect(violations.contains { $0.scalar == 0x4DAE && $0.problem == .form(.eNoGlyph) })
  }

  /// The layout's own check comes first; a compiled form from elsewhere is caught here.
  @Test func anAnswerOnAPageThatIsLeftOutIsRefused() throws {
    let filled = try FilledRecord(seals: ["type: orgSeal, name: 示例, shape: round, widthMM: 40"])
    var form = filled.form.compiled
    form.blank.pages[0].item = GroupElement(group: 0, index: 5)
    var filler = try FormFiller(form: form, blank: VerifiedBlank(filled.form.blank, of: form), fonts: Fonts.first)
    var violations: [Violation] = []
    #expect(filler.place(filled.checked, violations: &violations) == nil)
    let agent = try #require(form.field(Array("agentMobile".utf8)))
    #expect(violations.contains(Violation(.field(agent), .form(.eNoRoom))))
    #expect(violations.count == Set(violations.map { "\($0.subject)" }).count, "each told once")
  }

  @Test func anotherBlankIsRefused() throws {
    let (application, pickup) = (try GuideForm.named("ca-application"), try GuideForm.named("pickup"))
    #expect(throws: CompiledFormError.otherBlank) {
      try VerifiedBlank(pickup.blank, of: application.compiled)
    }
    #expect(throws: CompiledFormError.otherBlank) {
      try FormFiller(
        form: application.compiled, blank: VerifiedBlank(pickup.blank, of: pickup.compiled), fonts: Fonts.first)
    }
    var damaged = application.blank
    damaged[1000] ^= 1
    #expect(throws: CompiledFormError.otherBlank) {
      try VerifiedBlank(damaged, of: application.compiled)
    }
  }
}
