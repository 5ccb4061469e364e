import FormModel
import Testing
import ZhinanValidation

/// A form with one choice and one choice of several, of the same options.
private let form: CompiledForm = {
  var form = CompiledForm(id: bytes("f"), version: bytes("1"), guideVersion: bytes("v"), title: bytes("t"))
  let labels = [
    ("orgSeal", "单位公章"), ("bidSeal", "投标/业务专用章"), ("bid", "投标"), ("new", "新办（申请新锁）"),
    ("CFCA", "中国金融认证中心（CFCA）"), ("dl", "大连市 公共资源"), ("normal", "普通（电子）"), ("special", "普通（纸质）"),
  ]
  for kind in [FieldKind.choice, .choices] {
    var field = CompiledField(key: bytes("k"), label: bytes("K"), kind: kind, rule: .one(.text))
    field.options = labels.map { FieldOption(value: bytes($0.0), label: bytes($0.1)) }
    form.fields.append(field)
  }
  return form
}()

/// The options that a word names, by index; `nil` where it names none.
private func named(_ word: String, several: Bool) -> [Int]? {
  var answers = Answers(for: form)
  answers.choose(several ? 1 : 0, word: bytes(word), in: form)
  if !answers.fieldsWithUnknownOption.isEmpty { return nil }
  return (0..<8).filter { answers.options(several ? 1 : 0) & (1 << UInt64($0)) != 0 }
}

@Suite struct WordsOfOptions {
  @Test(arguments: [
    ("new", 3), ("新办（申请新锁）", 3), ("新办(申请新锁)", 3), (" 新办 （申请新锁） ", 3), ("新办", 3), ("cfca", 4), ("ＣＦＣＡ", 4),
    ("中国金融认证中心", 4), ("中国金融认证中心(cfca)", 4), ("大连市公共资源", 5), ("大连市\u{3000}公共资源", 5), ("新\u{200B}办", 3),
    ("投标", 2), ("投标／业务专用章", 1), ("普通(电子)", 6),
  ])
  func oneOption(word: String, option: Int) {
    #expect(named(word, several: false) == [option])
    #expect(named(word, several: true) == [option])
  }

  /// What could be two options, or is a part of one, is none.
  @Test(arguments: ["普通", "公章", "", "新", "申请新锁", "中国金融认证中心（BJCA）", "单位公章章"])
  func noOption(word: String) {
    #expect(named(word, several: false) == nil)
    #expect(named(word, several: true) == nil)
  }

  @Test(arguments: ["、", ",", "，", ";", "；", "/", "／", "|", "+", " ", "\n", "\r\n", " 、 ", "\u{3000}", "、\n"])
  func severalOptions(separator: String) {
    #expect(named("单位公章\(separator)新办", several: true) == nil, "a label's beginning is no word of a list")
    #expect(named("单位公章\(separator)投标/业务专用章\(separator)CFCA\(separator)", several: true) == [0, 1, 4])
    #expect(named("投标\(separator)单位公章", several: true) == [0, 2])
    #expect(named("ORGSEAL\(separator)大连市 公共资源", several: true) == [0, 5])
    #expect(named("单位公章\(separator)公章", several: true) == nil)
    #expect(named("单位公章\(separator)CFCA", several: false) == nil)
    #expect(named(separator, several: true) == [] || !separator.contains { !$0.isWhitespace })
  }
}

@Suite struct AnswersWithoutValue {
  private func codes(_ text: String) -> [String] {
    var form = CompiledForm(id: bytes("f"), version: bytes("1"), guideVersion: bytes("v"), title: bytes("t"))
    form.fields = [CompiledField(key: bytes("k"), label: bytes("K"), kind: .text, rule: .one(.text))]
    var answers = Answers(for: form)
    answers.set(0, text: bytes(text))
    var violations: [Violation] = []
    _ = form.check(answers, today: today, violations: &violations)
    return violations.map { "\($0.name)" }
  }

  @Test(arguments: [
    "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#GETTING_DATA", "########", "NULL",
    "null", "NaN", "nan", "None", "N/A", "n/a", "undefined", "\\N", "=A1", "=VLOOKUP(A1,B:C,2,0)", "(null)",
  ])
  func areWarnings(text: String) { #expect(codes(text) == ["W_NO_VALUE"]) }

  @Test(arguments: ["#5号楼", "#", "##", "#A座", "Nan Li", "南", "=", "Nancy", "#1/2", "Nullarbor", "nil desperandum", "无"])
  func areNotMadeOfRealOnes(text: String) { #expect(codes(text) == []) }
}
