import FormModel
import Testing
import ZhinanValidation

@Suite struct Defaults {
  /// A choice may take over what another choice was answered.
  @Test func aChoiceMayBeTheCopyOfAnother() throws {
    var form = sampleForm
    let (kind, extras) = (0, 7)
    form.fields[extras].fallback = .copy(field: kind, first: 1, last: 0)
    var answers = Answers(for: form)
    answers.itemCounts[0] = 1
    for (key, text) in [("uscc", "91210302WWG7LCMK6D"), ("number", "01234567"), ("serial", "3F00A91B")] {
      answers.set(try #require(form.field(bytes(key))), text: bytes(text))
    }
    answers.set(try #require(form.field(bytes("seals[0].name"))), text: bytes("公章"))
    answers.choose(kind, word: bytes("lost"), in: form)
    var violations: [Violation] = []
    let record = form.check(answers, today: today, violations: &violations)
    #expect(record?.answers.options(extras) == 2, "\(violations)")
  }
}

@Suite struct ConditionLimits {
  @Test(arguments: [(32, true), (33, false)])
  func aCompiledFormMayAsk32QuestionsAtOnce(count: Int, isTaken: Bool) {
    for list in [
      FieldCondition.all(Array(repeating: .present(field: 0), count: count)),
      .not(.any(Array(repeating: .chosen(field: 0, options: 1), count: count))),
      .all([.present(field: 0), .any(Array(repeating: .present(field: 0), count: count - 1))]),
    ] {
      var form = sampleForm
      form.fields[3].need = .when(list)
      #expect(((try? CompiledForm(decoding: form.encoded())) != nil) == isTaken, "\(list.questionCount)")
    }
  }
}
